/** The text of a dropped or chosen file, for the person to see and correct before it is used. */
import type { Services } from '../../../../app/services.ts';
import { sourceFile } from '../../../../app/source-file.ts';
import { AppError } from '../../../../core/errors.ts';
import { fileText } from '../../../../core/importers/file-text.ts';

export async function textOfFile(
  files: readonly File[],
  { packs }: Pick<Services, 'packs'>,
): Promise<string> {
  const [file, ...others] = files;
  if (file === undefined) throw new AppError('input/empty', 'no file in the drop');
  if (others.length > 0) {
    throw new AppError('input/option', 'one file at a time here; a folder of visits is imported on Packs', {
      files: files.map(({ name }) => name),
    });
  }
  if (!/\.docx$/i.test(file.name)) {
    const text = await fileText(sourceFile(file));
    if (text.includes('\u0000'))
      throw new AppError('input/schema', `${file.name} is not text`, { file: file.name });
    return /\.vtt$/i.test(file.name) ? withoutCues(text) : text;
  }
  // Word files are only ever opened in the import worker.
  const { head, problems } = await packs.preview({ files: [file], importerId: 'docx', map: {} });
  const input = head[0]?.input;
  if (input === undefined || !('turns' in input)) {
    throw new AppError('input/empty', problems[0]?.problem ?? `${file.name} is empty`, { file: file.name });
  }
  return input.turns
    .map(({ speaker, text }) => (speaker === 'Speaker' ? text : `${speaker}: ${text}`))
    .join('\n');
}

/** WebVTT as meeting software exports it: the header, cue numbers and times are not what was said. */
function withoutCues(text: string): string {
  return text
    .split(/\r\n|\n|\r/u)
    .filter((line) => !/^WEBVTT|^\d+$|-->/u.test(line.trim()))
    .map((line) => line.replace(/^<v ([^>]+)>/u, '$1: ').replace(/<\/v>/u, ''))
    .join('\n');
}
