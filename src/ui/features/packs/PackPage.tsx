import { useState } from 'react';
import { Link } from 'wouter';
import type { PackEntry } from '../../../app/services.ts';
import { DEMO_MODEL } from '../../../core/models/demo-models.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { PairList } from '../../components/PairList.tsx';
import { Panel } from '../../components/Panel.tsx';
import { ProvenanceNote } from '../../components/Provenance.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { plural, shortHash } from '../../i18n/format.ts';
import { usePackEntry, usePackSamples } from '../../queries/stored.ts';
import { ladderPath, robustnessPath, ROUTES } from '../../routes.ts';
import { SavePack } from './SavePack.tsx';
import { SamplePreview } from './SamplePreview.tsx';

export function PackPage({ packId }: { readonly packId: string }) {
  const pack = usePackEntry(packId);
  return (
    <Page
      title={pack.data?.header.title ?? 'Pack'}
      before={<Link href={ROUTES.packs}>All packs</Link>}
      aside={pack.data && <PackActions entry={pack.data} />}
    >
      <QueryView query={pack} what="the pack">
        {(data) => (
          <>
            <About entry={data} />
            <Samples key={data.sha256} entry={data} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

/** What can be asked of the pack beside a plain run. */
function PackActions({ entry }: { readonly entry: PackEntry }) {
  const pack = entry.header;
  return (
    <div className="row no-print">
      <Link href={ladderPath(pack.id, DEMO_MODEL)} className="button">
        Ask in several ways
      </Link>
      {pack.provenance.transformOf === undefined && (
        <Link href={robustnessPath(pack.id)} className="button">
          Make a twin
        </Link>
      )}
      <SavePack pack={entry} />
    </div>
  );
}

function About({ entry: { header: pack, sha256, samples } }: { readonly entry: PackEntry }) {
  return (
    <Panel title="About">
      <ProvenanceNote provenance={pack.provenance} />
      <PairList
        pairs={[
          { label: 'Samples', value: samples },
          { label: 'Version', value: pack.version },
          { label: 'Language', value: pack.language },
          { label: 'Licence', value: pack.licence },
          { label: 'Cite', value: pack.citation === '' ? 'nothing given' : pack.citation },
          { label: 'Prompt', value: pack.promptId },
          { label: 'Answered by', value: pack.solver },
          { label: 'Scored with', value: pack.scorers.join(', ') },
          {
            label: 'Groups by',
            value: pack.sliceFields.length === 0 ? 'nothing' : pack.sliceFields.join(', '),
          },
          {
            label: 'Seal',
            value: <code title={sha256}>{shortHash(sha256)}</code>,
          },
          { label: 'Canary', value: <code>{pack.canary}</code> },
        ]}
      />
    </Panel>
  );
}

const SHOWN = 20;

function Samples({ entry }: { readonly entry: PackEntry }) {
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(SHOWN);
  const words = search.trim().toLowerCase();
  const query = usePackSamples(entry.header.id, words, shown);
  const found = query.data?.samples ?? [];
  const more = query.data?.more === true;
  return (
    <Panel title="Samples">
      <SearchField
        label="Find by words or id"
        value={search}
        onChange={(next) => {
          setSearch(next);
          setShown(SHOWN);
        }}
      />
      <p className="muted small" role="status">
        {query.isFetching
          ? 'Looking …'
          : words === ''
            ? plural(entry.samples, 'sample')
            : `${more ? `The first ${found.length}` : found.length} of ${plural(entry.samples, 'sample')}`}
      </p>
      {query.isError && <ErrorNotice error={query.error} />}
      <div>
        {found.map((sample) => (
          <SamplePreview key={sample.id} sample={sample} />
        ))}
      </div>
      {more && (
        <div>
          <button type="button" onClick={() => setShown(shown + SHOWN)}>
            Show {words === '' ? Math.min(SHOWN, entry.samples - found.length) : SHOWN} more
          </button>
        </div>
      )}
    </Panel>
  );
}
