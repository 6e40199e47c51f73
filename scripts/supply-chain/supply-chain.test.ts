import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { billOfMaterials } from './bill-of-materials.ts';
import { licenceList } from './licence-list.ts';
import { NODE_ONLY, runtimePackages } from './runtime-packages.ts';
import { isPermitted } from './spdx.ts';

const packages = runtimePackages('package-lock.json');

describe('licences', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['MIT AND Zlib', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-or-later', false],
    ['LGPL-3.0-or-later', false],
    ['MIT OR GPL-3.0-only AND AGPL-3.0-only', true],
    ['(MIT OR GPL-3.0-only) AND AGPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['UNLICENSED', false],
    ['unknown', false],
    ['', false],
    ['MIT OR', false],
    ['(MIT', false],
  ])('%s: %s', (expression, expected) => {
    expect(isPermitted(expression)).toBe(expected);
  });

  it('of every package that can be part of the build are permitted', () => {
    const refused = packages.filter(({ licence }) => !isPermitted(licence));
    expect(refused.map(({ name, version, licence }) => `${name} ${version}: ${licence}`)).toEqual([]);
  });

  it('are listed for every dependency of package.json, with their words where the package brings them', () => {
    const { dependencies } = v.parse(
      v.object({ dependencies: v.record(v.string(), v.string()) }),
      JSON.parse(readFileSync('package.json', 'utf8')),
    );
    const list = licenceList(packages, '.');
    for (const [name, version] of Object.entries(dependencies))
      expect(list).toContain(`${name} ${version}: `);
    expect(list).toContain('Permission is hereby granted, free of charge');
    const without = list.split('The package carries no licence file of its own.').length - 1;
    expect(without).toBeLessThan(packages.length / 10);
  });

  it('dependencies are exact versions and no install script is run', () => {
    const { dependencies, devDependencies } = v.parse(
      v.object({
        dependencies: v.record(v.string(), v.string()),
        devDependencies: v.record(v.string(), v.string()),
      }),
      JSON.parse(readFileSync('package.json', 'utf8')),
    );
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.-]+)?$/);
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
    for (const { name, integrity } of packages) expect(integrity, name).toMatch(/^sha512-/);
  });
});

/** The required fields and closed lists of CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/) for what we write. */
const text = v.pipe(v.string(), v.minLength(1));
const LicenceSchema = v.union([
  v.strictObject({ license: v.union([v.strictObject({ id: text }), v.strictObject({ name: text })]) }),
  v.strictObject({ expression: text }),
]);
const ComponentSchema = v.strictObject({
  type: v.picklist(['application', 'library']),
  'bom-ref': text,
  group: v.optional(text),
  name: text,
  version: text,
  scope: v.optional(v.picklist(['required', 'optional', 'excluded'])),
  hashes: v.optional(
    v.array(
      v.strictObject({ alg: v.literal('SHA-512'), content: v.pipe(v.string(), v.regex(/^[0-9a-f]{128}$/)) }),
    ),
  ),
  licenses: v.pipe(v.array(LicenceSchema), v.minLength(1)),
  purl: v.optional(v.pipe(v.string(), v.regex(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@[\w.+-]+$/))),
});
const BomSchema = v.strictObject({
  $schema: v.literal('http://cyclonedx.org/schema/bom-1.6.schema.json'),
  bomFormat: v.literal('CycloneDX'),
  specVersion: v.literal('1.6'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  metadata: v.strictObject({ component: ComponentSchema }),
  components: v.array(ComponentSchema),
  dependencies: v.array(v.strictObject({ ref: text, dependsOn: v.array(text) })),
});

describe('the bill of materials', () => {
  const bom = v.parse(
    BomSchema,
    billOfMaterials({ name: 'bedside', version: '0.1.0', licence: 'Apache-2.0' }, packages),
  );

  it('names each component once, and every dependency is a component', () => {
    const refs = [bom.metadata.component, ...bom.components].map((each) => each['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    expect(bom.dependencies.map(({ ref }) => ref).sort()).toEqual([...refs].sort());
    for (const { dependsOn } of bom.dependencies) for (const ref of dependsOn) expect(refs).toContain(ref);
  });

  it('reaches every component from the application', () => {
    const needs = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
    const reached = new Set<string>();
    const visit = (ref: string): void => {
      if (reached.has(ref)) return;
      reached.add(ref);
      needs.get(ref)?.forEach(visit);
    };
    visit(bom.metadata.component['bom-ref']);
    expect(reached.size).toBe(bom.components.length + 1);
  });

  it('has the versions that are installed', () => {
    for (const { path, version } of packages) {
      const installed = v.parse(
        v.object({ version: v.string() }),
        JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')),
      );
      expect(installed.version, path).toBe(version);
    }
  });

  it('leaves out only what Node alone uses, and the source imports none of that', () => {
    for (const { name } of packages) expect(NODE_ONLY.has(name)).toBe(false);
    const sources = ['src', 'workers'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.') && statSync(path).isFile()),
    );
    const imported = sources.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/from '([^'.][^']*)'/g)].map(([, name = '']) => name),
    );
    expect(imported.filter((name) => NODE_ONLY.has(name))).toEqual([]);
  });
});
