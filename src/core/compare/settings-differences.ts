import type { DocumentPolicy, ExampleEncoder, RunHeader, SolverSettings } from '../contracts.ts';

/** `marked`: the two runs were not asked the same way, so a difference is not the model's alone. */
export interface SettingDifference {
  readonly setting: string;
  readonly a: string;
  readonly b: string;
  readonly marked: boolean;
}

const SETTINGS: readonly {
  readonly setting: string;
  readonly marked: boolean;
  readonly of: (header: RunHeader) => unknown;
}[] = [
  {
    setting: 'prompt',
    marked: true,
    of: ({ prompt }) => `${prompt.id} ${prompt.version} ${short(prompt.sha256)}`,
  },
  { setting: 'solver', marked: true, of: ({ solver }) => `${solver.id} ${solver.version}` },
  {
    setting: 'solver settings',
    marked: true,
    of: ({ solver }) => settingsWords(solver.settings),
  },
  {
    setting: 'encoder of the examples',
    marked: true,
    of: ({ solver }) => (solver.encoder === undefined ? 'none' : encoderWords(solver.encoder)),
  },
  { setting: 'documents', marked: true, of: ({ documents }) => documentsWords(documents) },
  { setting: 'max tokens', marked: true, of: ({ generation }) => generation.maxTokens },
  { setting: 'temperature', marked: true, of: ({ generation }) => generation.temperature },
  { setting: 'top k', marked: true, of: ({ generation }) => generation.topK },
  { setting: 'stop strings', marked: true, of: ({ generation }) => JSON.stringify(generation.stop) },
  {
    setting: 'answered by',
    marked: true,
    of: ({ runtime }) =>
      runtime.server === undefined ? 'a device of its own' : `the server at ${runtime.server.origin}`,
  },
  { setting: 'model', marked: false, of: ({ model }) => `${model.id} ${short(model.sha256)}` },
  { setting: 'dtype', marked: false, of: ({ model }) => model.dtype },
  { setting: 'runtime', marked: false, of: ({ runtime }) => `${runtime.id} ${runtime.version}` },
  { setting: 'device', marked: false, of: ({ runtime }) => runtime.device },
  { setting: 'adapter', marked: false, of: ({ runtime }) => runtime.adapter?.description ?? 'none' },
  { setting: 'threads', marked: false, of: ({ runtime }) => runtime.threads },
  { setting: 'fallback', marked: false, of: ({ runtime }) => runtime.fallback?.reason ?? 'none' },
  {
    setting: 'chat template',
    marked: false,
    of: ({ runtime }) => (runtime.chatTemplateSha256 === null ? 'none' : short(runtime.chatTemplateSha256)),
  },
  { setting: 'context tokens', marked: false, of: ({ runtime }) => runtime.contextTokens ?? 'unknown' },
  { setting: 'seed', marked: false, of: ({ generation }) => generation.seed },
  { setting: 'limit', marked: false, of: ({ selection }) => selection.limit ?? 'all' },
  {
    setting: 'shard',
    marked: false,
    of: ({ selection: { shard } }) => (shard === null ? 'none' : `${shard.index}/${shard.count}`),
  },
  { setting: 'repeats', marked: false, of: ({ selection }) => selection.repeats },
  { setting: 'platform', marked: false, of: ({ device }) => device.platform },
  { setting: 'app', marked: false, of: ({ app }) => `${app.version} ${app.build}` },
];

/** "MiniLM L6 (minilm-l6) q8, SHA-256 0f3c…": two encoders of one name differ by their files. */
export function encoderWords({ id, name, dtype, sha256 }: ExampleEncoder): string {
  const which = id === undefined || id === name ? name : `${name} (${id})`;
  return `${which} ${dtype}, SHA-256 ${sha256}`;
}

/** "shots 3, heldOut 10"; "defaults" where a run keeps none. */
export function settingsWords(settings: SolverSettings | undefined): string {
  const words = Object.entries(settings ?? {}).map(([key, value]) => `${key} ${String(value)}`);
  return words.length === 0 ? 'defaults' : words.join(', ');
}

/** "shuffled by the seed; what does not fit is left out whole". */
export function documentsWords(policy: DocumentPolicy | undefined): string {
  if (policy === undefined) return 'as they stand; too long is not asked';
  const order = policy.order === 'given' ? 'as they stand' : 'shuffled by the seed';
  const fit = policy.fit === 'refuse' ? 'too long is not asked' : 'what does not fit is left out whole';
  return `${order}; ${fit}`;
}

/** What differs between two runs, marked settings first; the scores are only read after this. */
export function settingsDifferences(a: RunHeader, b: RunHeader): SettingDifference[] {
  return SETTINGS.flatMap(({ setting, marked, of }) => {
    const [first, second] = [String(of(a)), String(of(b))];
    return first === second ? [] : [{ setting, a: first, b: second, marked }];
  });
}

function short(sha256: string): string {
  return sha256.slice(0, 12);
}
