/** What the visit says of each group of clinical terms. */
import type { TextRange } from '../../contracts.ts';
import type { AuditContext } from './audit-context.ts';
import { rangeOf } from './checks.ts';
import type { TermGroup } from './clinical-terms.ts';
import { spokenStatus, type SpokenStatus } from './spoken-status.ts';

export interface Spoken {
  readonly status: SpokenStatus;
  readonly range: TextRange;
}

export function spokenTerms(context: AuditContext): ReadonlyMap<TermGroup, readonly Spoken[]> {
  const said = new Map<TermGroup, Spoken[]>();
  for (const mention of context.visitTerms) {
    const entry = {
      status: spokenStatus(context.visit, mention),
      range: rangeOf(context.visit.clinical, mention),
    };
    const known = said.get(mention.group);
    if (known === undefined) said.set(mention.group, [entry]);
    else known.push(entry);
  }
  return said;
}
