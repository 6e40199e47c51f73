import { existsSync, statSync } from 'node:fs';
import * as v from 'valibot';
import { AppError } from '../../core/errors.ts';
import type { FidelityCheck } from '../../core/fidelity/stored-check.ts';
import { FidelityCheckSchema } from '../../core/fidelity/stored-check.ts';
import { commandArgs, listOption, requiredOption } from '../command-args.ts';
import type { CliIo, Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { openPage, type BrowserPage } from '../run/browser-page.ts';
import { textTable } from '../text-table.ts';

const PROGRESS_MS = 5_000;

const ModelsSchema = v.array(
  v.looseObject({
    id: v.string(),
    runtimeId: v.string(),
    variants: v.array(v.looseObject({ dtype: v.string() })),
  }),
);

export const fidelityCommand: Command = {
  name: 'fidelity',
  summary: 'Hold this device against reference vectors of the same weights',
  usage: `bedside fidelity --model <id|folder> [--dtype d,d] [--device wasm|webgpu] [--against d[/device]] [--quick] [--json]

  --dtype       number formats to check; all of the model's by default
  --against     the number format (and device) of this machine to take as the reference, e.g. fp32/wasm;
                without it the vectors that came with the model
  --quick       fewer prompts and questions
  Ends with 3 when a format does not agree with the reference as well as it should`,
  async run(args, io) {
    const { values } = commandArgs(args, {
      model: { type: 'string' },
      dtype: { type: 'string' },
      device: { type: 'string', default: 'wasm' },
      against: { type: 'string' },
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    });
    const { device, quick } = values;
    if (device !== 'wasm' && device !== 'webgpu')
      throw new AppError('input/option', `--device ${device} is not wasm or webgpu`, { option: '--device' });
    const model = requiredOption(values.model, '--model');
    const against = readAgainst(values.against);
    const webgpu = device === 'webgpu' || (against !== 'shipped' && against.device === 'webgpu');
    const page = await openPage({ webgpu, log: (line) => io.err(line) });
    try {
      const modelId = isFolder(model) ? String(await page.pickModelFolder(model)) : model;
      const dtypes = await wantedDtypes(page, modelId, values.dtype);
      const checks: FidelityCheck[] = [];
      for (const dtype of dtypes) {
        const request = { modelId, dtype, device, threads: 1, against, quick };
        checks.push(readCheck(await page.follow('fidelity', [request], progressTo(io, dtype))));
      }
      io.out(values.json ? `${JSON.stringify({ model: modelId, checks })}\n` : `${words(checks)}\n`);
      return checks.every(({ failures }) => failures.length === 0) ? EXIT.done : EXIT.differs;
    } finally {
      await page.close();
    }
  },
};

function readAgainst(given: string | undefined): 'shipped' | { dtype: string; device: 'wasm' | 'webgpu' } {
  if (given === undefined) return 'shipped';
  const [dtype = '', device = 'wasm'] = given.split('/');
  if (dtype !== '' && (device === 'wasm' || device === 'webgpu')) return { dtype, device };
  throw new AppError('input/option', `--against ${given} is not a number format and a device`, {
    option: '--against',
  });
}

function isFolder(model: string): boolean {
  return existsSync(model) && statSync(model).isDirectory();
}

async function wantedDtypes(page: BrowserPage, modelId: string, given: string | undefined) {
  if (given !== undefined) return listOption(given);
  const models = v.parse(ModelsSchema, await page.call('listModels'));
  const model = models.find(({ id }) => id === modelId);
  if (model === undefined)
    throw new AppError('input/unknown-id', `no model is called "${modelId}"`, {
      id: modelId,
      known: models.map(({ id }) => id),
    });
  return model.variants.map(({ dtype }) => dtype);
}

function readCheck(value: unknown): FidelityCheck {
  if (v.is(FidelityCheckSchema, value)) return value as unknown as FidelityCheck;
  throw new AppError('defect', 'the page sent a check of another form; build it again (npm run build)');
}

function progressTo(io: CliIo, dtype: string): (event: unknown) => void {
  const Event = v.object({ stage: v.string(), done: v.number(), total: v.number() });
  let said = 0;
  return (event) => {
    if (!v.is(Event, event) || Date.now() - said < PROGRESS_MS) return;
    said = Date.now();
    io.err(`${dtype}: ${event.stage}${event.total === 0 ? '' : ` ${event.done} of ${event.total}`}`);
  };
}

function words(checks: readonly FidelityCheck[]): string {
  const fixed = (value: number | null, digits = 3): string =>
    value === null ? '-' : value.toPrecision(digits);
  const rows = checks.map(({ dtype, runtime, reference, report, failures }) => [
    dtype,
    runtime.device,
    `${reference.dtype} (${reference.kind === 'shipped' ? 'shipped' : reference.device})`,
    `${fixed(report.kl.value)} (${fixed(report.kl.low)}-${fixed(report.kl.high)})`,
    `${fixed(report.topOne.value, 4)} (${fixed(report.topOne.low, 4)}-${fixed(report.topOne.high, 4)})`,
    String(report.kl.n),
    report.choices === null ? '-' : `${report.choices.changedIds.length}/${report.choices.changed.n}`,
    failures.length === 0 ? 'agrees' : failures.join('; '),
  ]);
  const header = [
    'format',
    'device',
    'reference',
    'KL, nats',
    'same first choice',
    'n',
    'answers changed',
    'verdict',
  ];
  return textTable(header, rows);
}
