import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { HashProgress } from '../../../app/models/hash-files.ts';
import type { ModelHandle } from '../../../app/services.ts';
import { DropZone } from '../../components/DropZone.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FileButton } from '../../components/FileButton.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useAddModelToList } from '../../queries/fixed.ts';
import { useServices } from '../../services-context.ts';
import { useToasts } from '../../state/toast-store.ts';
import { HashBar } from './HashBar.tsx';
import { handleOfDrop, pickFolder, pickGguf } from './pick-handle.ts';

type Given =
  | { readonly kind: 'handle'; readonly handle: ModelHandle }
  | { readonly kind: 'files'; readonly files: readonly File[] };

/** A model of one's own, from this device or a hospital's share; nothing is uploaded or copied. */
export function AddFolder() {
  const { models } = useServices();
  const addToList = useAddModelToList();
  const [progress, setProgress] = useState<HashProgress | null>(null);
  const stop = useRef<AbortController | null>(null);
  const add = useMutation({
    mutationFn: (given: Given) => {
      const controller = new AbortController();
      stop.current = controller;
      return given.kind === 'handle'
        ? models.addHandle(given.handle, setProgress, controller.signal)
        : models.addFolder(given.files, setProgress, controller.signal);
    },
    onSuccess: (entry) => {
      addToList(entry);
      useToasts.getState().show({ text: `${entry.title} can now be chosen on the Run page.` });
    },
    onSettled: () => setProgress(null),
  });
  const pick = (open: () => Promise<ModelHandle | null>) => {
    // A picker that is closed without a choice is no error.
    open().then(
      (handle) => {
        if (handle !== null) add.mutate({ kind: 'handle', handle });
      },
      () => undefined,
    );
  };
  return (
    <Panel title="Your own model">
      <DropZone
        label="Model folder or GGUF file"
        onFiles={(files) => add.mutate({ kind: 'files', files })}
        onHandle={{ of: handleOfDrop, take: (handle) => add.mutate({ kind: 'handle', handle }) }}
      >
        <p>
          Choose or drop a folder in the transformers.js layout (config.json, tokenizer.json and an onnx
          folder) or a single GGUF file. The files stay where they are; nothing is uploaded. Their hashes are
          recorded now and compared at every later use.
        </p>
        <div className="row">
          {pickFolder === null ? (
            <FileButton
              label="Choose a model folder"
              folder
              primary
              disabled={add.isPending}
              onFiles={(files) => add.mutate({ kind: 'files', files })}
            />
          ) : (
            <button
              type="button"
              className="primary"
              disabled={add.isPending}
              onClick={() =>
                pick(() => pickFolder?.({ id: 'bedside-model', mode: 'read' }) ?? Promise.resolve(null))
              }
            >
              Choose a model folder
            </button>
          )}
          {pickGguf === null ? (
            <FileButton
              label="Choose a GGUF file"
              accept=".gguf"
              disabled={add.isPending}
              onFiles={(files) => add.mutate({ kind: 'files', files })}
            />
          ) : (
            <button
              type="button"
              disabled={add.isPending}
              onClick={() => pickGguf !== null && pick(pickGguf)}
            >
              Choose a GGUF file
            </button>
          )}
        </div>
        {add.isPending && (
          <div className="row">
            <p role="status">Reading and checking the files …</p>
            <button type="button" onClick={() => stop.current?.abort()}>
              Stop
            </button>
          </div>
        )}
        {progress !== null && <HashBar progress={progress} />}
      </DropZone>
      {add.isError && <ErrorNotice error={add.error} />}
    </Panel>
  );
}
