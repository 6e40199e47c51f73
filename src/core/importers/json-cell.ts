/** What a cell holds when its text is JSON, as tables carry lists and objects; undefined when it is other text. */
export function jsonCell(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
