/** The one place where what llama.cpp logs and throws becomes a code of ours. */
import { AppError, type ErrorCode } from '../../../src/core/errors.ts';

/** Looked for in this order, in the module's last log lines and in what was thrown. */
const PATTERNS: readonly (readonly [RegExp, ErrorCode])[] = [
  [
    /unknown (model architecture|pre-tokenizer type|tokenizer)|unsupported (model|tensor)/i,
    'model/unsupported',
  ],
  [
    /out of memory|failed to allocate|bad_alloc|Cannot enlarge memory|memory access out of bounds|unable to allocate|\bOOM\b|could not allocate memory/i,
    'runtime/out-of-memory',
  ],
  [
    /memory64|memory must be|i64 memor|invalid (memory limits|limits flags)|failed to convert|Cannot convert \w+ to a? ?BigInt|memory limits/i,
    'runtime/unsupported-operation',
  ],
  [/not within the file bounds|incomplete|unexpectedly reached end of file/i, 'model/file-truncated'],
  [
    /invalid magic|failed to load model|error loading model|Error while loading model|failed to read|wrong (shape|number of tensors)|missing tensor|invalid ggml type/i,
    'model/not-a-model',
  ],
];

export function failedCall(what: string, log: readonly string[], thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  // Its levels stand before each line: "@@ERROR@@llama_model_load: …".
  const lines = log.map((line) => /@@(?:ERROR|WARN)@@(.*)/s.exec(line)?.[1]?.trim() ?? '');
  const said = lines.filter((line) => line !== '').join('; ');
  const whole = said === '' ? message : `${message}: ${said}`;
  const code = PATTERNS.find(([pattern]) => pattern.test(whole))?.[1] ?? 'runtime/failed';
  return new AppError(code, `llama.cpp (${what}): ${whole}`, {}, { cause: thrown });
}
