/**
 * What the transcript audit finds of real errors: two annotators' labels against the audit's items.
 * tsx bench/audit/measure.ts <ACI-Bench table6 folder> dev|held-out [--write]
 * --write (held-out only) writes docs/audit-measured.md and the table the product shows beside a result.
 */
import { writeFileSync } from 'node:fs';
import type { Estimate } from '../../src/core/contracts.ts';
import { audit } from '../../src/core/scorers/audit/scorer.ts';
import { readLabels } from './labels.ts';
import { measuredModule, measuredPage, type Measurement } from './report.ts';
import { allShares, kappa, majorRecall, share } from './shares.ts';
import { tally } from './tally.ts';

function measure(data: string, half: 'dev' | 'held-out'): Measurement {
  const labels = readLabels(half);
  const { sentences, omissions } = tally(data, labels);
  const either = allShares(sentences, 'either');
  const hits = (kind: 'gold' | 'audit', major: boolean): Estimate =>
    share(
      omissions
        .filter((one) => one.kind === kind && (!major || one.severity === 'major'))
        .map(({ encounter, found }) => ({ encounter, hit: found })),
    );
  return {
    half,
    version: audit.version,
    encounters: labels.encounters.length,
    sentences: sentences.length,
    either,
    both: allShares(sentences, 'both'),
    major: majorRecall(sentences),
    kappas: either.map(({ category }) => ({ category, kappa: kappa(sentences, category) })),
    omissions: {
      recall: hits('gold', false),
      majorRecall: hits('gold', true),
      precision: hits('audit', false),
    },
  };
}

const [data, half, write] = process.argv.slice(2);
if (data === undefined || (half !== 'dev' && half !== 'held-out'))
  throw new Error('usage: tsx bench/audit/measure.ts <folder> dev|held-out [--write]');
const measured = measure(data, half);
console.log(measuredPage([measured]));
if (write === '--write' && half === 'held-out') {
  const page = measuredPage([measured, measure(data, 'dev')]);
  writeFileSync(new URL('../../docs/audit-measured.md', import.meta.url), page);
  writeFileSync(
    new URL('../../src/core/scorers/audit/measured-recall.ts', import.meta.url),
    measuredModule(measured),
  );
}
