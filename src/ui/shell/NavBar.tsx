import { Link, useLocation } from 'wouter';
import { isActive, useQueue } from '../queries/live.ts';
import { ROUTES } from '../routes.ts';
import { LockButton } from './LockButton.tsx';
import { ThemeSwitch } from '../components/ThemeSwitch.tsx';
import css from './NavBar.module.css';

const LINKS = [
  { href: ROUTES.run, label: 'Run' },
  { href: ROUTES.results, label: 'Results' },
  { href: ROUTES.compare, label: 'Compare' },
  { href: ROUTES.packs, label: 'Packs' },
  { href: ROUTES.models, label: 'Models' },
  { href: ROUTES.data, label: 'Data & privacy' },
] as const;

function isCurrent(location: string, href: string): boolean {
  return href === '/' ? location === '/' : location.startsWith(href);
}

export function NavBar() {
  const [location] = useLocation();
  const { live } = useQueue();
  return (
    <header className={css['bar']}>
      <span className={css['name']}>Bedside</span>
      <nav aria-label="Pages" className={css['nav']}>
        {LINKS.map((link) => (
          <Link
            key={link.href}
            href={link.href}
            className={css['link']}
            {...(isCurrent(location, link.href) ? { 'aria-current': 'page' as const } : {})}
          >
            {link.label}
          </Link>
        ))}
        {live !== null && (
          <Link
            href={ROUTES.live}
            className={css['link']}
            {...(location === ROUTES.live ? { 'aria-current': 'page' as const } : {})}
          >
            {isActive(live.phase) ? `Live: ${live.done} of ${live.total}` : 'Live'}
          </Link>
        )}
      </nav>
      <LockButton />
      <ThemeSwitch />
    </header>
  );
}
