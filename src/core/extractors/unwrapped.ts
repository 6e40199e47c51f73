/** A stated answer without what wraps it: markdown, quotes, brackets around the whole, LaTeX text commands, a full stop. */
export function unwrapped(text: string): string {
  let inner = text.trim();
  for (let round = 0; round < 6; round += 1) {
    const before = inner;
    inner = inner
      .replace(/^\\(?:text|mathrm|mathbf|textbf|rm)\s*\{(.*)\}$/su, '$1')
      .replace(/^(\*\*|__|\*|_|`|\$\$?|["'])(.*)\1$/su, '$2')
      .replace(/^[“«„](.*)[”»“]$/su, '$1')
      .replace(/^\(([^()]*)\)$/su, '$1')
      .replace(/^\[([^[\]]*)\]$/su, '$1')
      .replace(/[\s.;,!。]+$/u, '')
      .trim();
    if (inner === before) break;
  }
  return inner.replace(/\s+/gu, ' ');
}
