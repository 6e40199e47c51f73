import { ALLOWED_ENDPOINTS } from '../../../core/network/allowed-endpoints.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Page } from '../../components/Page.tsx';
import { DemoPanel } from './DemoPanel.tsx';
import { InterruptedRuns } from './InterruptedRuns.tsx';
import { OwnRunPanel } from './OwnRunPanel.tsx';
import { PairPanel } from './PairPanel.tsx';
import { TryPanel } from './TryPanel.tsx';
import { useChoices } from './use-choices.ts';

export function RunPage() {
  const state = useChoices({ servers: true });
  return (
    <Page title="Run">
      <InterruptedRuns />
      <p>
        Bedside tells you whether a small language model, running on <em>this</em> device, writes clinical
        notes and answers questions well enough. It runs the model on visits and questions with known answers,
        compares what it wrote with them, and shows every note beside its transcript. No text leaves the
        device{ALLOWED_ENDPOINTS.length > 0 && ', unless you choose a model on a server of this build'}.
      </p>
      {state.kind === 'error' && <ErrorNotice error={state.error} />}
      {state.kind === 'loading' && <Loading what="packs, models and this device" lines={6} />}
      {state.kind === 'ready' && (
        <>
          <DemoPanel choices={state.choices} />
          <TryPanel />
          <PairPanel choices={state.choices} />
          <OwnRunPanel choices={state.choices} />
        </>
      )}
    </Page>
  );
}
