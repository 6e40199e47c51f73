/** The document tree that mammoth reads, as plain lines. Apart, so that mammoth is only loaded for a Word file. */
import mammoth from 'mammoth';
import * as v from 'valibot';

const NodeSchema = v.looseObject({ type: v.string() });
type Node = v.InferOutput<typeof NodeSchema>;

export async function readWordText(docx: Uint8Array<ArrayBuffer>): Promise<string> {
  let lines: readonly string[] = [];
  const options = {
    externalFileAccess: false,
    transformDocument: (document: unknown) => {
      lines = blockLines(v.parse(NodeSchema, document));
      // Nothing is left to be made into HTML.
      return { ...v.parse(NodeSchema, document), children: [] };
    },
  };
  // The browser's build reads `arrayBuffer`, Node's reads `buffer`.
  const input = { arrayBuffer: docx.buffer, buffer: docx };
  await mammoth.convertToHtml(input, options);
  return `${lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()}\n`;
}

function childrenOf(node: Node): readonly Node[] {
  const { children } = node;
  return Array.isArray(children) ? children.filter((child): child is Node => v.is(NodeSchema, child)) : [];
}

/** A document, cell or other block: its paragraphs and tables in order. */
function blockLines(node: Node): string[] {
  return childrenOf(node).flatMap((child) => {
    if (child.type === 'paragraph') return inlineText(child).split('\n');
    if (child.type === 'table') return childrenOf(child).map(rowLine);
    return blockLines(child);
  });
}

function rowLine(row: Node): string {
  return childrenOf(row)
    .map((cell) =>
      blockLines(cell)
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join(' '),
    )
    .join(' | ');
}

function inlineText(node: Node): string {
  if (node.type === 'text') return typeof node['value'] === 'string' ? node['value'] : '';
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return '\n';
  return childrenOf(node).map(inlineText).join('');
}
