import type { RunRecord, ScorableOutput } from '../contracts.ts';

/** What a record offers to the scorers. A failed sample has no output: it is unscored and counted as failed, never zero. */
export function scorableOutput(record: RunRecord): ScorableOutput {
  if (record.error !== undefined) return { text: null, unscored: 'sample-failed' };
  return {
    text: record.output,
    ...(record.unscored === undefined ? {} : { unscored: record.unscored }),
    ...(record.finish === null ? {} : { finish: record.finish }),
    ...(record.choiceScores === undefined ? {} : { choiceScores: record.choiceScores }),
  };
}
