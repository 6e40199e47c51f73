import type { Scorer } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { audit } from './audit/scorer.ts';
import { bertscore } from './bertscore/scorer.ts';
import { partsOfBoundId } from './bound-id.ts';
import { choice } from './choice.ts';
import { circular } from './circular.ts';
import { conceptF1 } from './concept-f1/scorer.ts';
import { entities } from './entities/scorer.ts';
import { exact } from './exact.ts';
import { facts } from './facts/scorer.ts';
import { form } from './form/scorer.ts';
import { labels } from './labels/scorer.ts';
import { medcalc } from './medcalc/scorer.ts';
import { medec } from './medec/scorer.ts';
import { openAnswer } from './open-answer/scorer.ts';
import { ranking } from './ranking/scorer.ts';
import { canReadWith, readingScorer } from './reading.ts';
import { rouge } from './rouge/scorer.ts';
import { rougeDivisions } from './rouge-divisions/scorer.ts';
import { sections } from './sections.ts';
import { yesNoMaybe } from './yes-no-maybe.ts';

/** Adding a scorer is one file, one line here and its golden cases (<id>.golden.json or <id>/golden.json). */
export const SCORERS: readonly Scorer[] = [
  facts,
  audit,
  rouge,
  rougeDivisions,
  bertscore,
  conceptF1,
  form,
  sections,
  choice,
  circular,
  exact,
  yesNoMaybe,
  openAnswer,
  labels,
  entities,
  ranking,
  medcalc,
  medec,
];

export function scorerById(id: string): Scorer {
  const found = SCORERS.find((scorer) => scorer.id === id);
  if (found === undefined) {
    throw new AppError('input/unknown-id', `no scorer is called "${id}"`, {
      id,
      known: SCORERS.map((scorer) => scorer.id),
    });
  }
  return found;
}

/** The scorer that made a stored table, whatever it was bound to; undefined for one that this version no longer has. */
export function scorerOfTable(tableScorerId: string): Scorer | undefined {
  const { scorerId, boundTo } = partsOfBoundId(tableScorerId);
  const found = SCORERS.find(({ id }) => id === scorerId);
  return found !== undefined && boundTo !== null && canReadWith(found, boundTo)
    ? readingScorer(found, boundTo)
    : found;
}
