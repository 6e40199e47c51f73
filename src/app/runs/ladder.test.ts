import { describe, expect, it } from 'vitest';
import type { RunHeader } from '../../core/contracts.ts';
import { encoderSha256 } from '../../core/models/encoder-sha256.ts';
import { testHeader, testPack, testSample } from '../../core/run/fixtures.ts';
import type { StoredRun } from '../../storage/contract.ts';
import type { ModelEntry } from '../services.ts';
import { testModel } from '../testing/fake-app.ts';
import { ladderRuns, rungId, rungRuns, type LadderKey } from './ladder.ts';

const pack = testPack(['a', 'b'].map((id) => testSample(id)));
const base = testHeader(pack);

function run(id: string, more: Partial<RunHeader> = {}, rest: Partial<StoredRun> = {}): StoredRun {
  return {
    header: { ...base, id, ...more },
    status: 'finished',
    updatedAt: base.createdAt,
    done: 2,
    total: 2,
    ...rest,
  };
}
const key: LadderKey = {
  packSha256: base.pack.sha256,
  modelId: base.model.id,
  dtype: base.model.dtype,
  promptId: base.prompt.id,
  generation: base.generation,
  limit: base.selection.limit,
};
const solver = (id: string, settings?: Record<string, number>) => ({
  id,
  version: '1',
  ...(settings === undefined ? {} : { settings }),
});
const ids = (runs: readonly StoredRun[]) =>
  [...ladderRuns(runs, key)].map(([id, { header }]) => [id, header.id]);

describe('the rungs of a ladder', () => {
  it('are told apart by solver and settings; the newest run stands for each', () => {
    const runs = [
      run('old', { solver: solver('generate'), createdAt: '2026-01-01T00:00:00Z' }),
      run('new', { solver: solver('generate'), createdAt: '2026-02-01T00:00:00Z' }),
      run('votes-3', { solver: solver('self-consistency', { votes: 3 }) }),
      run('votes-5', { solver: solver('self-consistency', { votes: 5 }) }),
    ];
    expect(new Map(ids(runs) as [string, string][])).toEqual(
      new Map([
        [rungId('generate', null), 'new'],
        [rungId('self-consistency', { votes: 3 }), 'votes-3'],
        [rungId('self-consistency', { votes: 5 }), 'votes-5'],
      ]),
    );
  });

  it('are only runs that differ in the way of asking alone', () => {
    expect(
      ids([
        run('pack', { pack: { ...base.pack, sha256: 'f'.repeat(64) } }),
        run('dtype', { model: { ...base.model, dtype: 'q4' } }),
        run('prompt', { prompt: { ...base.prompt, id: 'other' } }),
        run('length', { generation: { ...base.generation, maxTokens: base.generation.maxTokens + 1 } }),
        run('limit', { selection: { ...base.selection, limit: 1 } }),
        run('repeats', { selection: { ...base.selection, repeats: 2 } }),
        run('going-on', {}, { status: 'running' }),
        run('empty', {}, { done: 0, status: 'cancelled' }),
      ]),
    ).toEqual([]);
  });

  it('leave out other weights of the same name, and a stopped run where a finished one is there', () => {
    const newer = { createdAt: '2026-03-01T00:00:00Z', solver: solver('generate') };
    const older = { createdAt: '2026-02-01T00:00:00Z', solver: solver('generate') };
    expect(ids([run('stopped', newer, { status: 'cancelled' }), run('finished', older)])).toEqual([
      [rungId('generate', null), 'finished'],
    ]);
    const weights = { ...base.model, sha256: 'e'.repeat(64) };
    expect(
      ids([run('now', newer), run('before', { ...older, model: weights, solver: solver('other') })]),
    ).toEqual([[rungId('generate', null), 'now']]);
  });
});

describe('rungs whose examples a text encoder chose', () => {
  const settings = { similarity: 'embeddings', encoder: 'minilm@q8' };
  const chosenBy = (sha256: string) => ({
    id: 'nearest-shot-generate',
    version: '1',
    settings,
    encoder: { id: 'minilm', name: 'minilm', dtype: 'q8', sha256 },
  });
  const graph = (sha256: string) => ({ path: 'onnx/model_quantized.onnx', bytes: 1, sha256 });
  const others = [{ path: 'special_tokens_map.json', bytes: 1, sha256: '9'.repeat(64) }];
  const now = encoderSha256([graph('a'.repeat(64))], 'q8');
  const model: ModelEntry = {
    ...testModel,
    id: 'minilm',
    variants: [
      { dtype: 'q8', bytes: 1, logprobs: false, files: [graph('a'.repeat(64)), ...others] },
      { dtype: 'fp32', bytes: 1, logprobs: false, files: [] },
    ],
  };
  const before = run('before', { solver: chosenBy('b'.repeat(64)), createdAt: '2026-03-01T00:00:00Z' });
  const today = run('today', { solver: chosenBy(now), createdAt: '2026-02-01T00:00:00Z' });
  const found = (runs: readonly StoredRun[], models: readonly ModelEntry[]) => {
    const { run: meant, otherEncoders } = rungRuns(
      ladderRuns(runs, key),
      'nearest-shot-generate',
      settings,
      settings.encoder,
      models,
    );
    return [meant?.header.id ?? null, otherEncoders.map(({ header }) => header.id)];
  };

  it('are told apart by its files: those that are here now are the ones that are meant', () => {
    expect(found([before, today], [model])).toEqual(['today', ['before']]);
  });

  it('have not been asked yet where the encoder of that name is another one now', () => {
    expect(found([before], [model])).toEqual([null, ['before']]);
  });

  it('are the newest where the encoder is no longer here', () => {
    expect(found([before, today], [])).toEqual(['before', ['today']]);
  });
});
