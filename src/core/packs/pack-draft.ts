/** The header of a pack made of imported samples, found out while they stream past: none of them is held. */
import * as v from 'valibot';
import type { Importer } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { createContentDigest } from './content-digest.ts';
import { MAX_LISTED_PROBLEMS, describeIssues } from './describe-issues.ts';
import { PACK_SCHEMA_VERSION, type PackHeader, PackHeaderSchema, type Sample } from './pack.ts';

export interface PackDraft {
  add(sample: Sample): void;
  /** Call once, last. The same samples in the same order give the same. */
  finish(): { readonly header: PackHeader; readonly contentSha256: string };
}

export interface PackDraftRequest {
  readonly importer: Pick<Importer, 'id' | 'title' | 'defaults'>;
  /** File names the samples came from; the first names the pack. */
  readonly files: readonly string[];
}

export function createPackDraft({ importer, files }: PackDraftRequest): PackDraft {
  const seen = { samples: 0, choices: 0, shortAnswers: 0, visits: 0, references: 0 };
  const content = createContentDigest();
  return {
    add: (sample) => {
      const hasTarget = (sample.target ?? []).length > 0;
      seen.samples += 1;
      if (sample.choices !== undefined && sample.answer !== undefined) seen.choices += 1;
      if (sample.answer !== undefined && !hasTarget) seen.shortAnswers += 1;
      if ('turns' in sample.input) seen.visits += 1;
      if (hasTarget) seen.references += 1;
      content.add(sample);
    },
    finish: () => {
      if (seen.samples === 0)
        throw new AppError('input/empty', 'there are no samples to make a pack of', { files });
      const name = baseName(files[0] ?? importer.id);
      const settings = suitableSettings(seen, importer.defaults);
      const contentSha256 = content.finish();
      const header = checkedHeader({
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
        ...(importer.defaults.documents === undefined ? {} : { documents: importer.defaults.documents }),
        canary: `bedside-canary-${contentSha256.slice(0, 32)}`,
        // An importer cannot know whether a file in a public form holds public data: private until somebody says otherwise.
        private: true,
      });
      return { header, contentSha256 };
    },
  };
}

function checkedHeader(header: PackHeader): PackHeader {
  const checked = v.safeParse(PackHeaderSchema, header);
  if (checked.success) return checked.output;
  const problems = describeIssues(checked.issues);
  throw new AppError('input/schema', problems[0] ?? 'the pack has the wrong form', {
    problems: problems.slice(0, MAX_LISTED_PROBLEMS),
    problemCount: problems.length,
  });
}

type Settings = Pick<Importer['defaults'], 'promptId' | 'solver' | 'scorers' | 'sliceFields'>;

/** A user's own table may hold notes or questions: what it has decides how it is asked and scored. */
function suitableSettings(
  seen: Readonly<Record<'samples' | 'choices' | 'shortAnswers' | 'visits' | 'references', number>>,
  defaults: Importer['defaults'],
): Settings {
  if (defaults.fitToSamples !== true) return defaults;
  if (seen.choices === seen.samples) {
    return { ...defaults, promptId: 'mcq-letter', solver: 'rank-choices', scorers: ['choice'] };
  }
  if (seen.shortAnswers === seen.samples) return { ...defaults, scorers: ['exact'] };
  if (seen.visits === seen.samples) {
    // Somebody's own visits: the model is asked for a note, whether or not there is one to compare with. A reference for
    // some of them is worth comparing with; the others are unscored there, and say so.
    return {
      ...defaults,
      promptId: 'soap-note-detailed',
      scorers: seen.references > 0 ? ['audit', 'rouge', 'form', 'sections'] : ['audit', 'form', 'sections'],
    };
  }
  return defaults;
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
