/** The shape of a model that is here: from its configuration or GGUF head, whichever its files have. */
import { shapeOfConfig, shapeOfGguf, type ReadShape } from '../../core/models/model-shape.ts';
import type { ModelChoice } from './model-choice.ts';
import { readGgufFile } from './picked-gguf.ts';

const NOT_KNOWN: ReadShape = { shape: null, parameters: null, contextTokens: null };

/** Never throws: an estimate without a shape is still one, and says what it lacks. */
export async function readShape({ location }: ModelChoice): Promise<ReadShape> {
  try {
    switch (location.kind) {
      case 'server':
        return NOT_KNOWN;
      case 'url': {
        const response = await fetch(new URL('config.json', location.baseUrl));
        return response.ok ? shapeOfConfig(await response.json()) : NOT_KNOWN;
      }
      case 'files': {
        const file = (end: string) => location.files.find(({ path }) => path.endsWith(end))?.file;
        const gguf = file('.gguf');
        if (gguf !== undefined) return shapeOfGguf(await readGgufFile(gguf));
        const config = file('config.json');
        return config === undefined ? NOT_KNOWN : shapeOfConfig(JSON.parse(await config.text()));
      }
    }
  } catch {
    return NOT_KNOWN;
  }
}
