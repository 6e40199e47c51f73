import { readHubCatalog, type HubRecord } from '../../core/models/hub-catalog.ts';
import { fetchJson } from '../fetch-file.ts';

export async function fetchHubRecords(): Promise<readonly HubRecord[]> {
  return readHubCatalog(await fetchJson('models/hub-catalog.json'));
}
