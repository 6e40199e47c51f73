import { Link } from 'wouter';
import { comparablePairs } from '../../components/comparable-runs.ts';
import { deviceWords } from '../../i18n/device-words.ts';
import { useRuns } from '../../queries/stored.ts';
import { comparePath, ROUTES } from '../../routes.ts';

/** For a phone or a slow machine: real results, made elsewhere, readable and comparable at once. */
export function RecordedLinks() {
  const recorded = useRuns().data?.filter((run) => run.recorded === true) ?? [];
  const [first] = recorded;
  const [pair] = comparablePairs(recorded);
  if (first === undefined) return null;
  return (
    <>
      <Link href={ROUTES.results} className="button">
        See results recorded on {deviceWords(first.header)}
      </Link>
      {pair !== undefined && (
        <Link href={comparePath(pair.map(({ header }) => header.id))} className="button">
          Compare two recorded models
        </Link>
      )}
    </>
  );
}
