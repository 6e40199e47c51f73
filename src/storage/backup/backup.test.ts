/** Backup and restore: what comes back is what went in; whatever is done to the file, nothing changes and it is said why. */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../core/digest.ts';
import { AppError } from '../../core/errors.ts';
import { makeVocabulary } from '../../core/lexicon/make-vocabulary.ts';
import { sealPack } from '../../core/packs/seal.ts';
import { createBrowserStore } from '../browser-store.ts';
import type { ResultStore } from '../contract.ts';
import { aHeader, anAnnotation, aPack, aRecord, aTable, someEvidence } from '../fixtures.ts';
import { listVocabularies, putVocabulary, storedVocabulary } from '../kept-vocabularies.ts';
import { createMemoryStore } from '../memory-store.ts';
import { checkBackup, needsPassphrase } from './read-backup.ts';
import { applyRestore, planRestore } from './restore.ts';
import { trailer } from './trailer.ts';
import { writeBackup } from './write-backup.ts';

const control = () => ({ signal: new AbortController().signal, onProgress: () => undefined });
const OPTIONS = {
  createdAt: '2026-11-20T12:00:00.000Z',
  app: { version: '0.1.0', build: 'test' },
  passphrase: null,
} as const;
const CHEAP = {
  algorithm: 'argon2id',
  version: 19,
  memoryKiB: 64,
  passes: 1,
  lanes: 1,
  salt: 'ab'.repeat(16),
} as const;
const HEART_TERMS = makeVocabulary('heart', [
  { term: 'heart attack', concept: '1', group: 'Disorders' },
  { term: 'MI', concept: '1', group: 'Disorders' },
]);
const HEART = {
  id: HEART_TERMS.sha256,
  name: 'heart',
  terms: 2,
  concepts: 1,
  addedAt: '2026-11-20T08:00:00.000Z',
};
const PASSPHRASE = 'seven horses at the gate';

async function fill(store: ResultStore): Promise<void> {
  const sealed = sealPack(aPack({ title: 'Zw\u00f6lf \ud83e\ude7a' }));
  await store.putPack(sealed, sealed.seal, '2026-11-20T09:00:00.000Z');
  for (const id of ['run-1', 'run-2']) {
    await store.createRun(aHeader({ id }), 3);
    for (const index of [0, 1, 2])
      await store.commitRecord(id, aRecord({ index, output: `${id} wrote ${index}` }));
    await store.putScores(aTable({ runId: id }), new Map([['0#0', someEvidence]]));
    await store.putScores(aTable({ runId: id, scorerVersion: '0' }), new Map([['1#0', someEvidence]]));
    await store.setRunStatus(id, 'finished', '2026-11-20T11:00:00.000Z');
  }
  await store.putAnnotation(anAnnotation({ body: { text: 'corrected', nested: { deep: [1, 2] } } }));
  await store.putMeta('last-backup', { at: 'never' });
}

async function everything(store: ResultStore): Promise<unknown> {
  const runs = await Promise.all(
    (await store.listRuns()).map(async (run) => {
      const { id } = run.header;
      const records = [];
      for await (const record of store.records(id)) records.push(record);
      const scores = await store.listScoreVersions(id);
      const evidence = await Promise.all(
        scores.map((table) => store.listEvidence(id, table.scorerId, table.scorerVersion)),
      );
      return { run, records, scores, evidence, annotations: await store.listAnnotations(id) };
    }),
  );
  const packs = await Promise.all(
    (await store.listPacks()).map(async (pack) => [pack, await store.getPack(pack.header.id)]),
  );
  return { runs: runs.sort((a, b) => (a.run.header.id < b.run.header.id ? -1 : 1)), packs };
}

async function restoreInto(
  store: ResultStore,
  file: Blob,
  passphrase: string | null = null,
  replace = false,
) {
  const backup = await checkBackup(file, passphrase, control());
  const plan = await planRestore(store, backup, new Set());
  return { plan, outcome: await applyRestore(store, backup, plan, replace, control()) };
}

let full: ResultStore;
let plain: Blob;
let sealed: Blob;
beforeAll(async () => {
  full = createMemoryStore();
  await fill(full);
  plain = await writeBackup(full, OPTIONS, control());
  sealed = await writeBackup(full, { ...OPTIONS, passphrase: PASSPHRASE, derivation: CHEAP }, control());
});

describe('a backup', () => {
  it.each([
    ['plain', () => plain, null],
    ['encrypted', () => sealed, PASSPHRASE],
  ] as const)('(%s) brings everything back, into either store', async (_, file, passphrase) => {
    for (const store of [createMemoryStore(), createBrowserStore(`backup-${_}`)]) {
      const { outcome } = await restoreInto(store, file(), passphrase);
      expect(outcome).toEqual({ added: 3, replaced: 0, skipped: 0 });
      expect(await everything(store)).toEqual(await everything(full));
      // Settings of the store, the keys of a vault among them, are of this browser and stay where they are.
      expect(await store.getMeta('last-backup')).toBeUndefined();
      const again = await restoreInto(store, file(), passphrase);
      expect(again.plan.map(({ state }) => state)).toEqual(['same', 'same', 'same']);
      expect(again.outcome).toEqual({ added: 0, replaced: 0, skipped: 3 });
    }
  });

  it('brings vocabularies back, and without any is one that a page of before can read', async () => {
    const store = createMemoryStore();
    await fill(store);
    await putVocabulary(store, HEART, HEART_TERMS);
    const file = await writeBackup(store, OPTIONS, control());
    const there = createBrowserStore('backup-vocabularies');
    const { plan, outcome } = await restoreInto(there, file);
    expect(plan.map(({ item, state }) => [item.kind, item.title, state])).toContainEqual([
      'vocabulary',
      'heart',
      'new',
    ]);
    expect(outcome.added).toBe(4);
    expect(await listVocabularies(there)).toEqual([HEART]);
    expect(await storedVocabulary(there, HEART.id)).toEqual(HEART_TERMS);
    expect((await restoreInto(there, file)).plan.every(({ state }) => state === 'same')).toBe(true);
    const { manifest } = await checkBackup(file, null, control());
    expect(manifest).toMatchObject({ version: 3, vocabularies: 1 });
    expect((await checkBackup(plain, null, control())).manifest.version).toBe(2);
  });

  it('of nothing is a backup', async () => {
    const empty = await writeBackup(createMemoryStore(), OPTIONS, control());
    expect((await checkBackup(empty, null, control())).items).toEqual([]);
  });

  it('says whether it needs a passphrase, and shows nothing of its content without it', async () => {
    expect([await needsPassphrase(plain), await needsPassphrase(sealed)]).toEqual([false, true]);
    const text = new TextDecoder('latin1').decode(await sealed.arrayBuffer());
    for (const word of ['run-1', 'manifest', 'lfender', 'PK\u0003\u0004']) expect(text).not.toContain(word);
  });

  it('leaves what is here unless it is told to replace it, and never touches a run that is being written', async () => {
    const store = createMemoryStore();
    await fill(store);
    await store.putAnnotation(anAnnotation({ runId: 'run-2', id: 'newer' }));
    const before = await everything(store);
    const kept = await restoreInto(store, plain);
    expect(kept.outcome).toEqual({ added: 0, replaced: 0, skipped: 3 });
    expect(await everything(store)).toEqual(before);
    const backup = await checkBackup(plain, null, control());
    const states = (await planRestore(store, backup, new Set(['run-1']))).map(({ item, state }) => [
      item.id,
      state,
    ]);
    expect(Object.fromEntries(states)).toEqual({ 'a-pack': 'same', 'run-1': 'in-use', 'run-2': 'different' });
    const replaced = await restoreInto(store, plain, null, true);
    expect(replaced.outcome).toEqual({ added: 0, replaced: 1, skipped: 2 });
    expect(await everything(store)).toEqual(await everything(full));
  });

  it('can be stopped while it is written and while it is read', async () => {
    const stopped = { signal: AbortSignal.abort(), onProgress: () => undefined };
    await expect(writeBackup(full, OPTIONS, stopped)).rejects.toMatchObject({ code: 'runtime/cancelled' });
    await expect(checkBackup(plain, null, stopped)).rejects.toMatchObject({ code: 'runtime/cancelled' });
  });

  it('tells how far it is', async () => {
    const parts: number[] = [];
    const watched = {
      signal: new AbortController().signal,
      onProgress: (part: number) => void parts.push(part),
    };
    await writeBackup(full, OPTIONS, watched);
    expect(parts.at(-1)).toBe(1);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
  });
});

describe('a backup of an earlier form', () => {
  const fixture = (name: string) => new Blob([readFileSync(new URL(`./fixtures/${name}`, import.meta.url))]);
  it.each([
    ['1', 'backup-v1.zip', null],
    ['2', 'backup-v2.zip', null],
    ['2, encrypted', 'backup-v2.bedside', PASSPHRASE],
    ['3', 'backup-v3.zip', null],
  ] as const)('(%s) is restored', async (form, name, passphrase) => {
    const store = createMemoryStore();
    await restoreInto(store, fixture(name), passphrase);
    const [run] = await store.listRuns();
    expect(run).toMatchObject({ status: 'paused', done: 2, total: 3 });
    const id = run?.header.id ?? '';
    expect((await store.getRecord(id, '1#0'))?.output).toBe('output 1');
    expect((await store.listScores(id))[0]?.columns['accuracy']).toEqual([1, 0, 'missing-output']);
    expect(await store.getEvidence(id, 'exact', '0#0')).toMatchObject({ kind: 'sections' });
    expect((await store.getPack('a-pack'))?.samples).toHaveLength(3);
    expect(await store.listAnnotations(id)).toHaveLength(form === '1' ? 0 : 1);
    expect(await listVocabularies(store)).toEqual(form === '3' ? [HEART] : []);
  });
});

let refused = 0;

/** Checking refuses it with words, within seconds; since checking writes nothing, nothing is stored. */
async function refuses(file: Blob, passphrase: string | null, name: string): Promise<AppError> {
  const started = performance.now();
  const thrown: unknown = await checkBackup(file, passphrase, control()).then(
    () => new Error(`${name} was taken for a good backup`),
    (error: unknown) => error,
  );
  expect(thrown, name).toBeInstanceOf(AppError);
  const error = thrown as AppError;
  expect(error.code, `${name}: ${error.message}`).not.toBe('defect');
  expect(error.message.length).toBeGreaterThan(20);
  expect(performance.now() - started, name).toBeLessThan(20_000);
  refused += 1;
  return error;
}

async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}

describe('a damaged backup', () => {
  it.each([
    ['plain', () => plain, null],
    ['encrypted', () => sealed, PASSPHRASE],
  ] as const)('(%s) is refused, whichever byte was flipped', async (_, file, passphrase) => {
    const bytes = await bytesOf(file());
    // Every byte of the first and the last two hundred, where the structure is, and every seventh between.
    for (let at = 0; at < bytes.length; at += at < 200 || at > bytes.length - 200 ? 1 : 7) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      await refuses(new Blob([flipped]), passphrase, `byte ${at} of ${bytes.length}`);
    }
  });

  it.each([
    ['plain', () => plain, null],
    ['encrypted', () => sealed, PASSPHRASE],
  ] as const)(
    '(%s) is refused, wherever it was cut off or something was added',
    async (_, file, passphrase) => {
      const bytes = await bytesOf(file());
      for (let at = 0; at < bytes.length; at += Math.max(1, Math.floor(bytes.length / 60))) {
        await refuses(new Blob([bytes.slice(0, at)]), passphrase, `cut at ${at}`);
      }
      await refuses(new Blob([bytes, 'x']), passphrase, 'a byte more');
      await refuses(new Blob([bytes, bytes]), passphrase, 'twice');
      await refuses(new Blob([bytes.slice(1)]), passphrase, 'without its first byte');
    },
  );

  it('names the file that is wrong', async () => {
    const bytes = await bytesOf(plain);
    const at = new TextDecoder('latin1').decode(bytes).indexOf('runs/0001/run.jsonl') + 60;
    bytes[at] = (bytes[at] ?? 0) ^ 4;
    expect((await refuses(new Blob([bytes]), null, 'a record')).details['part']).toContain(
      'runs/0001/run.jsonl',
    );
  });

  it('is told from a wrong passphrase', async () => {
    await expect(checkBackup(sealed, 'seven horses at the date', control())).rejects.toMatchObject({
      code: 'vault/wrong-passphrase',
    });
    await refuses(plain, PASSPHRASE, 'a passphrase for an archive that has none');
    await refuses(sealed, null, 'an encrypted archive as a plain one');
  });

  it('is refused with its chunks in another order, or one left out', async () => {
    const large = createMemoryStore();
    await large.createRun(aHeader(), 1);
    let seed = 1;
    const noise = Array.from({ length: 400_000 }, () => {
      seed = (seed * 48271) % 2147483647;
      return String.fromCharCode(33 + (seed % 90));
    }).join('');
    await large.commitRecord('run-1', aRecord({ output: noise }));
    const file = await writeBackup(
      large,
      { ...OPTIONS, passphrase: PASSPHRASE, derivation: CHEAP },
      control(),
    );
    const bytes = await bytesOf(file);
    const header = bytes.indexOf(10) + 1;
    const stride = 64 * 1024 + 16;
    const chunk = (n: number) => bytes.slice(header + n * stride, header + (n + 1) * stride);
    expect(bytes.length).toBeGreaterThan(header + 3 * stride);
    const rest = bytes.slice(header + 2 * stride);
    await refuses(new Blob([bytes.slice(0, header), chunk(1), chunk(0), rest]), PASSPHRASE, 'swapped');
    await refuses(new Blob([bytes.slice(0, header), chunk(1), rest]), PASSPHRASE, 'the first left out');
    await refuses(new Blob([bytes.slice(0, header + 2 * stride)]), PASSPHRASE, 'the last left out');
    await refuses(new Blob([bytes.slice(0, header + stride), chunk(0), rest]), PASSPHRASE, 'one twice');
    await expect(checkBackup(file, PASSPHRASE, control())).resolves.toMatchObject({
      items: [{ records: 1 }],
    });
  });
});

interface FileInZip {
  readonly path: string;
  readonly text: string;
}

/** An archive with a valid end of ours around any files: what somebody who knows the format would make. */
async function forged(
  files: readonly FileInZip[],
  change: (bytes: Uint8Array) => void = () => undefined,
): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await new Promise<void>((resolve, reject) => {
    const zip = new Zip((error, bytes, final) => {
      if (error !== null) reject(error);
      parts.push(new Uint8Array(bytes));
      if (final) resolve();
    });
    for (const { path, text } of files) {
      const file = text.length > 1000 ? new ZipDeflate(path) : new ZipPassThrough(path);
      zip.add(file);
      file.push(new TextEncoder().encode(text), true);
    }
    zip.end();
  });
  const bytes = await bytesOf(new Blob(parts));
  new DataView(bytes.buffer).setUint16(bytes.length - 2, trailer('').length + 64, true);
  change(bytes);
  return new Blob([bytes, trailer(sha256Hex(bytes))]);
}

async function filesOf(
  change: Readonly<Record<string, (text: string) => string>> = {},
  of: Blob = plain,
): Promise<FileInZip[]> {
  const { unzipSync, strFromU8 } = await import('fflate');
  return Object.entries(unzipSync(await bytesOf(of))).map(([path, bytes]) => ({
    path,
    text: (change[path] ?? ((text: string) => text))(strFromU8(bytes)),
  }));
}

interface LooseManifest {
  files: { path: string; bytes: number; sha256: string }[];
  [field: string]: unknown;
}

/** The manifest made to fit whatever the files are now, unless it is what is forged. */
async function consistent(
  files: readonly FileInZip[],
  edit: (manifest: LooseManifest) => void = () => undefined,
) {
  const manifest = JSON.parse(
    files.find(({ path }) => path === 'manifest.json')?.text ?? '{}',
  ) as LooseManifest;
  const others = files.filter(({ path }) => path !== 'manifest.json');
  manifest.files = others.map(({ path, text }) => ({
    path,
    bytes: new TextEncoder().encode(text).length,
    sha256: sha256Hex(text),
  }));
  edit(manifest);
  return forged([...others, { path: 'manifest.json', text: JSON.stringify(manifest) }]);
}

describe('a forged backup', () => {
  it('is read while it is only repacked', async () => {
    await expect(checkBackup(await consistent(await filesOf()), null, control())).resolves.toBeDefined();
  });

  it.each([
    '../evil.json',
    '/etc/passwd.json',
    'runs/../../x.json',
    'C:\\x.json',
    'runs\\0001.json',
    '__proto__.json',
    'runs/0001/run.jsonl/',
    'runs/0001/x\u202elnosj.json',
    `${'a/'.repeat(300)}x.json`,
    'runs/0001/extra.jsonl',
    'notes/0001/run.jsonl',
    'constructor',
  ])('with a file called %j is refused', async (path) => {
    await refuses(await consistent([...(await filesOf()), { path, text: '{}' }]), null, path);
  });

  it('with lines that are not what they should be is refused with file and line', async () => {
    const lines: readonly (readonly [string, (text: string) => string])[] = [
      ['runs/0001/run.jsonl', (text) => text.replace('"kind":"record"', '"kind":"recorder"')],
      ['runs/0001/run.jsonl', (text) => text.replace('"repeat":0', '"repeat":1e400')],
      [
        'runs/0001/run.jsonl',
        (text) => text.replace('"repeat":0', '"__proto__":{"polluted":true},"repeat":0'),
      ],
      ['runs/0001/run.jsonl', (text) => text + text],
      ['runs/0001/run.jsonl', (text) => text + text.split('\n')[1] + '\n'],
      ['runs/0001/run.jsonl', (text) => text.slice(text.indexOf('\n') + 1)],
      ['runs/0001/run.jsonl', () => ''],
      ['runs/0001/run.jsonl', () => `${'['.repeat(100_000)}\n`],
      ['runs/0001/state.json', (text) => text.replace('finished', 'done')],
      ['runs/0001/state.json', (text) => text + text],
      ['runs/0001/state.json', () => 'null\n'],
      ['runs/0001/scores.jsonl', (text) => text.replace(/"runId":"[^"]*"/, '"runId":"another"')],
      ['runs/0001/evidence.jsonl', (text) => text.replace('sections', 'script')],
      ['runs/0001/evidence.jsonl', (text) => text.replace(/"runId":"[^"]*"/, '"runId":"another"')],
      ['runs/0002/annotations.jsonl', (text) => text.replace(/"runId":"[^"]*"/, '"runId":"another"')],
      ['packs/0001/pack.jsonl', (text) => text.replace('question 1', 'question one')],
      ['packs/0001/pack.jsonl', (text) => text.replace('"schemaVersion":1', '"schemaVersion":9')],
      ['packs/0001/state.json', (text) => text.replace('importedAt', 'exportedAt')],
    ];
    for (const [path, change] of lines) {
      const files = await filesOf({ [path]: change });
      const before = await filesOf();
      expect(files, `${path} must have changed`).not.toEqual(before);
      const error = await refuses(await consistent(files), null, `${path} ${String(change)}`);
      expect(error.message).toContain(path);
    }
    const unscored = await filesOf({ 'runs/0001/scores.jsonl': () => '' });
    const orphans = await refuses(await consistent(unscored), null, 'evidence without scores');
    expect(orphans.message).toContain('runs/0001/evidence.jsonl');
  });

  it('whose vocabulary was changed is refused', async () => {
    const store = createMemoryStore();
    await putVocabulary(store, HEART, HEART_TERMS);
    const file = await writeBackup(store, OPTIONS, control());
    const path = 'vocabularies/0001/vocabulary.jsonl';
    const changes: readonly ((text: string) => string)[] = [
      (text) => text.replace('heart attack', 'heart failure'),
      (text) => text.slice(0, text.lastIndexOf('{')),
      (text) => text.slice(text.indexOf('\n') + 1),
      (text) => text + text,
      (text) => text.replace('"concept":"1"', '"concept":1'),
      () => '',
    ];
    for (const change of changes) {
      const error = await refuses(
        await consistent(await filesOf({ [path]: change }, file)),
        null,
        `${path} ${String(change)}`,
      );
      expect(error.message).toContain('vocabular');
    }
    const asBefore = await consistent(await filesOf({}, file), (manifest) => (manifest['version'] = 2));
    await refuses(asBefore, null, 'vocabularies in a form that has none');
  });

  it('whose manifest is not true is refused', async () => {
    const files = await filesOf();
    const edits: readonly ((manifest: LooseManifest) => void)[] = [
      (manifest) => manifest.files.pop(),
      (manifest) => manifest.files.push({ path: 'runs/0009/run.jsonl', bytes: 1, sha256: 'a'.repeat(64) }),
      (manifest) => manifest.files.push(...manifest.files.slice(0, 1)),
      (manifest) => (manifest['runs'] = 7),
      (manifest) => (manifest['packs'] = -1),
      (manifest) => (manifest['version'] = 0),
      (manifest) => (manifest['version'] = 1),
      (manifest) => (manifest['format'] = 'zip'),
      (manifest) => (manifest['more'] = 1),
      (manifest) => (manifest.files = manifest.files.map((file) => ({ ...file, bytes: file.bytes + 1 }))),
      (manifest) => (manifest.files = manifest.files.map((file) => ({ ...file, sha256: 'b'.repeat(64) }))),
    ];
    for (const edit of edits) await refuses(await consistent(files, edit), null, String(edit));
    const newer = await refuses(
      await consistent(files, (manifest) => (manifest['version'] = 99)),
      null,
      'newer',
    );
    expect(newer).toMatchObject({ code: 'storage/version', details: { found: 99, known: 3 } });
    await refuses(await forged([{ path: 'manifest.json', text: 'null' }]), null, 'null for a manifest');
    await refuses(await forged([{ path: 'manifest.json', text: '[' }]), null, 'half a manifest');
    await refuses(await forged([]), null, 'no manifest');
  });

  it('that would fill the memory when unpacked is refused before it does', async () => {
    const bomb = { path: 'runs/0001/run.jsonl', text: ' '.repeat(32 * 1024 * 1024) };
    const error = await refuses(
      await consistent([...(await filesOf()).filter(({ path }) => path !== bomb.path), bomb]),
      null,
      'bomb',
    );
    expect(error.message).toContain('grow more');
  });

  it('that lies about sizes, overlaps its files or counts too many is refused', async () => {
    const files = await filesOf();
    const manifestFirst = await consistent(files);
    const bytes = await bytesOf(manifestFirst);
    const end = bytes.length - trailer('').length - 64;
    const view = new DataView(bytes.buffer, 0, end);
    const directory = view.getUint32(end - 6, true);
    const changes: readonly (readonly [string, number, (offset: number) => void])[] = [
      ['longer', 24, (at) => view.setUint32(at, 0xfffffff0, true)],
      ['shorter', 24, (at) => view.setUint32(at, 1, true)],
      ['more compressed', 20, (at) => view.setUint32(at, 0x7fffffff, true)],
      ['less compressed', 20, (at) => view.setUint32(at, 3, true)],
      ['of another method', 10, (at) => view.setUint16(at, 99, true)],
      ['deflated where it is stored', 10, (at) => view.setUint16(at, 8, true)],
      ['elsewhere', 42, (at) => view.setUint32(at, 5, true)],
      ['behind the end', 42, (at) => view.setUint32(at, 0xfffffff0, true)],
    ];
    for (const [name, field, change] of changes) {
      const saved = bytes.slice();
      change(directory + field);
      const body = bytes.slice(0, end);
      await refuses(new Blob([body, trailer(sha256Hex(body))]), null, name);
      bytes.set(saved);
    }
  });

  it('that nobody wrote is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (noise, withEnd) => {
        const bytes = new Uint8Array(noise);
        const file = withEnd ? new Blob([bytes, trailer(sha256Hex(bytes))]) : new Blob([bytes]);
        await refuses(file, null, 'noise');
      }),
      { numRuns: 150, seed: 8 },
    );
  });
});

afterAll(() => {
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(refused).toBeGreaterThan(300);
});
