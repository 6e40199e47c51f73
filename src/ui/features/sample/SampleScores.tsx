import type { MetricRow, SampleDetail } from '../../../app/services.ts';
import { PairList } from '../../components/PairList.tsx';
import { formatScore } from '../../i18n/format.ts';
import { UNSCORED_WORDS } from '../../i18n/words.ts';
import css from './SampleScores.module.css';

interface SampleScoresProps {
  readonly detail: SampleDetail;
  /** For titles and kinds; empty while they are read. */
  readonly metrics: readonly MetricRow[];
}

/** This sample's own scores by scorer. They are single values, not estimates, so they carry no interval. */
export function SampleScores({ detail, metrics }: SampleScoresProps) {
  const entries = Object.entries(detail.scores);
  if (entries.length === 0) return null;
  const known = new Map(metrics.map((row) => [row.key, row]));
  const scorerOf = (key: string) => known.get(key)?.scorerTitle ?? key.slice(0, key.indexOf('.'));
  const scorers = [...new Set(entries.map(([key]) => scorerOf(key)))];
  return (
    <details open={entries.length <= 8}>
      <summary>Scores of this one sample ({entries.length})</summary>
      <div className={css['scorers']}>
        {scorers.map((scorer) => (
          <section key={scorer}>
            <h3>{scorer}</h3>
            <PairList
              pairs={entries
                .filter(([key]) => scorerOf(key) === scorer)
                .map(([key, score]) => {
                  const measure = known.get(key)?.measure;
                  return {
                    label: measure?.title ?? key,
                    value:
                      score.state === 'scored'
                        ? formatScore(score.value, measure?.kind ?? 'fraction')
                        : `unscored: ${UNSCORED_WORDS[score.reason]}`,
                  };
                })}
            />
          </section>
        ))}
      </div>
    </details>
  );
}
