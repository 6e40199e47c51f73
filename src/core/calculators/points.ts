/** Sum of the points of the criteria that are met. */
export function points(...criteria: readonly (readonly [met: boolean, worth: number])[]): number {
  return criteria.reduce((sum, [met, worth]) => sum + (met ? worth : 0), 0);
}
