/**
 * The thread that asks a server of this build: the only one that may reach it. Apart from engine.worker.ts, which runs
 * models on this device and reaches this site only.
 */
import './network-watch-worker.ts';
import * as Comlink from 'comlink';
import './comlink-errors.ts';
import { createEndpointApi } from './endpoint-api.ts';

Comlink.expose(createEndpointApi());
