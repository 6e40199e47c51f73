import { useEffect } from 'react';

/** The letter keys of the sample page, in the order in which the help lists them. */
export const SAMPLE_KEYS = [
  { key: 'j', what: 'Next sample of the list' },
  { key: 'k', what: 'Previous sample of the list' },
  { key: '/', what: 'Find a sample by words, flag or score' },
  { key: 'n', what: 'Next flag of the audit' },
  { key: 'p', what: 'Previous flag of the audit' },
  { key: 's', what: 'To the sentences of the note; arrow keys move, Enter goes to the closest line' },
  { key: 'e', what: 'Edit the note until you would sign it' },
  { key: '?', what: 'This list' },
] as const;
export type SampleKey = (typeof SAMPLE_KEYS)[number]['key'];

/** Letters act on the whole page, but never while somebody types or a dialog is open. */
export function useSampleKeys(on: boolean, actions: Readonly<Partial<Record<SampleKey, () => void>>>): void {
  useEffect(() => {
    if (!on) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const known = SAMPLE_KEYS.find(({ key }) => key === event.key);
      const action = known === undefined ? undefined : actions[known.key];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [on, actions]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input:not([type="checkbox"]), textarea, select, dialog') !== null)
  );
}

/** The flag after or before the one that has the focus; from anywhere else the first or the last. */
export function focusFlag(step: 1 | -1): void {
  const flags = [...document.querySelectorAll<HTMLElement>('[data-flag]')];
  const at = flags.findIndex((flag) => flag === document.activeElement);
  const next = at === -1 ? (step === 1 ? 0 : flags.length - 1) : (at + step + flags.length) % flags.length;
  flags[next]?.focus();
}

export function focusSentences(): void {
  document.querySelector<HTMLElement>('[data-sentence][tabindex="0"]')?.focus();
}
