/** Only transport: what is read and written is in core. */
import './network-watch-worker.ts';
import * as Comlink from 'comlink';
import './comlink-errors.ts';
import { createTransferApi } from './transfer-api.ts';

Comlink.expose(createTransferApi());
