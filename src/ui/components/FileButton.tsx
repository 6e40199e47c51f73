import { useRef } from 'react';

interface FileButtonProps {
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly accept?: string;
  readonly multiple?: boolean;
  /** Picks a folder with everything in it. */
  readonly folder?: boolean;
  readonly primary?: boolean;
  readonly disabled?: boolean;
}

/** A plain button that opens the file picker. */
export function FileButton(props: FileButtonProps) {
  const {
    label,
    onFiles,
    accept,
    multiple = false,
    folder = false,
    primary = false,
    disabled = false,
  } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={primary ? 'primary' : undefined}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        multiple={multiple}
        {...(folder ? { webkitdirectory: '' } : {})}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file chosen again must fire again.
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
