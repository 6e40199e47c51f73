import { useMutation } from '@tanstack/react-query';
import type { ModelEntry } from '../../../app/services.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useAddModelToList, useDropModelFromList } from '../../queries/fixed.ts';
import { useServices } from '../../services-context.ts';
import { useToasts } from '../../state/toast-store.ts';

/** A picked folder is only read, never copied: forgetting it leaves its files where they are. */
export function ForgetButton({ model }: { readonly model: ModelEntry }) {
  const { models } = useServices();
  const addToList = useAddModelToList();
  const drop = useDropModelFromList();
  const forget = useMutation({
    mutationFn: () => models.forget(model.id),
    onSuccess: (forgotten) => {
      drop(model.id);
      useToasts.getState().show({
        text: `${model.title} is forgotten. Its files stay where they are.`,
        action: { label: 'Undo', run: () => void addToList(forgotten.undo()) },
      });
    },
  });
  return (
    <>
      <button
        type="button"
        className="quiet"
        aria-label={`Forget ${model.title}`}
        disabled={forget.isPending}
        onClick={() => forget.mutate()}
      >
        Forget
      </button>
      {forget.isError && <ErrorNotice error={forget.error} />}
    </>
  );
}
