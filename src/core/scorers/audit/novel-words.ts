/**
 * Words of illness, anatomy and medicine in the note that no list knows and nothing like them was said:
 * what models make up often has the sound of medicine.
 */
import type { AuditCategory } from '../../contracts.ts';
import { DRUG_ENDINGS, GENERIC_BY_NAME } from '../../extract/drug-names.ts';
import { polarityOf } from '../../extract/polarity.ts';
import type { AuditContext } from './audit-context.ts';
import { addUnsupported, overlapsAny, type Findings } from './checks.ts';
import { TERM_GROUPS } from './clinical-terms.ts';

const MIN_CHARS = 8;
const LONG = 11;
const ILLNESS =
  /(?:osis|itis|oma|emia|aemia|pathy|plegia|paresis|edema|rrhea|algia|uria|penia|sclerosis|trophy|megaly|ectasia|syndrome)$/u;
const PARTS =
  /(?:cardi|neuro|vascul|hepat|nephr|osteo|arthr|gastr|pulmon|dermat|crani|cephal|spondyl|chondr|encephal|thorac|metatars|metacarp|vertebr|lumb|ligament|tendon|menisc|papill|histolog|cytolog|ectomy|plasty|graphy|scopy|otomy|ostomy|phalan|malleol|femor|tibi|fibul|patell|humer|clavic|scapul|fascia|bursa|glute)/u;
/** Headings, trades and turns of phrase of every note. */
const OF_EVERY_NOTE =
  /^(?:diagnosis|prognosis|gastro?esophageal|metatarsophalangeal|neuromuscular|cardiovascular|musculoskeletal|neurologic(?:al|ally)?|gastrointestinal|genitourinary|dermatologic(?:al)?|integumentary|respiratory|constitutional|radiographic(?:s|ally)?|radiographs?|cardiopulmonary|neurovascular(?:ly)?|hematologic|psychiatric|endocrine|osteopathic|orthopedics?|pulmonary|cardiac|cephalic|gastric|lumbar|thoracic|cranial|tendons?|ligaments?|hypertensive|vertebrae|vertebral|normocephalic|cardiology|neurology)$/u;
const TAKES =
  /\b(?:tak(?:e|es|ing|en)|took|start\w*|continu\w+|prescri\w+|medications?|meds|refill\w*|dose|mg|tablets?|pills?|uses?|using|given)\b/iu;
const NOT_A_DRUG =
  /^(?:cholesterol|protein|profile|hormone|milestone|someone|everyone|anyone|gallstone|backbone|cortisone|control\w*|reason|person|season|poison|lesson|comparison|unison|program\w*|diagram|mammogram|cardiogram|echocardiogram|electrocardiogram|telegram|gram|kilogram|histogram|sonogram|reliever|endocrine|landscape|landscapine|vir|nib|mab)$/u;

const KNOWN_WORDS: ReadonlySet<string> = new Set(
  TERM_GROUPS.flatMap(({ terms }) => terms.flatMap((term) => term.toLowerCase().split(/[^\p{L}]+/u))),
);

function categoryOf(word: string, context: AuditContext, at: number): AuditCategory | null {
  if (KNOWN_WORDS.has(word) || OF_EVERY_NOTE.test(word)) return null;
  const isDrug =
    word.length >= 7 && DRUG_ENDINGS.test(word) && !GENERIC_BY_NAME.has(word) && !NOT_A_DRUG.test(word);
  if (isDrug) {
    const sentence = context.note.sentences[context.note.tokens[at]?.sentence ?? -1];
    const text = sentence === undefined ? '' : context.note.text.slice(sentence.start, sentence.end);
    if (TAKES.test(text)) return 'medication';
  }
  if (word.length < MIN_CHARS) return null;
  if (ILLNESS.test(word)) return 'diagnosis';
  return PARTS.test(word) ? 'finding' : null;
}

/** A word of the visit begins as this one does. */
function spoken(context: AuditContext, word: string): boolean {
  const start = word.slice(0, word.length >= LONG ? 7 : 5);
  return context.visitWords.starting(start).length > 0 || context.visitWords.like(word);
}

export function checkNovelWords(context: AuditContext, findings: Findings): void {
  const { note } = context;
  const memo = new Map<string, boolean>();
  for (const [at, token] of note.tokens.entries()) {
    const category = categoryOf(token.word, context, at);
    if (category === null) continue;
    const range = { start: token.start, end: token.end };
    if (
      overlapsAny(
        range,
        findings.unsupported.map((item) => item.note),
      )
    )
      continue;
    const known = memo.get(token.word) ?? spoken(context, token.word);
    memo.set(token.word, known);
    const sentence = note.sentences[token.sentence];
    if (known || sentence?.label === 'family') continue;
    const { sense, aside } = polarityOf(note, { first: at, last: at + 1 });
    if (aside !== null) continue;
    const severity = category === 'finding' || sense === 'negated' ? 'minor' : 'major';
    addUnsupported(context, findings, {
      category: sense === 'negated' && category !== 'medication' ? 'negation' : category,
      severity,
      note: range,
    });
  }
}
