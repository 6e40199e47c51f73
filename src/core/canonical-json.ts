/** RFC 8785 canonical JSON: equal data gives equal bytes, whatever the key order it was built in. */
import canonicalize from 'canonicalize';
import { AppError } from './errors.ts';

export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new AppError('defect', 'value has no JSON form');
  return text;
}
