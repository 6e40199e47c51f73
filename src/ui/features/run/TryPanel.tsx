import { Link } from 'wouter';
import { Panel } from '../../components/Panel.tsx';
import { ROUTES } from '../../routes.ts';

/** The shortest way to a first note of one's own. */
export function TryPanel() {
  return (
    <Panel
      title="One visit of your own"
      aside={
        <Link href={ROUTES.try} className="button">
          Try one visit
        </Link>
      }
    >
      <p>Paste one transcript and get its note, audited against what was said. No reference is needed.</p>
    </Panel>
  );
}
