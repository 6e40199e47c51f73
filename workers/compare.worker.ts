/** Resampling off the page's thread. Only transport: what is computed is in core. */
import './network-watch-worker.ts';
import * as Comlink from 'comlink';
import './comlink-errors.ts';
import { createCompareApi } from './compare-api.ts';

Comlink.expose(createCompareApi());
