import { describe, expect, it } from 'vitest';
import { ALLOWED_ENDPOINTS, endpointsOf } from './allowed-endpoints.ts';

describe('the servers of a build', () => {
  it('are none unless the build names them', () => {
    expect(ALLOWED_ENDPOINTS).toEqual([]);
    expect(endpointsOf(undefined)).toEqual([]);
    expect(endpointsOf(' , ')).toEqual([]);
  });

  it('are origins, once each, as a browser writes them', () => {
    expect(
      endpointsOf('http://localhost:11434, https://LLM.hospital.example/,https://llm.hospital.example:443'),
    ).toEqual(['http://localhost:11434', 'https://llm.hospital.example']);
  });

  it.each([
    'llm.hospital.example',
    'ftp://llm.hospital.example',
    'https://*.hospital.example',
    'https://llm.hospital.example/v1',
    "https://a.example; script-src 'unsafe-inline'",
    'https://user:secret@llm.hospital.example',
    'https://a.example https://b.example',
    '*',
  ])('are refused when a name is more than an origin: %s', (setting) => {
    expect(() => endpointsOf(setting)).toThrow(/BEDSIDE_ENDPOINTS/);
  });
});
