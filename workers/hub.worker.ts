/** The thread that downloads models: the only one that may reach the hub, and it starts only after consent. */
import './network-watch-worker.ts';
import * as Comlink from 'comlink';
import './comlink-errors.ts';
import { createHubApi } from './hub-api.ts';

Comlink.expose(createHubApi());
