/** A text encoder as the setting of a way of asking names it: model and number format in one text. */
export interface EncoderName {
  readonly modelId: string;
  readonly dtype: string;
}

export function encoderKey({ modelId, dtype }: EncoderName): string {
  return `${modelId}@${dtype}`;
}

/** Null where it names no model. A model's id may hold an @ of its own. */
export function readEncoderKey(key: string): EncoderName | null {
  const at = key.lastIndexOf('@');
  return at <= 0 ? null : { modelId: key.slice(0, at), dtype: key.slice(at + 1) };
}
