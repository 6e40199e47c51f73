import { Check } from '../../components/Field.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { useUiStore } from '../../state/ui-store.ts';
import { SAMPLE_KEYS } from './sample-keys.ts';
import css from './KeyHelp.module.css';

interface KeyHelpProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function KeyHelp({ open, onClose }: KeyHelpProps) {
  const letterKeys = useUiStore((state) => state.letterKeys);
  const setLetterKeys = useUiStore((state) => state.setLetterKeys);
  return (
    <ModalDialog title="Keys of this page" open={open} onClose={onClose}>
      <dl className={css['keys']}>
        {SAMPLE_KEYS.map(({ key, what }) => (
          <div key={key} className={css['key']}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <Check label="Single-letter keys are on" checked={letterKeys} onChange={setLetterKeys} />
      <p className="muted small">
        Switch them off if they get in the way of a screen reader or of dictation. Everything they do has a
        button too.
      </p>
      <div className="row">
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
    </ModalDialog>
  );
}
