/**
 * How large the linear memories of this thread's WebAssembly are. No interface tells, so every memory is noted when it
 * is made: by the program's own call, or as an export of an instance. Must be imported before what compiles WebAssembly.
 */
const memories = new Set<WebAssembly.Memory>();

class NotedMemory extends WebAssembly.Memory {
  constructor(descriptor: WebAssembly.MemoryDescriptor) {
    super(descriptor);
    memories.add(this);
  }
}

function noteExports<Made extends WebAssembly.Instance | WebAssembly.WebAssemblyInstantiatedSource>(
  made: Made,
): Made {
  const { exports } = 'instance' in made ? made.instance : made;
  for (const value of Object.values(exports)) if (value instanceof WebAssembly.Memory) memories.add(value);
  return made;
}

const { instantiate, instantiateStreaming } = WebAssembly;
Object.assign(WebAssembly, {
  Memory: NotedMemory,
  instantiate: async (...args: Parameters<typeof instantiate>) => noteExports(await instantiate(...args)),
  ...(typeof instantiateStreaming === 'function'
    ? {
        instantiateStreaming: async (...args: Parameters<typeof instantiateStreaming>) =>
          noteExports(await instantiateStreaming(...args)),
      }
    : {}),
});

/** Null when this thread has compiled none. Linear memory only grows, so this is also the peak. */
export function wasmMemoryBytes(): number | null {
  if (memories.size === 0) return null;
  let bytes = 0;
  for (const memory of memories) bytes += memory.buffer.byteLength;
  return bytes;
}
