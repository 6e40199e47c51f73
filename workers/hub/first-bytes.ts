/** At most `count` bytes of an answer, also where the server sends the whole file; the rest is not fetched. */
export async function firstBytes(response: Response, count: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(count);
  const reader = response.body?.getReader();
  if (reader === undefined) return bytes.subarray(0, 0);
  let at = 0;
  try {
    while (at < count) {
      const { done, value } = await reader.read();
      if (done) break;
      const part = value.subarray(0, count - at);
      bytes.set(part, at);
      at += part.byteLength;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
  return bytes.slice(0, at);
}
