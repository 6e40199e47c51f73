/**
 * The Porter stemmer in the extended mode of NLTK's PorterStemmer, the one Google's rouge_score uses.
 * Algorithm: Porter, "An algorithm for suffix stripping", Program 14(3), 1980; the extensions (irregular
 * forms, "ies"/"ied" of short words, y -> i only after a consonant, "alli", "fulli", "logi", two-letter *o)
 * are NLTK's and change scores, so they are reproduced here and held to NLTK by fixtures/porter-nltk.txt.
 * Words are lower-case [a-z0-9]+; digits count as consonants, as they do in NLTK.
 */

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['sky', 'sky'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['news', 'news'],
  ['innings', 'inning'],
  ['inning', 'inning'],
  ['outings', 'outing'],
  ['outing', 'outing'],
  ['cannings', 'canning'],
  ['canning', 'canning'],
  ['howe', 'howe'],
  ['proceed', 'proceed'],
  ['exceed', 'exceed'],
  ['succeed', 'succeed'],
]);

const VOWELS = 'aeiou';

function isConsonant(word: string, index: number): boolean {
  const letter = word.charAt(index);
  if (VOWELS.includes(letter)) return false;
  // A run of "y" alternates; counting the run avoids recursion on hostile input such as 50,000 times "y".
  if (letter !== 'y') return true;
  let runStart = index;
  while (runStart > 0 && word.charAt(runStart - 1) === 'y') runStart -= 1;
  const firstIsConsonant = runStart === 0 || VOWELS.includes(word.charAt(runStart - 1));
  return (index - runStart) % 2 === 0 ? firstIsConsonant : !firstIsConsonant;
}

/** Porter's m: how often a vowel is followed by a consonant. */
function measure(stem: string): number {
  let count = 0;
  let previousIsVowel = false;
  let consonant = false;
  for (let index = 0; index < stem.length; index += 1) {
    const letter = stem.charAt(index);
    if (VOWELS.includes(letter)) consonant = false;
    else if (letter === 'y') consonant = index === 0 || !consonant;
    else consonant = true;
    if (consonant && previousIsVowel) count += 1;
    previousIsVowel = !consonant;
  }
  return count;
}

const hasPositiveMeasure = (stem: string): boolean => measure(stem) > 0;
const measureOverOne = (stem: string): boolean => measure(stem) > 1;

function containsVowel(stem: string): boolean {
  for (let index = 0; index < stem.length; index += 1) if (!isConsonant(stem, index)) return true;
  return false;
}

function endsDoubleConsonant(word: string): boolean {
  const last = word.length - 1;
  return last >= 1 && word.charAt(last) === word.charAt(last - 1) && isConsonant(word, last);
}

/** Porter's *o, plus NLTK's two-letter vowel-consonant case. */
function endsCvc(word: string): boolean {
  const last = word.length - 1;
  if (last === 1) return !isConsonant(word, 0) && isConsonant(word, 1);
  return (
    last >= 2 &&
    isConsonant(word, last - 2) &&
    !isConsonant(word, last - 1) &&
    isConsonant(word, last) &&
    !'wxy'.includes(word.charAt(last))
  );
}

type Rule = readonly [
  suffix: string,
  replacement: string,
  condition: (stem: string, word: string) => boolean,
];

/** The first rule whose suffix matches decides, even when its condition then fails. */
function applyFirst(word: string, rules: readonly Rule[]): string {
  for (const [suffix, replacement, condition] of rules) {
    if (!word.endsWith(suffix)) continue;
    const stem = word.slice(0, word.length - suffix.length);
    return condition(stem, word) ? stem + replacement : word;
  }
  return word;
}

function step1a(word: string): string {
  if (word.endsWith('ies')) return word.length === 4 ? word.slice(0, -1) : word.slice(0, -2);
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ss')) return word;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function tidyAfterStep1b(stem: string): string {
  if (stem.endsWith('at') || stem.endsWith('bl') || stem.endsWith('iz')) return `${stem}e`;
  if (endsDoubleConsonant(stem))
    return 'lsz'.includes(stem.charAt(stem.length - 1)) ? stem : stem.slice(0, -1);
  return measure(stem) === 1 && endsCvc(stem) ? `${stem}e` : stem;
}

function step1b(word: string): string {
  if (word.endsWith('ied')) return word.length === 4 ? word.slice(0, -1) : word.slice(0, -2);
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  for (const suffix of ['ed', 'ing']) {
    if (!word.endsWith(suffix)) continue;
    const stem = word.slice(0, word.length - suffix.length);
    if (containsVowel(stem)) return tidyAfterStep1b(stem);
  }
  return word;
}

function step1c(word: string): string {
  const before = word.length - 2;
  return word.endsWith('y') && word.length > 2 && isConsonant(word.slice(0, -1), before)
    ? `${word.slice(0, -1)}i`
    : word;
}

const STEP2: readonly Rule[] = [
  ['ational', 'ate', hasPositiveMeasure],
  ['tional', 'tion', hasPositiveMeasure],
  ['enci', 'ence', hasPositiveMeasure],
  ['anci', 'ance', hasPositiveMeasure],
  ['izer', 'ize', hasPositiveMeasure],
  ['bli', 'ble', hasPositiveMeasure],
  ['alli', 'al', hasPositiveMeasure],
  ['entli', 'ent', hasPositiveMeasure],
  ['eli', 'e', hasPositiveMeasure],
  ['ousli', 'ous', hasPositiveMeasure],
  ['ization', 'ize', hasPositiveMeasure],
  ['ation', 'ate', hasPositiveMeasure],
  ['ator', 'ate', hasPositiveMeasure],
  ['alism', 'al', hasPositiveMeasure],
  ['iveness', 'ive', hasPositiveMeasure],
  ['fulness', 'ful', hasPositiveMeasure],
  ['ousness', 'ous', hasPositiveMeasure],
  ['aliti', 'al', hasPositiveMeasure],
  ['iviti', 'ive', hasPositiveMeasure],
  ['biliti', 'ble', hasPositiveMeasure],
  ['fulli', 'ful', hasPositiveMeasure],
  // NLTK measures the word without "ogi", so that "geo" + "logi" is long enough.
  ['logi', 'log', (_stem, word) => hasPositiveMeasure(word.slice(0, -3))],
];

function step2(word: string): string {
  let current = word;
  while (current.endsWith('alli') && hasPositiveMeasure(current.slice(0, -4))) current = current.slice(0, -2);
  return applyFirst(current, STEP2);
}

const STEP3: readonly Rule[] = [
  ['icate', 'ic', hasPositiveMeasure],
  ['ative', '', hasPositiveMeasure],
  ['alize', 'al', hasPositiveMeasure],
  ['iciti', 'ic', hasPositiveMeasure],
  ['ical', 'ic', hasPositiveMeasure],
  ['ful', '', hasPositiveMeasure],
  ['ness', '', hasPositiveMeasure],
];

const endsInST = (stem: string): boolean => stem.endsWith('s') || stem.endsWith('t');

const STEP4: readonly Rule[] = [
  ...['al', 'ance', 'ence', 'er', 'ic', 'able', 'ible', 'ant', 'ement', 'ment', 'ent'].map((suffix): Rule => [
    suffix,
    '',
    measureOverOne,
  ]),
  ['ion', '', (stem) => measureOverOne(stem) && endsInST(stem)],
  ...['ou', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize'].map((suffix): Rule => [suffix, '', measureOverOne]),
];

function step5a(word: string): string {
  if (!word.endsWith('e')) return word;
  const stem = word.slice(0, -1);
  const m = measure(stem);
  return m > 1 || (m === 1 && !endsCvc(stem)) ? stem : word;
}

function step5b(word: string): string {
  return word.endsWith('ll') && measureOverOne(word.slice(0, -1)) ? word.slice(0, -1) : word;
}

export function porterStem(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length <= 2) return word;
  const afterStep1 = step1c(step1b(step1a(word)));
  return step5b(step5a(applyFirst(applyFirst(step2(afterStep1), STEP3), STEP4)));
}
