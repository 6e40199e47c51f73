import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scorer } from '../contracts.ts';
import { scorerById } from '../scorers/registry.ts';
import { reachWords, recallOf } from '../scorers/audit/reach-words.ts';
import { sameScorer, testPack, testRecord, testSample } from '../run/fixtures.ts';
import { besideName } from './beside-name.ts';
import { csvCell } from './csv-cells.ts';
import { estimateWords } from './estimate-words.ts';
import { finiteJson } from './finite-json.ts';
import { testView } from './fixtures.ts';
import { htmlReport } from './html-report.ts';
import { inspect } from './inspect.ts';
import { markdown } from './markdown.ts';
import { readInspectScores } from './read-inspect.ts';
import { outcomeWords } from './report-words.ts';
import { html } from './safe-html.ts';
import { styleHash } from './style-hash.ts';
import { createHash } from 'node:crypto';

const pack = testPack(Array.from({ length: 9 }, (_, i) => testSample(`visit ${i}`)));

describe('the Inspect export', () => {
  it('loses no score and no reason when it is read back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(null), fc.constant('skip'), fc.string({ maxLength: 12 })), {
          minLength: 9,
          maxLength: 9,
        }),
        (outputs) => {
          const records = outputs.flatMap((output, index) =>
            output === 'skip' ? [] : [testRecord(pack, index, 0, { output })],
          );
          const view = testView(pack, records, [sameScorer], 'hashes');
          const read = readInspectScores(inspect.write(view)[0]?.text ?? '', 'log.json');
          expect(read.packSeal).toBe(pack.seal);
          expect(read.samples).toEqual(
            view.rows.map(({ id, repeat }, index) => ({
              id,
              repeat,
              scores: Object.fromEntries(view.columns.map(({ metric, scores }) => [metric, scores[index]])),
            })),
          );
        },
      ),
      { numRuns: 30 },
    );
  });
  it('refuses a log that is not ours by code', () => {
    expect(() => readInspectScores('{"version":2}', 'log.json')).toThrow(
      expect.objectContaining({ code: 'input/schema' }),
    );
  });
});

describe('CSV cells', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+cmd', "'+cmd"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', '"\'\tx"'],
    ['\rx', '"\'\rx"'],
    ['=HYPERLINK("a","b")', '"\'=HYPERLINK(""a"",""b"")"'],
    ['-12.5', '-12.5'],
    ['+3', '+3'],
    ['-1e-7', '-1e-7'],
    ['-', "'-"],
    ['plain', 'plain'],
    ['a "b", c', '"a ""b"", c"'],
  ])('writes %j as %j', (value, cell) => expect(csvCell(value)).toBe(cell));
  it('never begin as a formula', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const shown = csvCell(value).replace(/^"/, '');
        expect(/^[=@\t\r]/.test(shown)).toBe(false);
        if (/^[+-]/.test(shown)) expect(Number.isFinite(Number(shown))).toBe(true);
      }),
    );
  });
});

describe('reports of degenerate runs', () => {
  const view = (outputs: readonly (string | null)[]) =>
    testView(
      pack,
      outputs.map((output, index) => testRecord(pack, index, 0, { output })),
      [sameScorer],
      'scores',
    );
  const notes = (of: ReturnType<typeof view>) => of.columns.map((column) => estimateWords(column).notes);
  it('say in words that there is nothing, one, or no variation', () => {
    expect(outcomeWords(view([]))).toBe('None of the 9 planned answers was given; 9 were not reached.');
    expect(notes(view([]))[0]).toContain('nothing could be scored');
    const one = testPack([testSample('only')]);
    const single = testView(one, [testRecord(one, 0, 0, { output: 'only' })], [sameScorer], 'scores');
    expect(notes(single)[1]).toContain('one scored sample');
    expect(notes(view(pack.samples.map(({ id }) => id)))[1]).toContain('all 9 scores are equal');
    expect(notes(view(pack.samples.map(() => 'wrong')))[0]).toContain('0 of 9; up to');
  });
});

describe('hostile text', () => {
  const hostile = '<img src=x onerror=alert(1)> | `a` ```` [x](javascript:1)\n# title </pre><script>';
  const view = testView(
    testPack([testSample('visit 0')], { title: hostile.replace('\n', ' ') }),
    [],
    [sameScorer],
    'full',
  );
  const row = view.rows[0] ?? expect.fail('no row');
  const text = row.text ?? expect.fail('no text');
  const full = { ...view, rows: [{ ...row, text: { ...text, output: hostile } }] };
  it('is text in the HTML report', () => {
    expect(htmlReport.write(full)[0]?.text).not.toMatch(/<img|<script|onerror=alert\(1\)>/);
    expect(html`<p title="${'"><b>'}">${[html`<i>${"'&"}</i>`]}</p>`.html).toBe(
      '<p title="&quot;&gt;&lt;b&gt;"><i>&#39;&amp;</i></p>',
    );
  });
  it('stays in its fence and its table cell in Markdown', () => {
    const lines = markdown.write(full)[0]?.text.split('\n') ?? [];
    expect(lines.filter((line) => line === '`````text')).toHaveLength(1);
    expect(lines[0]).toContain('\\<img src=x onerror=alert(1)\\>');
  });
});

it('a long hostile text does not exhaust the Markdown export', () => {
  const one = testPack([testSample('a')]);
  const view = testView(one, [testRecord(one, 0, 0, { output: '` '.repeat(500_000) })], [], 'full');
  expect(markdown.write(view)[0]?.text).toContain('```text');
});

it('a number that is none is a defect, not a null', () => {
  expect(() => finiteJson({ a: [Number.NaN] })).toThrow(expect.objectContaining({ code: 'defect' }));
  expect(finiteJson({ a: 1 })).toBe('{"a":1}');
});

it('the style is named by the hash a browser computes', () => {
  for (const style of ['', 'a', 'ab', 'abc {}'])
    expect(styleHash(style)).toBe(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
});

it.each([
  ['run.json', 'run.samples.jsonl'],
  ['a.b/run', 'a.b/run.samples.jsonl'],
  ['.hidden', '.hidden.samples.jsonl'],
  ['a/run.tar.gz', 'a/run.tar.samples.jsonl'],
])('beside %s goes %s', (out, beside) => expect(besideName(out, 'samples.jsonl')).toBe(beside));

describe('a report of a run that was audited', () => {
  it.each([
    ['Markdown', markdown],
    ['HTML', htmlReport],
  ])('puts how much the audit finds beside every result of it, in %s', (_, format) => {
    const records = pack.samples.map((_sample, index) =>
      testRecord(pack, index, 0, { output: 'Plan: rest.' }),
    );
    const read = (scorer: Scorer) =>
      format.write(testView(pack, records, [scorer], 'scores'))[0]?.text.replace(/\\/g, '') ?? '';
    const audited = read(scorerById('audit'));
    const recall = reachWords(recallOf('any'));
    expect(recall).toMatch(/^\d+ % \(\d+ to \d+, n \d+\)$/);
    // Unsupported, unsupported major, supported, checkable, and the limits.
    expect(audited.split(recall)).toHaveLength(6);
    expect(audited.split(reachWords(recallOf('missed')))).toHaveLength(4);
    expect(audited).toContain('the authors with AI assistance, two passes, no clinician');
    expect(read(sameScorer)).not.toContain(recall);
  });
});
