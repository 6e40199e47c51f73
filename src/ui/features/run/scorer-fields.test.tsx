// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { readCatalogOfChoices } from '../../../app/catalog.ts';
import { ScorerFields } from './ScorerFields.tsx';

afterEach(cleanup);

it.each([
  ['labels', /^Several labels/u],
  ['entities', /^Entities/u],
  ['ranking', /^Ranked list/u],
  ['yes-no-maybe', /^Yes, no or maybe/u],
])('a run can be scored by %s', (id, name) => {
  let chosen: readonly string[] = ['exact'];
  render(
    <ScorerFields catalog={readCatalogOfChoices()} chosen={chosen} onChange={(next) => (chosen = next)} />,
  );
  fireEvent.click(screen.getByRole('checkbox', { name }));
  expect(chosen).toEqual(['exact', id]);
});
