import { useMutation } from '@tanstack/react-query';
import type { AutoLock } from '../../../app/vault/vault-view.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { useServices } from '../../services-context.ts';

const NEVER = 'never';
const IDLE: readonly (readonly [value: string, label: string])[] = [
  ['1', 'After 1 minute'],
  ['5', 'After 5 minutes'],
  ['10', 'After 10 minutes'],
  ['30', 'After 30 minutes'],
  ['60', 'After 1 hour'],
  [NEVER, 'Never'],
];
const HIDDEN: readonly (readonly [value: string, label: string])[] = [
  ['0', 'At once'],
  ['60', 'After 1 minute'],
  ['300', 'After 5 minutes'],
  ['1800', 'After 30 minutes'],
  [NEVER, 'Never'],
];

const shown = (value: number | null): string => (value === null ? NEVER : String(value));
const chosen = (value: string): number | null => (value === NEVER ? null : Number(value));

export function AutoLockFields({ autoLock }: { readonly autoLock: AutoLock }) {
  const { vault } = useServices();
  const save = useMutation({
    mutationFn: async (next: AutoLock) => (await vault.actions()).setAutoLock(next),
  });
  return (
    <>
      <div className="row">
        <Field label="Lock when nobody uses the page">
          {({ id }) => (
            <select
              id={id}
              value={shown(autoLock.idleMinutes)}
              onChange={(event) => save.mutate({ ...autoLock, idleMinutes: chosen(event.target.value) })}
            >
              <Options of={IDLE} />
            </select>
          )}
        </Field>
        <Field label="Lock when another tab or window covers it">
          {({ id }) => (
            <select
              id={id}
              value={shown(autoLock.hiddenSeconds)}
              onChange={(event) => save.mutate({ ...autoLock, hiddenSeconds: chosen(event.target.value) })}
            >
              <Options of={HIDDEN} />
            </select>
          )}
        </Field>
      </div>
      {save.isError && <ErrorNotice error={save.error} />}
    </>
  );
}

function Options({ of }: { readonly of: typeof IDLE }) {
  return of.map(([value, label]) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
