import type { Importer } from '../contracts.ts';
import { OWN_TABLE_DEFAULTS } from './own-table-defaults.ts';
import { visitFiles } from './visit-files.ts';

/** A folder of one's own: X.transcript.txt with X.note.txt, paired by X. The note is optional, and so is the naming. */
export const textPairs: Importer = {
  id: 'text-pairs',
  title: 'Text files in pairs',
  description:
    'Transcripts as text files, with notes where there are some: <name>.transcript.txt and <name>.note.txt, or folders "transcripts" and "notes" with equal names, or transcripts alone under any name.',
  extensions: ['txt', 'md'],
  defaults: { ...OWN_TABLE_DEFAULTS, promptId: 'soap-note-detailed' },
  read: (files) => visitFiles(files),
};
