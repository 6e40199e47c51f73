/** What a person chose for scoring a run again, brought into the form that scorers take. */
import type { RunRecord } from '../../core/contracts.ts';
import type { PackPart } from '../../core/packs/pack-part.ts';
import type { ChosenResources } from '../../core/scorers/bind-scorers.ts';
import type { ResultStore, StoredRun } from '../../storage/contract.ts';
import { storedVocabulary } from '../../storage/kept-vocabularies.ts';
import type { ModelChoice } from '../models/model-choice.ts';
import type { Models } from '../models/models.ts';
import { hashHere } from '../models/hash-files.ts';
import { readPickedFolder } from '../models/picked-folder.ts';
import { encodeRun, type EncodingProgress } from './encode-run.ts';
import { withEncoderWorker, type WithEncoder } from './encoder-client.ts';
import { encoderRequest } from './encoder-request.ts';
import type { EncoderSource, RescoreOptions } from './rescore-options.ts';

const NEVER = new AbortController().signal;

export async function chosenResources(
  own: Pick<ResultStore, 'getKeepsake'>,
  models: Pick<Models, 'get'>,
  from: Pick<ResultStore, 'records'>,
  run: StoredRun,
  pack: PackPart,
  options: RescoreOptions,
  withEncoder: WithEncoder = withEncoderWorker,
): Promise<ChosenResources> {
  const { vocabularyId, encoder, extractor, onEncoding, signal = NEVER } = options;
  return {
    ...(extractor === undefined ? {} : { extractor }),
    ...(vocabularyId === undefined ? {} : { ownVocabulary: await storedVocabulary(own, vocabularyId) }),
    ...(encoder === undefined
      ? {}
      : {
          encodings: await encodings(
            from,
            run.header.id,
            pack,
            await chosenEncoder(models, encoder),
            onEncoding ?? ignored,
            signal,
            withEncoder,
          ),
        }),
  };
}

function ignored(): void {
  // Nobody asked for the progress.
}

interface ChosenEncoder extends ModelChoice {
  readonly dtype: string;
}

async function chosenEncoder(models: Pick<Models, 'get'>, encoder: EncoderSource): Promise<ChosenEncoder> {
  if (encoder.kind === 'model') {
    const choice = await models.get(encoder.modelId, encoder.dtype);
    return { ...choice, dtype: encoder.dtype };
  }
  const folder = await readPickedFolder(encoder.files, hashHere);
  return { ...folder, dtype: folder.entry.defaults.generate };
}

async function encodings(
  from: Pick<ResultStore, 'records'>,
  runId: string,
  pack: PackPart,
  { entry, location, dtype }: ChosenEncoder,
  onProgress: (progress: EncodingProgress) => void,
  signal: AbortSignal,
  withEncoder: WithEncoder,
) {
  const records: RunRecord[] = [];
  for await (const record of from.records(runId, () => undefined)) records.push(record);
  const request = encoderRequest({ entry, location }, dtype, navigator.hardwareConcurrency);
  return withEncoder((api) => encodeRun(api, request, pack, records, onProgress), signal);
}
