import type * as v from 'valibot';

/** How many problems are listed; the rest is counted. */
export const MAX_LISTED_PROBLEMS = 20;

type Issue = v.BaseIssue<unknown>;

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'must be text',
  number: 'must be a number',
  boolean: 'must be true or false',
  array: 'must be a list',
  strict_object: 'must be an object',
  object: 'must be an object',
  record: 'must be an object',
};

/** Schema issues as "path: what is wrong" in plain words, in the order of the file. */
export function describeIssues(issues: readonly Issue[], prefix = ''): string[] {
  return issues.flatMap((issue) => describe(issue, prefix));
}

function describe(issue: Issue, prefix: string): string[] {
  const path = issuePath(issue, prefix);
  if (issue.type === 'union' && issue.issues !== undefined) {
    // An alternative that was recognised but has a mistake inside is described by that mistake.
    const inside = issue.issues.filter((inner) => (inner.path?.length ?? 0) > 1);
    if (inside.length > 0) return describeIssues(inside, path);
  }
  return [`${path === '' ? 'the file' : path}: ${words(issue)}`];
}

function words(issue: Issue): string {
  // Messages of our own schemas are already plain words; valibot's begin with "Invalid".
  if (!issue.message.startsWith('Invalid ')) {
    return issue.received === 'undefined' && issue.input === undefined ? 'is missing' : issue.message;
  }
  if (issue.expected === 'never') return 'is not a known field';
  if (issue.received === 'undefined') return 'is missing';
  if (issue.type === 'picklist' || issue.type === 'literal') {
    return `must be ${(issue.expected ?? '').replace(/^\(|\)$/g, '').replaceAll(' | ', ' or ')}`;
  }
  return TYPE_WORDS[issue.type] ?? issue.message;
}

function issuePath(issue: Issue, prefix: string): string {
  return (issue.path ?? []).reduce((path, { key }) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? String(key) : `${path}.${String(key)}`;
  }, prefix);
}
