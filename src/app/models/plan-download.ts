/** From what the hub offered to what is kept of it, and from there to what is still to be fetched. */
import type { Hub } from '../../core/network/hub-hosts.ts';
import { hubFileUrl, hubPageUrl } from '../../core/models/hub-address.ts';
import type { HubListing } from '../../core/models/hub-listing.ts';
import type { HubVariant } from '../../core/models/hub-variants.ts';
import {
  filesOf,
  withVariant,
  type KeptFile,
  type KeptModel,
  type KeptVariant,
} from '../../core/models/kept-model.ts';
import type { DownloadJob } from '../../../workers/hub/hub-protocol.ts';
import { modelIdOf } from './model-id.ts';

export function sameSource(model: KeptModel, listing: HubListing, hub: Hub): boolean {
  const { host, repository, revision } = model.source;
  return host === hub.base && repository === listing.repository && revision === listing.revision;
}

/** `known`: what is kept of exactly this commit, if anything. */
export function keptAfter(
  known: KeptModel | undefined,
  listing: HubListing,
  variant: HubVariant,
  context: { readonly hub: Hub; readonly now: Date; readonly takenIds: ReadonlySet<string> },
): KeptModel {
  const { hub, now, takenIds } = context;
  const model = known ?? {
    schemaVersion: 1 as const,
    id: freeId(listing.repository, takenIds),
    title: titleOf(listing.repository),
    source: {
      kind: 'hub' as const,
      host: hub.base,
      repository: listing.repository,
      revision: listing.revision,
    },
    licence: listing.licence,
    cardUrl: hubPageUrl(hub.base, listing),
    parameters: null,
    contextTokens: null,
    startedAt: now.toISOString(),
    deletedAt: null,
    files: [],
    variants: [],
  };
  const files = variant.files.map(({ path, bytes, sha256, gitSha1 }): KeptFile => ({
    path,
    bytes,
    expectedSha256: sha256,
    expectedGitSha1: gitSha1,
    etag: null,
    sha256: null,
  }));
  const kept: KeptVariant = {
    dtype: variant.dtype,
    runtimeId: variant.runtimeId,
    paths: variant.files.map(({ path }) => path),
  };
  return withVariant(model, kept, files);
}

export function titleOf(repository: string): string {
  return repository.split('/').at(-1) ?? repository;
}

function freeId(repository: string, taken: ReadonlySet<string>): string {
  const [owner = '', name = ''] = repository.split('/');
  const short = modelIdOf(name);
  const long = modelIdOf(`${owner}-${name}`);
  for (const id of [short, long]) if (!taken.has(id)) return id;
  for (let n = 2; ; n += 1) if (!taken.has(`${long}-${n}`)) return `${long}-${n}`;
}

/** Only files that were not verified yet. */
export function jobFor(model: KeptModel, variant: KeptVariant): DownloadJob {
  const { host, repository, revision } = model.source;
  return {
    modelId: model.id,
    files: filesOf(model, variant)
      .filter((file) => file.sha256 === null)
      .map(({ path, bytes, expectedSha256, expectedGitSha1, etag }) => ({
        path,
        url: hubFileUrl(host, { repository, revision }, path),
        bytes,
        expectedSha256,
        expectedGitSha1,
        etag,
      })),
  };
}

export function withFile(model: KeptModel, path: string, change: Partial<KeptFile>): KeptModel {
  return {
    ...model,
    files: model.files.map((file) => (file.path === path ? { ...file, ...change } : file)),
  };
}

/** The model without a format that was given up, and the files that nothing needs any more. */
export function withoutVariant(
  model: KeptModel,
  dtype: string,
): { readonly model: KeptModel; readonly unneeded: readonly string[] } {
  const variants = model.variants.filter((variant) => variant.dtype !== dtype);
  const needed = new Set(variants.flatMap(({ paths }) => paths));
  const unneeded = model.files.filter(({ path }) => !needed.has(path)).map(({ path }) => path);
  return {
    model: { ...model, variants, files: model.files.filter(({ path }) => needed.has(path)) },
    unneeded,
  };
}
