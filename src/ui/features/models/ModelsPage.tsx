import { Page } from '../../components/Page.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useModels } from '../../queries/fixed.ts';
import { useDownloads } from '../../queries/models.ts';
import { AddFolder } from './AddFolder.tsx';
import { DevicePanel } from './DevicePanel.tsx';
import { DownloadList } from './DownloadList.tsx';
import { HubPanel } from './HubPanel.tsx';
import { ALLOWED_ENDPOINTS } from '../../../core/network/allowed-endpoints.ts';
import { ServerPanel } from './ServerPanel.tsx';
import { FidelityPanel } from './fidelity/FidelityPanel.tsx';
import { ModelPanel } from './ModelPanel.tsx';

export function ModelsPage() {
  const models = useModels();
  const downloads = useDownloads();
  return (
    <Page title="Models">
      <p>
        A model is its weights and tokenizer in one number format, named by the SHA-256 of its files: a score
        belongs to exactly those.
      </p>
      <DevicePanel />
      {downloads.isSuccess && <DownloadList downloads={downloads.data} />}
      <AddFolder />
      <QueryView query={models} what="the models">
        {(entries) => (
          <>
            {entries.map((model) => (
              <ModelPanel key={model.id} model={model} />
            ))}
            <FidelityPanel models={entries} />
          </>
        )}
      </QueryView>
      <QueryView query={downloads} what="downloads">
        {(port) => <HubPanel downloads={port} />}
      </QueryView>
      {ALLOWED_ENDPOINTS.length > 0 && <ServerPanel allowed={ALLOWED_ENDPOINTS} />}
    </Page>
  );
}
