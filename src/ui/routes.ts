import { fromAlias, inPath } from './path-aliases.ts';

/** Every address of the page in one place. A record key "12#0" is written "12.0", since "#" starts the route. */
export const ROUTES = {
  run: '/',
  try: '/try',
  live: '/live',
  results: '/results',
  result: '/results/:runId',
  sample: '/results/:runId/sample/:key',
  compare: '/compare',
  ladder: '/ladder',
  ladderOf: '/ladder/:packId/:modelId',
  robustness: '/robustness/:packId',
  packs: '/packs',
  pack: '/packs/:packId',
  models: '/models',
  data: '/data',
  network: '/network',
} as const;

export const resultPath = (runId: string) => `/results/${inPath(runId)}`;
export const samplePath = (runId: string, key: string) =>
  `${resultPath(runId)}/sample/${key.replace('#', '.')}`;
/** The baseline first. The query of an address would be lost behind "#", so the runs are part of the path. */
export const comparePath = (runIds: readonly string[], sample?: number) =>
  `${ROUTES.compare}/${runIds.map(inPath).join(',')}${sample === undefined ? '' : `/sample/${sample}`}`;
/** Everything after "/compare"; the page reads it. */
export const COMPARE_PATTERN = /^\/compare(?<rest>(?:[/?].*)?)$/su;
/** One pack and one model asked in several ways. */
export const ladderPath = (packId: string, modelId: string) =>
  `${ROUTES.ladder}/${inPath(packId)}/${inPath(modelId)}`;
/** A pack held against twins of it. */
export const robustnessPath = (packId: string) => `/robustness/${inPath(packId)}`;
export const packPath = (packId: string) => `/packs/${inPath(packId)}`;
/** The router decodes only what a whole address may hold; the id of a run that came in a file may hold more. */
export const idFromPath = (segment: string) => {
  const known = fromAlias(segment);
  if (known !== null) return known;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};
export const keyFromPath = (segment: string) => segment.replace('.', '#');
