import { configure, render, type RenderResult } from '@testing-library/react';
import { App } from '../App.tsx';
import { createQueryClient } from '../queries/stored.ts';
import { fakeServices, type FakeOptions } from './fake-services.ts';

// Pages are loaded when they are opened, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

/** The whole page on invented data, opened at a route such as "/results". */
export function renderApp(
  route: string,
  options: FakeOptions = {},
): RenderResult & { services: ReturnType<typeof fakeServices> } {
  location.hash = route;
  const services = fakeServices(options);
  return { ...render(<App services={services} client={createQueryClient()} unprotected={null} />), services };
}
