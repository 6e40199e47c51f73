import { describe, expect, it } from 'vitest';
import { aPack, aSample } from '../../storage/fixtures.ts';
import { fileOf } from '../run/fixtures.ts';
import { agreementReport } from '../stats/agreement/agreement-report.ts';
import { readRatings } from '../stats/agreement/read-ratings.ts';
import { activeMs, atActivity, atPause, IDLE_MS, isIdle, startOfWork } from './active-time.ts';
import { anchoredModels, anchorMeta, refuseAnchored, refuseAnchoredScores } from './anchors.ts';
import { lineFinder } from './closest-lines.ts';
import { characterDistance, wordDistance } from './edit-distance.ts';
import { packOfEditedReferences } from './edited-references.ts';
import { EDIT_DRAFT_KIND, EDIT_KIND, type Edit } from './edit.ts';
import { OVERRIDE_KIND } from './audit-override.ts';
import { reviewRatings } from './review-ratings.ts';
import { flagCounts, reviewSummary } from './review-summary.ts';
import { currentEdits, readReviews, type ReviewRow } from './run-reviews.ts';
import { sentencesOf } from './sentences.ts';

const edit = (change: Partial<Edit> = {}): Edit => ({
  schemaVersion: 1,
  text: 'Cough for two weeks.',
  activeMs: 90_000,
  words: { steps: 2, of: 10 },
  characters: { steps: 7, of: 60 },
  wouldSign: true,
  harm: 'none',
  reason: '',
  rater: 'Dr. A',
  anchor: { runId: 'run-1', modelId: 'model-a', modelSha256: 'a'.repeat(64) },
  ...change,
});

const row = (recordKey: string, at: number, change: Partial<Edit> = {}): ReviewRow => ({
  recordKey,
  kind: EDIT_KIND,
  id: `e${recordKey}${at}`,
  createdAt: `2026-11-20T10:${String(at).padStart(2, '0')}:00.000Z`,
  body: edit(change),
});

const options = { level: 0.95, seed: 1 };

describe('active time', () => {
  it('counts from one sign of work to the next, and never beyond the idle limit', () => {
    let time = atActivity(startOfWork(5_000), 1_000);
    time = atActivity(time, 21_000);
    expect(time.totalMs).toBe(25_000);
    expect(activeMs(time, 31_000)).toBe(35_000);
    expect(isIdle(time, 31_000)).toBe(false);
    expect(activeMs(time, 21_000 + 10 * IDLE_MS)).toBe(25_000 + IDLE_MS);
    expect(isIdle(time, 21_000 + 10 * IDLE_MS)).toBe(true);
  });

  it('stands still while the page is hidden, and when the clock goes back', () => {
    const paused = atPause(atActivity(startOfWork(0), 0), 10_000);
    expect(activeMs(paused, 500_000)).toBe(10_000);
    expect(atActivity(paused, 500_000).totalMs).toBe(10_000);
    expect(activeMs(atActivity(startOfWork(0), 9_000), 1_000)).toBe(0);
  });
});

describe('edit distance', () => {
  it('counts words inserted, deleted and replaced', () => {
    expect(wordDistance('no cough today', 'no cough today')).toEqual({ steps: 0, of: 3 });
    expect(wordDistance('takes 5 mg daily', 'takes 10 mg twice daily')).toEqual({ steps: 2, of: 4 });
    expect(wordDistance('', 'a b')).toEqual({ steps: 2, of: 0 });
    expect(wordDistance('a  b\n c', 'a b c').steps).toBe(0);
  });

  it('counts characters; the textbook pair has distance 3', () => {
    expect(characterDistance('kitten', 'sitting')).toEqual({ steps: 3, of: 6 });
  });

  it('of a long note with one change is quick, whatever script it is in', () => {
    const words = Array.from({ length: 50_000 }, (_, i) => `слово${i}`);
    const changed = words.with(25_000, '変更');
    const started = performance.now();
    expect(wordDistance(words.join(' '), changed.join(' ')).steps).toBe(1);
    expect(characterDistance(words.join(' '), changed.join(' ')).steps).toBeLessThan(20);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('reviews of a run', () => {
  it('keep every version; the last of each person counts', () => {
    const { edits } = readReviews([
      row('1#0', 5, { harm: 'major', reason: 'dose' }),
      row('1#0', 3),
      row('0#0', 4, { rater: 'Dr. B' }),
      row('10#0', 1),
      row('2#0', 2),
    ]);
    expect(edits).toHaveLength(5);
    expect(currentEdits(edits).map(({ recordKey, edit: { harm } }) => [recordKey, harm])).toEqual([
      ['0#0', 'none'],
      ['1#0', 'major'],
      ['2#0', 'none'],
      ['10#0', 'none'],
    ]);
  });

  it('count rows that cannot be read, and leave other kinds alone', () => {
    const broken = [
      row('0#0', 1, { harm: 'major', reason: ' ' }),
      row('0#0', 1, { rater: '  ' }),
      { ...row('0#0', 1), kind: EDIT_DRAFT_KIND },
      { ...row('0#0', 1), kind: OVERRIDE_KIND },
      { ...row('0#0', 1), kind: 'bookmark' },
    ];
    expect(readReviews(broken)).toEqual({ edits: [], drafts: [], overrides: [], unreadable: 4 });
  });

  it('are summed up with intervals, no event being said with what remains compatible', () => {
    const rows = Array.from({ length: 10 }, (_, i) =>
      row(`${i}#0`, i, { activeMs: 60_000 * (i + 1), harm: i < 3 ? 'minor' : 'none', reason: 'x' }),
    );
    const { measures, notes, raters } = reviewSummary(readReviews(rows).edits, null, (key) => key, options);
    const of = (id: string) => measures.find(({ measure }) => measure.id === id)?.estimate;
    expect([notes, raters]).toEqual([10, ['Dr. A']]);
    expect(of('minutes')).toMatchObject({ value: 5.5, n: 10, method: 'bca-bootstrap' });
    // Wilson score interval of 3 in 10, by R: prop.test(3, 10, correct = FALSE).
    expect(of('harm')).toMatchObject({ value: 0.3, method: 'wilson' });
    expect(of('harm')?.low).toBeCloseTo(0.1077912674, 9);
    expect(of('harm')?.high).toBeCloseTo(0.6032218525, 9);
    expect(of('major-harm')).toMatchObject({ value: 0, n: 10, low: 0 });
  });

  it('of two people on one note are not two independent notes', () => {
    const rows = [0, 1, 2].flatMap((i) => [
      row(`${i}#0`, 1, { activeMs: 60_000 * (i + 1) }),
      row(`${i}#0`, 2, { rater: 'Dr. B', activeMs: 60_000 * (i + 2) }),
    ]);
    const { measures, notes } = reviewSummary(readReviews(rows).edits, null, (key) => key, options);
    expect(notes).toBe(3);
    expect(measures[0]?.estimate).toMatchObject({ n: 6, clusters: 3, method: 'cluster-t' });
  });

  it('give nothing where there are none', () => {
    expect(reviewSummary([], null, (key) => key, options)).toEqual({
      notes: 0,
      raters: [],
      measures: [],
      flags: null,
    });
  });
});

describe('flags after review', () => {
  const flags = new Map([
    [
      '0#0',
      [
        { id: 'a', outcome: 'invented' as const },
        { id: 'b', outcome: 'missed' as const },
      ],
    ],
    ['1#0', [{ id: 'c', outcome: 'invented' as const }]],
    ['2#0', [{ id: 'd', outcome: 'invented' as const }]],
  ]);
  const override = (recordKey: string, body: Record<string, unknown>): ReviewRow => ({
    recordKey,
    kind: OVERRIDE_KIND,
    id: JSON.stringify(body),
    createdAt: '2026-11-20T10:00:00.000Z',
    body: { schemaVersion: 1, outcome: 'invented', text: 'x', who: 'Dr. A', why: 'said in line 3', ...body },
  });
  const added = { verdict: 'missed-by-audit', category: 'dose', place: { in: 'note', start: 0, end: 1 } };

  it('count only the notes that somebody looked at, and each flag once', () => {
    const { edits, overrides } = readReviews([
      row('1#0', 1),
      override('0#0', { verdict: 'not-an-error', flag: 'a' }),
      override('0#0', { verdict: 'not-an-error', flag: 'a', who: 'Dr. B' }),
      override('0#0', { verdict: 'not-an-error', flag: 'gone' }),
      override('0#0', added),
    ]);
    expect(flagCounts(flags, edits, overrides)).toEqual({
      notes: 2,
      audit: 3,
      notErrors: 1,
      added: 1,
      afterReview: 3,
    });
  });

  it('are not given where nobody looked or nothing was audited', () => {
    expect(flagCounts(flags, [], [])).toBeNull();
    expect(flagCounts(new Map(), readReviews([row('0#0', 1)]).edits, [])).toBeNull();
  });
});

describe('ratings', () => {
  const rows = [
    row('0#0', 1, { harm: 'minor', reason: '=HYPERLINK("http://x")' }),
    row('0#0', 2, { rater: 'Dr. B', harm: 'major', reason: 'dose, "tenfold"' }),
    row('1#0', 3),
    row('1#0', 4, { rater: 'Dr. B' }),
  ];
  const csv = reviewRatings(readReviews(rows).edits, (key) => `visit ${key}`);

  it('are a table that no spreadsheet takes for formulas', () => {
    expect(csv.split('\r\n').slice(0, 3)).toEqual([
      'rater,sample,minutes,distance,would_sign,harm,reason,rating',
      'Dr. A,visit 0#0,1.50,2,yes,minor,"\'=HYPERLINK(""http://x"")",1',
      'Dr. B,visit 0#0,1.50,2,yes,major,"dose, ""tenfold""",2',
    ]);
  });

  it('are read by the agreement of raters as they are', async () => {
    const { table, shape } = await readRatings(fileOf('ratings.csv', csv), null);
    expect(shape).toBe('long');
    expect(table).toMatchObject({
      items: ['visit 0#0', 'visit 1#0'],
      raters: ['Dr. A', 'Dr. B'],
      cells: [
        ['1', '2'],
        ['0', '0'],
      ],
    });
    expect(agreementReport(table, 'ordinal', options)).toMatchObject({
      items: 2,
      raters: ['Dr. A', 'Dr. B'],
    });
  });
});

describe('edited notes as references', () => {
  const pack = aPack({ samples: [aSample(0), aSample(1, { meta: { topic: 'knee' } }), aSample(2)] });
  const { edits } = readReviews([
    row('1#0', 1),
    row('1#0', 2, { rater: 'Dr. B', text: 'Another.' }),
    row('2#0', 3, { wouldSign: false }),
  ]);
  const request = { pack, modelTitle: 'Model A', edits, indexOf: (key: string) => Number(key.split('#')[0]) };
  const made = packOfEditedReferences(request);
  const models = {
    a: { id: 'model-a', sha256: 'a'.repeat(64) },
    smaller: { id: 'model-a', sha256: 'c'.repeat(64) },
    renamed: { id: 'my-folder', sha256: 'a'.repeat(64) },
    b: { id: 'model-b', sha256: 'b'.repeat(64) },
  };

  it('are what somebody would sign, with the anchor and a warning beside every score', () => {
    expect(made.samples).toHaveLength(1);
    expect(made.samples[0]).toMatchObject({
      id: 's1',
      target: ['Cough for two weeks.', 'Another.'],
      meta: { topic: 'knee', ...anchorMeta(models.a) },
    });
    expect(made).toMatchObject({ id: 'a-pack-edited', private: true });
    expect(made.provenance.statement).toMatch(/^References are notes of Model A, edited/);
    expect(packOfEditedReferences({ ...request, edits: edits.slice(0, 1) }).version).not.toBe(made.version);
  });

  it('need at least one that somebody would sign', () => {
    expect(() => packOfEditedReferences({ ...request, edits: [] })).toThrowError(
      expect.objectContaining({ code: 'input/empty' }),
    );
  });

  it('are refused where the model they were edited from is compared with another', () => {
    const refused: unknown = expect.objectContaining({ code: 'run/anchored-reference' });
    for (const own of [models.a, models.smaller, models.renamed]) {
      expect(() => refuseAnchored(made.samples, [own, models.b])).toThrowError(refused);
      expect(() => refuseAnchored(made.samples, [models.b, own])).toThrowError(refused);
    }
    const other = { id: 'model-d', sha256: 'd'.repeat(64) };
    expect(() => refuseAnchored(made.samples, [models.b, other])).not.toThrow();
    expect(() => refuseAnchored(pack.samples, [models.a, models.b])).not.toThrow();
    expect(anchoredModels(made.samples, [models.a])).toEqual(['model-a']);
    const near = { title: 'ROUGE', nearness: true } as const;
    const form = { title: 'Form' };
    expect(() => refuseAnchoredScores(made.samples, models.a, [form, near])).toThrowError(refused);
    expect(() => refuseAnchoredScores(made.samples, models.a, [near])).toThrowError(/ROUGE would hold/);
    expect(() => refuseAnchoredScores(made.samples, models.a, [form])).not.toThrow();
    expect(() => refuseAnchoredScores(made.samples, models.b, [near])).not.toThrow();
    expect(() => refuseAnchoredScores(pack.samples, models.a, [near])).not.toThrow();
  });
});

describe('sentences of a note', () => {
  const pieces = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

  it('end at a line end or where the language ends them', () => {
    expect(pieces('Plan: Rest. Fluids 2 l a day.\n\n- Return if worse\n---\n')).toEqual([
      'Plan: Rest.',
      'Fluids 2 l a day.',
      '- Return if worse',
    ]);
    expect(pieces('咳嗽两周。没有发烧。')).toEqual(['咳嗽两周。', '没有发烧。']);
  });
});

describe('the closest lines of a transcript', () => {
  const find = lineFinder([
    { line: 1, text: 'What brings you in today?' },
    { line: 2, text: 'My left knee has hurt for two weeks.' },
    { line: 5, text: 'Do you take anything?' },
    { line: 6, text: 'Ibuprofen 400 mg, twice a day, for the knee.' },
    { line: 7, text: '咳嗽两周' },
  ]);

  it('share words and numbers with the sentence, the rarer the better', () => {
    expect(find('Takes ibuprofen 400 mg twice daily.')[0]).toBe(6);
    expect(find('Left knee pain, hurting for weeks')[0]).toBe(2);
    expect(find('咳嗽')).toEqual([7]);
  });

  it('are none where nothing is shared but words that say nothing', () => {
    expect(find('The patient was well and has no fever.')).toEqual([]);
    expect(find('')).toEqual([]);
    expect(lineFinder([])('knee')).toEqual([]);
  });
});
