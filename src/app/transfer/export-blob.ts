import type { ExportFile } from '../../core/exports/export-contract.ts';

const EXTENSIONS: Readonly<Record<string, string>> = {
  csv: 'csv',
  parquet: 'parquet',
  markdown: 'md',
  html: 'html',
};

/** One file as it is, several in a zip: a browser asks before it saves a second one. */
export async function exportBlob(
  files: readonly ExportFile[],
  stem: string,
  to: string,
): Promise<{ readonly blob: Blob; readonly name: string }> {
  const base = stem.replace(/[^\w.-]+/gu, '-');
  const extension = EXTENSIONS[to] ?? 'json';
  const nameOf = ({ beside }: ExportFile): string => `${base}.${beside ?? extension}`;
  const [first] = files;
  if (first !== undefined && files.length === 1)
    return { blob: new Blob([contentOf(first)]), name: nameOf(first) };
  const { zipSync } = await import('fflate');
  const encoder = new TextEncoder();
  const entries = files.map((file) => [nameOf(file), file.bytes ?? encoder.encode(file.text)] as const);
  return { blob: new Blob([zipSync(Object.fromEntries(entries)).slice()]), name: `${base}-${to}.zip` };
}

function contentOf({ text, bytes }: ExportFile): BlobPart {
  return bytes === undefined ? text : bytes.slice();
}
