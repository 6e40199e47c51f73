import { encoderWords, settingsWords, documentsWords } from '../compare/settings-differences.ts';
import { costRows } from '../cost/cost-rows.ts';
import { fidelityWords } from '../fidelity/override.ts';
import { networkWords } from '../network/network-use.ts';
import { sentWords, serverWords } from '../run/server-words.ts';
import type { ExportView } from './export-view.ts';

/** What no file of another tool says of a run, where our header holds a zero or nothing. */
const NOT_STATED_ELSEWHERE = new Set([
  'application',
  'model SHA-256',
  'dtype',
  'device',
  'threads',
  'cross-origin isolated',
  'context tokens',
  'chat template SHA-256',
  'prompt',
  'prompt SHA-256',
  'solver',
  'solver settings',
  'top k',
  'stop strings',
  'cores',
  'device check',
  'memory',
  'platform',
  'browser',
]);

/** Everything a number of the run depends on, as name and value, in a fixed order. */
export function settingsRows(view: ExportView): readonly (readonly [string, string])[] {
  if (view.header.model.source !== 'imported') return allRows(view);
  const generation = new Set(['max tokens', 'temperature', 'seed']);
  return allRows(view).filter(
    ([name, value]) => !NOT_STATED_ELSEWHERE.has(name) && !(generation.has(name) && value === '0'),
  );
}

function allRows(view: ExportView): readonly (readonly [string, string])[] {
  const { header, pack } = view;
  const { model, runtime, device, generation, selection } = header;
  const { adapter, fallback } = runtime;
  return [
    ['run', header.id],
    ['started', header.createdAt],
    ['application', `${header.app.name} ${header.app.version} (${header.app.build})`],
    ['pack', `${pack.id} ${pack.version}, ${pack.samples} samples`],
    ['pack seal (SHA-256)', pack.seal],
    ['pack language', pack.language],
    ['pack is private', pack.private ? 'yes' : 'no'],
    ['model', `${model.id} (${model.title})`],
    ['model source', `${model.source}${model.revision === undefined ? '' : `, revision ${model.revision}`}`],
    ['model SHA-256', model.sha256],
    ['dtype', model.dtype],
    ['runtime', `${runtime.id} ${runtime.version}`],
    ['device', runtime.device],
    ...rowOf('answered by', serverWords(header)),
    ...rowOf('text of the pack was sent', sentWords(header)),
    ['threads', String(runtime.threads)],
    ['cross-origin isolated', runtime.crossOriginIsolated ? 'yes' : 'no'],
    ...(adapter === undefined
      ? []
      : [['adapter', `${adapter.vendor} ${adapter.architecture} ${adapter.description}`.trim()] as const]),
    ...(fallback === undefined ? [] : [['fallback', `from ${fallback.from}: ${fallback.reason}`] as const]),
    ['context tokens', runtime.contextTokens === null ? 'not known' : String(runtime.contextTokens)],
    ['chat template SHA-256', runtime.chatTemplateSha256 ?? 'none'],
    ['prompt', `${header.prompt.id} ${header.prompt.version}`],
    ['prompt SHA-256', header.prompt.sha256],
    ['solver', `${header.solver.id} ${header.solver.version}`],
    ['solver settings', settingsWords(header.solver.settings)],
    ...(header.solver.encoder === undefined
      ? []
      : [['encoder of the examples', encoderWords(header.solver.encoder)] as const]),
    ...(header.documents === undefined ? [] : [['documents', documentsWords(header.documents)] as const]),
    ['scorers', scorerVersions(view)],
    ['max tokens', String(generation.maxTokens)],
    ['temperature', String(generation.temperature)],
    ['top k', String(generation.topK)],
    ['seed', String(generation.seed)],
    ['stop strings', generation.stop.length === 0 ? 'none' : JSON.stringify(generation.stop)],
    ['limit', selection.limit === null ? 'none' : String(selection.limit)],
    ['shard', selection.shard === null ? 'none' : `${selection.shard.index}/${selection.shard.count}`],
    ['repeats', String(selection.repeats)],
    ['scores changed by people', String(view.overrides.length)],
    ['settings SHA-256', header.settingsSha256],
    ...(header.imported === undefined
      ? []
      : [
          [
            'imported',
            `from ${header.imported.format}, written by ${header.imported.tool || 'a tool not named'}`,
          ] as const,
          ...header.imported.files.map(
            ({ name, sha256 }) => [`imported file ${name} (SHA-256)`, sha256] as const,
          ),
        ]),
    ['cores', device.cores === null ? 'not known' : String(device.cores)],
    ['memory', device.memoryGiB === null ? 'not known' : `${device.memoryGiB} GiB`],
    ['device check', fidelityWords(header.fidelity, view.fidelityOverride)],
    ...speedRows(view),
    ...costRows(view.cost).map(([name, value]) => [`cost: ${name}`, value] as const),
    ...networkRows(view),
    ['platform', device.platform],
    ['browser', device.userAgent],
    ['privacy level of this file', view.privacy],
  ];
}

function rowOf(name: string, value: string | null): readonly (readonly [string, string])[] {
  return value === null ? [] : [[name, value]];
}

function speedRows({ header: { speed } }: ExportView): readonly (readonly [string, string])[] {
  if (speed === undefined) return [];
  return [
    ['shared beginnings of prompts', speed.prefixReuse ? 'kept where that is exact' : 'off'],
    ['next prompt tokenised ahead', speed.prepareNext ? 'yes' : 'no'],
  ];
}

function networkRows({ network }: ExportView): readonly (readonly [string, string])[] {
  if (network === null) return [['network during the run', 'not recorded']];
  return [
    ['network during the run', networkWords(network)],
    ['network policy', network.policy],
    ['network watched by', network.watched],
  ];
}

export function scorerVersions(view: ExportView): string {
  const scorers = new Map(view.columns.map(({ scorer }) => [scorer.id, scorer.version]));
  return [...scorers].map(([id, version]) => `${id} ${version}`).join(', ') || 'none';
}
