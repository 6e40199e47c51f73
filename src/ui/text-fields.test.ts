/**
 * Every text field of every page, those in dialogs and closed panels included: none of them lets the browser check its
 * spelling, translate it or fill it in, because those services may send what is written to a vendor.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = 'src/ui';
const WITHOUT_TEXT = new Set([
  'checkbox',
  'radio',
  'file',
  'number',
  'range',
  'color',
  'hidden',
  'button',
  'submit',
]);

/** Attributes of a JSX element as they are written; a name without a value is "true". */
function attributes(element: ts.JsxOpeningLikeElement): ReadonlyMap<string, string> {
  return new Map(
    element.attributes.properties.flatMap((property): [string, string][] => {
      if (!ts.isJsxAttribute(property)) return [];
      const { initializer } = property;
      const value = initializer === undefined ? 'true' : initializer.getText().replace(/^[{"']|[}"']$/g, '');
      return [[property.name.getText(), value]];
    }),
  );
}

interface TextField {
  readonly where: string;
  readonly has: ReadonlyMap<string, string>;
}

function textFields(path: string, source: string): readonly TextField[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: TextField[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxSelfClosingElement(node) || ts.isJsxOpeningElement(node)) {
      const tag = node.tagName.getText();
      const has = attributes(node);
      const type = has.get('type') ?? 'text';
      // A type chosen at run time is among those without text in Field.tsx, and would be named here otherwise.
      const isText = tag === 'textarea' || (tag === 'input' && type !== 'type' && !WITHOUT_TEXT.has(type));
      if (isText || has.has('contentEditable')) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        found.push({ where: `${path}:${line + 1}`, has });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const missing = ({ where, has }: TextField): readonly string[] => [
  ...(has.get('spellCheck') === 'false' ? [] : [`${where}: spellCheck={false}`]),
  ...(has.get('translate') === 'no' ? [] : [`${where}: translate="no"`]),
  // A password's field says which password it is, so that a password manager does not take another's.
  ...(/^(off|new-password|current-password)$/.test(has.get('autoComplete') ?? '')
    ? []
    : [`${where}: autoComplete="off"`]),
];

describe('text fields', () => {
  it('are found, and what they lack is named', () => {
    const bad = textFields(
      'a.tsx',
      '<><input /><textarea spellCheck={false} translate="no" /><input type="file" /></>',
    );
    expect(bad.flatMap(missing)).toEqual([
      'a.tsx:1: spellCheck={false}',
      'a.tsx:1: translate="no"',
      'a.tsx:1: autoComplete="off"',
      'a.tsx:1: autoComplete="off"',
    ]);
  });

  it('of every page keep what is written to themselves', () => {
    const paths = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx') && !name.includes('.test.'))
      .map((name) => join(ROOT, name));
    const fields = paths.flatMap((path) => textFields(path, readFileSync(path, 'utf8')));
    expect(fields.length).toBeGreaterThan(1);
    expect(fields.flatMap(missing)).toEqual([]);
  });
});
