/**
 * How replies in other languages announce an answer, brought to the English form that the readers know: a reader
 * then knows one way of announcing, whatever the language. Only whole, unnegated forms are listed ("答案不是B" is none).
 */

/** Chinese, Japanese, Portuguese, Spanish, French, German, Vietnamese, Thai, Arabic. */
const ANNOUNCED = [
  '(?:因此|所以|故)?(?:正确|最佳|最终|標準|正確)?(?:的)?(?:答案\\s*(?:应该是|应为|是|为|為|選|选)?|(?:选项|選項)\\s*(?:应该是|应为|是|为|為))\\s*[:：]?\\s*(?:选项|選項|选|選)?',
  '(?:故|应|應|我)(?:选择|選擇|选|選)\\s*[:：]?',
  '(?:最終的な)?(?:正解|答え|解答)(?:は|[:：])',
  '(?:[Aa]\\s+)?(?:[Rr]esposta|[Aa]lternativa)(?:\\s+(?:correta|certa|final|mais adequada))?(?:\\s+(?:é|seria)(?:\\s+a)?|\\s*:)(?:\\s+(?:letra|alternativa|opção))?',
  '(?:[Ll]a\\s+)?(?:[Rr]espuesta|[Oo]pción)(?:\\s+(?:correcta|final|más adecuada))?(?:\\s+(?:es|sería)(?:\\s+la)?|\\s*:)(?:\\s+(?:opción|letra))?',
  '(?:[Ll]a\\s+)?(?:[Bb]onne\\s+)?[Rr]éponse(?:\\s+(?:correcte|finale|exacte))?(?:\\s+(?:est|serait)(?:\\s+la)?|\\s*:)(?:\\s+(?:réponse|lettre|proposition))?',
  '(?:[Dd]ie\\s+)?(?:(?:[Rr]ichtige|[Kk]orrekte)\\s+)?(?:Antwort|Lösung)(?:\\s+(?:ist|lautet|wäre)(?:\\s+die)?|\\s*:)(?:\\s+(?:Antwort|Option))?',
  '(?:[Đđ]áp án|[Cc]âu trả lời)(?:\\s+(?:đúng|chính xác|cuối cùng))*(?:\\s+là|\\s*:)(?:\\s+(?:câu|đáp án|phương án))?',
  'คำตอบ(?:ที่ถูกต้อง|ที่ถูก|สุดท้าย)?\\s*(?:คือ|เป็น|[:：])\\s*(?:ข้อ)?',
  '(?:الإجابة|الاجابة|الجواب)(?:\\s+(?:الصحيحة|الصحيح|النهائية|النهائي))?(?:\\s+(?:هي|هو)|\\s*:)',
].join('|');

const DECLARATION = new RegExp(`(?<!\\p{Script=Latin})(?:${ANNOUNCED})\\s*[:：]?\\s*`, 'gu');
/** A letter that stands alone after an announcement ends the statement. */
const LONE_LETTER = /(\banswer: )([*_([「『"“]*[A-Z])(?![\p{Script=Latin}\p{N}])(?!\s*\/| and )/gu;

/** "A和B", "A o B": two are offered. */
const OFFERED =
  /(\banswer: [*_([「『"“]*[A-Z])\s*(?:和|或者?|及|\b(?:y|o|e|ou|et|und|oder|và|hoặc)\b|และ|หรือ|أو|و)\s*(?=[A-Z](?![\p{Script=Latin}\p{N}]))/gu;

const FULL_WIDTH: Readonly<Record<string, string>> = {
  '。': '. ',
  '，': ', ',
  '、': ', ',
  '；': '; ',
  '：': ': ',
  '！': '! ',
  '？': '? ',
  '（': ' (',
  '）': ') ',
  '．': '. ',
  '「': ' "',
  '」': '" ',
};

/** A reply with its announcements as English has them; a reply in English stays what it is. */
export function withEnglishAnnouncements(reply: string): string {
  const text = reply.replace(/[。，、；：！？（）．「」]/gu, (mark) => FULL_WIDTH[mark] ?? mark);
  if (!DECLARATION.test(text)) return text;
  DECLARATION.lastIndex = 0;
  return text
    .replace(DECLARATION, ' answer: ')
    .replace(OFFERED, '$1 and ')
    .replace(LONE_LETTER, '$1$2. ')
    .trim();
}

const REFUSED_ELSEWHERE =
  /(?:无法|不能|無法)(?:提供|回答|给出|給出|诊断|判断)|\bno puedo (?:responder|proporcionar|dar|ayudar)|\bnão posso (?:responder|fornecer|dar|ajudar)|\bje ne (?:peux|suis) pas (?:répondre|fournir|donner|en mesure)|\bich kann (?:das |diese frage |hier )?(?:leider )?(?:nicht|keine)|tôi không thể (?:trả lời|cung cấp)|ไม่สามารถ(?:ตอบ|ให้|วินิจฉัย)|لا (?:أستطيع|يمكنني)/iu;

export function refusedInOtherLanguage(text: string): boolean {
  return REFUSED_ELSEWHERE.test(text);
}
