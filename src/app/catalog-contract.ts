/** What the registries offer, as words for choosing. */
import type { Solver } from '../core/contracts.ts';

export interface CatalogItem {
  readonly id: string;
  readonly title: string;
  /** One sentence, empty when there is none. */
  readonly description: string;
}

/** A solver as it is offered: its words, settings and cost, without the asking. */
export type WayOfAsking = Pick<
  Solver,
  | 'id'
  | 'title'
  | 'description'
  | 'group'
  | 'needs'
  | 'needsChoices'
  | 'scorers'
  | 'settings'
  | 'calls'
  | 'heldOut'
  | 'encoder'
>;

/** What the registries offer, as words for choosing; the code behind them stays in its own chunk. */
export interface Catalog {
  readonly solvers: readonly WayOfAsking[];
  readonly prompts: readonly (CatalogItem & { readonly template: string })[];
  /** `needs`: what has to be chosen beside the scorer. */
  readonly scorers: readonly (CatalogItem & {
    readonly needs?: 'vocabulary' | 'encodings';
    /** Extractors that its answers can be read with again. */
    readonly extractors: readonly string[];
  })[];
  readonly extractors: readonly CatalogItem[];
  readonly transforms: readonly CatalogItem[];
  readonly importers: readonly (CatalogItem & { readonly extensions: readonly string[] })[];
}
