import { describe, expect, it } from 'vitest';
import { revealHidden } from './invisible.ts';

describe('revealHidden', () => {
  it('leaves plain text, line breaks and tabs alone', () => {
    expect(revealHidden('BP 120/80\n\tno cough')).toEqual([{ kind: 'text', text: 'BP 120/80\n\tno cough' }]);
  });

  it('names a right-to-left override', () => {
    expect(revealHidden('dose \u202e05')).toEqual([
      { kind: 'text', text: 'dose ' },
      { kind: 'hidden', name: 'RLO', codePoint: 'U+202E' },
      { kind: 'text', text: '05' },
    ]);
  });

  it('shows tag characters, which can carry hidden instructions', () => {
    expect(revealHidden('\u{E0041}')).toEqual([{ kind: 'hidden', name: 'U+E0041', codePoint: 'U+E0041' }]);
  });

  it('leaves the joiner inside an emoji but shows it elsewhere', () => {
    expect(revealHidden('👩\u200d⚕️')).toEqual([{ kind: 'text', text: '👩\u200d⚕️' }]);
    expect(revealHidden('a\u200db').some((piece) => piece.kind === 'hidden')).toBe(true);
  });
});
