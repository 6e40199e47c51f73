/** A name as an id: what a person called their folder or file, in the letters that ids may have. */
export function modelIdOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/gu, '-')
    .replace(/^[^a-z0-9]+|-+$/gu, '');
  // The runtime refuses ids with "--" or "..".
  return slug.replace(/([-.])\1+/gu, '$1') || 'model';
}
