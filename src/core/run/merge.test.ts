import { describe, expect, it } from 'vitest';
import { failedFidelity, testHeader, testPack, testRecord, testRecords, testSample } from './fixtures.ts';
import { mergeRuns } from './merge.ts';
import type { RunFile } from './run-jsonl.ts';
import { settingsSha256 } from './settings-hash.ts';

const pack = testPack(['a', 'b', 'c', 'd', 'e'].map((id) => testSample(id)));
function shard(index: number, count = 2, change: Partial<RunFile> = {}): RunFile {
  const selection = { shard: { index, count } };
  return {
    name: `shard-${index}.jsonl`,
    header: testHeader(pack, selection),
    fidelityOverride: null,
    records: testRecords(pack, selection),
    ...change,
  };
}

describe('mergeRuns', () => {
  it('gives records in pack order and a header without a shard', () => {
    const { header, records } = mergeRuns([shard(2), shard(1)]);
    expect(records.map((record) => record.id)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(header.selection).toEqual({ limit: null, shard: null, repeats: 1 });
    expect(header.createdAt).toBe('2026-01-02T00:00:00.000Z');
  });

  it('refuses a missing shard and names it', () => {
    expect(() => mergeRuns([shard(1, 3), shard(3, 3)])).toThrowError(
      expect.objectContaining({
        code: 'run/merge-gap',
        details: expect.objectContaining({ shards: ['2/3'] }) as object,
      }),
    );
  });

  it('refuses a shard that was cut short and names the positions', () => {
    const cut = shard(1, 2, { records: shard(1).records.slice(0, 2) });
    expect(() => mergeRuns([cut, shard(2)])).toThrowError(
      expect.objectContaining({
        code: 'run/merge-gap',
        details: expect.objectContaining({ ids: ['position 5, shard 1/2'] }) as object,
      }),
    );
  });

  it('refuses a shard given twice and names the ids', () => {
    expect(() => mergeRuns([shard(1), shard(1), shard(2)])).toThrowError(
      expect.objectContaining({
        code: 'run/merge-duplicate',
        message: expect.stringMatching(/"a"/) as string,
      }),
    );
  });

  it('refuses a differing seal, model, dtype, limit or generation setting, and names what differs', () => {
    const second = shard(2);
    const changes: [string, RunFile['header']][] = [
      ['pack seal', { ...second.header, pack: { ...second.header.pack, sha256: 'f'.repeat(64) } }],
      ['model', { ...second.header, model: { ...second.header.model, dtype: 'q4' } }],
      ['limit', { ...second.header, selection: { ...second.header.selection, limit: 3 } }],
      ['generation settings', { ...second.header, generation: { ...second.header.generation, seed: 9 } }],
    ];
    for (const [field, changed] of changes) {
      const header = { ...changed, settingsSha256: settingsSha256(changed) };
      expect(() => mergeRuns([shard(1), { ...second, header }]), field).toThrowError(
        expect.objectContaining({
          code: 'run/merge-mismatch',
          details: expect.objectContaining({ fields: expect.arrayContaining([field]) as string[] }) as object,
        }),
      );
    }
  });

  it('refuses a header whose settings were edited after the fact', () => {
    const edited = (file: RunFile): RunFile => ({
      ...file,
      header: { ...file.header, model: { ...file.header.model, dtype: 'q8' } },
    });
    expect(() => mergeRuns([edited(shard(1)), edited(shard(2))])).toThrowError(
      expect.objectContaining({ code: 'run/merge-mismatch' }),
    );
  });

  it('refuses a record that belongs to another shard', () => {
    const wrong = shard(2, 2, { records: [...shard(2).records, testRecord(pack, 0, 0)] });
    expect(() => mergeRuns([wrong])).toThrowError(expect.objectContaining({ code: 'run/merge-mismatch' }));
  });

  it('keeps the mark of a device that failed its check, and a reason only where there is one for each', () => {
    const said = (who: string) => ({ who, reason: 'one outlier', when: '2026-11-21T10:00:00Z' });
    const failed = (index: number, fidelityOverride: RunFile['fidelityOverride']): RunFile => {
      const { header, ...rest } = shard(index);
      return { ...rest, header: { ...header, fidelity: failedFidelity }, fidelityOverride };
    };
    const one = mergeRuns([shard(1), failed(2, said('Dr Lee'))]);
    expect(one.header.fidelity).toEqual(failedFidelity);
    expect(one.fidelityOverride).toEqual(said('Dr Lee'));
    expect(mergeRuns([failed(1, null), failed(2, said('Dr Lee'))]).fidelityOverride).toBeNull();
    expect(mergeRuns([failed(1, said('Dr Roy')), failed(2, said('Dr Lee'))]).fidelityOverride).toEqual(
      said('Dr Lee; Dr Roy'),
    );
  });

  it('does not mind other threads or another adapter', () => {
    const second = shard(2);
    const header = { ...second.header, runtime: { ...second.header.runtime, threads: 8 } };
    expect(mergeRuns([shard(1), { ...second, header }]).records).toHaveLength(5);
  });

  it('refuses an empty list', () => {
    expect(() => mergeRuns([])).toThrowError(expect.objectContaining({ code: 'input/empty' }));
  });
});
