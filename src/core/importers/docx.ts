import type { Importer } from '../contracts.ts';
import { OWN_TABLE_DEFAULTS } from './own-table-defaults.ts';
import { visitFiles } from './visit-files.ts';

/** Word files by the same names as text files; text only, a table row as one line. */
export const docx: Importer = {
  id: 'docx',
  title: 'Word files',
  description:
    'Transcripts as .docx, with notes where there are some: <name>.transcript.docx and <name>.note.docx, or transcripts alone under any name. Only the text is read.',
  extensions: ['docx'],
  defaults: { ...OWN_TABLE_DEFAULTS, promptId: 'soap-note-detailed' },
  // A file without an ending was chosen as a Word file, so it is read as one.
  read: (files) =>
    visitFiles(
      files.map((file) =>
        /\.[A-Za-z0-9]+$/.test(file.name)
          ? file
          : { ...file, name: `${file.name}.docx`, stream: () => file.stream() },
      ),
    ),
};
