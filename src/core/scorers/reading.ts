/**
 * A scorer over what a named extractor reads out of a reply, in place of the scorer's own reading. Stored replies can
 * be read again in this way without the model.
 */
import type { MeasureSpec, ScorableOutput, Score, ScoreCard, Scorer, UnscoredReason } from '../contracts.ts';
import type { Extractor } from '../extractors/extractor.ts';
import { extractorById } from '../extractors/registry.ts';
import type { Sample } from '../packs/pack.ts';
import { documentsText } from '../prompts/documents.ts';
import { binaryMeasure as binary } from './binary-measure.ts';
import { scored, unscored, unscoredCard } from './unscored-card.ts';

const READ: readonly MeasureSpec[] = [
  binary('extracted', 'Answer could be read', false),
  binary('extracted-strict', 'Answer in exactly the form asked for', false),
];
const STRICT = '-strict';

function askedOf(sample: Sample): Parameters<Extractor['extract']>[1] {
  const said =
    'messages' in sample.input ? sample.input.messages.map(({ content }) => content).join('\n') : '';
  return {
    ...(sample.choices === undefined ? {} : { choices: sample.choices }),
    source: `${documentsText(sample)}${said}`,
  };
}

/** What a solver says after weighing several replies is its verdict: there is no one reply to read again. */
function isVerdict({ choiceScores, trace }: ScorableOutput): boolean {
  return choiceScores !== undefined || (trace?.some(({ picked }) => picked !== undefined) ?? false);
}

/** Measures called "<measure>-strict" are those of the strict reading, all others of the flexible one. */
export function scoreReading(
  scorer: Scorer,
  extractor: Extractor,
  measures: readonly MeasureSpec[],
  sample: Sample,
  output: ScorableOutput,
): ScoreCard {
  if (output.unscored !== undefined) return unscoredCard(measures, output.unscored);
  if (isVerdict(output)) return unscoredCard(measures, 'not-applicable');
  if (output.text === null) return unscoredCard(measures, 'missing-output');
  const { strict, flexible } = extractor.extract(output.text, askedOf(sample));
  const { extractor: _read, ...rest } = output;
  const over = (values: readonly string[]): ScoreCard =>
    scorer.score(sample, { ...rest, text: values.join('\n') });
  const plain = flexible.kind === 'read' ? over(flexible.values) : null;
  const exactly = strict === null ? null : over(strict);
  const given = (id: string): Score => {
    if (id === 'extracted') return scored(wasRead(plain) ? 1 : 0);
    if (id === 'extracted-strict') return scored(wasRead(exactly) ? 1 : 0);
    if (id.endsWith(STRICT))
      return exactly?.scores[id.slice(0, -STRICT.length)] ?? unscored('extraction-failed');
    return plain?.scores[id] ?? unscored(reasonOf(flexible));
  };
  const scores = Object.fromEntries(measures.map(({ id }) => [id, given(id)] as const));
  return plain?.evidence === undefined ? { scores } : { scores, evidence: plain.evidence };
}

/** A reading that the scorer itself could make nothing of is none. */
function wasRead(card: ScoreCard | null): boolean {
  const own = card?.scores['extracted'];
  return card !== null && (own === undefined || (own.state === 'scored' && own.value === 1));
}

function reasonOf(flexible: ReturnType<Extractor['extract']>['flexible']): UnscoredReason {
  return flexible.kind === 'unscored' ? flexible.reason : 'extraction-failed';
}

export function canReadWith({ extractors = [] }: Scorer, extractorId: string): boolean {
  return extractors.includes(extractorId);
}

/** `<scorer>@<extractor>`: scores of another reading never stand in the column of the first. */
export function readingScorer(scorer: Scorer, extractorId: string): Scorer {
  const extractor = extractorById(extractorId);
  const measures = [
    ...scorer.measures,
    ...READ.filter(({ id }) => scorer.measures.every((measure) => measure.id !== id)),
  ];
  return {
    id: `${scorer.id}@${extractorId}`,
    version: scorer.version,
    title: `${scorer.title}, read as ${extractor.title}`,
    description: `${scorer.description} The answer is read by the extractor “${extractor.title}”.`,
    measures,
    settings: { ...scorer.settings, extractor: extractorId },
    score: (sample, output) => scoreReading(scorer, extractor, measures, sample, output),
  };
}
