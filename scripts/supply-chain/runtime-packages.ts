/** Every package whose code can be part of the build, with what the lock file says of it. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

export interface RuntimePackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression; "unknown" where the package does not say. */
  readonly licence: string;
  /** As npm checks it: "sha512-<base64>". */
  readonly integrity: string;
  /** Where it is installed: "node_modules/a/node_modules/b". */
  readonly path: string;
  /** Paths of the packages it needs. */
  readonly needs: readonly string[];
}

const PackageSchema = v.object({
  version: v.optional(v.string()),
  license: v.optional(v.string()),
  integrity: v.optional(v.string()),
  dependencies: v.optional(v.record(v.string(), v.string())),
  peerDependencies: v.optional(v.record(v.string(), v.string())),
});
const LockSchema = v.object({ lockfileVersion: v.literal(3), packages: v.record(v.string(), PackageSchema) });

/** transformers.js needs these in Node only; the build uses its web half, and a test holds that none is in it. */
export const NODE_ONLY = new Set(['onnxruntime-node', 'sharp']);

/** Packages that name their licence in words of their own, read by a person: name@version to SPDX. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  // "BSD" in package.json; its LICENSE file is the two-clause text.
  'duck@0.1.12': 'BSD-2-Clause',
};

export function runtimePackages(lockFile: string): readonly RuntimePackage[] {
  const { packages } = v.parse(LockSchema, JSON.parse(readFileSync(lockFile, 'utf8')));
  const found = new Map<string, RuntimePackage>();
  /** Node's own search: beside the package that asks, then outwards. */
  const resolve = (from: string, name: string): string | null => {
    for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
      const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
      if (packages[path] !== undefined) return path;
      if (folder === '') return null;
    }
  };
  const visit = (from: string): readonly string[] => {
    const needed = Object.keys(packages[from]?.dependencies ?? {}).filter((name) => !NODE_ONLY.has(name));
    return needed.flatMap((name) => {
      const path = resolve(from, name);
      if (path === null) throw new Error(`${name}, needed by ${from || 'Bedside'}, is not in the lock file`);
      if (!found.has(path)) {
        const { version = '', license = 'unknown', integrity = '' } = packages[path] ?? {};
        const own = READ_BY_HAND[`${name}@${version}`] ?? license;
        found.set(path, { name, version, licence: own, integrity, path, needs: [] });
        found.set(path, { name, version, licence: own, integrity, path, needs: visit(path) });
      }
      return [path];
    });
  };
  visit('');
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
