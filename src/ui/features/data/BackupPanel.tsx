import { useState } from 'react';
import { BackupReminder } from '../../components/BackupReminder.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Check } from '../../components/Field.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { saveBlob } from '../../components/save-blob.ts';
import { formatBytes, formatDateTime } from '../../i18n/format.ts';
import { useUnsaved } from '../../queries/backup.ts';
import { useServices } from '../../services-context.ts';
import { NewPassphrase } from './NewPassphrase.tsx';
import { RestoreSection } from './RestoreSection.tsx';
import { useControlledWork } from './use-controlled-work.ts';
import { WorkProgress } from './WorkProgress.tsx';

export function BackupPanel() {
  const { data } = useServices();
  const lastBackupAt = useUnsaved().data?.lastBackupAt ?? null;
  const [locked, setLocked] = useState(true);
  /** Null until both fields hold the same passphrase. */
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const write = useControlledWork(
    async (chosen: string | null, control) => (await data.backups()).write(chosen, control),
    ({ name, file }) => {
      setPassphrase(null);
      saveBlob(file, name);
    },
  );
  return (
    <Panel title="Backup">
      <BackupReminder onDataPage />
      <p>
        One file with every run, answer, score, note you edited, pack you imported and vocabulary you added.
        Keep it where patient text may be kept. Models are not in it.
      </p>
      <p className="muted">
        {lastBackupAt === null
          ? 'No backup has been made from this browser profile.'
          : `Last backup: ${formatDateTime(lastBackupAt)}.`}
      </p>
      {write.isPending ? (
        <WorkProgress what="Writing the backup" part={write.part} onCancel={write.cancel} />
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (!locked || passphrase !== null) write.mutate(locked ? passphrase : null);
          }}
        >
          <Check
            label="Protect the file with a passphrase"
            checked={locked}
            onChange={(checked) => {
              setLocked(checked);
              setPassphrase(null);
            }}
          />
          {locked ? (
            <NewPassphrase onChange={setPassphrase} />
          ) : (
            <p>
              Without a passphrase anybody who gets the file can read what is in it, patient text included.
            </p>
          )}
          <div>
            <button type="submit" className="primary" disabled={locked && passphrase === null}>
              Back up everything
            </button>
          </div>
        </form>
      )}
      {write.isError && <ErrorNotice error={write.error} />}
      {write.isSuccess && (
        <Notice tone="ok" live>
          <p>
            <strong>{write.data.name}</strong> ({formatBytes(write.data.file.size)}) was handed to the
            browser’s downloads. Check that it arrived there.
          </p>
        </Notice>
      )}
      <RestoreSection />
    </Panel>
  );
}
