/**
 * Written by bench/audit/measure.ts: what share of real errors the transcript audit points at, held-out half.
 * See docs/audit-measured.md.
 */
import type { AuditCategory } from '../../contracts.ts';

export interface MeasuredRecall {
  /** "any": sentences with any error; "missed": what a note leaves out. */
  readonly category: AuditCategory | 'any' | 'missed';
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Labelled errors. */
  readonly n: number;
  /** Encounters they come from. */
  readonly clusters: number | null;
}

export const MEASURED_RECALL: readonly MeasuredRecall[] = [
  {
    category: 'any',
    value: 0.5377358490566038,
    low: 0.4665150118562415,
    high: 0.608956686256966,
    n: 212,
    clusters: 12,
  },
  {
    category: 'medication',
    value: 0.4444444444444444,
    low: 0.01651622788042134,
    high: 0.8723726610084674,
    n: 9,
    clusters: 7,
  },
  { category: 'dose', value: 0.4, low: 0, high: 1, n: 5, clusters: 4 },
  { category: 'allergy', value: null, low: null, high: null, n: 0, clusters: null },
  { category: 'laterality', value: 0.6, low: 0, high: 1, n: 5, clusters: 4 },
  {
    category: 'negation',
    value: 0.6071428571428571,
    low: 0.48553558248839385,
    high: 0.7287501317973204,
    n: 56,
    clusters: 12,
  },
  {
    category: 'number',
    value: 0.5277777777777778,
    low: 0.3034209764998317,
    high: 0.7521345790557239,
    n: 36,
    clusters: 12,
  },
  { category: 'diagnosis', value: 1, low: 0.6096657120978348, high: 1, n: 6, clusters: null },
  {
    category: 'finding',
    value: 0.5959595959595959,
    low: 0.48624393236368063,
    high: 0.7056752595555111,
    n: 99,
    clusters: 12,
  },
  {
    category: 'plan',
    value: 0.4444444444444444,
    low: 0.09612275480545335,
    high: 0.7927661340834355,
    n: 18,
    clusters: 10,
  },
  {
    category: 'missed',
    value: 0.2222222222222222,
    low: 0.032135088072899776,
    high: 0.41230935637154464,
    n: 27,
    clusters: 4,
  },
];

export const MEASURED_PRECISION: MeasuredRecall = {
  category: 'any',
  value: 0.9421487603305785,
  low: 0.894601000757989,
  high: 0.989696519903168,
  n: 121,
  clusters: 12,
};

export const MEASURED_ON = {
  auditVersion: '2',
  level: 0.95,
  encounters: 12,
  sentences: 502,
  source: 'ACI-Bench test set 1, notes of two published systems (Yim et al., Sci Data 2023;10:586)',
  labels: 'the authors with AI assistance, two passes, no clinician',
} as const;
