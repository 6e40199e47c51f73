import { Panel } from '../../components/Panel.tsx';

/** The list claims no more than can be seen from inside a page. */
export function BlindSpots() {
  return (
    <Panel title="What this list cannot see">
      <ul>
        <li>
          What browser extensions and assistants read or send, and what the browser itself sends: updates,
          sync, spelling.
        </li>
        <li>Names looked up (DNS) and WebRTC. No code of this page uses WebRTC or looks up names ahead.</li>
        <li>What happened before this tab was opened, and other programs on this device.</li>
        <li>
          Whether the code you were served is the published code: a page cannot attest itself. “bedside
          verify-build” checks that from outside.
        </li>
      </ul>
      <p className="muted">
        The list holds addresses, times and sizes, never what was in a request. It is kept in memory until
        this tab is closed.
      </p>
    </Panel>
  );
}
