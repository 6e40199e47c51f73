import { describe, expect, it } from 'vitest';
import { markdown } from '../exports/markdown.ts';
import { csv } from '../exports/csv.ts';
import { everyEvalEver } from '../exports/every-eval-ever.ts';
import { testView } from '../exports/fixtures.ts';
import { htmlReport } from '../exports/html-report.ts';
import type { Pack } from '../packs/pack.ts';
import { scorerById } from '../scorers/registry.ts';
import { testPack, testRecord, testSample } from './fixtures.ts';
import { labelReports } from './label-reports.ts';
import { scoreRun } from './score-run.ts';

const choice = scorerById('choice');
/** The same answers under other letters: what counts is the words. */
const closed = (more: Partial<Pack> = {}) =>
  testPack(
    [...'bmbmbb'].map((right, at) => ({
      ...testSample(`q${at}`),
      choices:
        at % 2 === 0
          ? [
              { id: 'A', text: 'Benign' },
              { id: 'B', text: 'Malignant' },
            ]
          : [
              { id: 'A', text: 'malignant' },
              { id: 'B', text: 'benign' },
            ],
      answer: (right === 'b') === (at % 2 === 0) ? 'A' : 'B',
    })),
    { scorers: ['choice'], ...more },
  );
const replies = ['A', 'B', 'B', 'A', 'A', 'perhaps'];
const outputs = new Map(replies.map((text, at) => [`${at}#0`, { text }]));
const viewOf = (pack: ReturnType<typeof closed>, privacy: 'scores' | 'full') =>
  testView(
    pack,
    replies.map((output, at) => testRecord(pack, at, 0, { output })),
    [choice],
    privacy,
  );

describe('the labels of a run', () => {
  it('are the words of the choices where every question offers the same', () => {
    const [found, ...others] = labelReports(scoreRun(closed(), outputs, { scorers: [choice] }));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ metric: 'choice.macro-f1', scorer: { id: 'choice' } });
    // Given: benign, benign, malignant, malignant, benign, none; right: benign, malignant, benign, malignant, benign.
    expect(found?.report.labels.map(({ label, wanted, given }) => [label, wanted, given])).toEqual([
      ['Benign', 3, 3],
      ['malignant', 2, 2],
    ]);
    expect(found?.report.macroF1).toMatchObject({ n: 5, unscored: 1 });
    expect(found?.report.macroF1.value).toBeCloseTo((2 / 3 + 1 / 2) / 2, 12);
  });

  it('are none where questions offer different answers', () => {
    const pack = testPack(
      ['ramipril', 'doxycycline'].map((text, at) => ({
        ...testSample(`q${at}`),
        choices: [
          { id: 'A', text },
          { id: 'B', text: 'rest' },
        ],
        answer: 'A',
      })),
    );
    expect(labelReports(scoreRun(pack, outputs, { scorers: [choice] }))).toEqual([]);
  });

  it('stand in every report, with interval and n', () => {
    const view = viewOf(closed(), 'scores');
    for (const { text } of [...markdown.write(view), ...htmlReport.write(view)]) {
      expect(text).toMatch(
        /Macro-F1 \(choice.macro-f1\), .*0\.5833 \(0\.\d{4} to \d\.\d{4}\).*n 5, unscored 1/u,
      );
      expect(text).toContain('malignant');
    }
    const files = csv.write(view);
    expect(files.find(({ beside }) => beside === 'metrics.csv')?.text).toMatch(
      /^choice\.macro-f1,.*,0\.58333/mu,
    );
    expect(files.find(({ beside }) => beside === 'labels.csv')?.text).toMatch(
      /^choice,Benign,precision,0\.6666\d*,0\.\d+,0\.\d+,0\.95,[a-z-]+,3$/mu,
    );
    const [record] = everyEvalEver.write(view);
    expect(record?.text).toContain('test-pack: choice.macro-f1');
  });

  it('are numbered where the pack is private and its words stay', () => {
    const secret = closed({ private: true });
    const text = JSON.stringify(viewOf(secret, 'scores').labels);
    expect(text).toContain('label 1');
    expect(text).not.toMatch(/benign|malignant/iu);
    expect(JSON.stringify(viewOf(secret, 'full').labels)).toContain('Benign');
  });
});
