/** The files of one download, one after the other, and what is told of them: often enough to be seen, seldom enough to be read. */
import { downloadFile, type DownloadDeps } from './download-file.ts';
import type { DownloadEvent, DownloadJob } from './hub-protocol.ts';
import type { PartFile } from './part-file.ts';

const PROGRESS_EVERY_MS = 200;

export interface JobDeps extends DownloadDeps {
  readonly openPart: (modelId: string, path: string) => Promise<PartFile>;
  /** How often it is told, while nothing comes, that nothing does. */
  readonly beatMs: number;
}

export async function downloadJob(
  job: DownloadJob,
  onEvent: (event: DownloadEvent) => void,
  deps: JobDeps,
  signal: AbortSignal,
): Promise<void> {
  let finishedBytes = 0;
  for (const wanted of job.files) {
    const { path: file } = wanted;
    const part = await deps.openPart(job.modelId, file);
    let reportedAt = -Infinity;
    let untold: ReturnType<typeof setTimeout> | undefined;
    let beat: ReturnType<typeof setInterval> | undefined;
    const progress = (phase: 'checking' | 'downloading', doneBytes: number): void => {
      const tell = () => {
        reportedAt = performance.now();
        onEvent({ kind: 'progress', phase, file, doneBytes: finishedBytes + doneBytes });
      };
      clearTimeout(untold);
      clearInterval(beat);
      if (phase === 'downloading') beat = setInterval(tell, deps.beatMs);
      const sinceMs = performance.now() - reportedAt;
      if (sinceMs >= PROGRESS_EVERY_MS || doneBytes === wanted.bytes) tell();
      // Should nothing come after it, how far it is is told all the same.
      else untold = setTimeout(tell, PROGRESS_EVERY_MS - sinceMs);
    };
    try {
      const done = await downloadFile(
        wanted,
        part,
        {
          progress,
          etag: (etag) => onEvent({ kind: 'etag', file, etag }),
          restarted: (reason) => onEvent({ kind: 'restarted', file, reason }),
        },
        deps,
        signal,
      );
      finishedBytes += done.bytes;
      onEvent({ kind: 'file', file, ...done });
    } finally {
      clearTimeout(untold);
      clearInterval(beat);
      part.close();
    }
  }
}
