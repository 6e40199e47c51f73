/** A catalogue record that pins hashes refuses files that differ, before a single byte of them is fetched. */
import { AppError } from '../errors.ts';
import type { HubRecord } from './hub-catalog.ts';
import type { HubVariant } from './hub-variants.ts';

export function pinnedVariant(variant: HubVariant, record: HubRecord): HubVariant {
  const pins = new Map(record.files.map(({ path, sha256 }) => [path, sha256]));
  if (record.file !== null && record.sha256 !== null) pins.set(record.file, record.sha256);
  return {
    ...variant,
    files: variant.files.map((file) => {
      const pinned = pins.get(file.path);
      if (pinned === undefined) return file;
      if (file.sha256 !== null && file.sha256 !== pinned) {
        throw new AppError('model/file-altered', `the hub offers another ${file.path} than the catalogue`, {
          file: file.path,
          expected: pinned,
          actual: file.sha256,
        });
      }
      return { ...file, sha256: pinned };
    }),
  };
}

/** Which of the formats that the hub offers is the one of the record; -1 when it is gone. */
export function variantOfRecord(variants: readonly HubVariant[], record: HubRecord): number {
  return variants.findIndex(
    ({ dtype, runtimeId, files }) =>
      runtimeId === record.runtimeId &&
      (record.file === null ? dtype === record.dtype : files[0]?.path === record.file),
  );
}
