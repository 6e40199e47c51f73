/** A file that is read where it is needed, so that an archive of gigabytes is never held whole. */
export interface ByteSource {
  readonly size: number;
  /** Bytes [start, end); throws where they cannot be trusted. */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
}

export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}
