import { OUTCOME_WORDS } from '../../i18n/words.ts';
import { categoryWords, type AuditItem, type FactAudit, type Outcome } from './fact-audit.ts';
import css from './FactList.module.css';

interface FactListProps {
  readonly audit: FactAudit;
  readonly active: string | null;
  readonly onActive: (id: string | null) => void;
}

/** What needs a look comes first, what the note says wrongly before what it leaves out; what was kept is counted and can be opened. */
const PROBLEMS: readonly Outcome[] = ['invented', 'contradicted', 'missed'];
const COUNTED: readonly Outcome[] = ['missed', 'invented', 'contradicted', 'kept'];

export function FactList({ audit, active, onActive }: FactListProps) {
  const of = (outcome: Outcome) => audit.items.filter((item) => item.outcome === outcome);
  const kept = of('kept');
  return (
    <>
      <p className={css['counts']}>
        {COUNTED.map((outcome) => (
          <span key={outcome} className={css[outcome]}>
            <span aria-hidden="true">{OUTCOME_WORDS[outcome].sign} </span>
            {of(outcome).length} {OUTCOME_WORDS[outcome].word.toLowerCase()}
          </span>
        ))}
      </p>
      {PROBLEMS.map((outcome) => (
        <Group key={outcome} outcome={outcome} items={of(outcome)} active={active} onActive={onActive} />
      ))}
      {kept.length > 0 && (
        <details className={css['kept-group']}>
          <summary>Kept ({kept.length})</summary>
          <Items items={kept} active={active} onActive={onActive} />
        </details>
      )}
    </>
  );
}

interface GroupProps extends Pick<FactListProps, 'active' | 'onActive'> {
  readonly items: readonly AuditItem[];
}

function Group({ outcome, items, ...rest }: GroupProps & { readonly outcome: Outcome }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3 className={css[outcome]}>
        <span aria-hidden="true">{OUTCOME_WORDS[outcome].sign}</span> {OUTCOME_WORDS[outcome].word}
      </h3>
      <p className="muted small">{OUTCOME_WORDS[outcome].meaning}</p>
      <Items items={items} {...rest} />
    </section>
  );
}

function Items({ items, active, onActive }: GroupProps) {
  return (
    <ul className={css['items']}>
      {items.map((item) => (
        <li key={item.id}>
          <button
            type="button"
            className={[css['item'], active === item.id ? css['lit'] : ''].join(' ')}
            onPointerEnter={() => onActive(item.id)}
            onPointerLeave={() => onActive(null)}
            onFocus={() => onActive(item.id)}
            onBlur={() => onActive(null)}
            onClick={() => showMarks(item.id)}
          >
            <span>
              {item.label}
              {item.attribute !== null && item.outcome === 'contradicted' && (
                <strong> (differs in {item.attribute})</strong>
              )}
              {item.attribute !== null && item.outcome === 'kept' && ` (${item.attribute} not said)`}
            </span>
            <span className={css['where']}>
              {categoryWords(item.category)}
              {item.line !== null && `, line ${item.line}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Brings the marks of a fact into view, each in its own pane. */
function showMarks(id: string): void {
  const seen = new Set<Element | null>();
  for (const mark of document.querySelectorAll('mark[data-facts]')) {
    const pane = mark.closest('section');
    if (seen.has(pane) || !(mark.getAttribute('data-facts') ?? '').split(' ').includes(id)) continue;
    seen.add(pane);
    mark.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }
}
