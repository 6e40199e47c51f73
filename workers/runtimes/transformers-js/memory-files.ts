/** A response that hands out the bytes themselves: Response's own arrayBuffer() would copy the whole model. */
class MemoryResponse extends Response {
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    super(null, { status: 200, headers: { 'content-length': String(bytes.byteLength) } });
    this.#bytes = bytes;
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    const { buffer, byteOffset, byteLength } = this.#bytes;
    const whole = byteOffset === 0 && byteLength === buffer.byteLength;
    return Promise.resolve(whole ? buffer : buffer.slice(byteOffset, byteOffset + byteLength));
  }
}

/** The files of one model by path relative to its folder. */
export class MemoryFiles {
  readonly #files = new Map<string, Uint8Array<ArrayBuffer>>();

  set(path: string, bytes: Uint8Array<ArrayBuffer>): void {
    this.#files.set(path, bytes);
  }

  get(path: string): Uint8Array<ArrayBuffer> | undefined {
    return this.#files.get(path);
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  response(path: string): Response | undefined {
    const bytes = this.#files.get(path);
    return bytes === undefined ? undefined : new MemoryResponse(bytes);
  }
}
