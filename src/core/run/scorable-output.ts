import type { RunRecord, ScorableOutput } from '../contracts.ts';

/**
 * The longest output that is scored: twenty times the longest note anybody writes. Several patterns of the scorers take
 * time in the square of a text made for it, and no text may hold a page for more than seconds.
 */
const MAX_SCORED_CHARS = 100_000;

/** What a record offers to the scorers. A failed sample has no output: it is unscored and counted as failed, never zero. */
export function scorableOutput(record: RunRecord): ScorableOutput {
  if (record.error !== undefined) return { text: null, unscored: 'sample-failed' };
  return withinLimit({
    text: record.output,
    ...(record.unscored === undefined ? {} : { unscored: record.unscored }),
    ...(record.finish === null ? {} : { finish: record.finish }),
    ...(record.choiceScores === undefined ? {} : { choiceScores: record.choiceScores }),
    ...(record.rankedBy === undefined ? {} : { rankedBy: record.rankedBy }),
    ...(record.extractor === undefined ? {} : { extractor: record.extractor }),
    ...(record.confidence === undefined ? {} : { confidence: record.confidence }),
    ...(record.trace === undefined ? {} : { trace: record.trace }),
  });
}

/** The same, for outputs that come without a record. */
export function withinLimit(output: ScorableOutput): ScorableOutput {
  const tooLong = (output.text?.length ?? 0) > MAX_SCORED_CHARS;
  return tooLong ? { ...output, unscored: output.unscored ?? 'too-long-to-score' } : output;
}
