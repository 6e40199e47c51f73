/** A table of questions in the size of the largest public sets, with quotes, commas and line breaks in its cells. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

export const TABLE_ROWS = 160_000;
export const STEM =
  'A patient of this age has had a cough for three weeks and no fever. What would you look for first? ';

export async function writeRows(path: string, rows: Iterable<string>): Promise<void> {
  const file = createWriteStream(path);
  for (const row of rows) if (!file.write(row)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}

export function* tableRows(): Iterable<string> {
  yield 'id,question,choice_a,choice_b,choice_c,choice_d,answer,topic\n';
  for (let at = 0; at < TABLE_ROWS; at += 1) {
    const answer = 'ABCD'[at % 4];
    yield `q${at},"${STEM.repeat(1 + (at % 5))}Number ${at}, in ""quotes"",\nand on two lines.",Asthma,Reflux,A drug,Infection,${answer},${at % 9}\n`;
  }
}
