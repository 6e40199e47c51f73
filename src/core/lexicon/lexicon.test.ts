import { describe, expect, it } from 'vitest';
import { fileOf } from '../run/fixtures.ts';
import { conceptF1 } from '../scorers/concept-f1/scorer.ts';
import { conceptGroupOf } from './concept-groups.ts';
import { bedsideLexicon } from './lexicon.ts';
import { makeVocabulary } from './make-vocabulary.ts';
import { createTermMatcher } from './term-matcher.ts';
import { readVocabularyCsv } from './vocabulary-csv.ts';

const lexicon = bedsideLexicon();

describe('the lexicon', () => {
  it('has at least 1,500 concepts in all groups, most with several wordings, and ids of its own', () => {
    const concepts = new Map<string, number>();
    for (const { concept } of lexicon.entries) concepts.set(concept, (concepts.get(concept) ?? 0) + 1);
    expect(concepts.size).toBeGreaterThanOrEqual(1_500);
    expect([...concepts.values()].filter((wordings) => wordings > 1).length).toBeGreaterThan(1_000);
    for (const concept of concepts.keys()) expect(concept).toMatch(/^bedside:[a-z-]+\/[a-z0-9-]+$/);
    expect([...new Set(lexicon.entries.map(({ group }) => group))].sort()).toEqual([
      'anatomy',
      'chemicals-drugs',
      'devices',
      'disorders',
      'living-beings',
      'phenomena',
      'physiology',
      'procedures',
    ]);
  });

  it('says each wording once, and few of them for two concepts', () => {
    const concepts = new Map<string, Set<string>>();
    const seen = new Set<string>();
    for (const { term, concept } of lexicon.entries) {
      expect(seen.has(`${term} ${concept}`), `${term} twice`).toBe(false);
      seen.add(`${term} ${concept}`);
      concepts.set(term.toLowerCase(), (concepts.get(term.toLowerCase()) ?? new Set()).add(concept));
    }
    const shared = [...concepts].filter(([, of]) => of.size > 1).map(([term]) => term);
    expect(shared.length, shared.join(', ')).toBeLessThanOrEqual(10);
  });
});

describe('the matcher', () => {
  const matcher = createTermMatcher(lexicon);
  const found = (text: string): string[] => matcher.find(text).map(({ term }) => term);

  it.each([
    ['the longest term wins', 'left lower quadrant pain', ['left lower quadrant pain']],
    ['a phrase ends with its sentence', 'No chest. Pain in the knee.', ['chest', 'pain in the knee']],
    ['an abbreviated genus does not end one', 'urine grew E. coli', ['e coli']],
    ['capitals are another word', 'patient has MS and is all right, PE ruled out', ['patient', 'ms', 'pe']],
    ['accents and apostrophes do not matter', 'Barrett’s esophagus', ["barrett's esophagus"]],
    ['hyphens separate words', 'chest x-ray', ['chest x ray']],
    ['nothing', 'zyx', []],
  ])('%s', (_, text, terms) => {
    expect(found(text)).toEqual(terms);
  });

  it('takes terms of five words at most', () => {
    const own = createTermMatcher(
      makeVocabulary('own', [
        { term: 'one two three four five', concept: 'a', group: '' },
        { term: 'one two three four five six', concept: 'b', group: '' },
      ]),
    );
    expect(own.find('one two three four five six').flatMap(({ concepts }) => concepts)).toEqual([
      { concept: 'a', group: 'other' },
    ]);
  });
});

describe('a vocabulary of one’s own', () => {
  const csv =
    'Term,CUI,Semantic Group\nheart attack,C1,DISORDERS\nmyocardial infarction,C1,Disorder\n,C2,x\naspirin,C3,Chemicals and Drugs\n';

  it('is read from a CSV; rows without a term or an id are told', async () => {
    const { vocabulary, concepts, skipped, skippedCount } = await readVocabularyCsv(
      fileOf('my terms.csv', csv),
    );
    expect(vocabulary.name).toBe('my terms');
    expect(vocabulary.entries).toHaveLength(3);
    expect(concepts).toBe(2);
    expect(skippedCount).toBe(1);
    expect(skipped).toEqual([{ line: 4, problem: 'has no term or no concept id' }]);
  });

  it('has a hash of its content, whatever its name and order', () => {
    const [a, b] = [
      { term: 'a', concept: '1', group: 'x' },
      { term: 'b', concept: '2', group: 'x' },
    ];
    expect(makeVocabulary('one', [a, b]).sha256).toBe(makeVocabulary('two', [b, a]).sha256);
    expect(makeVocabulary('one', [a]).sha256).not.toBe(makeVocabulary('one', [a, b]).sha256);
  });

  it.each([
    ['a missing column', 'word,meaning\na,b\n', 'input/schema'],
    ['no terms', 'term,concept id\n,\n', 'input/empty'],
  ])('is refused with %s', async (_, text, code) => {
    await expect(readVocabularyCsv(fileOf('x.csv', text))).rejects.toMatchObject({ code });
  });

  it('names the scorer and its settings after itself', async () => {
    const { vocabulary } = await readVocabularyCsv(fileOf('my terms.csv', csv));
    const bound = conceptF1.bind?.({ ownVocabulary: vocabulary });
    expect(bound?.id).toBe(`concept-f1@my-terms-${vocabulary.sha256.slice(0, 8)}`);
    expect(bound?.settings).toEqual({ vocabulary: 'my terms', 'vocabulary-sha256': vocabulary.sha256 });
    const sample = {
      id: 's',
      input: { messages: [{ role: 'user' as const, content: 'x' }] },
      target: ['Heart attack. Fever.'],
    };
    expect(bound?.score(sample, { text: 'Myocardial infarction.' }).scores['f']).toEqual({
      state: 'scored',
      value: 1,
    });
  });

  it.each([
    ['Chemicals & Drugs', 'chemicals-drugs'],
    ['CHEMICALS AND DRUGS', 'chemicals-drugs'],
    ['Living Being', 'living-beings'],
    ['Concepts & Ideas', 'other'],
    ['', 'other'],
  ])('has its group "%s" as %s', (words, id) => {
    expect(conceptGroupOf(words)).toBe(id);
  });
});
