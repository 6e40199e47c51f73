import { parentPort } from 'node:worker_threads';
import { clusterBootstrap } from '../../src/core/stats/cluster-bootstrap.ts';

const clusters = Array.from({ length: 4_000 }, (_, cluster) =>
  Array.from({ length: 2 + (cluster % 2) }, (_value, member) => ((cluster * 7 + member * 3) % 101) / 100),
);
const started = performance.now();
const before = process.cpuUsage();
clusterBootstrap(clusters, { level: 0.95, seed: 1, resamples: 10_000 });
const { user, system } = process.cpuUsage(before);
parentPort?.postMessage({ wallMs: performance.now() - started, cpuMs: (user + system) / 1000 });
