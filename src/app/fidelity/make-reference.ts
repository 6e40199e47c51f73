/** Reference vectors made on this machine, from bundled packs, with one number format and device. */
import type { Sample } from '../../core/packs/pack.ts';
import { promptById } from '../../core/prompts/registry.ts';
import type { FidelityReference, ReferenceChoice, ReferencePrompt } from '../../core/fidelity/reference.ts';
import { continuationOf } from '../../core/solvers/rank-choices.ts';
import type { LoadedModel } from '../../../workers/protocol.ts';
import type { EngineClient } from '../engine/engine-client.ts';
import type { Packs } from '../packs/packs.ts';

const TOP = 20;

interface Size {
  /** By pack: how many prompts and how many tokens are written after each. */
  readonly texts: readonly { readonly packId: string; readonly count: number; readonly maxTokens: number }[];
  readonly choices: number;
}

const QUESTIONS = 'clinical-qa-demo';
const FULL: Size = {
  texts: [
    { packId: 'soap-notes-handwritten', count: 8, maxTokens: 160 },
    { packId: 'soap-notes-demo', count: 16, maxTokens: 160 },
    { packId: QUESTIONS, count: 8, maxTokens: 48 },
  ],
  choices: 48,
};
const QUICK: Size = {
  texts: [
    { packId: 'soap-notes-handwritten', count: 2, maxTokens: 24 },
    { packId: QUESTIONS, count: 6, maxTokens: 16 },
  ],
  choices: 8,
};

export interface ReferenceModel {
  readonly engine: Pick<EngineClient, 'inspect'>;
  readonly loaded: LoadedModel;
  readonly modelId: string;
  readonly dtype: string;
}

export async function makeReference(
  { engine, loaded, modelId, dtype }: ReferenceModel,
  packs: Pick<Packs, 'get'>,
  quick: boolean,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<FidelityReference> {
  const size = quick ? QUICK : FULL;
  const total = size.texts.reduce((sum, { count }) => sum + count, 0) + size.choices;
  let done = 0;
  const step = (): void => onProgress((done += 1), total);

  const prompts: ReferencePrompt[] = [];
  for (const { packId, count, maxTokens } of size.texts) {
    const { pack } = await packs.get(packId);
    for (const sample of spread(pack.samples, count)) {
      const messages = promptById(pack.promptId).render(sample);
      const { promptIds } = await engine.inspect({ kind: 'tokens', messages, continuations: [] }, { signal });
      step();
      // A model with a small context says so by leaving long visits out.
      const room = loaded.runtime.contextTokens;
      if (room !== null && promptIds.length + maxTokens > room) continue;
      const { ids } = await engine.inspect({ kind: 'greedy', promptIds, maxTokens }, { signal });
      if (ids.length === 0) continue;
      const { positions } = await engine.inspect(
        { kind: 'forced', promptIds, continuationIds: ids, wanted: [], top: TOP },
        { signal },
      );
      prompts.push({
        id: `${packId}/${sample.id}`,
        place: { packId, sampleId: sample.id },
        promptIds: [...promptIds],
        greedyIds: [...ids],
        positions: positions.map(({ top }) =>
          top.map(([id, logProbability]): [number, number] => [id, Math.min(0, logProbability)]),
        ),
      });
    }
  }

  const choices: ReferenceChoice[] = [];
  const { pack } = await packs.get(QUESTIONS);
  const prompt = promptById(pack.promptId);
  for (const sample of spread(pack.samples, size.choices)) {
    step();
    const offered = sample.choices ?? [];
    const asked = await engine.inspect(
      {
        kind: 'tokens',
        messages: prompt.render(sample),
        continuations: offered.map((choice) => continuationOf(prompt, choice)),
      },
      { signal },
    );
    const continuations = asked.continuations.flatMap((ids) => (ids === null ? [] : [[...ids]]));
    if (continuations.length !== offered.length || continuations.length < 2) continue;
    const answer = offered.findIndex(({ id }) => id === sample.answer);
    choices.push({
      id: `${QUESTIONS}/${sample.id}`,
      promptIds: [...asked.promptIds],
      continuations,
      logLikelihoods: await logLikelihoods(engine, asked.promptIds, continuations, signal),
      answer: answer < 0 ? null : answer,
    });
  }

  const weights = loaded.files.find(({ path }) => path.endsWith('.onnx')) ?? loaded.files[0];
  return {
    schemaVersion: 1,
    modelId,
    weights: { path: weights?.path ?? '', sha256: weights?.sha256 ?? '' },
    tokenizerSha256: loaded.files.find(({ path }) => path === 'tokenizer.json')?.sha256 ?? '',
    dtype,
    device: loaded.runtime.device,
    madeBy: `${loaded.runtime.id} ${loaded.runtime.version}, on this machine`,
    prompts,
    choices,
  };
}

/** Each choice by one full pass over prompt and choice. */
export async function logLikelihoods(
  engine: Pick<EngineClient, 'inspect'>,
  promptIds: readonly number[],
  continuations: readonly (readonly number[])[],
  signal: AbortSignal,
): Promise<number[]> {
  // One-token choices all read the same row: one pass gives them all.
  const firsts = continuations.map(([first]) => first ?? 0);
  if (continuations.every(({ length }) => length === 1)) {
    const { positions } = await engine.inspect(
      { kind: 'forced', promptIds, continuationIds: firsts.slice(0, 1), wanted: [firsts], top: 1 },
      { signal },
    );
    return [...(positions[0]?.wanted ?? [])];
  }
  const sums: number[] = [];
  for (const ids of continuations) {
    const { positions } = await engine.inspect(
      { kind: 'forced', promptIds, continuationIds: ids, wanted: ids.map((id) => [id]), top: 1 },
      { signal },
    );
    sums.push(positions.reduce((sum, { wanted }) => sum + (wanted[0] ?? -Infinity), 0));
  }
  return sums;
}

/** Evenly over the pack, from its first sample. */
function spread(samples: readonly Sample[], count: number): readonly Sample[] {
  const wanted = Math.min(count, samples.length);
  return Array.from(
    { length: wanted },
    (_, index) => samples[Math.floor((index * samples.length) / wanted)],
  ).flatMap((sample) => sample ?? []);
}
