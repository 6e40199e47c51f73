/** "out/run.json" with "samples.jsonl" beside it: "out/run.samples.jsonl". */
export function besideName(out: string, beside: string): string {
  return `${out.replace(/(?<=[^/\\])\.[^./\\]+$/u, '')}.${beside}`;
}
