/** What the reports say beside their numbers. */
import { asSentence } from '../packs/as-sentence.ts';
import { intervalPercent } from './estimate-words.ts';
import type { ExportView } from './export-view.ts';
import { sentWords, serverWords } from '../run/server-words.ts';
import { scorerVersions } from './settings-rows.ts';
import { measuredOnWords, reachWords, recallOf } from '../scorers/audit/reach-words.ts';

export function reportTitle({ header, pack }: ExportView): string {
  return `${header.model.id} on ${pack.words?.title ?? pack.id}`;
}

/** First sentence of a report: what came of the run, also when nothing did. */
export function outcomeWords({ rows, states }: ExportView): string {
  const planned = rows.length;
  if (planned === 0) return 'This run covers no sample: there is no result.';
  const parts = [
    ...(states.failed > 0 ? [`${states.failed} failed`] : []),
    ...(states['not-answered'] > 0 ? [`${states['not-answered']} could not be answered`] : []),
    ...(states.missing > 0 ? [`${states.missing} ${states.missing === 1 ? 'was' : 'were'} not reached`] : []),
  ];
  const rest = parts.length === 0 ? '' : `; ${parts.join(', ')}`;
  if (planned === 1 && states.answered === 0) return `The one planned answer was not given${rest}.`;
  if (states.answered === 0) return `None of the ${planned} planned answers was given${rest}.`;
  return `${states.answered} of ${planned} planned answers were given${rest}.`;
}

export function methodsParagraph(view: ExportView): string {
  const { header, pack, rows } = view;
  const { generation, selection } = header;
  const elsewhere = ranElsewhere(header);
  const part = [
    ...(selection.limit === null ? [] : [`the first ${selection.limit} samples`]),
    ...(selection.shard === null ? [] : [`shard ${selection.shard.index} of ${selection.shard.count}`]),
    ...(selection.repeats === 1 ? [] : [`${selection.repeats} answers to each`]),
  ];
  return [
    ...madeWords(view),
    `It was asked for ${rows.length} answers from the pack ${pack.id} ${pack.version} (${pack.samples} samples, seal ${pack.seal})${part.length === 0 ? '' : `: ${part.join(', ')}`}${elsewhere ? '.' : `, with prompt ${header.prompt.id} ${header.prompt.version} and solver ${header.solver.id} ${header.solver.version}.`}`,
    ...(elsewhere
      ? []
      : [
          `Generation: at most ${generation.maxTokens} tokens, temperature ${generation.temperature}, top k ${generation.topK}, seed ${generation.seed}.`,
        ]),
    `Answers were scored by ${scorerVersions(view)}.`,
    `Every mean stands with its ${intervalPercent(view)} interval: cluster-robust t where samples share a patient or a visit or were answered more than once, otherwise Wilson for yes/no measures (with a Poisson end where one to three events are rare) and a BCa bootstrap for the rest; the method stands in the table.`,
    'What could not be scored is left out of the mean and counted beside it; it is never taken as zero.',
  ].join(' ');
}

/** The model was run by another tool: what its file does not tell is not known here. */
export function ranElsewhere({ model }: ExportView['header']): boolean {
  return model.source === 'imported';
}

function madeWords({ header }: ExportView): string[] {
  const { model, runtime, imported } = header;
  const files = imported?.files.map(({ name, sha256 }) => `${name} (SHA-256 ${sha256})`).join(', ') ?? '';
  if (ranElsewhere(header))
    return [
      `The model ${model.id}, as the file names it, was not run by this application: its answers were made by ${imported?.tool ?? 'another tool'} and read from ${files}.`,
    ];
  const server = serverWords(header);
  if (server !== null)
    return [
      `${server} The text of the pack was sent ${sentWords(header) ?? 'there'}. Weights, number format, chat template and truncation are the server's own and are not known here.`,
      ...(imported === undefined ? [] : [`The run was read back from ${files}.`]),
    ];
  const threads = `${runtime.threads} ${runtime.threads === 1 ? 'thread' : 'threads'}`;
  return [
    `The model ${model.id} (${model.dtype}, SHA-256 ${model.sha256}) was run on one device by ${runtime.id} ${runtime.version} (${runtime.device}, ${threads}).`,
    ...(imported === undefined ? [] : [`The run was read back from ${files}.`]),
  ];
}

export function limitsOf(view: ExportView): readonly string[] {
  const { pack, header, columns, rows, states, privacy } = view;
  const clusters = new Set(rows.map(({ cluster }) => cluster)).size;
  const unscored = columns.filter(({ estimate }) => estimate.unscored > 0).length;
  return [
    `The scores say how the model did on this pack${ranElsewhere(header) ? '' : header.runtime.server === undefined ? ' with these settings on this device' : ' with these settings on that server'}. They are no approval for clinical use and no advice on care.`,
    ...(pack.words === null
      ? ['The pack is private: its title, source and content are withheld here.']
      : [
          `About the pack: ${pack.words.statement}`,
          ...(pack.words.review === null ? [] : [`Review of the pack: ${asSentence(pack.words.review)}`]),
        ]),
    ...(header.model.source === 'bundled'
      ? [
          'The bundled model is a demonstration trained on generated text. It shows the tool; it is not for care.',
        ]
      : []),
    ...(header.runtime.server === undefined
      ? []
      : [
          'These scores say nothing about a model on a device: a server answered, and another model may stand behind the same name tomorrow.',
        ]),
    ...(ranElsewhere(header)
      ? ['The model was not run here: weights, device and settings are only what the file says of them.']
      : []),
    ...((header.imported?.problems ?? 0) > 0
      ? [`Rows of the file that could not be read and take no part: ${header.imported?.problems ?? 0}.`]
      : []),
    ...(clusters < 20
      ? [
          `${clusters} independent ${clusters === 1 ? 'sample' : 'samples'}: intervals are wide, and wider than they look.`,
        ]
      : []),
    ...(rows.length > states.answered
      ? [
          `${rows.length - states.answered} of ${rows.length} planned answers are absent, and they need not be like the others.`,
        ]
      : []),
    ...(unscored > 0
      ? [
          `${unscored} of ${columns.length} measures could not be computed for some answers; their means describe the others only.`,
        ]
      : []),
    ...(header.selection.limit === null && header.selection.shard === null
      ? []
      : ['Only part of the pack was run.']),
    ...(columns.some(({ scorer }) => scorer.id === 'audit')
      ? [
          `The transcript audit does not see every error: it pointed at ${reachWords(recallOf('any'))} of the sentences with an error and at ${reachWords(recallOf('missed'))} of what was left out, measured on ${measuredOnWords}. A note without findings is not a note without errors.`,
        ]
      : []),
    'Scorers read text by rule: a note can score high and be wrong in the one number that matters. Read notes before relying on a score.',
    ...(privacy === 'hashes'
      ? ['The hash of a short text can be found by guessing: hashes are not anonymous.']
      : []),
  ];
}
