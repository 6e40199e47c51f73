/** What a variant's files must be, in the form that loading a model takes. */
export function expectedFiles(
  files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[],
): Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>> {
  return Object.fromEntries(files.map((file) => [file.path, { sha256: file.sha256, bytes: file.bytes }]));
}
