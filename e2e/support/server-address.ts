/** Where the tests' OpenAI-compatible server stands: known when the page is built, beside the site's own port. */
export const SERVER_PORT = Number(process.env['BEDSIDE_E2E_PORT'] ?? 4199) + 2000;
export const SERVER_ORIGIN = `http://127.0.0.1:${SERVER_PORT}`;
