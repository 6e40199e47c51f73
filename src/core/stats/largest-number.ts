/**
 * Beyond this, squares of squares of numbers overflow, and means and intervals with them. No score or rating comes near;
 * one that does is a mistake of the file.
 */
const LARGEST = 1e50;

/** Whether statistics can be computed with it. */
export function isComputable(value: number): boolean {
  return Math.abs(value) <= LARGEST;
}
