import type { LoadRequest, ModelLocation } from '../../workers/protocol.ts';

/** A load request without files and optional fields, so that its type survives the way into the page. */
export type UrlRequest = Omit<LoadRequest, 'location' | 'expected'> & {
  readonly location: Extract<ModelLocation, { kind: 'url' }>;
};
/** For a model on a server, which has no files. */
export type ServerRequest = Omit<LoadRequest, 'location' | 'expected'> & {
  readonly location: Extract<ModelLocation, { kind: 'server' }>;
};
export type ManifestRequest = UrlRequest & Required<Pick<LoadRequest, 'expected'>>;

/** A request for a bundled model on WASM, one thread, with what a test wants otherwise. */
export function bundled(dtype: string, change: Partial<UrlRequest> = {}): UrlRequest {
  return {
    runtimeId: 'transformers-js',
    modelId: 'demo-tuned',
    location: { kind: 'url', baseUrl: '/models/demo-tuned/' },
    dtype,
    device: 'wasm',
    threads: 1,
    ...change,
  };
}
