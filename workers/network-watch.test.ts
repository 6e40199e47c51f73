import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const entries = readdirSync('workers').filter((name) => name.endsWith('.worker.ts'));

describe('every worker', () => {
  it.each(entries)('%s is watched from its first import on', (name) => {
    const [first] = /^import .*$/m.exec(readFileSync(`workers/${name}`, 'utf8')) ?? [];
    expect(first).toBe("import './network-watch-worker.ts';");
  });
});
