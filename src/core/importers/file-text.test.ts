import { describe, expect, it } from 'vitest';
import { fileOf } from '../run/fixtures.ts';
import { fileText } from './file-text.ts';

const units = (text: string, order: (low: number, high: number) => number[]): number[] =>
  [...text].flatMap((c) => order(c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8));

describe('fileText', () => {
  it.each([
    ['UTF-8', '\uFEFF37 °C'],
    ['UTF-16, low byte first', Uint8Array.from([0xff, 0xfe, ...units('37 °C', (low, high) => [low, high])])],
    ['UTF-16, high byte first', Uint8Array.from([0xfe, 0xff, ...units('37 °C', (low, high) => [high, low])])],
  ])('reads %s without its mark', async (_, content) => {
    expect(await fileText(fileOf('a.txt', content))).toBe('37 °C');
  });

  it('refuses what is neither', async () => {
    await expect(fileText(fileOf('a.txt', Uint8Array.from([0x41, 0xb0])))).rejects.toMatchObject({
      code: 'input/not-utf8',
    });
  });
});
