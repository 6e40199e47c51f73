import { Link, useLocation } from 'wouter';
import type { Catalog } from '../../../../app/services.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Loading } from '../../../components/Loading.tsx';
import { Page } from '../../../components/Page.tsx';
import { QueryView } from '../../../components/QueryView.tsx';
import { useCatalog } from '../../../queries/fixed.ts';
import { usePackShape, useRuns } from '../../../queries/stored.ts';
import { ladderPath, ROUTES } from '../../../routes.ts';
import { DEMO_MODEL } from '../../../../core/models/demo-models.ts';
import type { Choices } from '../request.ts';
import { useChoices } from '../use-choices.ts';
import { LadderBody } from './LadderBody.tsx';

interface LadderPageProps {
  readonly packId: string | null;
  readonly modelId: string | null;
}

/** One pack and one model, asked in several ways. */
export function LadderPage({ packId, modelId }: LadderPageProps) {
  const state = useChoices();
  const catalog = useCatalog();
  return (
    <Page title="Ways of asking" before={<Link href={ROUTES.run}>Run</Link>}>
      <p>
        The same questions and the same model, asked in several ways. What a way of asking adds over the first
        rung, and what it costs, stand side by side; the control without the question shows how much of a
        score the choices alone give away.
      </p>
      {state.kind === 'error' && <ErrorNotice error={state.error} />}
      {state.kind === 'loading' && <Loading what="packs, models and this device" lines={6} />}
      {state.kind === 'ready' && (
        <QueryView query={catalog} what="the ways of asking">
          {(data) => <Chosen choices={state.choices} catalog={data} packId={packId} modelId={modelId} />}
        </QueryView>
      )}
    </Page>
  );
}

interface ChosenProps extends LadderPageProps {
  readonly choices: Choices;
  readonly catalog: Catalog;
}

function Chosen({ choices, catalog, packId, modelId }: ChosenProps) {
  const [, navigate] = useLocation();
  const { packs, models } = choices;
  // Questions before notes: what is asked in several ways is most often a question.
  const pack =
    packs.find(({ header }) => header.id === packId) ??
    packs.find(({ header }) => header.scorers.includes('choice')) ??
    packs[0];
  const model =
    models.find(({ id }) => id === modelId) ?? models.find(({ id }) => id === DEMO_MODEL) ?? models[0];
  const runs = useRuns();
  const read = usePackShape(pack);
  if (pack === undefined || model === undefined) {
    return (
      <EmptyState title="Nothing to ask yet">
        <p>A ladder needs a pack and a model. Import a pack, or choose a model folder.</p>
        <Link href={ROUTES.packs} className="button primary">
          Go to Packs
        </Link>
      </EmptyState>
    );
  }
  const { id } = pack.header;
  return (
    <QueryView query={read} what="the pack">
      {(shape) => (
        <QueryView query={runs} what="stored runs">
          {(stored) => (
            <LadderBody
              key={`${id} ${model.id}`}
              choices={choices}
              catalog={catalog}
              pack={pack}
              model={model}
              shape={shape}
              stored={stored}
              onPack={(next) => navigate(ladderPath(next, model.id), { replace: true })}
              onModel={(next) => navigate(ladderPath(id, next), { replace: true })}
            />
          )}
        </QueryView>
      )}
    </QueryView>
  );
}
