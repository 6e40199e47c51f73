/** Resampling off the page's thread. Only transport: what is computed is in core. */
import './network-watch-worker.ts';
import * as Comlink from 'comlink';
import './comlink-errors.ts';
import { checkedRequests, COMPARE_REQUESTS } from './checked-requests.ts';
import { createCompareApi } from './compare-api.ts';

Comlink.expose(checkedRequests(createCompareApi(), COMPARE_REQUESTS));
