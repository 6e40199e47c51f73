/** Reports of comparisons: what they say, what they withhold, and that nothing in a text gets out of its place. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type SealedPlan, sealPlan } from '../../compare/sealed-plan.ts';
import type { RunHeader, RunRecord, Scorer } from '../../contracts.ts';
import type { SealedPack } from '../../packs/read-pack.ts';
import { sameScorer, testHeader, testPack, testRecord, testSample } from '../../run/fixtures.ts';
import { outputsOfRecords } from '../../run/read-outputs.ts';
import { scoreRun } from '../../run/score-run.ts';
import { scorerById } from '../../scorers/registry.ts';
import { packsOf, secretSequences, sequences, syntheticRecords } from '../privacy-fixtures.ts';
import { PRIVACY_LEVELS, type Privacy } from '../privacy.ts';
import type { ComparedInput, ComparisonInput } from './comparison-view.ts';
import { COMPARISON_EXPORTS } from './registry.ts';
import { writeComparison } from './write-comparison.ts';

const PACKS = new URL('../../../../public/packs/', import.meta.url);
const bundledPacks = packsOf(
  readdirSync(PACKS)
    .filter((name) => name.endsWith('.json') && name !== 'index.json')
    .map((name) => readFileSync(new URL(name, PACKS), 'utf8')),
);

function runOf(
  pack: SealedPack,
  records: readonly RunRecord[],
  scorers: readonly Scorer[],
  more: Partial<RunHeader> = {},
): ComparedInput {
  const header = { ...testHeader(pack), ...more };
  const { outputs } = outputsOfRecords(pack, header, records, 'run.jsonl');
  return {
    header,
    records,
    scored: scoreRun(pack, outputs, { scorers, selection: header.selection }),
    pack,
  };
}

function answering(pack: SealedPack, output: (index: number) => string | null): RunRecord[] {
  return pack.samples.map((_, index) => testRecord(pack, index, 0, { output: output(index) }));
}

const consent = { permission: true, identifiers: true };
const named = (id: string): Partial<RunHeader> => ({
  id,
  model: { id, title: `Model ${id}`, dtype: 'q8', source: 'scripted', sha256: 'a'.repeat(64), files: [] },
});

function written(
  runs: readonly ComparedInput[],
  to: string,
  privacy: Privacy,
  more: Partial<ComparisonInput> = {},
): string {
  const asked = { effect: 0.05, plan: null, firstRecordAt: null, ...more };
  const outcome = writeComparison({ runs, to, privacy, consent, ...asked });
  if (outcome.kind !== 'written') throw new Error(outcome.kind);
  return outcome.text;
}

const pack = testPack(
  Array.from({ length: 24 }, (_, i) => testSample(`visit-${i}`, { meta: { clinic: `ward ${i % 2}` } })),
  { sliceFields: ['clinic'] },
);
const right = (i: number): string => `visit-${i}`;
const a = runOf(
  pack,
  answering(pack, (i) => (i % 3 === 0 ? right(i) : 'no')),
  [sameScorer],
  named('old'),
);
const b = runOf(
  pack,
  answering(pack, (i) => (i === 0 ? 'no' : right(i))),
  [sameScorer],
  {
    ...named('new'),
    prompt: { id: 'plain', version: '2', sha256: 'd'.repeat(64) },
  },
);

function plan(more: Partial<SealedPlan> = {}): SealedPlan {
  return sealPlan({
    kind: 'non-inferiority-plan',
    schemaVersion: 1,
    packSha256: pack.seal,
    metric: 'same.accuracy',
    margin: 0.1,
    samples: 20,
    missing: 'worst-case',
    sealedAt: '2025-12-01T00:00:00.000Z',
    amendments: [],
    ...more,
  });
}

describe.each(COMPARISON_EXPORTS)('a comparison as $id', ({ id }) => {
  const text = written([a, b], id, 'scores');
  it('says what differs before any score, and marks what is not like for like', () => {
    const order = [
      'What differs between the runs',
      'Not like for like',
      'Is B better than A?',
      'Paired differences',
      'Samples that changed sides',
      'By group',
      'Non-inferiority',
      'Quality against time',
      'How each run was made',
      'Limits',
      'Settings',
      'Reporting checklist',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect([...places].sort((x, y) => x - y)).toEqual(places);
  });
  it('gives the difference with interval, pairs, test, flips and what the samples can show', () => {
    expect(text).toContain('B is better.');
    // 23 against 8 of 24 right: 16 only B, 1 only A.
    expect(text).toMatch(/\+62\.5 points \(95 % interval \+33\.3 to \+80\.0 points\), n = 24 pairs/);
    expect(text).toMatch(/smallest difference these samples would show with 80 % power: \d+\.\d points/);
    expect(text).toMatch(/samples needed to show 5\.0 points: [\d,]+/);
    const cells = text.replace(/<[^>]*>|\|/g, ' ').replace(/\s+/g, ' ');
    expect(cells).toMatch(/Accuracy 7 1 16 0 p = 0\.0003/);
  });
  it('gives the verdict of a sealed plan, with its seal and amendments', () => {
    const sealed = written([a, b], id, 'scores', { plan: plan(), firstRecordAt: '2026-01-01T00:00:00.000Z' });
    expect(sealed).toContain('Confirmatory');
    expect(sealed).toContain(plan().seal);
    const amendments = [
      { at: '2026-02-01T00:00:00.000Z', what: 'margin read as 0.1', why: 'a typing error' },
    ];
    const amended = written([a, b], id, 'scores', { plan: { ...plan(), amendments } });
    expect(amended).toContain('Exploratory only');
    expect(amended).toContain('a typing error');
  });
  it('leaves out scorers whose versions differ, and says so', () => {
    const older = { ...sameScorer, version: '0' };
    const other = runOf(pack, answering(pack, right), [older], named('older'));
    expect(written([a, other], id, 'scores')).toContain('different versions: same');
  });
  it('ranks three runs and says which measure stands for whom', () => {
    const third = runOf(
      pack,
      answering(pack, (i) => (i % 2 === 0 ? right(i) : 'no')),
      [sameScorer],
      named('third'),
    );
    const three = written([a, b, third], id, 'scores');
    expect(three).toContain('Ranking of all runs');
    expect(three).toContain('B2 against A');
  });
});

describe('the HTML report', () => {
  const text = written([a, b], 'html', 'full');
  it('needs nothing else and runs nothing', () => {
    expect(text).toMatch(/^<!doctype html>/);
    expect(text).toContain('default-src &#39;none&#39;; style-src &#39;sha256-');
    expect(text).not.toMatch(/<script|<img|<link|<iframe|\son\w+=|style="|https?:/i);
    expect(text).toContain('<svg');
    expect(text).toContain('author must supply');
    expect(text).toContain(pack.seal);
  });
  it('lets no text of a sample or a model become a tag', () => {
    const hostile = testPack([testSample('<img src=x onerror=1>'), testSample('</pre><script>1</script>')]);
    const evil = '</td><script>alert(1)</script>';
    const runs = ['x', 'y'].map((letter, at) =>
      runOf(
        hostile,
        answering(hostile, (i) => (at === 0 ? evil : (hostile.samples[i]?.id ?? ''))),
        [sameScorer],
        {
          ...named(letter),
          model: {
            id: evil,
            title: `${evil}${letter}`,
            dtype: 'q8',
            source: 'scripted',
            sha256: 'a'.repeat(64),
            files: [],
          },
        },
      ),
    );
    expect(written(runs, 'html', 'full')).not.toMatch(/<script|<img/);
  });
});

describe('what a report of a comparison withholds', () => {
  const wanted = ['soap-notes-handwritten', 'clinical-qa-demo'];
  it.each(bundledPacks.filter(({ id }) => wanted.includes(id)))(
    'leaves no eight words of $id but in full',
    (bundled) => {
      const scorers = bundled.scorers.map(scorerById);
      const first = runOf(bundled, syntheticRecords(bundled), scorers, named('first'));
      // No note at all, and the last choice in place of the first.
      const silent = syntheticRecords(bundled).map((record) => ({
        ...record,
        output: 'Nothing to say.',
        choiceScores: (record.choiceScores ?? []).map((one, at) => ({ ...one, logLikelihood: at })),
      }));
      const second = runOf(bundled, silent, scorers, named('second'));
      const secret = secretSequences(bundled);
      for (const { id } of COMPARISON_EXPORTS) {
        const found = (privacy: Privacy): number =>
          sequences(written([first, second], id, privacy)).filter((one) => secret.has(one)).length;
        expect(found('scores'), id).toBe(0);
        expect(found('hashes'), id).toBe(0);
        expect(found('full'), id).toBeGreaterThan(0);
      }
    },
  );

  const marked = testPack(
    Array.from({ length: 4 }, (_, i) =>
      testSample(`zq1${i}qz`, {
        cluster: `zq2${i}qz`,
        target: [`zq3${i}qz`],
        meta: { zq4qz: `zq5${i % 2}qz` },
        input: { messages: [{ role: 'user', content: `zq6${i}qz` }] },
      }),
    ),
    { private: true, title: 'zq7qz', citation: 'zq8qz', licence: 'zq9qz', sliceFields: ['zq4qz'] },
  );
  const runs = [0, 1].map((at) =>
    runOf(
      marked,
      answering(marked, (i) => (i < 2 * at ? `zq3${i}qz` : `zq0${i}qz`)),
      [sameScorer],
      named(`m${at}`),
    ),
  );
  it.each(COMPARISON_EXPORTS)('of a private pack: no mark at scores, ids alone at hashes ($id)', ({ id }) => {
    expect(written(runs, id, 'scores').match(/zq\d+qz/g)).toBeNull();
    const hashes = [...new Set(written(runs, id, 'hashes').match(/zq\d+qz/g))].sort();
    expect(hashes).toEqual(['zq10qz', 'zq11qz', 'zq12qz', 'zq13qz']);
    expect(written(runs, id, 'full')).toContain('zq30qz');
  });
  it('asks for permission, then for the findings to be read, before any text leaves', () => {
    const asked = {
      runs,
      to: 'html',
      privacy: 'full',
      effect: 0.05,
      plan: null,
      firstRecordAt: null,
    } as const;
    const gate = (permission: boolean, identifiers: boolean, of = runs) =>
      writeComparison({ ...asked, runs: of, consent: { permission, identifiers } }).kind;
    expect(gate(false, true)).toBe('needs-permission');
    expect(gate(true, false)).toBe('written');
    const calling = testPack([testSample('a', { target: ['Mrs Alder, born 1961-03-04'] }), testSample('b')]);
    const two = ['x', 'y'].map((letter, at) =>
      runOf(
        calling,
        answering(calling, () => (at === 0 ? 'a' : 'b')),
        [sameScorer],
        named(letter),
      ),
    );
    expect(gate(false, false, two)).toBe('needs-acceptance');
    expect(gate(false, true, two)).toBe('written');
  });
});

describe('what says next to nothing', () => {
  const few = testPack([testSample('only')]);
  const failed = { output: null, error: { code: 'runtime/failed', message: 'no', details: {} } } as const;
  const equal = runOf(pack, answering(pack, right), [sameScorer], named('equal'));
  const cases: readonly (readonly [string, readonly ComparedInput[]])[] = [
    [
      'runs without a record',
      [runOf(pack, [], [sameScorer], named('x')), runOf(pack, [], [sameScorer], named('y'))],
    ],
    [
      'one sample',
      ['x', 'y'].map((id) =>
        runOf(
          few,
          answering(few, () => 'only'),
          [sameScorer],
          named(id),
        ),
      ),
    ],
    ['equal scores', [equal, { ...equal, header: { ...equal.header, ...named('again') } }]],
    [
      'nothing scored',
      ['x', 'y'].map((id) => {
        const records = pack.samples.map((_, i) => testRecord(pack, i, 0, failed));
        return runOf(pack, records, [sameScorer], named(id));
      }),
    ],
    ['no scorer', ['x', 'y'].map((id) => runOf(pack, answering(pack, right), [], named(id)))],
  ];
  it.each(cases)('%s: a worded report at every level', (_, runs) => {
    for (const { id } of COMPARISON_EXPORTS)
      for (const privacy of PRIVACY_LEVELS)
        expect(written(runs, id, privacy)).not.toMatch(/\b(?:NaN|Infinity|undefined|null|\[object)\b/);
  });
});
