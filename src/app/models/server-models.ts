/** Models on the servers of this build, as they are offered for a run. Without such servers there are none. */
import { AppError } from '../../core/errors.ts';
import { serverSha256 } from '../../core/models/model-sha256.ts';
import type { ChosenServer, ChosenServers } from '../../storage/model-files/chosen-servers.ts';
import type { ModelChoice } from './model-choice.ts';
import type { ModelEntry } from './model-entry.ts';

/** The server decides; nothing here says what it is. */
export const AS_SERVED = 'as served';

export interface ServerModels {
  /** Origins that this build may ask. */
  readonly allowed: readonly string[];
  /** Which models the server has. `key` is kept until the tab is closed, for the run as well. */
  ask(origin: string, key: string): Promise<readonly string[]>;
  add(origin: string, model: string): Promise<ModelEntry>;
  list(): readonly ModelEntry[];
  get(id: string): ModelChoice | null;
  forget(id: string): { undo(): Promise<ModelEntry> } | null;
}

export interface ServerModelsDeps {
  readonly allowed: readonly string[];
  readonly chosen: ChosenServers;
  readonly servedModels: (origin: string, key: string | null) => Promise<readonly string[]>;
  /** In strict-offline mode nothing is asked. */
  readonly isStrict: () => Promise<boolean>;
  readonly changed: () => void;
}

export function createServerModels(deps: ServerModelsDeps): ServerModels {
  const { allowed, chosen } = deps;
  const keys = new Map<string, string>();
  const usable = (): readonly ChosenServer[] =>
    chosen.list().filter(({ origin }) => allowed.includes(origin));
  const found = (id: string): ChosenServer | undefined => usable().find((server) => idOf(server) === id);

  function requireKnown(origin: string): void {
    if (allowed.includes(origin)) return;
    throw new AppError('server/not-permitted', `this build may not send anything to ${origin}`, {
      server: origin,
    });
  }

  return {
    allowed,
    ask: async (origin, key) => {
      requireKnown(origin);
      if (await deps.isStrict())
        throw new AppError('server/not-permitted', 'strict-offline mode permits no server', {
          server: origin,
        });
      if (key === '') keys.delete(origin);
      else keys.set(origin, key);
      return deps.servedModels(origin, key === '' ? null : key);
    },
    add: async (origin, model) => {
      requireKnown(origin);
      chosen.add({ origin, model });
      deps.changed();
      return entryOf({ origin, model });
    },
    list: () => usable().map(entryOf),
    get: (id) => {
      const server = found(id);
      if (server === undefined) return null;
      const key = keys.get(server.origin);
      return {
        entry: entryOf(server),
        location: { kind: 'server', ...server, ...(key === undefined ? {} : { key }) },
      };
    },
    forget: (id) => {
      const server = found(id);
      if (server === undefined) return null;
      chosen.remove(server);
      deps.changed();
      return {
        undo: async () => {
          chosen.add(server);
          deps.changed();
          return entryOf(server);
        },
      };
    },
  };
}

function idOf(server: ChosenServer): string {
  return `server-${serverSha256(server).slice(0, 16)}`;
}

function entryOf(server: ChosenServer): ModelEntry {
  const { origin, model } = server;
  return {
    id: idOf(server),
    title: `${model}, not on this device`,
    description: `Answers come from the server at ${origin}, which applies its own template, number format and limits.`,
    notice: `Not on this device: every prompt is sent to ${origin}.`,
    source: 'server',
    origin: { kind: 'server', origin, model },
    licence: 'as whoever runs the server says',
    parameters: null,
    contextTokens: null,
    runtimeId: 'endpoint',
    variants: [{ dtype: AS_SERVED, bytes: 0, logprobs: false, files: [] }],
    defaults: { generate: AS_SERVED, logprobs: null },
    cardUrl: null,
  };
}
