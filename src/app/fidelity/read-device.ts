/** What a loaded model gives for reference vectors. */
import type { FidelityReading, PromptReading } from '../../core/fidelity/reading.ts';
import type { FidelityReference, ReferencePrompt } from '../../core/fidelity/reference.ts';
import type { EngineClient } from '../engine/engine-client.ts';
import { logLikelihoods } from './make-reference.ts';

type Engine = Pick<EngineClient, 'inspect'>;

/** Prompts that are asked a second time, to see whether the device repeats itself. */
const ASKED_TWICE = 4;

export async function readDevice(
  engine: Engine,
  reference: Pick<FidelityReference, 'prompts' | 'choices'>,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<FidelityReading> {
  const total = reference.prompts.length + reference.choices.length;
  let done = 0;
  const step = (): void => onProgress((done += 1), total);
  const prompts: PromptReading[] = [];
  for (const [index, prompt] of reference.prompts.entries()) {
    prompts.push(await readPrompt(engine, prompt, index < ASKED_TWICE, signal));
    step();
  }
  const choices = [];
  for (const { id, promptIds, continuations } of reference.choices) {
    choices.push({ id, logLikelihoods: await logLikelihoods(engine, promptIds, continuations, signal) });
    step();
  }
  return { prompts, choices };
}

async function readPrompt(
  engine: Engine,
  { id, promptIds, greedyIds, positions }: ReferencePrompt,
  twice: boolean,
  signal: AbortSignal,
): Promise<PromptReading> {
  const forced = await engine.inspect(
    {
      kind: 'forced',
      promptIds,
      continuationIds: greedyIds,
      wanted: positions.map((distribution) => distribution.map(([token]) => token)),
      top: 1,
    },
    { signal },
  );
  const write = async () =>
    (await engine.inspect({ kind: 'greedy', promptIds, maxTokens: greedyIds.length }, { signal })).ids;
  const written = await write();
  const againIds = twice ? await write() : null;
  const { texts } = await engine.inspect({ kind: 'text', texts: [written, greedyIds] }, { signal });
  return {
    id,
    positions: forced.positions.map(({ top, wanted }) => ({
      logProbabilities: wanted,
      mostLikely: top[0]?.[0] ?? -1,
    })),
    greedyIds: written,
    againIds,
    text: texts[0] ?? '',
    referenceText: texts[1] ?? '',
  };
}
