import { describe, expect, it } from 'vitest';
import {
  contentSecurityPolicy,
  HUB_ORIGINS,
  isPermitted,
  permittedOrigins,
  POLICY_IDS,
  roleOfPath,
  securityHeaders,
  type ScriptRole,
} from './policies.ts';

const SITE = 'https://bedside.example';
const ROLES = ['page', 'engine-worker', 'endpoint-worker', 'hub-worker'] as const;
const ENDPOINT = 'http://localhost:11434';
const directive = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((each) => each.startsWith(`${name} `))
    ?.slice(name.length + 1);

describe('policies', () => {
  it('give the page no origin but its own, under each of the three', () => {
    for (const id of POLICY_IDS) {
      expect(directive(contentSecurityPolicy(id, 'page'), 'connect-src')).toBe("'self'");
      expect(directive(contentSecurityPolicy(id, 'page'), 'worker-src')).toBe("'self'");
      expect(contentSecurityPolicy(id, 'page')).not.toContain('http');
    }
  });

  it('allow no worker made of text, to any role', () => {
    for (const id of POLICY_IDS) {
      for (const role of ROLES) {
        expect(directive(contentSecurityPolicy(id, role), 'worker-src')).toBe("'self'");
        expect(directive(contentSecurityPolicy(id, role), 'script-src')).toBe("'self' 'wasm-unsafe-eval'");
      }
    }
  });

  it('name the hub only to the worker that downloads, and only while a download goes on', () => {
    expect(directive(contentSecurityPolicy('hub-download', 'hub-worker'), 'connect-src')).toBe(
      `'self' ${HUB_ORIGINS.join(' ')}`,
    );
    const others = POLICY_IDS.flatMap((id) => ROLES.map((role) => [id, role] as const)).filter(
      ([id, role]) => id !== 'hub-download' || role !== 'hub-worker',
    );
    for (const [id, role] of others)
      expect(contentSecurityPolicy(id, role), `${id} ${role}`).not.toContain('hugging');
  });

  it('give build-time endpoints to their own worker, and to nobody when strictly offline', () => {
    const given = (id: (typeof POLICY_IDS)[number], role: ScriptRole) =>
      permittedOrigins(id, role, [ENDPOINT]);
    expect(given('default', 'endpoint-worker')).toEqual([ENDPOINT]);
    for (const id of POLICY_IDS) {
      expect(given(id, 'page')).toEqual([]);
      expect(given(id, 'engine-worker')).toEqual([]);
      expect(given(id, 'hub-worker')).not.toContain(ENDPOINT);
    }
    expect(given('strict-offline', 'endpoint-worker')).toEqual([]);
  });

  it('publish with no endpoint', () => {
    for (const id of POLICY_IDS) {
      for (const role of ROLES.filter((each) => each !== 'hub-worker'))
        expect(directive(contentSecurityPolicy(id, role), 'connect-src'), `${id} ${role}`).toBe("'self'");
    }
  });

  it.each([
    ['https://bedside.example/models/x', 'strict-offline', true],
    ['https://huggingface.co/a/b', 'strict-offline', false],
    ['https://huggingface.co/a/b', 'default', false],
    ['https://huggingface.co/a/b', 'hub-download', true],
    ['http://huggingface.co/a/b', 'hub-download', false],
    ['https://us.aws.cdn.hf.co/x', 'hub-download', true],
    ['https://evilhf.co/x', 'hub-download', false],
    ['https://hf.co.evil.example/x', 'hub-download', false],
    ['https://huggingface.co:8443/x', 'hub-download', false],
    ['http://localhost:11434/v1', 'default', true],
    ['http://localhost:11435/v1', 'default', false],
    ['http://localhost:11434/v1', 'strict-offline', false],
  ] as const)('%s under %s: %s', (url, policy, expected) => {
    expect(isPermitted(new URL(url), SITE, policy, [ENDPOINT])).toBe(expected);
  });

  it('know a script’s role by its file name', () => {
    expect(roleOfPath('/demo/assets/engine.worker-abc123.js')).toBe('engine-worker');
    expect(roleOfPath('/assets/endpoint.worker-abc.js')).toBe('endpoint-worker');
    expect(roleOfPath('/assets/hub.worker-abc.js')).toBe('hub-worker');
    expect(roleOfPath('/assets/score.worker-abc.js')).toBe('page');
    expect(roleOfPath('/models/engine.worker-x/onnx/model.onnx')).toBe('page');
  });

  it('stand on every response with isolation', () => {
    expect(securityHeaders('/')).toMatchObject({
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Referrer-Policy': 'no-referrer',
    });
  });
});
