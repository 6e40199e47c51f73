import type { MeasureSpec, Score, Scorer, SolverCall } from '../contracts.ts';
import { binaryMeasure as binary } from './binary-measure.ts';
import { scored, unscored, unscoredCard } from './unscored-card.ts';

/** Questions with more choices than this are scored by the measures that hold for any number. */
const MOST_COUNTED = 5;

const MEASURES: readonly MeasureSpec[] = [
  binary('perf', 'Right in every rotation', true),
  binary('acc-origin', 'Right in the original order', true),
  {
    id: 'acc-circular',
    title: 'Share of rotations right',
    kind: 'fraction',
    better: 'higher',
    headline: true,
  },
  ...Array.from({ length: MOST_COUNTED - 1 }, (_, index) =>
    binary(`more-${index + 1}`, `Right in at least ${index + 1} of the rotations`, false),
  ),
  binary('read', 'Answer could be read in every rotation', false),
];

/** One call of each rotation says what it picked; the calls on the way to it do not. */
function rotationsOf(trace: readonly SolverCall[]): readonly SolverCall[] {
  return trace.filter(({ label, order }) => order !== undefined && label.startsWith('rotation '));
}

/**
 * The four metrics of OpenCompass's CircularEval, item by item. A rotation whose answer cannot be read leaves unscored
 * what depends on it: perf is 0 as soon as one rotation that was read is wrong.
 */
export const circular: Scorer = {
  id: 'circular',
  version: '1',
  title: 'Every rotation of the choices',
  description:
    'Whether the right choice is picked wherever it stands (CircularEval: acc_origin, acc_circular, more_j, perf of OpenCompass; Liu et al. 2023). Needs a solver that asks every rotation.',
  measures: MEASURES,
  score(sample, output) {
    if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
    if (output.text === null) return unscoredCard(MEASURES, 'missing-output');
    const turns = rotationsOf(output.trace ?? []);
    const n = sample.choices?.length ?? 0;
    if (n === 0) return unscoredCard(MEASURES, 'no-choices');
    if (!sample.choices?.some(({ id }) => id === sample.answer)) return unscoredCard(MEASURES, 'no-answer');
    if (turns.length !== n) return unscoredCard(MEASURES, 'not-applicable');
    const right = turns.filter(({ picked }) => picked === sample.answer).length;
    const unread = turns.filter(({ picked }) => picked === null || picked === undefined).length;
    const failed = unscored('extraction-failed');
    const [origin] = turns;
    const atLeast = (wanted: number): Score =>
      right >= wanted ? scored(1) : right + unread < wanted ? scored(0) : failed;
    return {
      scores: {
        perf: atLeast(n),
        'acc-origin':
          typeof origin?.picked === 'string' ? scored(origin.picked === sample.answer ? 1 : 0) : failed,
        'acc-circular': unread > 0 ? failed : scored(right / n),
        ...Object.fromEntries(
          Array.from({ length: MOST_COUNTED - 1 }, (_, index) => [
            `more-${index + 1}`,
            index + 1 < n ? atLeast(index + 1) : unscored('not-applicable'),
          ]),
        ),
        read: scored(unread === 0 ? 1 : 0),
      },
    };
  },
};
