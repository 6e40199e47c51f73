import { useState, type DragEvent, type ReactNode } from 'react';
import { filesOfDrop } from './dropped-files.ts';
import css from './DropZone.module.css';

interface DropZoneProps {
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** Takes dropped files and folders; the buttons inside do the same without a mouse. */
export function DropZone({ label, onFiles, children }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    filesOfDrop(event.dataTransfer).then(
      (files) => {
        if (files.length > 0) onFiles(files);
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
