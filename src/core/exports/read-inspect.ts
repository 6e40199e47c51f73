/** Reads our own Inspect log back: every score, and every reason why there is none. */
import * as v from 'valibot';
import type { Score } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { MAX_LISTED_PROBLEMS, describeIssues } from '../packs/describe-issues.ts';
import { parseStrictJson } from '../packs/strict-json.ts';
import { InspectLogSchema } from './schemas/inspect.ts';

export interface InspectScores {
  readonly packSeal: string;
  readonly settingsSha256: string;
  readonly samples: readonly {
    readonly id: string;
    readonly repeat: number;
    readonly scores: Readonly<Record<string, Score>>;
  }[];
}

export function readInspectScores(text: string, file: string): InspectScores {
  const result = v.safeParse(InspectLogSchema, parseStrictJson(text, { file }));
  if (!result.success) {
    const problems = describeIssues(result.issues);
    throw new AppError('input/schema', `${file}: ${problems[0] ?? 'has the wrong form'}`, {
      file,
      problems: problems.slice(0, MAX_LISTED_PROBLEMS),
    });
  }
  const log = result.output;
  const run = log.eval.metadata.bedside_run;
  return {
    packSeal: run.pack.sha256,
    settingsSha256: run.settingsSha256,
    samples: log.samples.map(({ id, epoch, scores, metadata }) => ({
      id,
      repeat: epoch - 1,
      scores: {
        ...Object.fromEntries(
          Object.entries(scores).map(([metric, { value }]) => [metric, { state: 'scored', value } as const]),
        ),
        ...Object.fromEntries(
          Object.entries(metadata.unscored).map(
            ([metric, reason]) => [metric, { state: 'unscored', reason }] as const,
          ),
        ),
      },
    })),
  };
}
