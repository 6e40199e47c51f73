import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { AppError } from '../errors.ts';
import { sampleProblems } from '../packs/check-sample.ts';
import { fullPack } from '../packs/fixtures.ts';
import { type Pack, PackSchema, type Sample } from '../packs/pack.ts';
import { computeSeal, sealPack } from '../packs/seal.ts';
import { mcqLetter } from '../prompts/mcq-letter.ts';
import { choice } from '../scorers/choice.ts';
import { makeTwin } from './make-twin.ts';
import { TRANSFORMS, transformById } from './registry.ts';

const bundled = (id: string): Pack & { seal: string } =>
  sealPack(
    v.parse(
      PackSchema,
      JSON.parse(readFileSync(new URL(`../../../public/packs/${id}.json`, import.meta.url), 'utf8')),
    ),
  );
const questions = bundled('clinical-qa-demo');
const visits = bundled('soap-notes-handwritten');
const calculations = bundled('calc-demo');
const asked = (sample: Sample): string => mcqLetter.render(sample)[0]?.content ?? '';
const twinOf = (pack: Pack & { seal: string }, id: string, seed = 1) =>
  makeTwin(pack, transformById(id), seed);
const rightText = ({ choices, answer }: Sample): string | undefined =>
  choices?.find(({ id }) => id === answer)?.text;
/** Twin and original of every sample of the questions. */
const pairs = (id: string, seed = 1): (readonly [Sample, Sample])[] =>
  twinOf(questions, id, seed).samples.map((sample, index) => {
    const original = questions.samples[index];
    if (original === undefined) throw new Error(`${id}: no sample ${index}`);
    return [sample, original] as const;
  });

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.code : String(thrown);
  }
  return 'no error';
}

describe.each(TRANSFORMS.map(({ id }) => id))('%s', (id) => {
  it('keeps ids, order, right answers and everything that scoring reads', () => {
    for (const [twin, original] of pairs(id)) {
      expect([twin.id, twin.cluster, rightText(twin), twin.meta]).toEqual([
        original.id,
        original.cluster,
        rightText(original),
        original.meta,
      ]);
      expect(new Set(twin.choices?.map(({ text }) => text))).toEqual(
        new Set(original.choices?.map(({ text }) => text)),
      );
      expect(sampleProblems(twin, twin.id)).toEqual([]);
      const score = choice.score(twin, { text: twin.answer ?? '' }).scores['accuracy'];
      expect(score).toEqual({ state: 'scored', value: 1 });
    }
  });

  it('makes a pack with a name, a parent and a seal of its own, the same for the same seed', () => {
    const twin = twinOf(questions, id, 5);
    expect(v.safeParse(PackSchema, twin).success).toBe(true);
    expect(twin.id).toBe(`clinical-qa-demo--${id}`);
    expect(twin.seal).toBe(computeSeal(twin));
    expect(twin.seal).not.toBe(questions.seal);
    expect(twin.provenance.transformOf).toEqual({
      seal: questions.seal,
      transform: `${id} ${transformById(id).version}`,
      seed: 5,
    });
    expect(twin.provenance.statement).toContain(id);
    expect(twinOf(questions, id, 5)).toEqual(twin);
  });

  it('changes what is asked, but for the whole case', () => {
    const changed = pairs(id).filter(([twin, original]) => asked(twin) !== asked(original)).length;
    if (id === 'partial-100') expect(changed).toBe(0);
    // Typing errors and abbreviations may find nothing to change in a short stem.
    else expect(changed).toBeGreaterThan(questions.samples.length * 0.6);
  });

  it('draws for a sample alone', () => {
    const some = sealPack({ ...questions, samples: questions.samples.slice(3, 6) });
    expect(twinOf(some, id).samples).toEqual(twinOf(questions, id).samples.slice(3, 6));
  });
});

describe('transforms', () => {
  it('lean on a wrong choice, another by another seed', () => {
    const biases = TRANSFORMS.filter(({ id }) => id.startsWith('bias-'));
    expect(biases).toHaveLength(7);
    for (const { id } of biases) {
      for (const [twin] of pairs(id)) {
        const added = 'messages' in twin.input ? (twin.input.messages.at(-1)?.content ?? '') : '';
        const named = (twin.choices ?? []).filter(({ text }) => added.endsWith(text));
        expect(named.some((one) => one.id !== twin.answer)).toBe(true);
      }
      expect(twinOf(questions, id, 2).samples).not.toEqual(twinOf(questions, id, 1).samples);
    }
  });

  it('deal the right answer to every letter about equally often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 8; seed += 1)
      for (const [twin, original] of pairs('option-order', seed)) {
        expect(twin.choices).not.toEqual(original.choices);
        counts.set(twin.answer ?? '', (counts.get(twin.answer ?? '') ?? 0) + 1);
      }
    const total = 8 * questions.samples.length;
    // Four letters: a quarter each; five standard deviations of a binomial with 1,024 draws are 7 points.
    for (const letter of ['A', 'B', 'C', 'D']) {
      expect((counts.get(letter) ?? 0) / total).toBeGreaterThan(0.18);
      expect((counts.get(letter) ?? 0) / total).toBeLessThan(0.32);
    }
  });

  it('swap letters in about one in twelve long words and touch no number', () => {
    const words = (sample: Sample): string[] => asked(sample).split(/[^\p{L}\d.%/-]+/u);
    let long = 0;
    let changed = 0;
    for (const [twin, original] of pairs('typos')) {
      const before = words(original);
      words(twin).forEach((word, index) => {
        const was = before[index] ?? '';
        if (word !== was) {
          changed += 1;
          expect([...word].sort()).toEqual([...was].sort());
          expect(word).not.toMatch(/\d/);
        }
        if (/^[a-z]{5,}$/.test(was)) long += 1;
      });
    }
    expect(changed / long).toBeGreaterThan(0.02);
    expect(changed / long).toBeLessThan(0.12);
  });

  it('keep the question and cut the case: more of it with every step', () => {
    const lengths = [20, 40, 60, 80, 100].map((percent) =>
      pairs(`partial-${percent}`).reduce((sum, [twin]) => sum + asked(twin).length, 0),
    );
    expect([...lengths].sort((a, b) => a - b)).toEqual(lengths);
    expect(new Set(lengths).size).toBe(5);
    const [sample] = twinOf(calculations, 'partial-40').samples;
    const [original] = calculations.samples;
    expect(sample?.input).toEqual(original?.input);
    const [short, whole] = [sample, original].map((one) => one?.documents?.[0]?.text ?? '');
    expect(whole?.startsWith(short ?? '-')).toBe(true);
    expect(short?.split(' ').length).toBe(Math.ceil((whole?.split(' ').length ?? 0) * 0.4));
  });

  it('leave the words of a visit alone; what cannot be done with one is refused as a whole', () => {
    const twin = twinOf(visits, 'irrelevant-sentence');
    twin.samples.forEach((sample, index) => {
      const original = visits.samples[index];
      if (original === undefined || !('turns' in sample.input) || !('turns' in original.input))
        throw new Error('not a visit');
      expect(sample.input.turns.slice(0, -1)).toEqual(original.input.turns);
      expect(sampleProblems(sample, sample.id)).toEqual([]);
    });
    for (const id of [
      'bias-recency',
      'option-order',
      'typos',
      'abbreviations',
      'partial-20',
      'persona-student',
    ])
      expect([id, codeOf(() => twinOf(visits, id))]).toEqual([id, 'input/schema']);
    expect(codeOf(() => transformById('none'))).toBe('input/unknown-id');
  });

  it('refuse a twin of a twin and keep what is private private', () => {
    const twin = twinOf(questions, 'typos');
    expect(codeOf(() => makeTwin(twin, transformById('typos'), 1))).toBe('input/option');
    const { transformOf: _, ...provenance } = fullPack().provenance;
    const owned = sealPack({ ...fullPack(), id: 'a'.repeat(100), provenance, private: true });
    const own = makeTwin(owned, transformById('irrelevant-sentence'), 1);
    expect([own.private, own.canary, own.id.length]).toEqual([true, owned.canary, 100]);
  });
});
