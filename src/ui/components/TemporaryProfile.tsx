import { useUsage } from '../queries/stored.ts';
import { Notice } from './Notice.tsx';

/** Private and guest windows get a fraction of the disk; an ordinary profile gets far more than this. */
const SMALL_QUOTA_BYTES = 2e9;

/** Said before anything is imported: in a guest or private window everything is gone when it is closed. */
export function TemporaryProfile() {
  const { data } = useUsage();
  if (data === undefined || data.persisted === true) return null;
  const small = data.bytesQuota !== null && data.bytesQuota < SMALL_QUOTA_BYTES;
  if (!small) return null;
  return (
    <Notice tone="warn">
      <p>
        <strong>This looks like a guest or private window.</strong> Everything imported or computed here is
        gone when it is closed. For work that must stay, open this page in a normal browser profile.
      </p>
    </Notice>
  );
}
