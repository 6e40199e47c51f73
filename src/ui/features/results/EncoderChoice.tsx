import type { EncoderSource } from '../../../app/scoring/rescore-options.ts';
import { type KeptEncoder, keptEncoders } from '../../components/asking/kept-encoders.ts';
import { Field } from '../../components/Field.tsx';
import { FileButton } from '../../components/FileButton.tsx';
import { useModels } from '../../queries/fixed.ts';
import css from './VocabularyChoice.module.css';

interface EncoderChoiceProps {
  readonly chosen: EncoderSource | null;
  readonly disabled: boolean;
  readonly onChange: (chosen: EncoderSource | null) => void;
}

/** The text encoder for BERTScore: a model that is kept here, or a folder that is read when scoring starts. */
export function EncoderChoice({ chosen, disabled, onChange }: EncoderChoiceProps) {
  const models = useModels();
  const kept = keptEncoders(models.data ?? []);
  const files = chosen?.kind === 'files' ? chosen.files : null;
  const folder = files?.[0]?.webkitRelativePath.split('/')[0];
  return (
    <div className="stack">
      <p>
        BERTScore needs a text encoder: a feature-extraction model in the transformers.js layout (config.json,
        tokenizer.json, tokenizer_config.json and an onnx folder). all-MiniLM-L6-v2 is the one it was tested
        with. An encoder from the hub is downloaded on the Models page, as any other model.
      </p>
      {kept.length > 0 && (
        <Field
          label="Encoder"
          hint="Models of the Models page. One that writes text is no encoder and is refused when scoring starts."
        >
          {({ id, hintId }) => (
            <select
              id={id}
              className={css['choice']}
              aria-describedby={hintId}
              value={chosen?.kind === 'model' ? keyOf(chosen) : ''}
              disabled={disabled}
              onChange={(event) =>
                onChange(
                  kept.find(({ source }) => keyOf(source) === event.currentTarget.value)?.source ?? null,
                )
              }
            >
              <option value="">{files === null ? 'None chosen' : 'The folder below'}</option>
              {kept.map(({ source, title }) => (
                <option key={keyOf(source)} value={keyOf(source)}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <div className="row">
        <FileButton
          label={files === null ? 'Choose the encoder’s folder' : 'Choose another folder'}
          folder
          disabled={disabled}
          onFiles={(picked) => onChange({ kind: 'files', files: picked })}
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

const keyOf = ({ modelId, dtype }: KeptEncoder): string => `${modelId}\n${dtype}`;
