/** Pieces of Markdown that hostile text cannot break out of. */

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(inline).join(' | ')} |`;
  return [line(header), `| ${header.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Text of a pack or a model is hostile: it must make no table cell, link, image or tag of its own. */
export function inline(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_[\]<>|#&]/gu, (mark) => (mark === '_' ? mark : `\\${mark}`));
}

/** A fence longer than any in the text, so that the text cannot end it. */
export function fenced(text: string): string {
  let longest = 2;
  for (const [ticks] of text.matchAll(/`+/gu)) longest = Math.max(longest, ticks.length);
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
