/**
 * Speech written down without punctuation is cut where people begin anew, so that a "no" does not deny the rest of
 * the visit. Only the space before such a word becomes a sign: offsets stay true.
 */
const MIN_WORDS = 12;
const SIGNS_PER_WORDS = 1 / 30;
const ANEW =
  /\s(?=(?:okay|alright|all right|so|but|because|and (?:i|you|it|he|she|they|we|then|also|how|do|are|have|is|no)|i(?:'m|'ve|'ll)?|you(?:'re|'ve)?|he|she|it's|they|we(?:'re|'ll)?|let's|let|now|um|uh|yeah|yes|well|your|do you|are you|have you|that's|there's|there is|for your|on your|when)\s)/giu;
/** Words after which the next word does not begin anew: "that you", "if i", "do you", "and your". */
const LEADS_ON =
  /\b(?:do|did|does|are|is|were|was|have|has|had|can|could|would|should|will|that|if|when|what|how|which|where|and|or|of|for|with|on|in|to|from|because|any|no|not|so|know|think|see|but|since|while|than|as|about|at|your|my|the|a)$/iu;

export function withClauses(text: string): string {
  return text
    .split('\n')
    .map((line) => (isUnpunctuated(line) ? cut(line) : line))
    .join('\n');
}

function isUnpunctuated(line: string): boolean {
  const words = line.match(/\S+/gu)?.length ?? 0;
  const signs = line.match(/[.,;?!](?=\s|$)/gu)?.length ?? 0;
  return words >= MIN_WORDS && signs < words * SIGNS_PER_WORDS;
}

function cut(line: string): string {
  return line.replace(ANEW, (space: string, offset: number) =>
    LEADS_ON.test(line.slice(Math.max(0, offset - 12), offset)) ? space : ';',
  );
}
