/** One visit that somebody pasted or typed, as a private pack of one sample: stored, run and deleted like any other. */
import { AppError } from '../errors.ts';
import { makePack } from '../packs/make-pack.ts';
import type { SealedPack } from '../packs/read-pack.ts';
import { sha256Hex } from '../digest.ts';
import { sealPack } from '../packs/seal.ts';
import { OWN_TABLE_DEFAULTS } from './own-table-defaults.ts';
import { readVisitText } from './visit-text.ts';

/** What the ids of such packs begin with; the pages list them by it. */
export const PASTED_VISIT = 'visit-';

export interface PastedVisit {
  readonly title: string;
  readonly transcript: string;
  /** Empty when there is none. */
  readonly reference: string;
  readonly language: string;
}

/** The same text gives the same pack id, so that pasting it twice gives two runs of one pack. */
export function packOfPastedVisit({ title, transcript, reference, language }: PastedVisit): SealedPack {
  const { turns } = readVisitText(transcript);
  if (turns.length === 0)
    throw new AppError('input/empty', 'the transcript is empty', { field: 'transcript' });
  const name = title.trim() === '' ? 'One visit' : title.trim();
  const target = reference.trim();
  const digest = sha256Hex(JSON.stringify([name, turns, target]));
  const { seal: _seal, ...pack } = makePack({
    samples: [
      {
        id: 'visit',
        input: { turns: [...turns] },
        ...(target === '' ? {} : { target: [target] }),
      },
    ],
    importer: { id: 'pasted', title: 'a pasted transcript', defaults: { ...OWN_TABLE_DEFAULTS, language } },
    files: [name],
  });
  return sealPack({
    ...pack,
    id: `${PASTED_VISIT}${digest.slice(0, 12)}`,
    title: name.slice(0, 200),
    provenance: { kind: 'imported', statement: 'Pasted into this page by the person who uses it.' },
  });
}
