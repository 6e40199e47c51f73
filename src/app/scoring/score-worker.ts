import * as Comlink from 'comlink';
import '../../../workers/comlink-errors.ts';
import type { ScoreApi } from '../../../workers/score-api.ts';
import { workerFailure } from '../worker-failure.ts';
import { measuresSoFar, scoreCards, scoredColumns, sliceEstimates } from './score-answers.ts';
import type { ScoreConnection } from './scoring.ts';

/** The real worker. The URL must stay literal: the bundler finds the worker's entry by it. */
export function connectScoreWorker(): ScoreConnection {
  const worker = new Worker(new URL('../../../workers/score.worker.ts', import.meta.url), {
    type: 'module',
    name: 'bedside-score',
  });
  const remote = Comlink.wrap<ScoreApi>(worker);
  const failed = workerFailure(worker, 'scoring');
  return {
    open: (...args) => Promise.race([remote.open(...args), failed]),
    add: (...args) => Promise.race([remote.add(...args), failed]),
    soFar: async (...args) => measuresSoFar(await Promise.race([remote.soFar(...args), failed])),
    finish: async (...args) => scoredColumns(await Promise.race([remote.finish(...args), failed])),
    close: (...args) => Promise.race([remote.close(...args), failed]),
    slices: async (...args) => sliceEstimates(await Promise.race([remote.slices(...args), failed])),
    one: async (...args) => scoreCards(await Promise.race([remote.one(...args), failed])),
  };
}
