import type { Fact } from '../../core/packs/pack.ts';
import { FACT_STATUS_WORDS } from '../i18n/words.ts';

/** A fact in one line, as a chart would say it: "amoxicillin 800 mg oral once daily, 10 days (started)". */
export function factLabel(fact: Fact): string {
  const words = [fact.side, fact.name, fact.dose, fact.route, fact.frequency].filter(Boolean).join(' ');
  const value = [fact.value, fact.unit].filter(Boolean).join(' ');
  const said = value === '' ? words : `${words}${fact.dose === undefined ? ': ' : ', '}${value}`;
  const status = FACT_STATUS_WORDS[fact.status];
  return status === '' ? said : `${said} (${status})`;
}
