import { ROUTES } from './routes.ts';

/** Titles of tabs go into the browser's history too: with a vault they name the section and nothing in it. */
const SECTIONS: readonly (readonly [start: string, title: string])[] = [
  [ROUTES.live, 'Live'],
  [ROUTES.results, 'Results'],
  [ROUTES.compare, 'Compare'],
  [ROUTES.packs, 'Packs'],
  [ROUTES.models, 'Models'],
  [ROUTES.data, 'Data & privacy'],
  [ROUTES.network, 'Network'],
];

export function sectionTitle(location: string): string {
  return SECTIONS.find(([start]) => location.startsWith(start))?.[1] ?? 'Run';
}
