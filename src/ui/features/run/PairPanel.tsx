import { Link } from 'wouter';
import { comparablePairs } from '../../components/comparable-runs.ts';
import { isDemoPair } from '../../components/demo-pair.ts';
import { Panel } from '../../components/Panel.tsx';
import { PublishedPair } from '../../components/PublishedPair.tsx';
import { plural } from '../../i18n/format.ts';
import { useRuns } from '../../queries/stored.ts';
import { comparePath } from '../../routes.ts';
import { EstimateTime } from './EstimateTime.tsx';
import { pairRequests, requestedSamples, type Choices } from './request.ts';
import { StartButton } from './StartButton.tsx';

/** The bundled base and tuned model on the same visits: what a visitor can see of tuning in two minutes. */
export function PairPanel({ choices }: { readonly choices: Choices }) {
  const own = useRuns().data?.filter((run) => run.recorded !== true) ?? [];
  const made = comparablePairs(own).find(isDemoPair);
  const requests = pairRequests(choices);
  const [first] = requests;
  if (first === undefined) return null;
  return (
    <Panel title="Before and after tuning">
      <p>
        The bundled model comes twice: as it was before it was shown transcripts with their notes, and after.
        Both are demonstrations trained on generated text, not for care. Both write the notes of the same{' '}
        {plural(requestedSamples(first, choices.packs), 'visit')}; then each measure is compared, with the
        interval of its difference.
      </p>
      <EstimateTime
        requests={requests}
        leading={<StartButton requests={requests} label="Run both models" />}
        trailing={
          made !== undefined && (
            <Link href={comparePath(made.map(({ header }) => header.id))} className="button">
              Compare what they wrote here
            </Link>
          )
        }
      />
      <PublishedPair />
    </Panel>
  );
}
