/**
 * Reference vectors: what a set of weights answers when it is computed carefully, so that a device can be held against
 * it. Shipped for the bundled model as public/models/<id>/fidelity.json, made outside this program (training/), or made
 * on this machine with one number format and device chosen as the reference; the form is the same.
 */
import * as v from 'valibot';
import { AppError } from '../errors.ts';

const id = v.pipe(v.number(), v.integer(), v.minValue(0));
const logProbability = v.pipe(v.number(), v.finite());
const text = v.pipe(v.string(), v.minLength(1));
const sha256 = v.pipe(text, v.regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'));

/** The most likely tokens of one position, most likely first: token id and natural-log probability. */
const DistributionSchema = v.pipe(
  v.array(v.tuple([id, v.pipe(logProbability, v.maxValue(1e-6))])),
  v.minLength(1),
);

/** Where a prompt comes from, so that its text can be scored again; absent for prompts of their own. */
const PlaceSchema = v.strictObject({ packId: text, sampleId: text });

export const ReferencePromptSchema = v.pipe(
  v.strictObject({
    id: text,
    place: v.exactOptional(PlaceSchema),
    /** Token ids of the whole prompt, special tokens included. */
    promptIds: v.pipe(v.array(id), v.minLength(1)),
    /** What the reference writes greedily after it, the end token included when it came. */
    greedyIds: v.pipe(v.array(id), v.minLength(1)),
    /** positions[i]: the distribution that greedyIds[i] was taken from. */
    positions: v.array(DistributionSchema),
  }),
  v.check(
    ({ greedyIds, positions }) => greedyIds.length === positions.length,
    'must have one distribution for each greedy token',
  ),
);

export const ReferenceChoiceSchema = v.pipe(
  v.strictObject({
    id: text,
    place: v.exactOptional(PlaceSchema),
    promptIds: v.pipe(v.array(id), v.minLength(1)),
    /** Token ids of each choice after the prompt. */
    continuations: v.pipe(v.array(v.pipe(v.array(id), v.minLength(1))), v.minLength(2)),
    /** Sum of the tokens' log-probabilities, choice by choice. */
    logLikelihoods: v.array(logProbability),
    /** Index of the right choice; null when it is not known. */
    answer: v.nullable(id),
  }),
  v.check(
    ({ continuations, logLikelihoods, answer }) =>
      continuations.length === logLikelihoods.length && (answer ?? 0) < continuations.length,
    'must have one log-likelihood for each choice, and an answer among them',
  ),
);

export const FidelityReferenceSchema = v.strictObject({
  schemaVersion: v.literal(1),
  modelId: text,
  /** The file the vectors were computed from, or from whose source they were; e.g. onnx/model.onnx. */
  weights: v.strictObject({ path: text, sha256 }),
  tokenizerSha256: sha256,
  /** Number format and device of the reference. */
  dtype: text,
  device: text,
  /** Program and versions, for people. */
  madeBy: text,
  prompts: v.pipe(v.array(ReferencePromptSchema), v.minLength(1)),
  choices: v.array(ReferenceChoiceSchema),
});

export type FidelityReference = v.InferOutput<typeof FidelityReferenceSchema>;

export type ReferencePrompt = FidelityReference['prompts'][number];
export type ReferenceChoice = FidelityReference['choices'][number];

/** Parsed JSON as reference vectors; input/schema names the field that is wrong. */
export function readReference(json: unknown, file: string): FidelityReference {
  const result = v.safeParse(FidelityReferenceSchema, json, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? '(top level)';
  throw new AppError('input/schema', `${file}: ${field} ${issue.message}`, { field, file });
}
