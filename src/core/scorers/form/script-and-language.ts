/** Whether a note is written in the script and language of the visit: small models sometimes drift into another. */
import type { TextRange } from '../../contracts.ts';
import type { PlacedWord } from '../../extract/placed-words.ts';

const SCRIPTS = {
  latin: /\p{Script=Latin}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  greek: /\p{Script=Greek}/u,
  arabic: /\p{Script=Arabic}/u,
  hebrew: /\p{Script=Hebrew}/u,
  devanagari: /\p{Script=Devanagari}/u,
  bengali: /\p{Script=Bengali}/u,
  tamil: /\p{Script=Tamil}/u,
  thai: /\p{Script=Thai}/u,
  hangul: /\p{Script=Hangul}/u,
  // Japanese mixes kana with Han.
  han: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
} as const;
type Script = keyof typeof SCRIPTS;
const NAMES = Object.keys(SCRIPTS) as readonly Script[]; // keys of the literal above

/** Enough letters to know a text's script. */
const SCRIPT_SAMPLE = 20_000;

function scriptOf(letter: string): Script | null {
  return NAMES.find((name) => SCRIPTS[name].test(letter)) ?? null;
}

/** The script of most letters; null for a text without letters. */
export function mainScript(text: string): Script | null {
  const counts = new Map<Script, number>();
  for (const [letter] of text.slice(0, SCRIPT_SAMPLE).matchAll(/\p{L}/gu)) {
    const script = scriptOf(letter);
    if (script !== null) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Words with a letter of another script; single Greek letters are symbols ("β blocker", "μg"). */
export function inOtherScript(
  text: string,
  words: readonly PlacedWord[],
  expected: Script,
): { readonly ranges: readonly TextRange[]; readonly share: number } {
  const ranges: TextRange[] = [];
  let letters = 0;
  let others = 0;
  for (const { word, start, end } of words) {
    const own = word.match(/\p{L}/gu) ?? [];
    letters += own.length;
    const foreign = own.filter((letter) => !SCRIPTS[expected].test(letter) && scriptOf(letter) !== null);
    if (
      foreign.length === 0 ||
      foreign.every((letter) => scriptOf(letter) === 'greek' && foreign.length === 1)
    )
      continue;
    others += foreign.length;
    const last = ranges.at(-1);
    if (last !== undefined && /^[^\p{L}\n]*$/u.test(text.slice(last.end, start)))
      ranges[ranges.length - 1] = { start: last.start, end };
    else ranges.push({ start, end });
  }
  return { ranges, share: letters === 0 ? 0 : others / letters };
}

/** Small words that one of these languages has and the others do not, or hardly. */
const SMALL_WORDS = {
  en: 'the and of to is was with for has that on he she denies which from are not his her this'.split(' '),
  es: 'el los las y del que con por para una se su al es niega sin fue como más está'.split(' '),
  fr: 'le les et des du une est pour dans avec qui sur pas au elle il sans ce aux été'.split(' '),
  de: 'der die das und ist mit von für ein eine nicht zu im auf den dem sich wird keine bei'.split(' '),
  it: 'il che di della per con gli è una non sono nel alla dei le del più senza ha si'.split(' '),
  pt: 'o os e do da dos das que com para uma não em no na sem foi ao mais está'.split(' '),
} as const;
const LANGUAGES = Object.entries(SMALL_WORDS).map(([language, words]) => ({
  language,
  words: new Set<string>(words),
}));
/** So few small words say nothing. */
const LEAST_HITS = 8;
/** How much more often than those of the next language they must occur. */
const CLEAR_LEAD = 1.5;

/** Of a text in Latin script; null when it is too short or no language leads clearly. */
export function languageOf(words: readonly PlacedWord[]): string | null {
  const hits = LANGUAGES.map(({ language, words: small }) => ({
    language,
    count: words.reduce((sum, { word }) => sum + (small.has(word) ? 1 : 0), 0),
  })).sort((a, b) => b.count - a.count);
  const [first, second] = hits;
  if (first === undefined || first.count < LEAST_HITS) return null;
  return first.count >= CLEAR_LEAD * (second?.count ?? 0) ? first.language : null;
}
