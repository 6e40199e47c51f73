/** Finds the regular expressions of the product and times each on strings made from its own parts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import ts from 'typescript';

export interface FoundPattern {
  /** `path:line`. */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

const isProduct = (name: string): boolean =>
  /\.tsx?$/.test(name) && !/\.(?:test|d)\.tsx?$/.test(name) && !/(?:^|[\\/])fixtures/.test(name);

/** Every regular expression literal under these folders. */
export function findPatterns(folders: readonly string[]): FoundPattern[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(isProduct)
        .map((name) => join(folder, name)),
    )
    .flatMap(patternsOf);
}

function patternsOf(path: string): FoundPattern[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: FoundPattern[] = [];
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
      const text = node.getText(file);
      const end = text.lastIndexOf('/');
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push({ place: `${path}:${line + 1}`, source: text.slice(1, end), flags: text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Characters that a part of some pattern takes: each class by one that stands for it, and what the pattern spells out. */
function alphabet(source: string): string[] {
  const spelled =
    source.replace(/\\[a-zA-Z](?:\{[^}]*\})?/g, '').match(/[A-Za-z0-9 <>="'[\](){}.,:;/*_#%&|+-]/g) ?? [];
  return [...new Set([' ', 'a', '1', '\n', '.', '-', 'A', '"', ...spelled])].slice(0, 24);
}

/** Strings that make a pattern with overlapping repetitions try every division: parts repeated, then a mismatch. */
function* attacks(source: string): Iterable<string> {
  const letters = alphabet(source);
  yield* letters;
  const few = letters.slice(0, 10);
  for (const a of few) for (const b of few) if (a !== b) yield a + b;
  for (const word of new Set(source.match(/[A-Za-z]{2,}/g))) yield `${word} `;
}

export interface Slow {
  readonly chars: number;
  readonly ms: number;
  readonly pump: string;
}

const context = createContext({});
const run = new Script('pattern.lastIndex = 0; pattern.test(text)');

function msOf(pattern: RegExp, text: string, limitMs: number, guarded: boolean): number {
  const started = performance.now();
  if (!guarded) {
    pattern.test(text);
    return performance.now() - started;
  }
  context['pattern'] = pattern;
  context['text'] = text;
  try {
    run.runInContext(context, { timeout: limitMs });
  } catch {
    return Infinity;
  }
  return performance.now() - started;
}

/** Null when the pattern stays under `limitMs` on every attack string up to `maxChars`. */
export function slowest({ source, flags }: FoundPattern, maxChars: number, limitMs: number): Slow | null {
  const pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
  for (const pump of attacks(source)) {
    let ms = 0;
    // Growing, so that an exponential pattern is met while it still takes milliseconds.
    for (let chars = 16; chars <= maxChars; chars *= chars < 64 ? 1.2 : 3) {
      const text = `${pump.repeat(Math.ceil(chars / pump.length))}\u0000`;
      // Ending a match from outside costs a thread, so only where the last, shorter text has taken some time.
      ms = msOf(pattern, text, limitMs, ms > 0.2);
      if (ms >= limitMs) return { chars: text.length, ms, pump };
    }
  }
  return null;
}
