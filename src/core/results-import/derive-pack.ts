import { OWN_TABLE_DEFAULTS } from '../importers/own-table-defaults.ts';
import { makePack } from '../packs/make-pack.ts';
import type { Sample } from '../packs/pack.ts';
import { sealPack } from '../packs/seal.ts';
import type { SealedPack } from '../packs/read-pack.ts';
import { idOrder } from './id-order.ts';
import type { ForeignItem, ForeignRun } from './results-importer.ts';

export interface DerivedPack {
  readonly pack: SealedPack;
  readonly positions: ReadonlyMap<string, number>;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * The samples that a log quotes, as a pack: the same log of two models gives the same seal, so that they can be
 * compared, read beside each other and scored again. Null where an input is missing.
 */
export function derivePack(run: ForeignRun, items: readonly ForeignItem[]): DerivedPack | null {
  if (run.task === null) return null;
  const first = new Map<string, ForeignItem>();
  for (const item of items) if (!first.has(item.id)) first.set(item.id, item);
  if ([...first.values()].some(({ messages }) => messages.length === 0)) return null;
  const positions = idOrder(items);
  const samples = [...positions.keys()].flatMap((id) => {
    const item = first.get(id);
    return item === undefined ? [] : [sampleOf(item)];
  });
  const importer = { id: 'results', title: 'results of another tool', defaults: OWN_TABLE_DEFAULTS };
  const pack = makePack({ samples, importer, files: [run.task.replaceAll('/', '-')] });
  // Another log of the same task may quote other samples: the content is in the name, so that both can be kept.
  const id = `${pack.id.slice(0, 80)}-${pack.seal.slice(0, 8)}`;
  return { pack: sealPack({ ...pack, id }), positions };
}

function sampleOf({ id, cluster, messages, targets, choices, answer, meta }: ForeignItem): Sample {
  const fields = Object.entries(meta).slice(0, 32);
  const listed =
    choices.length >= 2 && choices.length <= LETTERS.length && choices.every((text) => text !== '');
  const right = answer ?? (listed ? letterOf(targets[0], choices) : null);
  return {
    id,
    ...(cluster === null ? {} : { cluster }),
    input: { messages: [...messages] },
    ...(targets.length === 0 ? {} : { target: [...targets] }),
    ...(listed ? { choices: choices.map((text, at) => ({ id: LETTERS.charAt(at), text })) } : {}),
    ...(right === null || right === '' ? {} : { answer: right }),
    ...(fields.length === 0 ? {} : { meta: Object.fromEntries(fields) }),
  };
}

function letterOf(target: string | undefined, choices: readonly string[]): string | null {
  if (target === undefined) return null;
  if (target.length === 1 && LETTERS.indexOf(target) >= 0 && LETTERS.indexOf(target) < choices.length)
    return target;
  const at = choices.indexOf(target);
  return at < 0 ? null : LETTERS.charAt(at);
}
