import * as v from 'valibot';
import { canonicalJson } from '../canonical-json.ts';
import type { Importer } from '../contracts.ts';
import { createSha256 } from '../digest.ts';
import { AppError } from '../errors.ts';
import { MAX_LISTED_PROBLEMS, describeIssues } from './describe-issues.ts';
import { PACK_SCHEMA_VERSION, type Pack, PackSchema, type Sample } from './pack.ts';
import type { SealedPack } from './read-pack.ts';
import { sealPack } from './seal.ts';

export interface MakePackRequest {
  readonly samples: readonly Sample[];
  readonly importer: Pick<Importer, 'id' | 'title' | 'defaults'>;
  /** File names the samples came from; the first names the pack. */
  readonly files: readonly string[];
}

/** Imported samples -> a sealed pack. The same samples give the same bytes: nothing is drawn by chance or by the clock. */
export function makePack({ samples, importer, files }: MakePackRequest): SealedPack {
  if (samples.length === 0)
    throw new AppError('input/empty', 'there are no samples to make a pack of', { files });
  const name = baseName(files[0] ?? importer.id);
  const settings = suitableSettings(samples, importer.defaults);
  const pack: Pack = {
    schemaVersion: PACK_SCHEMA_VERSION,
    id: slugOf(name, importer.id),
    version: '1.0.0',
    title: name.slice(0, 200),
    language: importer.defaults.language,
    licence: importer.defaults.licence,
    citation: importer.defaults.citation,
    provenance: {
      kind: 'imported',
      statement: `Imported from ${files.map(baseName).join(', ')} as ${importer.title}.`.slice(0, 2_000),
      source: files.map(baseName).join(', ').slice(0, 2_000),
    },
    promptId: settings.promptId,
    solver: settings.solver,
    scorers: [...settings.scorers],
    sliceFields: [...settings.sliceFields],
    canary: `bedside-canary-${contentDigest(samples)}`,
    // An importer cannot know whether a file in a public form holds public data: private until somebody says otherwise.
    private: true,
    samples: [...samples],
  };
  const checked = v.safeParse(PackSchema, pack);
  if (!checked.success) {
    const problems = describeIssues(checked.issues);
    throw new AppError('input/schema', problems[0] ?? 'the pack has the wrong form', {
      problems: problems.slice(0, MAX_LISTED_PROBLEMS),
      problemCount: problems.length,
    });
  }
  return sealPack(checked.output);
}

type Settings = Pick<Importer['defaults'], 'promptId' | 'solver' | 'scorers' | 'sliceFields'>;

/** A user's own table may hold notes or questions: what it has decides how it is asked and scored. */
function suitableSettings(samples: readonly Sample[], defaults: Importer['defaults']): Settings {
  if (defaults.fitToSamples !== true) return defaults;
  const every = (has: (sample: Sample) => boolean): boolean => samples.every(has);
  if (every((sample) => sample.choices !== undefined && sample.answer !== undefined)) {
    return { ...defaults, promptId: 'mcq-letter', solver: 'rank-choices', scorers: ['choice'] };
  }
  if (every((sample) => sample.answer !== undefined && (sample.target ?? []).length === 0)) {
    return { ...defaults, scorers: ['exact'] };
  }
  if (every((sample) => 'turns' in sample.input)) {
    // Somebody's own visits: the model is asked for a note, whether or not there is one to compare with. A reference for
    // some of them is worth comparing with; the others are unscored there, and say so.
    const compared = samples.some((sample) => (sample.target ?? []).length > 0);
    return {
      ...defaults,
      promptId: 'soap-note-detailed',
      scorers: compared ? ['audit', 'rouge', 'form', 'sections'] : ['audit', 'form', 'sections'],
    };
  }
  return defaults;
}

function contentDigest(samples: readonly Sample[]): string {
  const hash = createSha256();
  for (const sample of samples) hash.update(`${canonicalJson(sample)}\n`);
  return hash.digestHex().slice(0, 32);
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

function slugOf(name: string, fallback: string): string {
  const slug = name
    .replace(/\.[A-Za-z0-9]+$/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|-+$/g, '')
    .slice(0, 100);
  return slug === '' ? fallback : slug;
}
