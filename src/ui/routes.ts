/** Every address of the page in one place. A record key "12#0" is written "12.0", since "#" starts the route. */
export const ROUTES = {
  run: '/',
  live: '/live',
  results: '/results',
  result: '/results/:runId',
  sample: '/results/:runId/sample/:key',
  packs: '/packs',
  pack: '/packs/:packId',
  models: '/models',
  data: '/data',
} as const;

export const resultPath = (runId: string) => `/results/${encodeURIComponent(runId)}`;
export const samplePath = (runId: string, key: string) =>
  `${resultPath(runId)}/sample/${key.replace('#', '.')}`;
export const packPath = (packId: string) => `/packs/${encodeURIComponent(packId)}`;
export const keyFromPath = (segment: string) => segment.replace('.', '#');
