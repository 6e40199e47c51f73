import { parentPort } from 'node:worker_threads';
import { clusterBootstrap } from '../../src/core/stats/cluster-bootstrap.ts';
import { seededRng } from '../../src/core/stats/seeded-rng.ts';

const RESAMPLES = 10_000;
const clusters = Array.from({ length: 4_000 }, (_, cluster) =>
  Array.from({ length: 2 + (cluster % 2) }, (_value, member) => ((cluster * 7 + member * 3) % 101) / 100),
);

/** What one would write first: whole clusters drawn by a generator that is called, their members added up. */
function plainly(): void {
  const rng = seededRng(1);
  for (let draw = 0; draw < RESAMPLES; draw += 1) {
    let sum = 0;
    let size = 0;
    for (let item = 0; item < clusters.length; item += 1) {
      for (const value of clusters[Math.floor(rng.next() * clusters.length)] ?? []) {
        sum += value;
        size += 1;
      }
    }
    if (sum / size > 1) throw new Error('a mean of shares is no share');
  }
}

function took(work: () => void): { wallMs: number; cpuMs: number } {
  const started = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return { wallMs: performance.now() - started, cpuMs: (user + system) / 1000 };
}

const ours = (): void => {
  clusterBootstrap(clusters, { level: 0.95, seed: 1, resamples: RESAMPLES });
};
// A B B A, so that a machine that is busy for a while slows both.
const [a1, b1, b2, a2] = [took(ours), took(plainly), took(plainly), took(ours)];
parentPort?.postMessage({
  wallMs: Math.min(a1.wallMs, a2.wallMs),
  cpuMs: Math.min(a1.cpuMs, a2.cpuMs),
  ratio: (b1.cpuMs + b2.cpuMs) / (a1.cpuMs + a2.cpuMs),
});
