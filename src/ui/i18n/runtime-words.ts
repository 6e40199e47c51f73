/** What each runtime gives, for people. The runtimes themselves state it when they load a model (LoadedModel.capabilities). */
export const ABILITIES_OF_RUNTIME: Readonly<Record<string, string>> = {
  'transformers-js':
    'writes text; exact log-likelihoods of given answers, except in int8; no embeddings, no images.',
  'onnx-session':
    'writes text; exact log-likelihoods of given answers, except in int8; no embeddings, no images.',
  wllama: 'writes text; exact log-likelihoods of given answers; no embeddings, no images.',
  'web-llm': 'writes text; no log-likelihoods, so it cannot rank choices; no embeddings, no images.',
  endpoint:
    'writes text; log-likelihoods of the likeliest tokens only or none, as the server says, so it cannot rank choices; no embeddings, no images.',
  scripted: 'scripted answers for tests.',
};
