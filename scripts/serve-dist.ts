/** Serves a built page: `tsx scripts/serve-dist.ts [--port n] [--root dist] [--base /sub/] [--no-headers]`. */
import { parseArgs } from 'node:util';
import { startServer } from './serve.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4173' },
    root: { type: 'string', default: 'dist' },
    base: { type: 'string', default: '/' },
    'no-headers': { type: 'boolean', default: false },
  },
});
const server = await startServer({
  root: values.root,
  port: Number(values.port),
  base: values.base,
  headers: !values['no-headers'],
});
console.log(server.url);
