/** What is selected on the page, without the signs that the note view sets between the words. */
export interface Selected {
  readonly words: string;
  readonly in: 'note' | 'transcript' | null;
}

export function selectedWords(): Selected {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed)
    return { words: '', in: null };
  const range = selection.getRangeAt(0);
  const common = range.commonAncestorContainer;
  const element = common instanceof Element ? common : common.parentElement;
  const pane = element?.closest('[data-text]')?.getAttribute('data-text');
  if (pane !== 'note' && pane !== 'transcript') return { words: '', in: null };
  const copy = range.cloneContents();
  for (const sign of copy.querySelectorAll('[data-sign]')) sign.remove();
  return { words: (copy.textContent ?? '').trim().slice(0, 2_000), in: pane };
}
