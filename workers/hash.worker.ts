/** The thread that hashes picked model files. */
import './network-watch-worker.ts';
import * as Comlink from 'comlink';
import './comlink-errors.ts';
import { hashApi } from './hash-api.ts';

Comlink.expose(hashApi);
