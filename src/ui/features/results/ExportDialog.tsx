import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Privacy } from '../../../core/exports/privacy.ts';
import type { StoredRun } from '../../../storage/contract.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Check, Field } from '../../components/Field.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useServices } from '../../services-context.ts';
import { EXPORT_LEVELS, OWN_FORMAT } from './export-levels.ts';
import { IdentifierFindings } from './IdentifierFindings.tsx';
import { useExport } from './use-export.ts';

interface ExportDialogProps {
  readonly run: StoredRun;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function ExportDialog(props: ExportDialogProps) {
  return (
    <ModalDialog title="Export this run" open={props.open} onClose={props.onClose}>
      <ExportForm {...props} />
    </ModalDialog>
  );
}

function ExportForm({ run, onClose }: ExportDialogProps) {
  const services = useServices();
  const formats = useQuery({
    queryKey: ['export-formats'],
    queryFn: async ({ signal }) => (await services.transfer()).formats(signal),
  });
  const [to, setTo] = useState('html');
  const [privacy, setPrivacy] = useState<Privacy>('scores');
  const [permission, setPermission] = useState(false);
  const [read, setRead] = useState(false);
  const work = useExport(run.header, onClose);
  const own = to === OWN_FORMAT;
  const full = privacy === 'full' && !own;
  const needsPermission = work.asked?.kind === 'needs-permission';
  const found = full && work.asked?.kind === 'needs-acceptance' ? work.asked.report : null;
  const again = () => {
    setRead(false);
    work.reset();
  };
  return (
    <QueryView query={formats} what="the formats">
      {(known) => {
        const format = known.find(({ id }) => id === to);
        const several = (format?.beside.length ?? 0) > 0 ? ' Several files, saved as one zip.' : '';
        return (
          <>
            <Field
              label="Format"
              hint={
                format === undefined
                  ? 'Settings and every record with its texts, to be read here or by the command line.'
                  : `${format.description.replace(/^./, (first) => first.toUpperCase())}.${several}`
              }
            >
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
                  {known.map((each) => (
                    <option key={each.id} value={each.id}>
                      {each.title}
                    </option>
                  ))}
                  <option value={OWN_FORMAT}>Bedside run (run.jsonl)</option>
                </select>
              )}
            </Field>
            {own ? (
              <p>
                This file always holds <strong>the full prompt and everything the model wrote</strong>. If the
                pack holds patient text, so does the file.
              </p>
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
            {work.progress !== null && (
              <label className="stack">
                {work.progress.done < work.progress.total
                  ? `Reading ${work.progress.done} of ${work.progress.total} records`
                  : 'Writing the file …'}
                <progress max={Math.max(1, work.progress.total)} value={work.progress.done} />
              </label>
            )}
            {work.error !== null && <ErrorNotice error={work.error} />}
            <div className="row">
              <button
                type="button"
                className="primary"
                disabled={work.busy || (full && needsPermission && !permission) || (found !== null && !read)}
                onClick={() =>
                  work.start(own ? null : { to, privacy, consent: { permission, identifiers: read } })
                }
              >
                {full && found === null ? 'Look for identifiers and save' : 'Save'}
              </button>
              <button type="button" onClick={() => (work.busy ? work.cancel() : onClose())}>
                {work.busy ? 'Stop' : 'Close'}
              </button>
            </div>
          </>
        );
      }}
    </QueryView>
  );
}
