/** The thread that holds a text encoder. Only transport. */
import './network-watch-worker.ts';
import * as Comlink from 'comlink';
import './comlink-errors.ts';
import { createEncoderApi } from './encoder-api.ts';
import { openTextEncoder } from './runtimes/transformers-js/text-encoder.ts';

Comlink.expose(createEncoderApi(openTextEncoder));
