/** `<index>#<repeat>`, the key of a record within its run; both count from zero. */
export function recordKey(of: { readonly index: number; readonly repeat: number }): string {
  return `${of.index}#${of.repeat}`;
}
