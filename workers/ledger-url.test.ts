import { describe, expect, it } from 'vitest';
import { isLocal } from '../src/core/network/network-event.ts';
import { ledgerUrl } from './ledger-url.ts';

const SITE = 'https://bedside.example';

describe('the ledger’s address of a request', () => {
  it('is the path, without what a query may carry, where it is this site’s', () => {
    expect(ledgerUrl(`${SITE}/models/a.onnx?patient=Smith#x`, SITE, 'network')).toEqual({
      url: '/models/a.onnx',
      own: true,
    });
  });

  it('is the origin alone where it was refused: the rest may be the very text that was to leave', () => {
    for (const outcome of ['refused', 'blocked'] as const) {
      const kept = ledgerUrl('https://evil.example/Mrs-Smith-has-pneumonia?q=1', SITE, outcome);
      expect(kept).toEqual({ url: 'https://evil.example', own: false });
    }
  });

  it('keeps the path of a permitted one, without the signature in its query', () => {
    expect(ledgerUrl('https://cdn.hf.co/repo/file?Signature=secret', SITE, 'network').url).toBe(
      'https://cdn.hf.co/repo/file',
    );
  });

  it('survives words and nonsense', () => {
    expect(ledgerUrl('inline', SITE, 'refused').url).toBe('/inline');
    expect(ledgerUrl('http://[', SITE, 'refused')).toEqual({ url: 'http://[', own: false });
    expect(ledgerUrl(`${SITE}/${'a'.repeat(5000)}`, SITE, 'network').url.length).toBe(300);
  });

  it('does not exist for what never leaves the thread', () => {
    expect(['data:,x', 'blob:https://a/1', 'about:blank', 'https://a/'].map(isLocal)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
