import { create } from 'zustand';

export type Theme = 'system' | 'light' | 'dark';

const THEME_KEY = 'bedside.theme';

/** Choices of the person looking at the page; nothing stored or computed lives here. */
interface UiState {
  readonly theme: Theme;
  /** True after the first change of page; the first page does not steal the focus. */
  readonly navigated: boolean;
  readonly allMeasures: boolean;
  /** Record keys in the order of the list last looked at, for previous/next in the note view. */
  readonly order: { readonly runId: string; readonly keys: readonly string[] } | null;
  /** j and k move between samples. Single letters can clash with assistive technology, so they can be turned off. */
  readonly letterKeys: boolean;
  readonly setTheme: (theme: Theme) => void;
  readonly setLetterKeys: (on: boolean) => void;
  readonly markNavigated: () => void;
  readonly setAllMeasures: (all: boolean) => void;
  readonly setOrder: (runId: string, keys: readonly string[]) => void;
}

function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(THEME_KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

function keepTheme(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Site data may be blocked; the choice then lasts until the tab closes.
  }
}

export const useUiStore = create<UiState>()((set) => ({
  theme: storedTheme(),
  navigated: false,
  allMeasures: false,
  order: null,
  letterKeys: true,
  setLetterKeys: (letterKeys) => set({ letterKeys }),
  setTheme: (theme) => {
    applyTheme(theme);
    keepTheme(theme);
    set({ theme });
  },
  markNavigated: () => set({ navigated: true }),
  setAllMeasures: (allMeasures) => set({ allMeasures }),
  setOrder: (runId, keys) => set({ order: { runId, keys } }),
}));

/** Called once before the first paint. */
export function initTheme(): void {
  applyTheme(useUiStore.getState().theme);
}
