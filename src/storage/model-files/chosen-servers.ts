/**
 * Models on servers that a person chose: origin and name, nothing else. A key is never kept. Beside the theme in the
 * browser's key-value store, where erasing everything finds it.
 */
import * as v from 'valibot';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const ChosenSchema = v.array(v.strictObject({ origin: name, model: name }));
export type ChosenServer = v.InferOutput<typeof ChosenSchema>[number];

const KEY = 'bedside-servers';

export interface ChosenServers {
  list(): readonly ChosenServer[];
  add(server: ChosenServer): void;
  remove(server: ChosenServer): void;
}

/** `storage` null: forgotten with the tab, where a browser keeps nothing for the page. */
export function createChosenServers(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null,
): ChosenServers {
  let inMemory: readonly ChosenServer[] = [];
  const list = (): readonly ChosenServer[] => {
    if (storage === null) return inMemory;
    try {
      const kept = v.safeParse(ChosenSchema, JSON.parse(storage.getItem(KEY) ?? '[]'));
      return kept.success ? kept.output : [];
    } catch {
      return [];
    }
  };
  const write = (servers: readonly ChosenServer[]): void => {
    inMemory = servers;
    if (storage === null) return;
    if (servers.length === 0) storage.removeItem(KEY);
    else storage.setItem(KEY, JSON.stringify(servers));
  };
  const others = ({ origin, model }: ChosenServer): readonly ChosenServer[] =>
    list().filter((each) => each.origin !== origin || each.model !== model);
  return {
    list,
    add: ({ origin, model }) => write([...others({ origin, model }), { origin, model }]),
    remove: (server) => write(others(server)),
  };
}
