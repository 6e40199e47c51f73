import { OUTCOME_WORDS } from '../../i18n/words.ts';
import { categoryWords, type AuditItem, type NoteAudit, type Outcome } from './note-audit.ts';
import type { NoteMarks } from './note-marks.ts';
import { AuditReach } from './AuditReach.tsx';
import { NotAnError } from './NotAnError.tsx';
import css from './FlagList.module.css';

interface FlagListProps {
  readonly audit: NoteAudit;
  readonly active: string | null;
  readonly onActive: (id: string | null) => void;
  /** Left out where a person's marks cannot be kept. */
  readonly marks?: NoteMarks | undefined;
}

/** What needs a look comes first, what the note says wrongly before what it leaves out; what was kept is counted and can be opened. */
const PROBLEMS: readonly Outcome[] = ['invented', 'contradicted', 'missed'];
const COUNTED: readonly Outcome[] = ['missed', 'invented', 'contradicted', 'kept'];

export function FlagList({ audit, active, onActive, marks }: FlagListProps) {
  const of = (outcome: Outcome) => audit.items.filter((item) => item.outcome === outcome);
  const kept = of('kept');
  const clean = audit.audited && PROBLEMS.every((outcome) => of(outcome).length === 0);
  return (
    <>
      <p className={css['counts']}>
        {COUNTED.filter((outcome) => outcome !== 'kept' || kept.length > 0 || audit.supported === null).map(
          (outcome) => (
            <span key={outcome} className={css[outcome]}>
              <span aria-hidden="true">{OUTCOME_WORDS[outcome].sign} </span>
              {countWords(audit, outcome)}
            </span>
          ),
        )}
        {audit.supported !== null && (
          <span className={css['kept']}>
            <span aria-hidden="true">{OUTCOME_WORDS.kept.sign} </span>
            {audit.supported} found in the transcript
          </span>
        )}
      </p>
      {!audit.audited && (
        <p className="muted small">No audit has looked at this note; these are marks of people.</p>
      )}
      {clean && <p className="muted small">The audit found no error. It does not see every error.</p>}
      {PROBLEMS.map((outcome) => (
        <Group
          key={outcome}
          outcome={outcome}
          items={of(outcome)}
          active={active}
          onActive={onActive}
          marks={marks}
        />
      ))}
      {audit.checked !== null && <AuditReach checked={audit.checked} />}
      {kept.length > 0 && (
        <details className={css['kept-group']}>
          <summary>Kept ({kept.length})</summary>
          <Items items={kept} active={active} onActive={onActive} marks={undefined} />
        </details>
      )}
    </>
  );
}

/** "3 invented", and after somebody looked "3 invented, 2 after review". */
function countWords({ counts, reviewed }: NoteAudit, outcome: Outcome): string {
  const { audit, afterReview } = counts[outcome];
  const word = OUTCOME_WORDS[outcome].word.toLowerCase();
  return reviewed && outcome !== 'kept' && audit + afterReview > 0
    ? `${audit} ${word}, ${afterReview} after review`
    : `${audit} ${word}`;
}

interface GroupProps extends Pick<FlagListProps, 'active' | 'onActive'> {
  readonly items: readonly AuditItem[];
  readonly marks: NoteMarks | undefined;
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

function Items({ items, active, onActive, marks }: GroupProps) {
  return (
    <ul className={css['items']}>
      {items.map((item) => (
        <li key={item.id} className={item.cleared.length > 0 ? css['cleared'] : undefined}>
          <button
            type="button"
            data-flag={item.outcome === 'kept' ? undefined : item.id}
            className={[css['item'], active === item.id ? css['lit'] : ''].join(' ')}
            onPointerEnter={() => onActive(item.id)}
            onPointerLeave={() => onActive(null)}
            onFocus={() => onActive(item.id)}
            onBlur={() => onActive(null)}
            onClick={() => showMarks(item.id)}
          >
            <span dir="auto" className={css['label']}>
              {item.label}
              {item.attribute !== null && item.outcome === 'contradicted' && (
                <strong> (differs in {item.attribute})</strong>
              )}
              {item.attribute !== null && item.outcome === 'kept' && ` (${item.attribute} not said)`}
            </span>
            {item.said !== null && (
              <span className={css['said']} dir="auto">
                {item.outcome === 'contradicted' ? 'Said' : 'Nearest'}: “{item.said}”
              </span>
            )}
            <span className={css['where']}>
              {item.severity === 'major' && <strong>Major. </strong>}
              {categoryWords(item.category)}
              {item.line !== null && `, line ${item.line}`}
            </span>
          </button>
          {marks !== undefined && <NotAnError item={item} marks={marks} />}
        </li>
      ))}
    </ul>
  );
}

/** Brings the marks of a finding into view, each in its own pane. */
function showMarks(id: string): void {
  const seen = new Set<Element | null>();
  for (const mark of document.querySelectorAll('mark[data-facts]')) {
    const pane = mark.closest('section');
    if (seen.has(pane) || !(mark.getAttribute('data-facts') ?? '').split(' ').includes(id)) continue;
    seen.add(pane);
    mark.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }
}
