import { describe, expect, it } from 'vitest';
import { testSample } from '../../core/run/fixtures.ts';
import { solverById } from '../../core/solvers/registry.ts';
import { packShape } from '../../core/packs/pack-shape.ts';
import { callsPerSample, refusalOf, settingProblem } from './ways-of-asking.ts';

const choices = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: 'ABCDEFGH'[at] ?? '', text: `choice ${at}` }));
const mixed = packShape({
  samples: [
    { ...testSample('a'), choices: choices(4) },
    { ...testSample('b'), choices: choices(5) },
    testSample('c'),
  ],
});
const notes = packShape({ samples: [testSample('a')] });

describe('what a pack can be asked', () => {
  it('is counted once for the pack', () => {
    expect(mixed).toEqual({ samples: 3, withChoices: 2, withDocuments: 0, choices: 4.5, chance: null });
    expect(notes).toEqual({ samples: 1, withChoices: 0, withDocuments: 0, choices: 0, chance: null });
  });

  it('is refused with the reason that a person can act on', () => {
    expect(refusalOf(solverById('rank-choices'), notes, {}, true)).toBe('no-choices');
    expect(refusalOf(solverById('rank-choices'), mixed, {}, false)).toBe('no-logprobs');
    expect(refusalOf(solverById('few-shot-generate'), mixed, {}, true)).toBe('few-samples');
    expect(refusalOf(solverById('few-shot-generate'), mixed, { heldOut: 1, shots: 1 }, true)).toBeNull();
    expect(refusalOf(solverById('generate'), notes, {}, false)).toBeNull();
    const alike = { heldOut: 1, shots: 1, similarity: 'embeddings' };
    const nearest = solverById('nearest-shot-generate');
    expect(refusalOf(nearest, mixed, alike, true)).toBe('no-encoder');
    expect(refusalOf(nearest, mixed, { ...alike, encoder: 'mini@q8' }, true)).toBeNull();
    expect(refusalOf(nearest, mixed, { heldOut: 1, shots: 1 }, true)).toBeNull();
  });

  it('costs what its settings and choices make of it', () => {
    expect(callsPerSample(solverById('circular-rank-choices'), mixed, {})).toBe(4.5);
    expect(callsPerSample(solverById('self-consistency'), mixed, { votes: 9 })).toBe(9);
  });

  it('names a setting that cannot be used by its words', () => {
    expect(settingProblem(solverById('self-consistency'), { votes: 1 })).toMatch(/^Votes: /u);
    expect(settingProblem(solverById('chain-of-thought'), { tag: 'no blanks' })).toBe(
      'Thinking tag: must be one word of at most 20 letters',
    );
    expect(settingProblem(solverById('self-consistency'), { votes: 3 })).toBeNull();
  });
});
