import { useState, type DragEvent, type ReactNode } from 'react';
import { filesOfDrop } from './dropped-files.ts';
import css from './DropZone.module.css';

interface DropZoneProps<Handle> {
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  /** Asked first: a handle can be remembered, files cannot. Null where this drop has none. */
  readonly onHandle?: {
    readonly of: (transfer: DataTransfer) => Promise<Handle | null>;
    readonly take: (handle: Handle) => void;
  };
  readonly children: ReactNode;
}

/** Takes dropped files and folders; the buttons inside do the same without a mouse. */
export function DropZone<Handle = never>({ label, onFiles, onHandle, children }: DropZoneProps<Handle>) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    // Both are asked at once: what was dropped can only be read during the drop itself.
    const handle = onHandle?.of(event.dataTransfer).catch(() => null) ?? Promise.resolve(null);
    Promise.all([handle, filesOfDrop(event.dataTransfer)]).then(
      ([found, files]) => {
        if (found !== null) onHandle?.take(found);
        else if (files.length > 0) onFiles(files);
      },
      () => onFiles([]),
    );
  };
  return (
    <div
      className={[css['zone'], over ? css['over'] : ''].join(' ')}
      role="group"
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
    </div>
  );
}
