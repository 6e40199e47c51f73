import { useMutation } from '@tanstack/react-query';
import { DropZone } from '../../components/DropZone.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FileButton } from '../../components/FileButton.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useAddModelToList } from '../../queries/fixed.ts';
import { useServices } from '../../services-context.ts';
import { useToasts } from '../../state/toast-store.ts';

/** A model of one's own, from a folder on this device; nothing is uploaded or copied. */
export function AddFolder() {
  const { models } = useServices();
  const addToList = useAddModelToList();
  const add = useMutation({
    mutationFn: (files: readonly File[]) => models.addFolder(files),
    onSuccess: (entry) => {
      addToList(entry);
      useToasts.getState().show({ text: `${entry.title} can now be chosen on the Run page.` });
    },
  });
  return (
    <Panel title="Your own model">
      <DropZone label="Model folder" onFiles={(files) => add.mutate(files)}>
        <p>
          Choose or drop a folder in the transformers.js layout (config.json, tokenizer.json and an onnx
          folder) or a single GGUF file. The files stay where they are; nothing is uploaded.
        </p>
        <FileButton
          label="Choose a model folder"
          folder
          primary
          disabled={add.isPending}
          onFiles={(files) => add.mutate(files)}
        />
        <FileButton
          label="Choose a GGUF file"
          accept=".gguf"
          disabled={add.isPending}
          onFiles={(files) => add.mutate(files)}
        />
        {add.isPending && <p role="status">Reading and checking the folder …</p>}
      </DropZone>
      {add.isError && <ErrorNotice error={add.error} />}
    </Panel>
  );
}
