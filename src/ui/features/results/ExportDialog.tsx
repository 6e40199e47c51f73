import { useQuery } from '@tanstack/react-query';
import { ExportForm, type OfferedFormat } from '../../components/export/ExportForm.tsx';
import type { WriteExport } from '../../components/export/use-export.ts';
import { offeredFormat } from '../../components/export/offered-format.ts';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useServices } from '../../services-context.ts';
import type { StoredRun } from '../../../storage/contract.ts';

interface ExportDialogProps {
  readonly run: StoredRun;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** This application's own form holds everything, so that it can be read back or continued elsewhere. */
const OWN: OfferedFormat = {
  id: 'run.jsonl',
  title: 'Bedside run (run.jsonl)',
  hint: 'Settings and every record with its texts, to be read here or by the command line.',
  everything: (
    <>
      This file always holds <strong>the full prompt and everything the model wrote</strong>. If the pack
      holds patient text, so does the file.
    </>
  ),
};

export function ExportDialog({ run, open, onClose }: ExportDialogProps) {
  const services = useServices();
  const runId = run.header.id;
  const formats = useQuery({
    queryKey: ['export-formats'],
    queryFn: async ({ signal }) => (await services.transfer()).formats(signal),
    enabled: open,
  });
  const write: WriteExport = async (wish, onProgress, signal) =>
    wish.to === OWN.id
      ? {
          kind: 'file',
          blob: await services.runs.exportJsonl(runId),
          name: `${runId}.run.jsonl`,
          found: { total: 0, kinds: [] },
        }
      : (await services.transfer()).write({ runId, ...wish }, onProgress, signal);
  return (
    <ModalDialog title="Export this run" open={open} onClose={onClose}>
      <QueryView query={formats} what="the formats">
        {(known) => (
          <ExportForm
            formats={[...known.map(offeredFormat), OWN]}
            first="html"
            write={write}
            onClose={onClose}
          />
        )}
      </QueryView>
    </ModalDialog>
  );
}
