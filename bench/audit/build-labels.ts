/**
 * One-off: annotators' sheets -> the committed labels.
 * tsx bench/audit/build-labels.ts <ACI-Bench table6 folder> <annotator one> <annotator two> <out.json> <encounter...>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemNotes } from './aci-notes.ts';
import { LabelsSchema, type LabelledEncounter, type LabelledError } from './labels.ts';
import * as v from 'valibot';

interface Sheet {
  readonly B: Readonly<Record<string, LabelledError[]>>;
  readonly L: Readonly<Record<string, LabelledError[]>>;
  readonly omitted?: readonly unknown[];
}

const [data = '', one = '', two = '', out = '', ...encounters] = process.argv.slice(2);
const sheet = (folder: string, encounter: string): Sheet =>
  JSON.parse(readFileSync(join(folder, `${encounter}.json`), 'utf8')) as Sheet;

const built = encounters.map((encounter) => {
  const [first, second] = [sheet(one, encounter), sheet(two, encounter)];
  const sentences = systemNotes(data, [encounter]).flatMap(({ system, sentences: list }) => {
    for (const own of [first, second]) {
      const labelled = Object.keys(own[system]).length;
      if (labelled !== list.length)
        throw new Error(`${encounter} ${system}: ${labelled} labels for ${list.length} sentences`);
    }
    return list.map(({ sha256 }, at): LabelledEncounter['sentences'][number] => ({
      system,
      sha256,
      one: first[system][String(at + 1)] ?? [],
      two: second[system][String(at + 1)] ?? [],
    }));
  });
  const asked = first.omitted !== undefined || second.omitted !== undefined;
  return {
    encounter,
    sentences,
    omitted: asked ? { one: first.omitted ?? [], two: second.omitted ?? [] } : null,
  };
});
const labels = v.parse(LabelsSchema, {
  source: 'ACI-Bench results, table 6, test set 1 (Yim et al., Sci Data 2023;10:586), CC BY 4.0',
  annotators: 'the authors with AI assistance, two passes from one guide, no clinician',
  encounters: built,
});
writeFileSync(out, `${JSON.stringify(labels)}\n`);
console.log(
  `${built.length} encounters, ${built.reduce((sum, { sentences }) => sum + sentences.length, 0)} sentences`,
);
