/**
 * The software bill of materials, CycloneDX 1.6 in JSON (https://cyclonedx.org/docs/1.6/json/): what the build is made
 * of, in which versions, under which licences, with the hash that npm checked. No time and no serial number, so that
 * two builds of one commit are the same bytes.
 */
import type { RuntimePackage } from './runtime-packages.ts';

export interface BomSubject {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

export function billOfMaterials(subject: BomSubject, packages: readonly RuntimePackage[]): unknown {
  const refs = new Map(packages.map((each) => [each.path, `${purl(each)}#${each.path}`]));
  const refOf = (path: string): string => {
    const ref = refs.get(path);
    if (ref === undefined) throw new Error(`${path} is needed but not listed`);
    return ref;
  };
  const direct = packages.filter(({ path }) => path.lastIndexOf('node_modules/') === 0);
  const root = `${subject.name}@${subject.version}`;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': root,
        name: subject.name,
        version: subject.version,
        licenses: [{ license: { id: subject.licence } }],
      },
    },
    components: packages.map((each) => ({
      type: 'library',
      'bom-ref': refOf(each.path),
      ...scoped(each.name),
      version: each.version,
      scope: 'required',
      hashes: hashesOf(each.integrity),
      licenses: [licenceOf(each.licence)],
      purl: purl(each),
    })),
    dependencies: [
      { ref: root, dependsOn: direct.map(({ path }) => refOf(path)) },
      ...packages.map(({ path, needs }) => ({ ref: refOf(path), dependsOn: needs.map(refOf) })),
    ],
  };
}

function scoped(name: string): { readonly group?: string; readonly name: string } {
  const [group, rest] = name.split('/');
  return rest === undefined || group === undefined ? { name } : { group, name: rest };
}

function purl({ name, version }: RuntimePackage): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function licenceOf(licence: string): unknown {
  if (licence === 'unknown') return { license: { name: 'unknown' } };
  return /\s/u.test(licence) ? { expression: licence } : { license: { id: licence } };
}

/** npm writes base64, CycloneDX hexadecimal. */
function hashesOf(integrity: string): readonly unknown[] {
  const [algorithm, base64] = integrity.split('-');
  if (algorithm !== 'sha512' || base64 === undefined) return [];
  return [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }];
}
