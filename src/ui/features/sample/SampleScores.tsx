import type { MetricRow, SampleDetail } from '../../../app/services.ts';
import { PairList } from '../../components/PairList.tsx';
import { formatScore } from '../../i18n/format.ts';
import { UNSCORED_WORDS } from '../../i18n/words.ts';

interface SampleScoresProps {
  readonly detail: SampleDetail;
  /** For titles and kinds; empty while they are read. */
  readonly scores: readonly MetricRow[];
}

/** This sample's own scores. They are single values, not estimates, so they carry no interval. */
export function SampleScores({ detail, scores }: SampleScoresProps) {
  const entries = Object.entries(detail.scores);
  if (entries.length === 0) return null;
  const known = new Map(scores.map((row) => [row.key, row]));
  return (
    <details open={entries.length <= 8}>
      <summary>Scores of this one sample ({entries.length})</summary>
      <PairList
        pairs={entries.map(([key, score]) => {
          const row = known.get(key);
          return {
            label: row === undefined ? key : `${row.measure.title} (${row.scorerTitle})`,
            value:
              score.state === 'scored'
                ? formatScore(score.value, row?.measure.kind ?? 'fraction')
                : `unscored: ${UNSCORED_WORDS[score.reason]}`,
          };
        })}
      />
    </details>
  );
}
