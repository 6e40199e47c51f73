/** For tests of what must not leave: packs with answers that quote them, and every eight words of their texts. */
import * as v from 'valibot';
import type { RunRecord } from '../contracts.ts';
import { PackSchema, type Pack, type Sample } from '../packs/pack.ts';
import type { SealedPack } from '../packs/read-pack.ts';
import { promptById } from '../prompts/registry.ts';
import { transcriptText } from '../prompts/transcript.ts';
import { testRecord } from '../run/fixtures.ts';

/** Sealed packs of the texts of their files. */
export function packsOf(texts: readonly string[]): SealedPack[] {
  return texts
    .map((text) => v.parse(PackSchema, JSON.parse(text)))
    .flatMap((pack): SealedPack[] => (pack.seal === undefined ? [] : [{ ...pack, seal: pack.seal }]));
}

/** Two answers a sample: the reference itself, and a note made of the visit's own words; some fail. */
export function syntheticRecords(pack: Pack): RunRecord[] {
  const prompt = promptById(pack.promptId);
  return pack.samples.map((sample, index) => {
    const messages = prompt.render(sample);
    const text = messages.map(({ content }) => content).join('\n');
    const quoting =
      index % 2 === 0 ? (sample.target?.[0] ?? sample.answer ?? '') : transcriptText(sample.input);
    return testRecord(pack, index, 0, {
      output: index % 7 === 6 ? null : quoting,
      ...(index % 7 === 6
        ? { error: { code: 'runtime/failed', message: `failed at: ${text}`, details: { text } } as const }
        : {}),
      messages,
      prompt: {
        text: `<s>${text}</s>`,
        tokenCount: 9,
        tokenIdsSha256: 'c'.repeat(64),
        firstTokenIds: [1],
        warnings: [],
      },
      choiceScores: (sample.choices ?? []).map(({ id }, at) => ({
        id,
        logLikelihood: -1 - at,
        tokens: 1,
        chars: 1,
        bytes: 1,
        isGreedy: at === 0,
      })),
    });
  });
}

function textsOf(sample: Sample): string[] {
  return [
    transcriptText(sample.input),
    ...(sample.documents ?? []).map(({ text }) => text),
    ...(sample.target ?? []),
    ...(sample.choices ?? []).map(({ text }) => text),
    ...Object.values(sample.meta ?? {}).map(String),
  ];
}

/** Words as a reader would see them, whatever escapes the file's format uses. */
function words(text: string): string[] {
  return text
    .replace(/\\[nrt"\\]|&(?:#39|quot|amp|lt|gt);|<[^>]*>|\\(?=[*_[\]#|&<>`])/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

export function sequences(text: string): string[] {
  const all = words(text);
  return all.slice(7).map((_, at) => all.slice(at, at + 8).join(' '));
}

/** Eight-word sequences of everything that a sample or an answer to it holds. */
export function secretSequences(pack: Pack): ReadonlySet<string> {
  return new Set(
    [
      ...pack.samples.flatMap(textsOf),
      ...syntheticRecords(pack).flatMap((record) => [
        record.output ?? '',
        record.prompt?.text ?? '',
        ...record.messages.map(({ content }) => content),
      ]),
    ].flatMap(sequences),
  );
}
