import type { ForeignItem } from './results-importer.ts';

/** An item with its place in the pack. */
export interface PlacedItem {
  readonly item: ForeignItem;
  readonly id: string;
  readonly index: number;
  readonly cluster: string;
}
