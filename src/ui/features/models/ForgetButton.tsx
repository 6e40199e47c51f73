import { useMutation } from '@tanstack/react-query';
import type { ModelEntry } from '../../../app/services.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useAddModelToList, useDropModelFromList } from '../../queries/fixed.ts';
import { useServices } from '../../services-context.ts';
import { useToasts } from '../../state/toast-store.ts';

/** A picked folder is only read: forgetting it leaves its files where they are. A download is erased after a while. */
export function ForgetButton({ model }: { readonly model: ModelEntry }) {
  const { models } = useServices();
  const kept = model.source === 'hub';
  const verb = kept ? 'Delete' : 'Forget';
  const addToList = useAddModelToList();
  const drop = useDropModelFromList();
  const forget = useMutation({
    mutationFn: () => models.forget(model.id),
    onSuccess: (forgotten) => {
      drop(model.id);
      useToasts.getState().show({
        text: kept
          ? `${model.title} is deleted. For a minute it can be brought back.`
          : `${model.title} is forgotten. Its files stay where they are.`,
        action: { label: 'Undo', run: async () => void addToList(await forgotten.undo()) },
      });
    },
  });
  return (
    <>
      <button
        type="button"
        className="quiet"
        aria-label={`${verb} ${model.title}`}
        disabled={forget.isPending}
        onClick={() => forget.mutate()}
      >
        {verb}
      </button>
      {forget.isError && <ErrorNotice error={forget.error} />}
    </>
  );
}
