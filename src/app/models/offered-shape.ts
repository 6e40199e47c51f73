/** What the memory of a format that the hub offers is reckoned from, before anything of its weights is fetched. */
import type { HubApi } from '../../../workers/hub/hub-protocol.ts';
import { readGgufFacts } from '../../core/models/gguf-header.ts';
import { hubFileUrl } from '../../core/models/hub-address.ts';
import type { HubVariant } from '../../core/models/hub-variants.ts';
import { shapeOfGguf, type ReadShape } from '../../core/models/model-shape.ts';
import type { HubOffer } from './download-state.ts';

/** Layers, heads and context stand before the vocabulary, which may take megabytes; of it only the number of words is needed. */
const HEAD_BYTES = 1 << 18;

/** Of a GGUF file its own head decides, since a repository may hold several models; otherwise its configuration. */
export async function offeredShape(
  api: Pick<HubApi, 'head'>,
  base: string,
  { listing, read }: Pick<HubOffer, 'listing' | 'read'>,
  variant: HubVariant,
): Promise<ReadShape> {
  const [first] = variant.files;
  if (variant.runtimeId !== 'wllama' || first === undefined) return read;
  const bytes = await api.head(hubFileUrl(base, listing, first.path), HEAD_BYTES);
  const facts = bytes === null ? null : readGgufFacts(bytes);
  const found = facts === null ? null : shapeOfGguf({ ...facts, parameters: null });
  return found === null || found.shape === null ? read : found;
}
