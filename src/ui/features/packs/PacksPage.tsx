import { Link } from 'wouter';
import type { PackEntry } from '../../../app/services.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';
import { Panel } from '../../components/Panel.tsx';
import { ProvenanceNote } from '../../components/Provenance.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { TemporaryProfile } from '../../components/TemporaryProfile.tsx';
import { formatBytes, plural, shortHash } from '../../i18n/format.ts';
import { usePacks } from '../../queries/stored.ts';
import { packPath } from '../../routes.ts';
import { DeletingPack } from './DeletingPack.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import { usePackDeletion } from './use-pack-deletion.ts';
import { VocabulariesPanel } from './VocabulariesPanel.tsx';
import css from './PacksPage.module.css';

export function PacksPage() {
  const packs = usePacks();
  return (
    <Page title="Packs">
      <p>
        A pack is a sealed set of samples: visits or questions with known answers, and how to prompt, answer
        and score them. The seal (SHA-256) names exactly this content, so that two scores can be compared.
      </p>
      <TemporaryProfile />
      <ImportPanel />
      <QueryView query={packs} what="the packs">
        {(stored) =>
          stored.length === 0 ? (
            <EmptyState title="No packs yet">
              <p>Import a pack file, or a table of your own visits or questions, with the button above.</p>
            </EmptyState>
          ) : (
            <ul className={css['list']}>
              {stored.map((pack) => (
                <li key={pack.header.id}>
                  <PackCard pack={pack} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      <VocabulariesPanel />
    </Page>
  );
}

function PackCard({ pack }: { readonly pack: PackEntry }) {
  const { header } = pack;
  const deletion = usePackDeletion(pack);
  return (
    <Panel
      title={header.title}
      aside={
        <div className="row">
          <Link href={packPath(header.id)} className="button">
            Read samples<span className="visually-hidden"> of {header.title}</span>
          </Link>
          {!pack.bundled && (
            <button
              type="button"
              className="danger"
              disabled={deletion.kept !== null}
              onClick={deletion.start}
            >
              Delete<span className="visually-hidden"> {header.title}</span>
            </button>
          )}
        </div>
      }
    >
      <DeletingPack pack={pack} deletion={deletion} />
      <ProvenanceNote provenance={header.provenance} />
      {header.description !== undefined && <p>{header.description}</p>}
      <p className="muted small">
        {plural(pack.samples, 'sample')}, {formatBytes(pack.bytes)}, version {header.version}, licence{' '}
        {header.licence}, seal{' '}
        <code title={pack.sha256} translate="no">
          {shortHash(pack.sha256)}
        </code>
        . {pack.bundled ? 'Comes with this page.' : 'Imported, stored in this browser only.'}
      </p>
      {header.citation !== '' && <p className="muted small">Cite: {header.citation}</p>}
    </Panel>
  );
}
