import { linearScale, type Scale } from './scale.ts';

/** Both axes from 0 to 1, with room for their labels. */
export function unitPlane(
  width: number,
  height: number,
): { readonly x: Scale; readonly y: Scale; readonly bottom: number } {
  const bottom = height - 44;
  return { x: linearScale([0, 1], [52, width - 16]), y: linearScale([0, 1], [bottom, 12]), bottom };
}
