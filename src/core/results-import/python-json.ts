/**
 * JSON as Python writes it: NaN and Infinity stand bare, which JSON has not. They become null here: no score, never a
 * number. Null when the text is not JSON even so.
 */
export function parsePythonJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    const strict = withoutConstants(text);
    if (strict === text) return null;
    try {
      return { value: JSON.parse(strict) as unknown };
    } catch {
      return null;
    }
  }
}

const CONSTANTS = ['-Infinity', 'Infinity', 'NaN'] as const;

/** What stands in strings is left alone. */
function withoutConstants(text: string): string {
  const parts: string[] = [];
  let from = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at];
    if (inString) {
      if (c === '\\') at += 1;
      else if (c === '"') inString = false;
      continue;
    }
    if (c === '"') inString = true;
    else if (c === 'N' || c === 'I' || c === '-') {
      const found = CONSTANTS.find((constant) => text.startsWith(constant, at));
      if (found === undefined) continue;
      parts.push(text.slice(from, at), 'null');
      from = at + found.length;
      at = from - 1;
    }
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(from);
}
