import type { ExportView } from './export-view.ts';
import { ranElsewhere } from './report-words.ts';
import { scorerVersions } from './settings-rows.ts';

export interface ChecklistItem {
  readonly part: string;
  readonly topic: string;
  /** Null: author must supply. */
  readonly known: string | null;
}

export const CHECKLIST_WORDS =
  'After TRIPOD-LLM (Gallifant et al., Nature Medicine 31, 60–69, 2025), in our own words: what the run knows is filled in. Submit the published checklist, not this one.';

/**
 * What a study of a language model in care should report, in our words, after TRIPOD-LLM (Gallifant et al., Nat Med
 * 31, 60-69, 2025, doi 10.1038/s41591-024-03425-5). It fills in what the run itself knows and nothing else: the
 * published checklist, with its numbers and wording, remains the one to submit.
 */
export function reportingChecklist(view: ExportView): readonly ChecklistItem[] {
  const { header, pack, rows, states, columns } = view;
  // Of a model that another tool ran, only the author knows how.
  const here = (known: string): string | null => (ranElsewhere(header) ? null : known);
  const { model, runtime, generation } = header;
  const item = (part: string, topic: string, known: string | null = null): ChecklistItem => ({
    part,
    topic,
    known,
  });
  const dates = rows.flatMap(({ recordedAt }) => (recordedAt === null ? [] : [recordedAt])).sort();
  return [
    item('Title', 'The study names the language model, the task and the population'),
    item('Abstract', 'Structured summary'),
    item('Introduction', 'Health-care context, intended use and users'),
    item(
      'Introduction',
      'Objectives: development, fine-tuning or evaluation',
      'Evaluation of an existing model.',
    ),
    item(
      'Methods: data',
      'Sources of the evaluation data',
      pack.words === null ? null : `${pack.words.title}, ${pack.id} ${pack.version}. ${pack.words.statement}`,
    ),
    item('Methods: data', 'Setting, dates and eligibility of the people the data come from'),
    item('Methods: data', 'Overlap of evaluation data with the model’s training data'),
    item(
      'Methods: data',
      'Preparation and integrity of the data',
      `Sealed file, SHA-256 ${pack.seal}; ${pack.samples} samples.`,
    ),
    item(
      'Methods: model',
      'Name, version and weights of the model',
      here(
        `${model.id} (${model.source}${model.revision === undefined ? '' : `, revision ${model.revision}`}), ${model.dtype}, SHA-256 ${model.sha256}.`,
      ),
    ),
    item('Methods: model', 'Training data, development and alignment of the model'),
    item(
      'Methods: model',
      'Inference settings: seed, temperature, length',
      here(
        `Seed ${generation.seed}, temperature ${generation.temperature}, top k ${generation.topK}, at most ${generation.maxTokens} tokens; runtime ${runtime.id} ${runtime.version} on ${runtime.device}.`,
      ),
    ),
    item(
      'Methods: model',
      'Prompts: design, wording and version',
      here(
        `Prompt ${header.prompt.id} ${header.prompt.version}, SHA-256 ${header.prompt.sha256}; solver ${header.solver.id} ${header.solver.version}. How the prompt was arrived at: author must supply.`,
      ),
    ),
    item(
      'Methods: outcome',
      'Outcome measures and how they are computed',
      `${scorerVersions(view)}: ${columns.map(({ metric }) => metric).join(', ')}.`,
    ),
    item('Methods: outcome', 'Human assessment: raters, qualification, instructions, agreement'),
    item('Methods: outcome', 'References and annotation: who made them and how', pack.words?.review ?? null),
    item(
      'Methods: analysis',
      'Uncertainty and missing results',
      'Interval of every mean with its method; unscored answers are counted and left out, with reasons.',
    ),
    item('Methods: analysis', 'Sample size and how it was decided'),
    item('Methods: analysis', 'Fairness and subgroups'),
    item(
      'Methods: compute',
      'Computing resources',
      here(
        `${runtime.device}, ${runtime.threads} threads, ${header.device.cores ?? 'unknown'} cores, ${header.device.platform}.`,
      ),
    ),
    item('Ethics', 'Ethical approval and consent'),
    item('Open science', 'Funding and conflicts of interest'),
    item('Open science', 'Protocol and registration'),
    item(
      'Open science',
      'Availability of data',
      pack.words === null ? null : `Licence: ${pack.words.licence}. ${pack.words.citation}`,
    ),
    item(
      'Open science',
      'Availability of code',
      here(`${header.app.name} ${header.app.version} (${header.app.build}).`),
    ),
    item('Public involvement', 'Involvement of patients and the public'),
    item(
      'Results',
      'Flow of samples, with dates',
      `${rows.length} planned, ${states.answered} answered, ${states.failed} failed, ${states['not-answered']} not answered, ${states.missing} not reached${dates.length === 0 ? '' : `; ${dates[0] ?? ''} to ${dates.at(-1) ?? ''}`}.`,
    ),
    item('Results', 'Performance with intervals', 'See the tables of this report.'),
    item(
      'Results',
      'Changes to the model during the study',
      here('None: the weights are those named by the hash.'),
    ),
    item('Discussion', 'Interpretation beside earlier studies'),
    item('Discussion', 'Limitations', 'See the limits of this report; the author adds those of the study.'),
    item('Discussion', 'Use in practice: oversight, expertise and harm'),
  ];
}
