/** Results of other tools wherever a command takes a run. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packJson } from '../core/packs/write-pack.ts';
import * as cases from '../core/results-import/fixtures.ts';
import { testHeader, testPack, testRecord, testSample } from '../core/run/fixtures.ts';
import { runJsonl } from '../core/run/run-jsonl.ts';
import { type TestFolder, cli, testFolder } from './test-cli.ts';

let folder: TestFolder;
beforeEach(() => {
  folder = testFolder();
});
afterEach(() => folder.remove());

const json = (text: string) => JSON.parse(text) as Record<string, never>;

describe('results of other tools', () => {
  it('of one samples set are compared by the scores they bring', async () => {
    const a = folder.write('a.json', cases.INSPECT_JSON);
    const b = folder.write('b.eval', cases.inspectEvalFile());
    const { code, out } = await cli('compare', a, b, '--json');
    expect(code).toBe(0);
    const { metrics } = json(out) as unknown as {
      metrics: Record<string, { difference: { n: number; value: number } }>;
    };
    expect(metrics['inspect.match']).toMatchObject({
      difference: { n: 3, value: 0 },
    });
  });
  it('one promptfoo output holds both runs', async () => {
    const { code, out } = await cli('compare', folder.write('p.json', cases.PROMPTFOO));
    expect(code).toBe(0);
    expect(out).toContain('promptfoo.pass');
  });
  it('of other samples are refused with the reason', async () => {
    const a = folder.write('a.json', cases.INSPECT_JSON);
    const b = folder.write('samples_gsm8k_2026-01-01T00-00-00.jsonl', cases.LM_EVAL_SAMPLES);
    expect(await cli('compare', a, b)).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot compare') as string,
    });
  });
  it('make a ranking, and ratings', async () => {
    const file = folder.write('p.json', cases.PROMPTFOO);
    const rank = await cli('rank', file, '--json');
    expect(rank.code).toBe(0);
    expect(json(rank.out)).toMatchObject({ models: [{ model: 'a:one' }, { model: 'b:two' }] });
    const agree = await cli('agree', file, '--metric', 'promptfoo.pass', '--json');
    expect(agree.code).toBe(0);
    expect(json(agree.out)).toMatchObject({ items: 2, missing: 1, shape: 'wide' });
    expect(await cli('agree', file, '--metric', 'no.such')).toMatchObject({ code: 2 });
  });
  it('are scored by our scorers where they hold outputs of the pack', async () => {
    const pack = testPack(
      ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'].map((id) => testSample(id, { target: [`Answer ${id}`] })),
      { scorers: ['rouge'] },
    );
    const packFile = folder.write('pack.json', packJson(pack));
    const log = folder.write('log.json', cases.INSPECT_JSON);
    const { code, out } = await cli('score', packFile, '--predictions', log, '--json');
    expect(code).toBe(0);
    expect(json(out)).toMatchObject({
      metrics: { 'rouge.rouge1.f': { value: 1, n: 4, unscored: 2, unreliable: 'few-samples' } },
    });
    const run = folder.write(
      'own.jsonl',
      [
        ...runJsonl(
          testHeader(pack),
          pack.samples.map((_, i) => testRecord(pack, i, 0, { output: 'Answer' })),
        ),
      ].join(''),
    );
    const compared = await cli('compare', run, log, '--pack', packFile, '--scorers', 'rouge');
    expect(compared.code).toBe(0);
    expect(compared.out).toContain('rouge.rougeL.f');
  });
  it('are written in another form, and read back from it', async () => {
    const log = folder.write('log.eval', cases.inspectEvalFile());
    expect(await cli('export', log, '--to', 'lm-eval', '--out', folder.path('x.json'))).toMatchObject({
      code: 0,
    });
    expect(folder.list()).toContain('x.samples.jsonl');
    expect(folder.read('x.samples.jsonl')).not.toContain('Question q1?');
    expect((await cli('export', log, '--to', 'html', '--out', folder.path('r.html'))).code).toBe(0);
    expect(folder.read('r.html')).toContain('not run by this application');
  });
  it('rows that cannot be read are told, a file of nothing is refused', async () => {
    const a = folder.write('a.json', cases.INSPECT_JSON.replace('"id": "q1"', '"id": ""'));
    const told = await cli('rank', a, folder.write('p.json', cases.PROMPTFOO));
    expect(told.err).toContain('has no id');
    expect(await cli('compare', folder.write('n.json', '{}'), a)).toMatchObject({ code: 2 });
  });
});
