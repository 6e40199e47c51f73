import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import * as v from 'valibot';
import { canonicalJson } from '../../core/canonical-json.ts';
import type { DocumentPolicy, RunHeader } from '../../core/contracts.ts';
import { AppError, toAppError } from '../../core/errors.ts';
import { DocumentPolicySchema } from '../../core/packs/pack.ts';
import { readPack } from '../../core/packs/read-pack.ts';
import { sentWords } from '../../core/run/server-words.ts';
import { parseShard } from '../../core/run/selection.ts';
import type { SolverSettings } from '../../core/contracts.ts';
import { solverById } from '../../core/solvers/registry.ts';
import { keptSettings } from '../../core/solvers/setting-fields.ts';
import { commandArgs, requiredOption } from '../command-args.ts';
import type { CliIo, Command } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { checkOutput, sourceFile } from '../files.ts';
import { errorLines } from '../messages.ts';
import { openPage, pageError, type BrowserPage } from '../run/browser-page.ts';
import { readEnd, readEvent, readRequest, type PageRequest } from '../run/page-data.ts';
import { SERVER_HELP, SERVER_OPTIONS, serverOption, type ServerOption } from '../run/server-option.ts';
import { solverHelp, solverSettings } from '../solver-options.ts';
import { createRunWriter, readEarlierRun, type EarlierRun, type RunWriter } from '../run/run-file.ts';

/** Often enough to see that it goes on, seldom enough for a log file. */
const PROGRESS_MS = 5_000;

export const runCommand: Command = {
  name: 'run',
  summary: 'Run a model on a pack in a real browser',
  usage: `bedside run --pack <id|file> --model <id|folder> [--dtype d] [--device wasm|webgpu] [--solver id] [--limit n]
            [--solver-set key=value ...] [--encoder folder] [--documents order,fit] [--seed n] [--max-tokens n]
            [--shard i/n] [--out run.jsonl] [--no-prefix-reuse] [--no-prepare-next]
bedside run --pack <id|file> --model <name> --server <origin> [--agree-to-send] ...

  --pack        a bundled pack's id, or a pack file
  --model       a bundled model's id, or a folder in transformers.js layout
  --solver      the way of asking; the pack's own when left out
  --encoder     a folder with a text encoder, for --solver-set similarity=embeddings (examples alike in meaning)
  --solver-set  one setting of it, repeated for several: --solver self-consistency --solver-set votes=9
  --documents   how several documents of a sample are put to the model, instead of what the pack says:
                given or shuffled, then refuse (what is too long is not asked) or leave-out (documents in
                which the answer does not stand go, whole), e.g. shuffled,leave-out
  --limit       the first n samples in pack order
  --shard       of those, every n-th, e.g. 3/8; merge puts the shards together
  --out         written as records come; a file of the same run is continued, nothing is computed twice.
                Without it the lines go to stdout
  ${SERVER_HELP}
  --no-prefix-reuse, --no-prepare-next
                turn off what makes a run faster without changing its results: keeping what prompts have in
                common, and tokenising the next sample while the model is busy

  Ways of asking, with their settings as they are when nothing is set:
${solverHelp()}`,
  async run(args, io) {
    const { values, positionals } = commandArgs(args, {
      pack: { type: 'string' },
      model: { type: 'string' },
      dtype: { type: 'string' },
      device: { type: 'string' },
      ...SERVER_OPTIONS,
      solver: { type: 'string' },
      'solver-set': { type: 'string', multiple: true, default: [] },
      encoder: { type: 'string' },
      documents: { type: 'string' },
      limit: { type: 'string' },
      seed: { type: 'string' },
      'max-tokens': { type: 'string' },
      shard: { type: 'string' },
      out: { type: 'string' },
      'no-prefix-reuse': { type: 'boolean', default: false },
      'no-prepare-next': { type: 'boolean', default: false },
    });
    if (positionals.length > 0) {
      throw new AppError('input/option', `"${positionals[0] ?? ''}" is not an option`, {
        option: positionals[0] ?? '',
      });
    }
    const device = values.device ?? 'wasm';
    if (device !== 'wasm' && device !== 'webgpu') {
      throw new AppError('input/option', `--device ${device} is not wasm or webgpu`, { option: '--device' });
    }
    const pack = requiredOption(values.pack, '--pack');
    const model = requiredOption(values.model, '--model');
    const limit = numberOption(values.limit, '--limit', 1);
    const seed = numberOption(values.seed, '--seed', 0);
    const maxTokens = numberOption(values['max-tokens'], '--max-tokens', 1);
    const settings = solverSettings(values.solver, values['solver-set']);
    checkEncoder(values.solver, settings, values.encoder);
    const documents = documentPolicy(values.documents);
    const shard = values.shard === undefined ? null : parseShard(values.shard);
    const out = values.out ?? null;
    if (out !== null) checkOutput(out, existsSync(pack) ? [pack] : []);
    const packText = await readPackFile(pack);
    const server = serverOption(values, packText === null ? null : pack, process.env);
    const earlier = out === null ? null : await readEarlierRun(out);

    const page = await openPage({
      webgpu: device === 'webgpu',
      ...(server === null ? {} : { server: server.origin }),
      log: (line) => io.err(line),
    });
    const stop = () => {
      page
        .close()
        .finally(() => process.exit(130))
        .catch(() => undefined);
    };
    process.once('SIGINT', stop);
    const writer = createRunWriter(out, earlier, (text) => io.out(text));
    try {
      const packId = packText === null ? pack : await page.call('importPackText', basename(pack), packText);
      const modelId = await chosenModel(page, model, server);
      const asked =
        values.encoder === undefined
          ? settings
          : { ...settings, encoder: await page.pickEncoderFolder(values.encoder) };
      const request = readRequest(
        await page.call('request', {
          packId,
          modelId,
          ...(server === null ? { device } : {}),
          ...(server?.agreed === true ? { sendTo: server.origin } : {}),
          limit,
          shard,
          ...(values.dtype === undefined ? {} : { dtype: values.dtype }),
          ...(values.solver === undefined ? {} : { solverId: values.solver }),
          ...(documents === undefined ? {} : { documents }),
          ...(Object.keys(asked).length === 0 ? {} : { solverSettings: asked }),
          ...(values['no-prefix-reuse'] || values['no-prepare-next']
            ? { speed: { prefixReuse: !values['no-prefix-reuse'], prepareNext: !values['no-prepare-next'] } }
            : {}),
          generation: {
            ...(seed === null ? {} : { seed }),
            ...(maxTokens === null ? {} : { maxTokens }),
          },
        }),
      );
      if (earlier !== null) checkSameSettings(earlier.run.header, request, out ?? '');
      return await runInPage(page, request, earlier, writer, io);
    } catch (thrown) {
      // A browser that went away in the middle is no bad input: what is written can be continued.
      if (writer.written === 0 || !(thrown instanceof AppError) || thrown.code !== 'runtime/failed')
        throw thrown;
      for (const line of errorLines(thrown)) io.err(line);
      return EXIT.failedSamples;
    } finally {
      process.removeListener('SIGINT', stop);
      writer.close();
      await page.close();
    }
  },
};

/** What the page calls the model. A name on a server may look like a path. */
async function chosenModel(page: BrowserPage, model: string, server: ServerOption | null): Promise<unknown> {
  if (server !== null) return page.call('addServerModel', server.origin, model, server.key);
  return isFolder(model) ? page.pickModelFolder(model) : model;
}

/** Before a browser starts: examples alike in meaning need an encoder, and nothing else uses one. */
function checkEncoder(
  solver: string | undefined,
  settings: SolverSettings,
  folder: string | undefined,
): void {
  const wanted = solver === undefined ? null : (solverById(solver).encoder?.(settings) ?? null);
  if (wanted !== null && folder === undefined) {
    throw new AppError(
      'input/option',
      'similarity=embeddings needs a text encoder: name its folder with --encoder, or leave the similarity to the words',
      { option: '--encoder' },
    );
  }
  if (folder === undefined) return;
  if (wanted === null) {
    throw new AppError(
      'input/option',
      '--encoder is for --solver nearest-shot-… with --solver-set similarity=embeddings',
      { option: '--encoder' },
    );
  }
  if (!isFolder(folder))
    throw new AppError('input/option', `${folder} is no folder`, { option: '--encoder' });
}

async function runInPage(
  page: BrowserPage,
  request: PageRequest,
  earlier: EarlierRun | null,
  writer: RunWriter,
  io: CliIo,
): Promise<ExitCode> {
  let total = 0;
  let done = earlier?.run.records.length ?? 0;
  let lastLine = Date.now();
  let problem: AppError | null = null;
  const onEvent = (value: unknown) => {
    try {
      const event = readEvent(value);
      if (event.kind === 'started') {
        ({ total } = event);
        writer.header(event.header);
        const { runtime } = event.header;
        if (runtime.fallback !== undefined) {
          io.err(
            `${runtime.fallback.from} could not be used (${runtime.fallback.reason}): running on ${runtime.device}`,
          );
        }
        io.err(
          `${event.header.model.id} (${event.header.model.dtype}, ${runtime.device}) on ${event.header.pack.id}: ${done} of ${total} done`,
        );
        const sent = sentWords(event.header);
        if (sent !== null) io.err(`Not on this device: prompts are sent ${sent}`);
      } else if (event.kind === 'record') {
        writer.record(event.record);
        done += 1;
        if (Date.now() - lastLine < PROGRESS_MS) return;
        lastLine = Date.now();
        io.err(`${done} of ${total}`);
      }
    } catch (thrown) {
      problem ??= toAppError(thrown);
      page.call('cancel').catch(() => undefined);
    }
  };
  const end = readEnd(
    earlier === null
      ? await page.follow('run', [request], onEvent)
      : await page.follow('resume', [await page.call('importJsonl', 'earlier.jsonl', earlier.text)], onEvent),
  );
  if (problem !== null) throw problem as AppError; // set in the callback, which the compiler cannot see
  if (!end.ok) throw pageError(end.error);
  io.err(`${done} of ${total} done${end.failed > 0 ? `, ${end.failed} failed` : ''}`);
  if (end.error !== null) for (const line of errorLines(pageError(end.error))) io.err(line);
  return end.status === 'finished' && end.failed === 0 ? EXIT.done : EXIT.failedSamples;
}

/** The page checks the hashes as well; here the options a person can change are named. */
function checkSameSettings(header: RunHeader, request: PageRequest, file: string): void {
  const compared: readonly [name: string, before: unknown, now: unknown][] = [
    ['pack', header.pack.id, request.packId],
    ['model', header.model.id, request.modelId],
    ['dtype', header.model.dtype, request.dtype],
    ['device', header.runtime.fallback?.from ?? header.runtime.device, request.device],
    ['solver', header.solver.id, request.solverId],
    [
      'solver settings',
      header.solver.settings ?? null,
      keptSettings(solverById(request.solverId).settings, request.solverSettings ?? {}),
    ],
    ['prompt', header.prompt.id, request.promptId],
    [
      'documents',
      request.documents !== undefined || header.documentsFrom === 'run' ? (header.documents ?? null) : null,
      request.documents ?? null,
    ],
    ['generation', header.generation, request.generation],
    ['limit', header.selection.limit, request.limit],
    ['shard', header.selection.shard, request.shard],
    ['scorers', header.scorers, request.scorers],
  ];
  const fields = compared
    .filter(([, before, now]) => canonicalJson(before) !== canonicalJson(now))
    .map(([name]) => name);
  if (fields.length === 0) return;
  throw new AppError('run/not-resumable', `${file} holds a run with another ${fields.join(', ')}`, {
    fields,
    file,
  });
}

function documentPolicy(text: string | undefined): DocumentPolicy | undefined {
  if (text === undefined) return undefined;
  const [order, fit] = text.split(',').map((part) => part.trim());
  const policy = v.safeParse(DocumentPolicySchema, { order, fit });
  if (policy.success) return policy.output;
  throw new AppError('input/option', `--documents ${text} is not, for example, shuffled,leave-out`, {
    option: '--documents',
  });
}

function numberOption(text: string | undefined, option: string, least: number): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
  throw new AppError('input/option', `${option} ${text} is not a whole number from ${least}`, { option });
}

/** Null when `pack` is an id. A file is checked here, where its problems can be named before a browser starts. */
async function readPackFile(pack: string): Promise<string | null> {
  if (!existsSync(pack)) {
    if (!/[/\\]|\.jsonl?$/i.test(pack)) return null;
    throw new AppError('input/option', `${pack}: there is no such file`, { file: pack, option: '--pack' });
  }
  await readPack(sourceFile(pack));
  return readFileSync(pack, 'utf8');
}

function isFolder(model: string): boolean {
  if (existsSync(model) && statSync(model).isDirectory()) return true;
  if (!/[/\\]/.test(model)) return false;
  throw new AppError('input/option', `--model ${model}: there is no such folder`, {
    option: '--model',
    folder: model,
  });
}
