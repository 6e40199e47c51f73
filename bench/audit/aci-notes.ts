/** The notes of two published systems and their visits, from the ACI-Bench results (Yim et al., Sci Data 2023;10:586). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { transcriptTurns } from '../../src/core/importers/transcript-turns.ts';
import type { Sample } from '../../src/core/packs/pack.ts';
import { spokenSentences, writtenSentences, type LabelledSentence } from './sentences.ts';

export type System = 'B' | 'L';

export interface SystemNote {
  readonly encounter: string;
  readonly system: System;
  readonly sample: Sample;
  readonly note: string;
  readonly sentences: readonly LabelledSentence[];
}

const FILES: Readonly<Record<System, string>> = {
  B: 'bart-large-xsum-samsum_clinicalnlp_taskB_test1_division_combined.csv',
  L: 'longest_speaker_turn_clinicalnlp_taskB_test1.csv',
};

interface Row {
  readonly encounter_id: string;
  readonly dialogue: string;
  readonly note: string;
}

function rows(folder: string, system: System): Map<string, Row> {
  const { data } = Papa.parse<Row>(readFileSync(join(folder, FILES[system]), 'utf8'), { header: true });
  return new Map(data.map((row) => [row.encounter_id, row]));
}

export function systemNotes(folder: string, encounters: readonly string[]): SystemNote[] {
  const tables = { B: rows(folder, 'B'), L: rows(folder, 'L') };
  return encounters.flatMap((encounter) =>
    (['B', 'L'] as const).map((system): SystemNote => {
      const row = tables[system].get(encounter);
      const turns = transcriptTurns(tables.B.get(encounter)?.dialogue ?? '', 'brackets');
      if (row === undefined || turns === null) throw new Error(`no ${encounter} in ${FILES[system]}`);
      const note = row.note.replaceAll('\r\n', '\n');
      const sentences = system === 'B' ? writtenSentences(note) : spokenSentences(note);
      return { encounter, system, sample: { id: encounter, input: { turns } }, note, sentences };
    }),
  );
}
