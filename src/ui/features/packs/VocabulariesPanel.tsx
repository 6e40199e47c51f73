import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FileButton } from '../../components/FileButton.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { deleteWithUndo } from '../../components/use-delete-run.ts';
import { plural, shortHash } from '../../i18n/format.ts';
import { STORED, useVocabularies } from '../../queries/stored.ts';
import { useServices } from '../../services-context.ts';
import css from './PacksPage.module.css';

/** Term lists of one's own for the concept score: added, looked at, removed. */
export function VocabulariesPanel() {
  const services = useServices();
  const client = useQueryClient();
  const vocabularies = useVocabularies();
  const changed = () => client.invalidateQueries({ queryKey: [STORED, 'vocabularies'] });
  const add = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const service = await services.vocabularies();
      const [file] = files;
      return file === undefined ? null : service.add(file);
    },
    onSuccess: changed,
  });
  const remove = (id: string, name: string) =>
    deleteWithUndo(async () => {
      const removed = await (await services.vocabularies()).remove(id);
      await changed();
      return {
        undo: async () => {
          await removed.undo();
          await changed();
        },
      };
    }, `Vocabulary ${name} deleted.`);

  return (
    <Panel
      title="Vocabularies"
      aside={
        <FileButton
          label="Add a vocabulary"
          accept=".csv,.tsv,.txt"
          disabled={add.isPending}
          onFiles={(files) => add.mutate(files)}
        />
      }
    >
      <p>
        The score “Concept F1” compares the clinical terms of note and reference. It comes with a lexicon of
        its own; a vocabulary of yours can take its place when a run is scored again. A vocabulary is a CSV
        with the columns term, concept id and group; terms of one concept id mean the same.
      </p>
      {add.isPending && <p role="status">Reading the vocabulary …</p>}
      {add.isError && <ErrorNotice error={add.error} />}
      {add.data !== undefined && add.data !== null && add.data.skippedCount > 0 && (
        <Notice tone="warn" live>
          <p>
            {plural(add.data.skippedCount, 'row')} left out, the first on line {add.data.skipped[0]?.line}:{' '}
            {add.data.skipped[0]?.problem}.
          </p>
        </Notice>
      )}
      <QueryView query={vocabularies} what="the vocabularies">
        {(items) =>
          items.length === 0 ? (
            <p className="muted">None added. The built-in lexicon is used.</p>
          ) : (
            <ul className={css['list']}>
              {items.map(({ id, name, terms, concepts }) => (
                <li key={id} className="row">
                  <span>
                    <strong>{name}</strong>, {plural(terms, 'term')} of {plural(concepts, 'concept')}, SHA-256{' '}
                    <code title={id} translate="no">
                      {shortHash(id)}
                    </code>
                  </span>
                  <button type="button" className="danger" onClick={() => remove(id, name)}>
                    Delete<span className="visually-hidden"> {name}</span>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Panel>
  );
}
