import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../core/errors.ts';
import { detailLines, ERROR_WORDS } from './errors.ts';

describe('error words', () => {
  it.each(ERROR_CODES)('%s has a title and a next step that end as sentences', (code) => {
    const { title, next } = ERROR_WORDS[code];
    expect(title.length).toBeGreaterThan(3);
    expect(title).not.toMatch(/[.!]$/);
    expect(next).toMatch(/\.$/);
  });

  it('tells codes apart by their title', () => {
    const titles = ERROR_CODES.map((code) => ERROR_WORDS[code].title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('names file, line and field before anything else', () => {
    expect(detailLines({ limit: 3, field: 'id', file: 'visits.csv', line: 7 })).toEqual([
      'file: visits.csv',
      'line: 7',
      'field: id',
      'limit: 3',
    ]);
  });
});
