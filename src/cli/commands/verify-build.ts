/**
 * Whether a server gives exactly the files of a build. It asks from outside, because a page cannot attest itself, and
 * trusts only the manifest it is given.
 */
import * as v from 'valibot';
import { AppError } from '../../core/errors.ts';
import { describeIssues } from '../../core/packs/describe-issues.ts';
import { readLines } from '../../core/packs/lines.ts';
import { parseStrictJson } from '../../core/packs/strict-json.ts';
import {
  FILE_MANIFEST,
  FileManifestSchema,
  type FileManifest,
} from '../../core/supply-chain/file-manifest.ts';
import { commandArgs, requiredOption } from '../command-args.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { sourceFile } from '../files.ts';
import { checkSite, type SiteCheck } from '../verify/check-site.ts';

export const verifyBuildCommand: Command = {
  name: 'verify-build',
  summary: 'Does a server give exactly the files of a build',
  usage: `bedside verify-build <url> --manifest <file> [--json]

  <url>       where the page is served, e.g. https://bedside.hospital.example/
  --manifest  ${FILE_MANIFEST} of the build, from the release or from a build of your own; the copy that the
              server itself offers proves nothing
  --json      one JSON object on stdout

  Every file is fetched and compared by size and SHA-256. Files that are named by the site's start page or by its own
  manifest, and not by yours, are reported as extra; a web server does not list anything else. What is checked is what
  this machine was given now: a server can give other visitors something else.

  Exit codes: 0 every file is the same and none is extra, 3 something differs, is missing or extra, 2 the address or
  the manifest cannot be used.`,
  async run(args, io) {
    const { values, positionals } = commandArgs(args, {
      manifest: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const site = siteUrl(positionals);
    const manifest = await readManifest(requiredOption(values.manifest, '--manifest'));
    const check = await checkSite(site, manifest);
    const verified = check.differing.length + check.missing.length + check.extra.length === 0;
    if (values.json)
      io.out(`${JSON.stringify({ url: site.href, build: manifest.app, verified, ...check })}\n`);
    else io.out(`${textReport(site, manifest, check, verified).join('\n')}\n`);
    return verified ? EXIT.done : EXIT.differs;
  },
};

function siteUrl(positionals: readonly string[]): URL {
  const [address] = positionals;
  if (address === undefined || positionals.length > 1)
    throw new AppError('input/option', 'give exactly one address', { option: 'url' });
  if (!URL.canParse(address) || !/^https?:$/u.test(new URL(address).protocol))
    throw new AppError('input/option', `"${address}" is not a web address`, { option: 'url' });
  const url = new URL(address);
  url.hash = '';
  url.search = '';
  url.pathname = url.pathname.replace(/(^|\/)index\.html$/u, '$1').replace(/([^/])$/u, '$1/');
  return url;
}

async function readManifest(path: string): Promise<FileManifest> {
  let text = '';
  for await (const line of readLines(sourceFile(path).stream(), path)) text += `${line.text}\n`;
  const result = v.safeParse(FileManifestSchema, parseStrictJson(text, { file: path }));
  if (result.success) return result.output;
  const problems = describeIssues(result.issues);
  throw new AppError('input/schema', `${path}: ${problems[0] ?? 'is not a file manifest'}`, {
    file: path,
    problems: problems.slice(0, 20),
  });
}

function textReport(site: URL, manifest: FileManifest, check: SiteCheck, verified: boolean): string[] {
  const { app, files } = manifest;
  return [
    `${site.href} against ${app.name} ${app.version} (${app.build})`,
    ...check.differing.map(
      ({ path, expected, found }) =>
        `differs  ${path}: ${found.bytes} bytes, SHA-256 ${found.sha256}; expected ${expected.bytes} bytes, ${expected.sha256}`,
    ),
    ...check.missing.map(({ path, why }) => `missing  ${path}: ${why}`),
    ...check.extra.map((path) => `extra    ${path}`),
    verified
      ? `All ${files.length} files are the same.`
      : `${check.same} of ${files.length} files are the same; ${check.differing.length} differ, ${check.missing.length} missing, ${check.extra.length} extra.`,
  ];
}
