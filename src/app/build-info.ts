/** Which program made a record. Vite puts the values in; under the test runner there is no build. */
declare const __APP_VERSION__: string | undefined;
declare const __APP_BUILD__: string | undefined;

export const BUILD_INFO = {
  version: typeof __APP_VERSION__ === 'string' ? __APP_VERSION__ : '0.0.0',
  build: typeof __APP_BUILD__ === 'string' ? __APP_BUILD__ : 'unbuilt',
} as const;
