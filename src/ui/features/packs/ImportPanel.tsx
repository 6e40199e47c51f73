import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportPreview } from '../../../app/services.ts';
import { AppError } from '../../../core/errors.ts';
import { DropZone } from '../../components/DropZone.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Check, Field } from '../../components/Field.tsx';
import { FileButton } from '../../components/FileButton.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useAskToKeep } from '../../components/use-ask-to-keep.ts';
import { plural } from '../../i18n/format.ts';
import { useCatalog } from '../../queries/fixed.ts';
import { useVault } from '../../queries/vault.ts';
import { useServices } from '../../services-context.ts';
import { useToasts } from '../../state/toast-store.ts';
import { AskForPassphrase } from './AskForPassphrase.tsx';
import { ColumnMap, type ColumnMapping } from './ColumnMap.tsx';
import css from './PacksPage.module.css';
import { ProblemTable } from './ProblemTable.tsx';

/** Files that hold columns of the user's own making. */
const OWN_TABLE = /\.(csv|tsv|txt|jsonl)$/i;

/** Reads files without storing anything, shows what is good and what is not, and stores only when told to. */
export function ImportPanel() {
  const { packs } = useServices();
  const catalog = useCatalog();
  const keep = useAskToKeep();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [importerId, setImporterId] = useState<string | null>(null);
  const [map, setMap] = useState<ColumnMapping>({});
  const preview = useMutation({
    mutationFn: (asked: { files: readonly File[]; importerId: string | null; map: ColumnMapping }) => {
      if (asked.files.length === 0) throw new AppError('input/empty', 'no file in the drop');
      return packs.preview(asked.files, asked.importerId, asked.map);
    },
  });
  const add = useMutation({
    mutationFn: async ({ preview: { pack }, asPrivate }: { preview: ImportPreview; asPrivate: boolean }) => {
      if (pack !== null) await packs.add(pack, asPrivate);
      return pack;
    },
    onSuccess: (pack) => {
      useToasts
        .getState()
        .show({ text: `${pack?.title ?? 'The pack'} is imported and stored in this browser.` });
      keep(true);
      clear();
    },
  });
  const clear = () => {
    setFiles([]);
    setMap({});
    setImporterId(null);
    preview.reset();
    add.reset();
  };
  const read = (next: readonly File[], importer = importerId, mapping = map) => {
    setFiles(next);
    add.reset();
    preview.mutate({ files: next, importerId: importer, map: mapping });
  };
  const guessed = preview.data?.importerId ?? importerId;
  const ownTable =
    guessed === null
      ? files.some((file) => OWN_TABLE.test(file.name))
      : guessed === 'csv' || guessed === 'jsonl';

  return (
    <Panel title="Import">
      <DropZone label="Files to import" onFiles={(dropped) => read(dropped)}>
        <p>Drop files or a folder here, or choose them. They are read in this page and go nowhere else.</p>
        <div className={css['choose']}>
          <FileButton label="Choose files" multiple primary onFiles={(chosen) => read(chosen)} />
          <FileButton label="Choose a folder" folder onFiles={(chosen) => read(chosen)} />
          <Field label="Format">
            {({ id }) => (
              <select
                id={id}
                value={importerId ?? ''}
                onChange={(event) => {
                  const next = event.target.value === '' ? null : event.target.value;
                  setImporterId(next);
                  if (files.length > 0) read(files, next);
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
      {ownTable && files.length > 0 && <ColumnMap map={map} onChange={setMap} onRead={() => read(files)} />}
      {preview.isPending && (
        <p role="status">Reading {files.length === 1 ? files[0]?.name : plural(files.length, 'file')} …</p>
      )}
      {preview.isError && <ErrorNotice error={preview.error} />}
      {preview.isSuccess && (
        <Outcome
          key={preview.data.pack?.seal ?? preview.data.fileName}
          preview={preview.data}
          adding={add.isPending}
          onAdd={(asPrivate) => add.mutate({ preview: preview.data, asPrivate })}
          onCancel={clear}
          format={
            catalog.data?.importers.find((item) => item.id === preview.data.importerId)?.title ??
            (preview.data.importerId === 'pack' ? 'a Bedside pack' : preview.data.importerId)
          }
        />
      )}
      {add.isError && <ErrorNotice error={add.error} />}
    </Panel>
  );
}

interface OutcomeProps {
  readonly preview: ImportPreview;
  readonly format: string;
  readonly adding: boolean;
  readonly onAdd: (asPrivate: boolean) => void;
  readonly onCancel: () => void;
}

function Outcome({ preview, format, adding, onAdd, onCancel }: OutcomeProps) {
  const { good, totalProblems, pack, fileName } = preview;
  const usable = pack !== null && good > 0;
  const sealed = useVault().kind === 'unlocked';
  const marked = pack?.private === true;
  const [chosen, setChosen] = useState(false);
  const [unsealedToo, setUnsealedToo] = useState(false);
  const isPrivate = marked || chosen;
  const asks = usable && isPrivate && !sealed;
  return (
    <div className="stack">
      <Notice tone={totalProblems > 0 ? 'warn' : 'ok'} live>
        <p>
          <strong translate="no">{fileName}</strong>, read as {format}: {plural(good, 'good row')}
          {totalProblems > 0 ? `, ${plural(totalProblems, 'problem')}` : ', no problems'}. Nothing is stored
          yet.
        </p>
      </Notice>
      {totalProblems > 0 && <ProblemTable preview={preview} />}
      {usable && !marked && (
        <Check
          label="These are patients’ data: mark the pack as private"
          checked={chosen}
          onChange={setChosen}
        />
      )}
      {asks && <AskForPassphrase accepted={unsealedToo} onAccept={setUnsealedToo} />}
      <div className="row">
        {usable && (
          <button
            type="button"
            className="primary"
            disabled={adding || (asks && !unsealedToo)}
            onClick={() => onAdd(isPrivate)}
          >
            {totalProblems > 0
              ? `Import the ${plural(good, 'good row')} only`
              : `Import ${plural(good, 'sample')}`}
          </button>
        )}
        <button type="button" onClick={onCancel}>
          {usable ? 'Import nothing' : 'Close'}
        </button>
      </div>
    </div>
  );
}
