import { describeResultStore } from './contract-suite.ts';
import { createMemoryStore } from './memory-store.ts';

describeResultStore('memory', async () => createMemoryStore());
