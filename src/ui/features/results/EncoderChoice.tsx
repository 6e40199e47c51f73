import { FileButton } from '../../components/FileButton.tsx';

interface EncoderChoiceProps {
  readonly files: readonly File[] | null;
  readonly disabled: boolean;
  readonly onChange: (files: readonly File[]) => void;
}

/** The folder of a text encoder for BERTScore; read when scoring starts, never copied or uploaded. */
export function EncoderChoice({ files, disabled, onChange }: EncoderChoiceProps) {
  const folder = files?.[0]?.webkitRelativePath.split('/')[0];
  return (
    <div className="stack">
      <p>
        BERTScore needs a text encoder: a folder with a feature-extraction model in the transformers.js layout
        (config.json, tokenizer.json, tokenizer_config.json and an onnx folder). all-MiniLM-L6-v2 is the one
        it was tested with.
      </p>
      <div className="row">
        <FileButton
          label={files === null ? 'Choose the encoder’s folder' : 'Choose another folder'}
          folder
          disabled={disabled}
          onFiles={onChange}
        />
        {files !== null && (
          <span role="status">
            {folder === undefined || folder === '' ? `${files.length} files chosen` : <code>{folder}</code>}
          </span>
        )}
      </div>
    </div>
  );
}
