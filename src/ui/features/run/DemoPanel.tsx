import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import type { RunRequest } from '../../../app/services.ts';
import { Check } from '../../components/Field.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Notice } from '../../components/Notice.tsx';
import { formatBytes, plural } from '../../i18n/format.ts';
import { ROUTES } from '../../routes.ts';
import { EstimateTime } from './EstimateTime.tsx';
import { StartButton } from './StartButton.tsx';
import css from './DemoPanel.module.css';
import { demoRequests, requestedSamples, type Choices } from './request.ts';

const RecordedLinks = lazy(() => import('./RecordedLinks.tsx').then((m) => ({ default: m.RecordedLinks })));

export function DemoPanel({ choices }: { readonly choices: Choices }) {
  const [whole, setWhole] = useState(false);
  const requests = demoRequests(choices, whole);
  const first = requests[0];
  if (first === undefined) {
    return (
      <EmptyState title="The demo is not available">
        <p>
          This copy of the page came without its bundled packs or model. Import a pack and choose a model to
          run your own.
        </p>
        <Link href={ROUTES.packs} className="button">
          Go to Packs
        </Link>
      </EmptyState>
    );
  }
  const model = choices.models.find((item) => item.id === first.modelId);
  const bytes = model?.variants
    .filter((variant) => requests.some((request) => request.dtype === variant.dtype))
    .reduce((sum, variant) => sum + variant.bytes, 0);
  const title = (packId: string) =>
    choices.packs.find((pack) => pack.header.id === packId)?.header.title ?? packId;
  const samplesOf = (asked: readonly RunRequest[]) =>
    asked.reduce((sum, request) => sum + requestedSamples(request, choices.packs), 0);
  return (
    <Panel title="Demo">
      {model !== undefined && (
        <Notice tone="warn">
          <p>
            <strong>{model.title}.</strong> {model.notice}
          </p>
        </Notice>
      )}
      <p>The bundled model is run on:</p>
      <ul>
        {requests.map((request) => (
          <li key={request.packId}>
            {title(request.packId)}: {plural(requestedSamples(request, choices.packs), 'sample')}
          </li>
        ))}
      </ul>
      <fieldset>
        <legend className="visually-hidden">How much of the packs</legend>
        <div className={css['size']}>
          <Check
            type="radio"
            name="demo-size"
            label={`Quick subset (${plural(samplesOf(demoRequests(choices, false)), 'sample')})`}
            checked={!whole}
            onChange={() => setWhole(false)}
          />
          <Check
            type="radio"
            name="demo-size"
            label={`Whole packs (${plural(samplesOf(demoRequests(choices, true)), 'sample')})`}
            checked={whole}
            onChange={() => setWhole(true)}
          />
        </div>
      </fieldset>
      <EstimateTime
        requests={requests}
        leading={<StartButton requests={requests} label="Run the demo" />}
        trailing={
          <Suspense fallback={null}>
            <RecordedLinks />
          </Suspense>
        }
      />
      {bytes !== undefined && (
        <p className="muted small">
          It needs {formatBytes(bytes)} of model files from this site, once; after that it works without a
          connection. Each answer is stored as soon as it is written, so you can stop at any time and continue
          later.
        </p>
      )}
    </Panel>
  );
}
