/**
 * Word files for the golden cases of the docx importer, written as the format says (ECMA-376) and not by the reader
 * under test: npx tsx scripts/docx-fixtures.ts prints each as base64.
 */
import { strToU8, zipSync } from 'fflate';

const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
export const paragraph = (...runs: string[]): string => `<w:p>${runs.map(run).join('')}</w:p>`;
export const tableOf = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows
    .map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;

export function docxBytes(body: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  const files = {
    '[Content_Types].xml': strToU8(CONTENT_TYPES),
    '_rels/.rels': strToU8(RELATIONS),
    'word/document.xml': strToU8(document),
    ...more,
  };
  // A fixed date, so that the same content gives the same bytes.
  return zipSync(files, { mtime: new Date('2026-01-01T00:00:00'), level: 9 });
}

const FIXTURES: Readonly<Record<string, Uint8Array>> = {
  visit: docxBytes(
    paragraph('Doctor: ', 'What brings you in?') +
      paragraph('Patient: A cough & a fever < 39 °C.') +
      '<w:p/>' +
      '<w:p><w:r><w:t>Doctor: Any</w:t></w:r><w:del><w:r><w:delText> old</w:delText></w:r></w:del><w:ins><w:r><w:t xml:space="preserve"> allergies?</w:t></w:r></w:ins><w:r><w:br/><w:t>Take your time.</w:t></w:r></w:p>' +
      paragraph('Patient: كلا، لا حساسية.'),
  ),
  note: docxBytes(
    paragraph('Subjective: Cough.') +
      tableOf([
        ['Drug', 'Dose'],
        ['Amoxicillin', '500 mg'],
      ]) +
      paragraph('Plan: Rest.'),
  ),
  plain: docxBytes(paragraph('she coughs') + paragraph('and has done so for a week')),
  empty: docxBytes('<w:p/>'),
};

if (process.argv[1]?.endsWith('docx-fixtures.ts') === true) {
  for (const [name, bytes] of Object.entries(FIXTURES)) {
    console.log(`${name} ${Buffer.from(bytes).toString('base64')}`);
  }
}
