import { DropZone } from '../../components/DropZone.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { FileButton } from '../../components/FileButton.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useAskToKeep } from '../../components/use-ask-to-keep.ts';
import { plural } from '../../i18n/format.ts';
import { useCatalog } from '../../queries/fixed.ts';
import { useToasts } from '../../state/toast-store.ts';
import { ColumnMap } from './ColumnMap.tsx';
import { ImportBusy } from './ImportBusy.tsx';
import { ImportOutcome } from './ImportOutcome.tsx';
import css from './PacksPage.module.css';
import { useImport } from './use-import.ts';

/** Reads files without storing anything, shows what is good and what is not, and stores only when told to. */
export function ImportPanel() {
  const catalog = useCatalog();
  const keep = useAskToKeep();
  const work = useImport((header) => {
    useToasts.getState().show({ text: `${header.title} is imported and stored in this browser.` });
    keep(true);
  });
  const { request, preview, busy } = work;
  const { files } = request;
  const choose = (chosen: readonly File[]) => work.read({ files: chosen, map: {} });
  const titleOf = (id: string) =>
    catalog.data?.importers.find((item) => item.id === id)?.title ?? (id === 'pack' ? 'a Bedside pack' : id);

  return (
    <Panel title="Import">
      <DropZone label="Files to import" onFiles={choose}>
        <p>Drop files or a folder here, or choose them. They are read in this page and go nowhere else.</p>
        <div className={css['choose']}>
          <FileButton label="Choose files" multiple primary onFiles={choose} />
          <FileButton label="Choose a folder" folder onFiles={choose} />
          <Field label="Format">
            {({ id }) => (
              <select
                id={id}
                value={request.importerId ?? ''}
                onChange={(event) => {
                  const importerId = event.target.value === '' ? null : event.target.value;
                  if (files.length > 0) work.read({ importerId, map: {} });
                  else work.setFormat(importerId);
                }}
              >
                <option value="">Guess from the file</option>
                {catalog.data?.importers.map((importer) => (
                  <option key={importer.id} value={importer.id}>
                    {importer.title}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      </DropZone>
      {preview !== null && preview.columns !== null && (
        <ColumnMap
          // What was typed belongs to one reading of one file.
          key={JSON.stringify([preview.fileName, preview.columns.fields, preview.columns.from])}
          columns={preview.columns}
          answersFrom={preview.answersFrom}
          onRead={({ map, answersFrom }) =>
            work.read({ map, ...(answersFrom === undefined ? {} : { answersFrom }) })
          }
          onGuess={() => work.read({ map: {}, remembered: [] })}
        />
      )}
      {busy !== null && (
        <ImportBusy
          key={busy.doing}
          busy={busy}
          what={files.length === 1 ? (files[0]?.name ?? '') : plural(files.length, 'file')}
          onStop={work.stop}
        />
      )}
      {work.error !== null && <ErrorNotice error={work.error} />}
      {preview !== null && busy?.doing !== 'reading' && (
        <ImportOutcome
          key={`${preview.fileName} ${preview.contentSha256} ${preview.totalProblems}`}
          preview={preview}
          busy={busy !== null}
          onAdd={work.store}
          onCancel={work.clear}
          format={titleOf(preview.importerId)}
        />
      )}
    </Panel>
  );
}
