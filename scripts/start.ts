/** `npm start`: builds the page and serves it at http://127.0.0.1:4173. */
import { build } from 'vite';
import { startServer } from './serve.ts';

const port = Number(process.env['PORT'] ?? 4173);
await build({ logLevel: 'warn' });
try {
  const server = await startServer({ root: 'dist', port });
  console.log(
    `\n  Bedside is ready: ${server.url}\n  Ctrl+C stops it. Nothing you load in the page leaves this machine.\n`,
  );
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  console.error(
    `Port ${port} is in use. Stop the other program, or choose another port: PORT=${port + 1} npm start`,
  );
  process.exitCode = 1;
}
