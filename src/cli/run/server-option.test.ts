import { describe, expect, it } from 'vitest';
import { serverOption } from './server-option.ts';

const SERVER = 'http://localhost:11434';
const none = { 'agree-to-send': false };

describe('--server', () => {
  it('is one origin, as browsers write it, with the key from the environment', () => {
    const given = { ...none, server: 'https://LLM.Hospital.example:443/' };
    expect(serverOption(given, null, { BEDSIDE_SERVER_KEY: 'k' })).toEqual({
      origin: 'https://llm.hospital.example',
      key: 'k',
      agreed: false,
    });
    expect(serverOption(none, 'p.json', {})).toBeNull();
  });

  it.each([
    ['', 'no single origin'],
    ['localhost:11434', 'no single origin'],
    [`${SERVER}/v1`, 'no single origin'],
    [`${SERVER},http://localhost:1`, 'no single origin'],
    ["http://a; script-src 'unsafe-inline'", 'no single origin'],
  ])('%s is refused', (server, words) => {
    expect(() => serverOption({ ...none, server }, null, {})).toThrow(words);
  });

  it('sends no pack file without an agreement', () => {
    expect(() => serverOption({ ...none, server: SERVER }, 'own.json', {})).toThrow(
      expect.objectContaining({ code: 'server/not-agreed' }) as Error,
    );
    expect(serverOption({ server: SERVER, 'agree-to-send': true }, 'own.json', {})).toMatchObject({
      agreed: true,
    });
  });

  it('has no number format or device of its own, and an agreement needs a server', () => {
    for (const name of ['dtype', 'device'])
      expect(() => serverOption({ ...none, server: SERVER, [name]: 'q8' }, null, {})).toThrow(
        `--${name} is for models on this device`,
      );
    expect(() => serverOption({ 'agree-to-send': true }, null, {})).toThrow('no server is named');
  });
});
