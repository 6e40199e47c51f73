/** Only transport: what is read and written is in core. */
import './network-watch-worker.ts';
import * as Comlink from 'comlink';
import './comlink-errors.ts';
import { checkedRequests, TRANSFER_REQUESTS } from './checked-requests.ts';
import { createTransferApi } from './transfer-api.ts';

Comlink.expose(checkedRequests(createTransferApi(), TRANSFER_REQUESTS));
