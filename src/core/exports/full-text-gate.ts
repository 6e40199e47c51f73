/** Text leaves only when somebody may share it and has seen what looks like a person's name in it. */
import type { ExportView } from './export-view.ts';
import { type IdentifierReport, scanIdentifiers } from './identifier-scan.ts';

export interface Consent {
  /** "I have permission to share this text": asked for private packs. */
  readonly permission: boolean;
  /** "I have read the findings and accept them." */
  readonly identifiers: boolean;
}

export type GateVerdict =
  | { readonly kind: 'open'; readonly report: IdentifierReport }
  | { readonly kind: 'needs-permission' }
  | { readonly kind: 'needs-acceptance'; readonly report: IdentifierReport };

/** One run as it is exported, or the rows of several. */
export type GatedView = Pick<ExportView, 'privacy' | 'rows'> & {
  readonly pack: Pick<ExportView['pack'], 'private'>;
};

export function fullTextGate(view: GatedView, consent: Consent): GateVerdict {
  if (view.privacy !== 'full') return { kind: 'open', report: { total: 0, kinds: [] } };
  if (view.pack.private && !consent.permission) return { kind: 'needs-permission' };
  const report = scanIdentifiers(view);
  return report.total > 0 && !consent.identifiers
    ? { kind: 'needs-acceptance', report }
    : { kind: 'open', report };
}
