/** The thread that holds one model. Only transport: what a runtime does is in runtimes/<id>.ts. */
import './network-watch-worker.ts';
import './wasm-memory.ts';
import * as Comlink from 'comlink';
import './comlink-errors.ts';
import { createEngine } from './engine.ts';
import { createRuntime } from './runtimes/registry.ts';

Comlink.expose(createEngine(createRuntime));
