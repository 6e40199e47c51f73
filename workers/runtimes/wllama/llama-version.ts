/** As src/workers-code/generated.ts of the package says; a test holds the two together. */
export const LLAMA_VERSION = 'wllama 2.4.0, llama.cpp b8948-42401c7';
