/** The files of one pack of a backup: its samples pass in parts, and what is wrong with the whole is thrown at the end. */
import * as v from 'valibot';
import type { PackHeader, Sample } from '../../core/packs/pack.ts';
import { openPack } from '../../core/packs/read-pack.ts';
import { damaged } from './backup-errors.ts';
import { checkedLines, type Group } from './read-group.ts';

/** Resolves when the part is stored. */
export type TakeSamples = (samples: readonly Sample[]) => Promise<void>;

export interface PackContent {
  readonly header: PackHeader & { readonly seal: string };
  readonly sha256: string;
  readonly importedAt: string;
  readonly samples: number;
  readonly bytes: number;
}

const PART = 200;
const StateSchema = v.strictObject({ importedAt: v.string() });

export async function readPackGroup(group: Group, folder: string, take: TakeSamples): Promise<PackContent> {
  const file = group.file('pack.jsonl');
  if (file === null) throw damaged(folder, 'it has no pack.jsonl');
  const [state, ...more] = await checkedLines(group, folder, 'state.json', StateSchema);
  if (state === undefined || more.length > 0) throw damaged(`${folder}/state.json`, 'it must hold one line');
  const stream = await openPack(file);
  let [count, bytes] = [0, bytesOf(stream.header)];
  let part: Sample[] = [];
  for await (const sample of stream.samples) {
    count += 1;
    bytes += bytesOf(sample);
    part.push(sample);
    if (part.length < PART) continue;
    await take(part);
    part = [];
  }
  if (part.length > 0) await take(part);
  const seal = stream.seal();
  // As one JSON file: the commas between the samples and what stands around them.
  bytes += count + ',"samples":['.length;
  return { header: { ...stream.header, seal }, sha256: seal, ...state, samples: count, bytes };
}

function bytesOf(value: object): number {
  return new TextEncoder().encode(JSON.stringify(value)).byteLength;
}
