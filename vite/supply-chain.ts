/**
 * What a build says of itself: its packages (bill of materials, licence list) and, last of all, the hash of every file,
 * so that a hospital can check from outside that what it is served is what was built (`bedside verify-build`).
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';
import { billOfMaterials, type BomSubject } from '../scripts/supply-chain/bill-of-materials.ts';
import { hashFolder } from '../scripts/supply-chain/hash-folder.ts';
import { licenceList } from '../scripts/supply-chain/licence-list.ts';
import { runtimePackages } from '../scripts/supply-chain/runtime-packages.ts';
import { FILE_MANIFEST, type FileManifest } from '../src/core/supply-chain/file-manifest.ts';

const BOM_FILE = 'sbom.cdx.json';
const LICENCE_FILE = 'third-party-licences.txt';

export function supplyChain(subject: BomSubject & { readonly build: string }): Plugin {
  let config: ResolvedConfig | null = null;
  return {
    name: 'bedside-supply-chain',
    apply: 'build',
    configResolved: (resolved) => {
      config = resolved;
    },
    closeBundle: {
      // After the service worker, which another plugin builds in its own closeBundle, and after public/ was copied.
      order: 'post',
      sequential: true,
      handler() {
        if (config === null) throw new Error('the build was not configured');
        const folder = resolve(config.root, config.build.outDir);
        const packages = runtimePackages(join(config.root, 'package-lock.json'));
        writeFileSync(join(folder, BOM_FILE), json(billOfMaterials(subject, packages)));
        writeFileSync(join(folder, LICENCE_FILE), licenceList(packages, config.root));
        const manifest: FileManifest = {
          schemaVersion: 1,
          app: { name: subject.name, version: subject.version, build: subject.build },
          files: hashFolder(folder),
        };
        writeFileSync(join(folder, FILE_MANIFEST), json(manifest));
      },
    },
  };
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
