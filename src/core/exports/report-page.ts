/** The page around a report: one style, no script, nothing loaded; and the tables that reports are made of. */
import { REPORT_STYLE } from './report-style.ts';
import type { ChecklistItem } from './reporting-checklist.ts';
import { type SafeHtml, html } from './safe-html.ts';
import { styleHash } from './style-hash.ts';

/** Nothing may be loaded or run; the one style is named by its hash, so text in the report cannot add another. */
const POLICY = `default-src 'none'; style-src ${styleHash(REPORT_STYLE)}; base-uri 'none'; form-action 'none'`;
const STYLE: SafeHtml = { html: `<style>${REPORT_STYLE}</style>` };

export function reportPage(title: string, body: SafeHtml): SafeHtml {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${STYLE}
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html> `;
}

export function reportTable(
  header: readonly string[],
  rows: readonly (readonly (string | SafeHtml)[])[],
  kind = 'plain',
): SafeHtml {
  // On a narrow screen it scrolls by itself, with the keyboard as well.
  return html`<div class="scroll" tabindex="0">
    <table class="${kind}">
      <thead>
        <tr>
          ${header.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

export function checklistTable(items: readonly ChecklistItem[], known: string): SafeHtml {
  return reportTable(
    ['part', 'topic', known],
    items.map((item) => [
      item.part,
      item.topic,
      item.known ?? html`<span class="supply">author must supply</span>`,
    ]),
  );
}
