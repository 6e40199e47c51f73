import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Services } from '../app/services.ts';
import { Loading } from './components/Loading.tsx';
import { RunPage } from './features/run/RunPage.tsx';
import { COMPARE_PATTERN, idFromPath, ROUTES } from './routes.ts';
import { ServicesProvider } from './services-context.ts';
import { NotFound } from './shell/NotFound.tsx';
import { Shell } from './shell/Shell.tsx';
import { VaultGate } from './shell/VaultGate.tsx';

const TryPage = lazy(() => import('./features/run/try/TryPage.tsx').then((m) => ({ default: m.TryPage })));
const LadderPage = lazy(() =>
  import('./features/run/ladder/LadderPage.tsx').then((m) => ({ default: m.LadderPage })),
);
const RobustnessPage = lazy(() =>
  import('./features/run/robustness/RobustnessPage.tsx').then((m) => ({ default: m.RobustnessPage })),
);
const LivePage = lazy(() => import('./features/live/LivePage.tsx').then((m) => ({ default: m.LivePage })));
const ResultsPage = lazy(() =>
  import('./features/results/ResultsPage.tsx').then((m) => ({ default: m.ResultsPage })),
);
const RunResultsPage = lazy(() =>
  import('./features/results/RunResultsPage.tsx').then((m) => ({ default: m.RunResultsPage })),
);
const SamplePage = lazy(() =>
  import('./features/sample/SamplePage.tsx').then((m) => ({ default: m.SamplePage })),
);
const ComparePage = lazy(() =>
  import('./features/compare/ComparePage.tsx').then((m) => ({ default: m.ComparePage })),
);
const PacksPage = lazy(() =>
  import('./features/packs/PacksPage.tsx').then((m) => ({ default: m.PacksPage })),
);
const PackPage = lazy(() => import('./features/packs/PackPage.tsx').then((m) => ({ default: m.PackPage })));
const ModelsPage = lazy(() =>
  import('./features/models/ModelsPage.tsx').then((m) => ({ default: m.ModelsPage })),
);
const NetworkPage = lazy(() =>
  import('./features/network/NetworkPage.tsx').then((m) => ({ default: m.NetworkPage })),
);
const DataPage = lazy(() => import('./features/data/DataPage.tsx').then((m) => ({ default: m.DataPage })));

interface AppProps {
  readonly services: Services;
  readonly client: QueryClient;
  /** Why no service worker guards this page; null when one does, or the server does. */
  readonly unprotected: string | null;
}

export function App({ services, client, unprotected }: AppProps) {
  return (
    <ServicesProvider value={services}>
      <QueryClientProvider client={client}>
        <Router hook={useHashLocation}>
          <VaultGate>
            <Shell unprotected={unprotected}>
              <Suspense fallback={<Loading what="the page" />}>
                <Switch>
                  <Route path={ROUTES.run} component={RunPage} />
                  <Route path={ROUTES.try} component={TryPage} />
                  <Route path={ROUTES.try} component={TryPage} />
                  <Route path={ROUTES.ladder}>
                    <LadderPage packId={null} modelId={null} />
                  </Route>
                  <Route path={ROUTES.ladderOf}>
                    {(params) => (
                      <LadderPage packId={idFromPath(params.packId)} modelId={idFromPath(params.modelId)} />
                    )}
                  </Route>
                  <Route path={ROUTES.robustness}>
                    {(params) => <RobustnessPage key={params.packId} packId={idFromPath(params.packId)} />}
                  </Route>
                  <Route path={ROUTES.live} component={LivePage} />
                  <Route path={ROUTES.results} component={ResultsPage} />
                  <Route path={ROUTES.sample}>
                    {(params) => <SamplePage runId={idFromPath(params.runId)} segment={params.key} />}
                  </Route>
                  <Route path={ROUTES.result}>
                    {(params) => <RunResultsPage key={params.runId} runId={idFromPath(params.runId)} />}
                  </Route>
                  <Route path={COMPARE_PATTERN}>
                    {(params) => <ComparePage rest={params['rest'] ?? ''} />}
                  </Route>
                  <Route path={ROUTES.packs} component={PacksPage} />
                  <Route path={ROUTES.pack}>
                    {(params) => <PackPage key={params.packId} packId={idFromPath(params.packId)} />}
                  </Route>
                  <Route path={ROUTES.models} component={ModelsPage} />
                  <Route path={ROUTES.data} component={DataPage} />
                  <Route path={ROUTES.network} component={NetworkPage} />
                  <Route component={NotFound} />
                </Switch>
              </Suspense>
            </Shell>
          </VaultGate>
        </Router>
      </QueryClientProvider>
    </ServicesProvider>
  );
}
