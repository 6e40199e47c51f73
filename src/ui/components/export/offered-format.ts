import type { ExportFormat } from '../../../app/transfer/transfer-port.ts';
import type { OfferedFormat } from './ExportForm.tsx';

/** A format of the worker's list as the form offers it. */
export function offeredFormat({ id, title, description, beside }: ExportFormat): OfferedFormat {
  const several = beside.length > 0 ? ' Several files, saved as one zip.' : '';
  return { id, title, hint: `${description.replace(/^./, (first) => first.toUpperCase())}.${several}` };
}
