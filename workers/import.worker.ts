/** Reading a person's files off the page's thread. Only transport: see import-api.ts. */
import './network-watch-worker.ts';
import * as Comlink from 'comlink';
import './comlink-errors.ts';
import { checkedRequests, IMPORT_REQUESTS } from './checked-requests.ts';
import { importApi } from './import-api.ts';

Comlink.expose(checkedRequests(importApi, IMPORT_REQUESTS));
