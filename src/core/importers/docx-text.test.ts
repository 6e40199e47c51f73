import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxBytes, paragraph } from '../../../scripts/docx-fixtures.ts';
import { AppError } from '../errors.ts';
import { fileOf } from '../run/fixtures.ts';
import { docxText } from './docx-text.ts';

const read = (bytes: Uint8Array) => docxText({ ...fileOf('a.docx', ''), stream: () => pieces(bytes) });

async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

async function refusal(bytes: Uint8Array): Promise<AppError> {
  const thrown: unknown = await read(bytes).then(
    () => new Error('was read'),
    (error: unknown) => error,
  );
  if (!(thrown instanceof AppError)) throw thrown;
  return thrown;
}

describe('a hostile Word file', () => {
  it('that unpacks to gigabytes is stopped early', async () => {
    const bomb = docxBytes(`<w:p><w:r><w:t>${' '.repeat(60_000_000)}</w:t></w:r></w:p>`);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal(bomb)).toMatchObject({ code: 'input/too-large' });
  });

  it('with a lying directory is stopped all the same', async () => {
    const bomb = docxBytes(`<w:p><w:r><w:t>${'x'.repeat(60_000_000)}</w:t></w:r></w:p>`);
    const view = new DataView(bomb.buffer);
    // The uncompressed size in every local and central header becomes 10 bytes.
    for (let at = 0; at + 4 < bomb.length; at += 1) {
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 10, true);
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(await refusal(bomb)).toMatchObject({ code: 'input/too-large' });
  });

  it('never unpacks pictures or macros', async () => {
    const more = { 'word/media/image1.png': new Uint8Array(40_000_000), 'word/vbaProject.bin': strToU8('x') };
    expect(await read(docxBytes(paragraph('Doctor: Hello.'), more))).toBe('Doctor: Hello.\n');
  });

  it('with a document type is refused', async () => {
    const entities = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaa">]>';
    const bytes = zipSync({ 'word/document.xml': strToU8(`<?xml version="1.0"?>${entities}<w:document/>`) });
    expect(await refusal(bytes)).toMatchObject({ code: 'input/schema' });
  });

  it.each([
    ['no archive', strToU8('hello')],
    ['an archive cut short', docxBytes(paragraph('Hello')).slice(0, 300)],
    ['another archive', zipSync({ 'xl/workbook.xml': strToU8('<x/>') })],
    ['XML that never ends', zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') })],
    ['elements in elements', docxBytes('<w:sdt><w:sdtContent>'.repeat(30_000))],
    [
      'many parts',
      zipSync(
        Object.fromEntries(Array.from({ length: 2_500 }, (_, i) => [`word/${i}.xml`, strToU8('<x/>')])),
      ),
    ],
  ])('is refused as what it is: %s', async (_, bytes) => {
    expect(await refusal(bytes)).toMatchObject({ code: 'input/schema' });
  });
});
