import { useUiStore, type Theme } from '../state/ui-store.ts';
import css from './ThemeSwitch.module.css';

const THEMES: readonly { readonly id: Theme; readonly label: string }[] = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
];

export function ThemeSwitch() {
  const theme = useUiStore((state) => state.theme);
  const setTheme = useUiStore((state) => state.setTheme);
  return (
    <label className={css['theme']}>
      <span className="visually-hidden">Colours</span>
      <select
        value={theme}
        onChange={(event) =>
          setTheme(THEMES.find((item) => item.id === event.currentTarget.value)?.id ?? 'system')
        }
      >
        {THEMES.map((item) => (
          <option key={item.id} value={item.id}>
            {item.label}
          </option>
        ))}
      </select>
    </label>
  );
}
