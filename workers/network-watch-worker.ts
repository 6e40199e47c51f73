/** First import of every worker: from here on the page is told what the worker asked for and was refused. */
import { tellPage } from './network-watch.ts';

tellPage();
