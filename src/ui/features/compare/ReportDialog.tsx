import { useQuery } from '@tanstack/react-query';
import { ExportForm } from '../../components/export/ExportForm.tsx';
import { offeredFormat } from '../../components/export/offered-format.ts';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useServices } from '../../services-context.ts';

interface ReportDialogProps {
  /** The baseline, the run held against it, then the others. */
  readonly runIds: readonly string[];
  /** The plan that was read on this page. */
  readonly plan: File | null;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** This comparison as a file that may be handed on. */
export function ReportDialog({ runIds, plan, open, onClose }: ReportDialogProps) {
  const services = useServices();
  const formats = useQuery({
    queryKey: ['comparison-formats'],
    queryFn: async ({ signal }) => (await services.transfer()).comparisonFormats(signal),
    enabled: open,
  });
  return (
    <ModalDialog title="Report of this comparison" open={open} onClose={onClose}>
      <QueryView query={formats} what="the formats">
        {(known) => (
          <ExportForm
            formats={known.map(offeredFormat)}
            first="html"
            write={async (wish, onProgress, signal) =>
              (await services.transfer()).writeComparison({ runIds, plan, ...wish }, onProgress, signal)
            }
            writing="Comparing every measure, and writing the file …"
            onClose={onClose}
          >
            <p className="muted small">
              {plan === null
                ? 'All measures, both runs’ settings and files, limits and a reporting checklist. A sealed plan that you give below on this page goes into it with its verdict.'
                : `With the verdict on the sealed plan ${plan.name}.`}
            </p>
          </ExportForm>
        )}
      </QueryView>
    </ModalDialog>
  );
}
