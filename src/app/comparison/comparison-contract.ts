/** What is asked of a comparison, and what comes back. */
import type { ComparisonReport } from '../../core/compare/comparison-report.ts';
import type { Pack } from '../../core/packs/pack.ts';
import type { MeasurementLevel } from '../../core/stats/agreement/ratings-table.ts';
import type { StoredRun } from '../../storage/contract.ts';

export interface CompareRequest {
  /** The baseline first. */
  readonly runIds: readonly string[];
  readonly headlineOnly: boolean;
  /** The difference to plan for. */
  readonly effect: number;
}

export interface AgreementRequest {
  /** Of one pack; each is a rater. */
  readonly runIds: readonly string[];
  readonly metric: string;
  /** Null: guessed from the scores, and said. */
  readonly level: MeasurementLevel | null;
}

export interface ComparedSet {
  /** In the order asked for; names tell them apart. */
  readonly runs: readonly { readonly run: StoredRun; readonly name: string }[];
  readonly provenance: Pack['provenance'] | null;
  /** False when the pack is no longer stored, so that nobody knows which samples share a patient. */
  readonly packHere: boolean;
  /** Scorers left out because the runs were scored by different versions of them. */
  readonly otherVersions: readonly string[];
  readonly report: ComparisonReport;
}
