/** Where in the visit a fact was said: as the pack says, else the first place that names it. */
import type { SourceRange } from '../../contracts.ts';
import type { Fact, Sample } from '../../packs/pack.ts';
import { findNames } from '../../extract/match-name.ts';
import { synonymsOf } from '../../extract/synonyms.ts';
import { drugKey, rangeOf, type FactContext } from './fact-context.ts';

export function factSource(context: FactContext, sample: Sample, fact: Fact): SourceRange | undefined {
  if (fact.span !== undefined) {
    const { line, start, end } = fact.span;
    // A span counts lines; a visit given as messages has none.
    return 'turns' in sample.input ? { line, start, end } : undefined;
  }
  const { visit, visitDrugs, visitParts } = context;
  if (fact.category === 'medication') {
    const key = drugKey(fact.name);
    const named = visitDrugs.find((mention) => mention.key === key);
    if (named !== undefined)
      return visitParts.sourceOf({ start: named.start, end: named.doses.at(-1)?.end ?? named.end });
  }
  const names = [fact.name, ...(fact.synonyms ?? []), fact.value ?? '']
    .filter((name) => name !== '')
    .flatMap((name) => [name, ...synonymsOf(name)]);
  const [first] = findNames(visit, names);
  return first === undefined ? undefined : visitParts.sourceOf(rangeOf(visit, first));
}
