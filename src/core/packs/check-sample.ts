import type { Sample } from './pack.ts';

/**
 * What a schema cannot say: references inside a sample must lead somewhere. Anything found here would otherwise be
 * scored as wrong without the reader knowing why. Problems as "path: what is wrong".
 */
export function sampleProblems(sample: Sample, path: string): string[] {
  const problems: string[] = [];
  const choices = sample.choices ?? [];
  const ids = new Set<string>();
  choices.forEach((choice, index) => {
    if (ids.has(choice.id)) problems.push(`${path}.choices[${index}].id: "${choice.id}" occurs twice`);
    ids.add(choice.id);
  });
  if (choices.length > 0 && sample.answer !== undefined && !ids.has(sample.answer)) {
    problems.push(`${path}.answer: "${sample.answer.slice(0, 60)}" is not the id of a choice`);
  }
  const turns =
    'turns' in sample.input ? new Map(sample.input.turns.map((turn) => [turn.line, turn.text])) : null;
  sample.facts?.forEach(({ span }, index) => {
    if (span === undefined || turns === null) return;
    const at = `${path}.facts[${index}].span`;
    const text = turns.get(span.line);
    if (text === undefined) problems.push(`${at}.line: there is no line ${span.line}`);
    else if (span.start > span.end || span.end > text.length) {
      problems.push(`${at}: ${span.start} to ${span.end} is not inside line ${span.line}`);
    }
  });
  return problems;
}
