import { useState } from 'react';
import type { ImportPreview } from '../../../app/services.ts';
import { Check } from '../../components/Field.tsx';
import { Notice } from '../../components/Notice.tsx';
import { plural } from '../../i18n/format.ts';
import { useVault } from '../../queries/vault.ts';
import { AskForPassphrase } from './AskForPassphrase.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import { PromptPreview } from './PromptPreview.tsx';

interface ImportOutcomeProps {
  readonly preview: ImportPreview;
  readonly format: string;
  readonly busy: boolean;
  readonly onAdd: (asPrivate: boolean) => void;
  readonly onCancel: () => void;
}

/** What was found in the files, what is wrong with them, and the choice to store the good rows or nothing. */
export function ImportOutcome({ preview, format, busy, onAdd, onCancel }: ImportOutcomeProps) {
  const { good, totalProblems, header, fileName } = preview;
  const usable = header !== null && good > 0;
  const sealed = useVault().kind === 'unlocked';
  const marked = header?.private === true;
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
      <PromptPreview prompts={preview.prompts} />
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
            disabled={busy || (asks && !unsealedToo)}
            onClick={() => onAdd(isPrivate)}
          >
            {totalProblems > 0
              ? `Import the ${plural(good, 'good row')} only`
              : `Import ${plural(good, 'sample')}`}
          </button>
        )}
        <button type="button" disabled={busy} onClick={onCancel}>
          {usable ? 'Import nothing' : 'Close'}
        </button>
      </div>
    </div>
  );
}
