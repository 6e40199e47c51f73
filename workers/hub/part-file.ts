/** A file that grows: what a download writes into. The page's is in the browser's private file system. */
export interface PartFile {
  size(): number;
  read(into: Uint8Array<ArrayBuffer>, at: number): number;
  /** Throws storage/quota when there is no room for all of it. */
  write(bytes: Uint8Array<ArrayBuffer>, at: number): void;
  truncate(bytes: number): void;
  flush(): void;
  close(): void;
}
