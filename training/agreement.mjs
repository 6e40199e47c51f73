/**
 * Do Node, Chromium's WebAssembly and torch write the same tokens? Of torch's fp32 answers (agreement.json):
 *   node training/agreement.mjs OUT [--dtypes fp32,q8,int8,q4] [--where node,chromium] [--limit n] [--model demo-tuned] [--models FOLDER] [--gguf FILE,FILE]
 * prints, for each dtype and runtime, how many answers have exactly torch's tokens, and where the others part. --models is OUT/models unless given (public/models).
 * --gguf adds llama.cpp (wllama in Chromium, one thread) with GGUF twins of the same weights, on the same prompt ids; --where none leaves the rest out.
 * fp32 must agree on every prompt: exit code 1 otherwise. BEDSIDE_CHROMIUM names the browser.
 */
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join, normalize, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dtypes: { type: 'string', default: 'fp32,q8,int8,q4' },
    where: { type: 'string', default: 'node,chromium' },
    limit: { type: 'string' },
    model: { type: 'string', default: 'demo-tuned' },
    models: { type: 'string' },
    gguf: { type: 'string' },
  },
});
const out = resolve(positionals[0] ?? '.');
const models = resolve(values.models ?? join(out, 'models'));
const twins = values.gguf?.split(',').map((file) => resolve(file)) ?? [];
const wanted = JSON.parse(readFileSync(join(out, 'agreement.json'), 'utf8')).slice(0, Number(values.limit ?? 1e9));

/** Runs in Node and in the page alike: greedy ids of every prompt, its end token included, and whether the prompt's own ids agree. */
async function answersOf({ AutoModelForCausalLM, AutoTokenizer, Tensor }, { model: name, dtype, device, items, longest }) {
  const tokenizer = await AutoTokenizer.from_pretrained(name);
  const model = await AutoModelForCausalLM.from_pretrained(name, {
    dtype,
    device,
    session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
  });
  const answers = [];
  for (const { prompt, promptIds } of items) {
    const made = tokenizer.apply_chat_template([{ role: 'user', content: prompt }], { add_generation_prompt: true, return_dict: true });
    const ids = Array.from(made.input_ids.data, Number);
    const fixed = (values) => new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
    const written = await model.generate({
      input_ids: fixed(promptIds),
      attention_mask: fixed(promptIds.map(() => 1)),
      max_new_tokens: longest,
      do_sample: false,
    });
    answers.push({
      samePrompt: ids.length === promptIds.length && ids.every((id, i) => id === promptIds[i]),
      ids: Array.from(written.data, Number).slice(promptIds.length),
    });
  }
  await model.dispose();
  return answers;
}

async function inNode(dtype) {
  const library = await import('@huggingface/transformers');
  library.env.allowRemoteModels = false;
  library.env.localModelPath = `${models}/`;
  return answersOf(library, { model: values.model, dtype, device: 'cpu', items: wanted, longest: 400 });
}

/** llama.cpp in the page: greedy ids after the very ids torch was given, so that only the arithmetic is compared. */
async function answersOfLlama({ gguf, items, longest, endId }) {
  const { Wllama } = await import('/node_modules/@wllama/wllama/esm/index.js');
  const folder = '/node_modules/@wllama/wllama/esm';
  const engine = new Wllama({ 'single-thread/wllama.wasm': `${folder}/single-thread/wllama.wasm` }, { suppressNativeLog: true });
  const file = await (await fetch(gguf)).blob();
  await engine.loadModel([file], { n_ctx: 2048, n_batch: 512, n_threads: 1 });
  const answers = [];
  for (const { text, promptIds } of items) {
    const made = await engine.tokenize(text, true);
    const ids = [];
    await engine.kvClear();
    await engine.decode(promptIds, {});
    while (ids.length < longest) {
      const [best] = await engine.getLogits(1);
      ids.push(best.token);
      if (best.token === endId) break;
      await engine.decode([best.token], {});
    }
    answers.push({ samePrompt: made.length === promptIds.length && made.every((id, i) => id === promptIds[i]), ids });
  }
  await engine.exit();
  return answers;
}

/** A server for the page: this repository's node_modules under /node_modules, the models under /models, GGUF files under /gguf. */
function serve() {
  const types = { mjs: 'text/javascript', js: 'text/javascript', wasm: 'application/wasm', json: 'application/json', html: 'text/html' };
  const page = `<!doctype html><script type="importmap">{"imports":{
    "onnxruntime-web":"/node_modules/onnxruntime-web/dist/ort.wasm.bundle.min.mjs",
    "onnxruntime-web/webgpu":"/node_modules/onnxruntime-web/dist/ort.wasm.bundle.min.mjs",
    "onnxruntime-common":"/node_modules/onnxruntime-common/dist/esm/index.js"}}</script>`;
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    if (path === '/') return response.setHeader('content-type', 'text/html').end(page);
    const under = { '/node_modules/': join(ROOT, 'node_modules'), '/models/': models };
    const root = Object.keys(under).find((prefix) => path.startsWith(prefix));
    const file = root === undefined ? twins[Number(path.match(/^\/gguf\/(\d+)$/)?.[1])] : join(under[root], path.slice(root.length));
    if (file === undefined || !existsSync(file)) return response.writeHead(404).end();
    response.setHeader('content-type', types[file.split('.').pop()] ?? 'application/octet-stream');
    return createReadStream(file).pipe(response);
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

const browsers = [process.env.BEDSIDE_CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'];

async function inPage(work, what) {
  const { chromium } = await import('@playwright/test');
  const server = await serve();
  const executablePath = browsers.find((path) => path && existsSync(path));
  const browser = await chromium.launch(executablePath ? { executablePath, args: ['--no-sandbox'] } : {});
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    return await page.evaluate(work, what);
  } finally {
    await browser.close();
    server.close();
  }
}

const inChromium = (dtype) =>
  inPage(
    async ([code, what]) => {
      const library = await import('/node_modules/@huggingface/transformers/dist/transformers.web.min.js');
      library.env.allowRemoteModels = false;
      library.env.allowLocalModels = true;
      library.env.localModelPath = '/models/';
      library.env.backends.onnx.wasm.wasmPaths = '/node_modules/onnxruntime-web/dist/';
      library.env.backends.onnx.wasm.numThreads = 1;
      return new Function(`return ${code}`)()(library, what);
    },
    [answersOf.toString(), { model: values.model, dtype, device: 'wasm', items: wanted, longest: 400 }],
  );

/** The prompt as its template renders it, as in the product: llama.cpp's own rendering only guesses a known family from the template. */
async function rendered() {
  const { AutoTokenizer, env } = await import('@huggingface/transformers');
  env.allowRemoteModels = false;
  env.localModelPath = `${models}/`;
  const tokenizer = await AutoTokenizer.from_pretrained(values.model);
  const asText = (prompt) => tokenizer.apply_chat_template([{ role: 'user', content: prompt }], { add_generation_prompt: true, tokenize: false });
  return wanted.map(({ prompt, promptIds }) => ({ text: asText(prompt), promptIds }));
}

const inLlama = async (file) =>
  inPage(answersOfLlama, { gguf: `/gguf/${twins.indexOf(file)}`, items: await rendered(), longest: 400, endId: wanted[0].greedyIds.at(-1) });

const RUN = { node: inNode, chromium: inChromium };
const table = [];
let wrong = false;
for (const where of values.where === 'none' ? [] : values.where.split(','))
  for (const dtype of values.dtypes.split(',')) await compare(where, dtype, () => RUN[where](dtype));
for (const file of twins) await compare('llama.cpp', basename(file), () => inLlama(file));
writeFileSync(join(out, 'agreement-table.json'), `${JSON.stringify(table, null, 1)}\n`);
process.exit(wrong ? 1 : 0);

async function compare(where, dtype, run) {
  const began = Date.now();
  const answers = await run();
  const parts = answers.map(({ ids }, i) => firstDifference(ids, wanted[i].greedyIds));
  const same = parts.filter((at) => at === null).length;
  const samePrompts = answers.filter(({ samePrompt }) => samePrompt).length;
  const early = parts.filter((at) => at !== null).sort((a, b) => a - b);
  table.push({ where, dtype, prompts: wanted.length, samePrompts, same, partAt: early });
  console.log(
    `${where} ${dtype}: same tokens as torch on ${same} of ${wanted.length}, same prompt ids on ${samePrompts}` +
      (early.length > 0 ? `; the others part after ${early.join(', ')} tokens` : '') + ` (${Math.round((Date.now() - began) / 1000)} s)`,
  );
  // The ids that llama.cpp's own tokenizer makes are told; the comparison does not depend on them.
  if (where !== 'llama.cpp' && samePrompts < wanted.length) wrong = true;
  if (dtype === 'fp32' && same < wanted.length) wrong = true;
}

/** How many tokens are alike before the first that differs; null when all are. */
function firstDifference(a, b) {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) if (a[i] !== b[i]) return i;
  return null;
}
