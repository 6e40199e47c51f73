import { Link, useLocation } from 'wouter';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Loading } from '../../../components/Loading.tsx';
import { Page } from '../../../components/Page.tsx';
import { QueryView } from '../../../components/QueryView.tsx';
import { useCatalog } from '../../../queries/fixed.ts';
import { usePackShape, useRuns } from '../../../queries/stored.ts';
import { packPath, robustnessPath, ROUTES } from '../../../routes.ts';
import type { Choices } from '../request.ts';
import { useChoices } from '../use-choices.ts';
import { RobustnessBody } from './RobustnessBody.tsx';

/** One pack and its twins: the same questions with a change that should not change the answer. */
export function RobustnessPage({ packId }: { readonly packId: string }) {
  const state = useChoices();
  return (
    <Page title="Robustness" before={<Link href={packPath(packId)}>The pack</Link>}>
      <p>
        A twin of a pack has the same questions and answers with one change that should not matter: a typing
        error, a leading sentence, another order of the choices. How far the score falls on the twin says how
        much of it hangs on the wording.
      </p>
      {state.kind === 'error' && <ErrorNotice error={state.error} />}
      {state.kind === 'loading' && <Loading what="packs, models and this device" lines={6} />}
      {state.kind === 'ready' && <Chosen choices={state.choices} packId={packId} />}
    </Page>
  );
}

function Chosen({ choices, packId }: { readonly choices: Choices; readonly packId: string }) {
  const [, navigate] = useLocation();
  const pack = choices.packs.find(({ header }) => header.id === packId);
  const runs = useRuns();
  const catalog = useCatalog();
  const shape = usePackShape(pack).data ?? null;
  if (pack === undefined) {
    return (
      <EmptyState title="This pack is not here">
        <p>It may have been deleted, or was imported in another browser.</p>
        <Link href={ROUTES.packs} className="button primary">
          Go to Packs
        </Link>
      </EmptyState>
    );
  }
  const parentSeal = pack.header.provenance.transformOf?.seal;
  const parent = choices.packs.find(({ sha256 }) => sha256 === parentSeal);
  if (parentSeal !== undefined) {
    return (
      <EmptyState title="This pack is a twin itself">
        <p>Twins are made from the pack as it is, so that every change is held against the same questions.</p>
        {parent !== undefined && (
          <button
            type="button"
            className="primary"
            onClick={() => navigate(robustnessPath(parent.header.id))}
          >
            Go to {parent.header.title}
          </button>
        )}
      </EmptyState>
    );
  }
  return (
    <QueryView query={catalog} what="the changes">
      {(data) => (
        <QueryView query={runs} what="stored runs">
          {(stored) =>
            shape === null ? (
              <Loading what="the pack" />
            ) : (
              <RobustnessBody
                key={packId}
                choices={choices}
                catalog={data}
                pack={pack}
                shape={shape}
                stored={stored}
              />
            )
          }
        </QueryView>
      )}
    </QueryView>
  );
}
