declare module '*?gzip-url' {
  const url: string;
  export default url;
}

declare module '*?emscripten-factory' {
  /** Starts the module and gives the same object back, before it is ready. */
  export default function createModule(module: Record<string, unknown>): unknown;
}
