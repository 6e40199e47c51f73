/**
 * What the page asks of the workers that read, score, compare and write, checked before it is done. Packs and records
 * in it came out of the store, where each was checked, or from an importer's answer that was: here only what stands
 * around them is.
 */
import * as v from 'valibot';
import { PRIVACY_LEVELS } from '../src/core/exports/privacy.ts';
import { ColumnMapSchema } from '../src/core/importers/column-maps.ts';
import { checkedMessage } from './protocol-schemas.ts';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const list = v.array(v.unknown());
const fields = v.looseObject({});
const file = v.instance(Blob);
/** A callback of the other side: Comlink's proxy of it. */
const callback = v.custom<unknown>((value) => typeof value === 'function', 'is not a function');

const selection = v.object({
  limit: v.nullable(count),
  shard: v.nullable(v.object({ index: count, count })),
  repeats: count,
});
const pack = v.looseObject({ id: text, samples: list });
const record = v.looseObject({ kind: v.literal('record'), index: count, repeat: count });
const comparedRun = v.looseObject({
  name: text,
  header: v.looseObject({ kind: v.literal('run') }),
  scored: fields,
});

const importRequest = v.strictObject({
  files: v.array(file),
  importerId: v.nullable(text),
  map: v.record(text, text),
  answersFrom: v.exactOptional(v.picklist([0, 1])),
  paths: v.exactOptional(v.array(text)),
  remembered: v.exactOptional(v.array(ColumnMapSchema)),
});

export const IMPORT_REQUESTS = {
  read: v.strictTuple([importRequest, v.optional(callback)]),
  deliver: v.strictTuple([
    importRequest,
    v.looseObject({
      importerId: text,
      map: v.record(text, text),
      contentSha256: text,
      header: v.looseObject({ id: text }),
    }),
    callback,
    v.optional(callback),
  ]),
  vocabulary: v.strictTuple([file]),
};

export const SCORE_REQUESTS = {
  open: v.strictTuple([text, pack, v.array(text), selection, v.optional(fields)]),
  add: v.strictTuple([text, record]),
  soFar: v.strictTuple([text]),
  finish: v.strictTuple([text, text]),
  close: v.strictTuple([text]),
  slices: v.strictTuple([v.looseObject({ clusters: list, fields: list, columns: list })]),
  one: v.strictTuple([v.looseObject({ id: text }), v.array(text), record]),
};

export const COMPARE_REQUESTS = {
  report: v.strictTuple([
    v.looseObject({
      runs: v.array(comparedRun),
      slices: list,
      headlineOnly: v.boolean(),
      effect: v.pipe(v.number(), v.finite()),
    }),
    callback,
  ]),
  costs: v.strictTuple([fields, list]),
  intervals: v.strictTuple([comparedRun, text]),
  repeats: v.strictTuple([comparedRun]),
  agreement: v.strictTuple([v.array(comparedRun), text, v.nullable(text)]),
  ranking: v.strictTuple([v.array(comparedRun)]),
  verdict: v.strictTuple([v.looseObject({ kind: text }), comparedRun, comparedRun, v.nullable(text)]),
};

const storedRun = { header: fields, records: list, tables: list, pack, overrides: list };
const howToWrite = {
  to: text,
  privacy: v.picklist(PRIVACY_LEVELS),
  consent: v.object({ permission: v.boolean(), identifiers: v.boolean() }),
};

export const TRANSFER_REQUESTS = {
  formats: v.strictTuple([]),
  read: v.strictTuple([v.array(file), text, callback, callback]),
  table: v.strictTuple([
    file,
    v.object({
      kind: v.nullable(text),
      level: v.nullable(text),
      judge: v.optional(v.nullable(v.object({ judge: text, reference: text, positive: text }))),
    }),
  ]),
  write: v.strictTuple([v.looseObject({ ...storedRun, ...howToWrite })]),
  comparisonFormats: v.strictTuple([]),
  compare: v.strictTuple([
    v.looseObject({
      runs: v.array(v.looseObject(storedRun)),
      effect: v.pipe(v.number(), v.finite()),
      plan: v.nullable(v.looseObject({ kind: text })),
      firstRecordAt: v.nullable(text),
      ...howToWrite,
    }),
  ]),
};

type Method = (...args: never[]) => unknown;

/** The same interface; a call in another form is refused before anything is done for it. */
export function checkedRequests<Api extends object>(
  api: Api,
  checks: { readonly [Name in keyof Api]: v.GenericSchema },
): Api {
  const names = Object.keys(checks) as (keyof Api & string)[];
  const checked = names.map((name) => {
    const method = api[name] as Method;
    const call = (...args: unknown[]): unknown => {
      checkedMessage(checks[name], args, `the request "${name}"`, 'defect');
      return method(...(args as never[])); // the schema has just said so
    };
    return [name, call] as const;
  });
  return Object.fromEntries(checked) as unknown as Api;
}
