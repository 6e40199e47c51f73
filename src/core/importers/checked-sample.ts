import * as v from 'valibot';
import type { ImportRow } from '../contracts.ts';
import { sampleProblems } from '../packs/check-sample.ts';
import { describeIssues } from '../packs/describe-issues.ts';
import { SampleSchema } from '../packs/pack.ts';

/** A candidate as an import row: a sample that fits the pack format, or the first thing that does not fit. */
export function checkedSample(candidate: unknown, line: number): ImportRow {
  const parsed = v.safeParse(SampleSchema, candidate);
  const [first] = parsed.success ? sampleProblems(parsed.output, 'sample') : describeIssues(parsed.issues);
  if (parsed.success && first === undefined) return { kind: 'sample', sample: parsed.output, line };
  const [field, ...problem] = (first ?? '').split(': ');
  return {
    kind: 'problem',
    line,
    field: (field ?? '').replace(/^sample\./, '') || null,
    problem: problem.join(': '),
  };
}
