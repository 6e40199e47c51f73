/** Scoring off the page's thread. Only transport: what is computed is in core. */
import './network-watch-worker.ts';
import * as Comlink from 'comlink';
import './comlink-errors.ts';
import { checkedRequests, SCORE_REQUESTS } from './checked-requests.ts';
import { createScoreApi } from './score-api.ts';

Comlink.expose(checkedRequests(createScoreApi(), SCORE_REQUESTS));
