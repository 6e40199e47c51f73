/** The module's actions as functions: which fields go in, which come out (wllama 2.4.0, src/glue/messages.ts). */
import * as v from 'valibot';
import { AppError } from '../../../src/core/errors.ts';
import type { Field, Value } from './glue.ts';
import type { Llama, LlamaModel, LlamaSettings } from './llama-port.ts';

export type Action =
  'start' | 'load' | 'tokenize' | 'detokenize' | 'decode' | 'get_logits' | 'kv_remove' | 'kv_clear';

export type CallModule = (
  action: Action,
  request: string,
  fields: readonly Field[],
  answer: string,
) => readonly Value[];

const int = v.pipe(v.number(), v.integer());
const ints = v.array(int);
const yes = v.literal(true);
const texts = v.array(v.string());

const LoadAnswer = v.tuple([
  yes,
  int, // n_ctx
  int, // n_batch
  int, // n_ubatch
  int, // n_vocab
  int, // n_ctx_train
  int, // n_embd
  int, // n_layer
  texts, // metadata keys
  texts, // metadata values
  int, // bos
  int, // eos
  int, // end of turn
  ints, // all that end an answer
  v.boolean(), // add_bos
  v.boolean(), // add_eos
  v.boolean(), // has_encoder
  int, // decoder start
]);
const TokensAnswer = v.tuple([yes, ints]);
const BytesAnswer = v.tuple([yes, v.instance(Uint8Array)]);
const DecodeAnswer = v.tuple([yes, v.string(), int]);
const LogitsAnswer = v.tuple([yes, ints, v.array(v.number())]);
const KeepAnswer = v.tuple([int, yes]);
const ClearAnswer = v.tuple([int, yes]);

const NULL: Field = ['null'];

export function createLlama(module: {
  readonly version: string;
  readonly allocate: Llama['allocate'];
  readonly call: CallModule;
}): Llama {
  const { version, allocate, call } = module;
  const pieces = new Map<number, Uint8Array>();
  return {
    version,
    allocate,
    load: (names, settings) => load(call, names, settings),
    tokenize: (text) => {
      const fields: readonly Field[] = [
        ['text', text],
        ['bool', true],
      ];
      return checked(TokensAnswer, call('tokenize', 'tokn_req', fields, 'tokn_res'))[1];
    },
    piece: (id) => {
      const known = pieces.get(id);
      if (known !== undefined) return known;
      const answer = call('detokenize', 'dtkn_req', [['ints', [id]]], 'dtkn_res');
      const bytes = checked(BytesAnswer, answer)[1];
      pieces.set(id, bytes);
      return bytes;
    },
    decode: (ids) => {
      const fields: readonly Field[] = [
        ['ints', ids],
        ['bool', false],
      ];
      checked(DecodeAnswer, call('decode', 'deco_req', fields, 'deco_res'));
    },
    next: (count) => {
      const answer = call('get_logits', 'glog_req', [['int', count ?? -1]], 'glog_res');
      const [, ids, probabilities] = checked(LogitsAnswer, answer);
      return { ids, probabilities };
    },
    keep: (tokens) => {
      if (tokens === 0) checked(ClearAnswer, call('kv_clear', 'kvcc_req', [], 'kvcc_res'));
      else {
        const fields: readonly Field[] = [
          ['int', tokens],
          ['int', -1],
        ];
        checked(KeepAnswer, call('kv_remove', 'kvcr_req', fields, 'kvcr_res'));
      }
    },
  };
}

function load(call: CallModule, names: readonly string[], settings: LlamaSettings): LlamaModel {
  const fields: readonly Field[] = [
    ['texts', names.map((name) => `/${name}`)],
    ['bool', false], // n_ctx_auto: a context that shrinks by itself would not be the one recorded
    ['bool', true], // use_mmap: the file is used where it lies
    ['bool', false], // use_mlock
    ['int', 0], // n_gpu_layers
    ['int', 0], // seed: sampling is ours
    ['int', settings.contextTokens],
    ['int', 1], // n_threads
    NULL, // embeddings
    NULL, // offload_kqv
    ['int', settings.batchTokens],
    // Everything from n_seq_max to swa_full as llama.cpp and the model's own metadata have it.
    ...Array.from({ length: 14 }, () => NULL),
  ];
  const answer = checked(LoadAnswer, call('load', 'load_req', fields, 'load_res'));
  const [, contextTokens, , , vocabulary, , , , keys, values, bos, eos, , endIds, addsBos] = answer;
  return {
    vocabulary,
    contextTokens,
    bosId: bos < 0 ? null : bos,
    eosId: eos < 0 ? null : eos,
    endIds,
    addsBos,
    metadata: new Map(keys.map((key, index) => [key, values[index] ?? ''])),
  };
}

function checked<Answer>(schema: v.GenericSchema<unknown, Answer>, values: readonly Value[]): Answer {
  const result = v.safeParse(schema, values);
  if (result.success) return result.output;
  const said = values.find((value) => typeof value === 'string' && value !== '');
  throw new AppError(
    'runtime/failed',
    `llama.cpp: ${typeof said === 'string' ? said : 'an answer of another form'}`,
  );
}
