import { type ReactNode, useState } from 'react';
import type { Privacy } from '../../../core/exports/privacy.ts';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { Check, Field } from '../Field.tsx';
import { EXPORT_LEVELS } from './export-levels.ts';
import { IdentifierFindings } from './IdentifierFindings.tsx';
import { type WriteExport, useExport } from './use-export.ts';

export interface OfferedFormat {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  /** In place of the levels, for a form that always holds everything. */
  readonly everything?: ReactNode;
}

interface ExportFormProps {
  readonly formats: readonly OfferedFormat[];
  readonly first: string;
  readonly write: WriteExport;
  /** While the file is made of the records. */
  readonly writing?: string;
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** What is written, how much of it leaves the device, and what must be agreed to first. */
export function ExportForm(props: ExportFormProps) {
  const { formats, first, write, writing = 'Writing the file …', children, onClose } = props;
  const [to, setTo] = useState(first);
  const [privacy, setPrivacy] = useState<Privacy>('scores');
  const [permission, setPermission] = useState(false);
  const [read, setRead] = useState(false);
  const work = useExport(write, onClose);
  const format = formats.find(({ id }) => id === to);
  const own = format?.everything !== undefined;
  const full = privacy === 'full' && !own;
  const needsPermission = work.asked?.kind === 'needs-permission';
  const found = full && work.asked?.kind === 'needs-acceptance' ? work.asked.report : null;
  const again = () => {
    setRead(false);
    work.reset();
  };
  return (
    <>
      <Field label="Format" hint={format?.hint ?? ''}>
        {({ id, hintId }) => (
          <select
            id={id}
            aria-describedby={hintId}
            value={to}
            disabled={work.busy}
            onChange={(event) => {
              setTo(event.currentTarget.value);
              again();
            }}
          >
            {formats.map((each) => (
              <option key={each.id} value={each.id}>
                {each.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      {children}
      {own ? (
        <p>{format.everything}</p>
      ) : (
        <fieldset>
          <legend>What leaves this device</legend>
          {EXPORT_LEVELS.map((level) => (
            <Check
              key={level.id}
              type="radio"
              name="privacy"
              disabled={work.busy}
              label={
                <>
                  <strong>{level.label}.</strong> <span className="muted">{level.hint}</span>
                </>
              }
              checked={privacy === level.id}
              onChange={() => {
                setPrivacy(level.id);
                again();
              }}
            />
          ))}
        </fieldset>
      )}
      {full && (needsPermission || permission) && (
        <Check
          label="This pack is private. I have permission to share its texts."
          checked={permission}
          disabled={work.busy}
          onChange={setPermission}
        />
      )}
      {found !== null && (
        <>
          <IdentifierFindings report={found} />
          <Check
            label="I have read these samples and accept that they are written."
            checked={read}
            disabled={work.busy}
            onChange={setRead}
          />
        </>
      )}
      {work.progress !== null && <Progress {...work.progress} writing={writing} />}
      {work.error !== null && <ErrorNotice error={work.error} />}
      <div className="row">
        <button
          type="button"
          className="primary"
          disabled={work.busy || (full && needsPermission && !permission) || (found !== null && !read)}
          onClick={() => work.start({ to, privacy, consent: { permission, identifiers: read } })}
        >
          {full && found === null ? 'Look for identifiers and save' : 'Save'}
        </button>
        <button type="button" onClick={() => (work.busy ? work.cancel() : onClose())}>
          {work.busy ? 'Stop' : 'Close'}
        </button>
      </div>
    </>
  );
}

interface ProgressProps {
  readonly done: number;
  readonly total: number;
  readonly writing: string;
}

function Progress({ done, total, writing }: ProgressProps) {
  return (
    <label className="stack">
      {done < total ? `Reading ${done} of ${total} records` : writing}
      <progress {...(done < total ? { max: total, value: done } : {})} />
    </label>
  );
}
