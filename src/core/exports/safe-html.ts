/** HTML that can only be built escaped: a value in html`…` is text unless it is itself SafeHtml. */
export interface SafeHtml {
  readonly html: string;
}

type Part = string | number | SafeHtml | readonly SafeHtml[];

export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): SafeHtml {
  const text = literals.reduce((done, literal, index) => done + rendered(parts[index - 1] ?? '') + literal);
  return { html: text };
}

function rendered(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'html' in part ? part.html : part.map((one) => one.html).join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
