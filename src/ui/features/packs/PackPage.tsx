import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Pack, Sample } from '../../../core/packs/pack.ts';
import { Page } from '../../components/Page.tsx';
import { PairList } from '../../components/PairList.tsx';
import { Panel } from '../../components/Panel.tsx';
import { ProvenanceNote } from '../../components/Provenance.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { plural, shortHash } from '../../i18n/format.ts';
import { usePack } from '../../queries/stored.ts';
import { ladderPath, robustnessPath, ROUTES } from '../../routes.ts';
import { SamplePreview } from './SamplePreview.tsx';

export function PackPage({ packId }: { readonly packId: string }) {
  const pack = usePack(packId);
  return (
    <Page
      title={pack.data?.title ?? 'Pack'}
      before={<Link href={ROUTES.packs}>All packs</Link>}
      aside={pack.data && <PackActions pack={pack.data} />}
    >
      <QueryView query={pack} what="the pack">
        {(data) => (
          <>
            <About pack={data} />
            <Samples samples={data.samples} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

/** What can be asked of the pack beside a plain run. */
function PackActions({ pack }: { readonly pack: Pack }) {
  return (
    <div className="row no-print">
      <Link href={ladderPath(pack.id, 'demo-tuned')} className="button">
        Ask in several ways
      </Link>
      {pack.provenance.transformOf === undefined && (
        <Link href={robustnessPath(pack.id)} className="button">
          Make a twin
        </Link>
      )}
    </div>
  );
}

function About({ pack }: { readonly pack: Pack }) {
  return (
    <Panel title="About">
      <ProvenanceNote provenance={pack.provenance} />
      <PairList
        pairs={[
          { label: 'Samples', value: pack.samples.length },
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
            value: pack.seal === undefined ? 'none' : <code title={pack.seal}>{shortHash(pack.seal)}</code>,
          },
          { label: 'Canary', value: <code>{pack.canary}</code> },
        ]}
      />
    </Panel>
  );
}

const SHOWN = 20;

function Samples({ samples }: { readonly samples: readonly Sample[] }) {
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(SHOWN);
  const words = search.trim().toLowerCase();
  const found = useMemo(() => samples.filter((sample) => holds(sample, words)), [samples, words]);
  return (
    <Panel title="Samples">
      <SearchField label="Find by words or id" value={search} onChange={setSearch} />
      <p className="muted small" role="status">
        {plural(found.length, 'sample')}
      </p>
      <div>
        {found.slice(0, shown).map((sample) => (
          <SamplePreview key={sample.id} sample={sample} />
        ))}
      </div>
      {found.length > shown && (
        <div>
          <button type="button" onClick={() => setShown(shown + SHOWN)}>
            Show {Math.min(SHOWN, found.length - shown)} more
          </button>
        </div>
      )}
    </Panel>
  );
}

function holds(sample: Sample, words: string): boolean {
  if (words === '' || sample.id.toLowerCase().includes(words)) return true;
  const { input, target = [] } = sample;
  const said =
    'turns' in input ? input.turns.map(({ text }) => text) : input.messages.map(({ content }) => content);
  return [...said, ...target].some((text) => text.toLowerCase().includes(words));
}
