import { describe, expect, it } from 'vitest';
import { createRuntime, RUNTIME_IDS } from './registry.ts';

describe('the runtimes', () => {
  it.each(RUNTIME_IDS)(
    '%s is created under its own id and refuses to answer before a model is loaded',
    async (id) => {
      const runtime = await createRuntime(id);
      expect(runtime.id).toBe(id);
      const settings = { maxTokens: 1, temperature: 0, topK: 0, seed: 0, stop: [] };
      const answering = runtime.generate(
        { messages: [], settings },
        () => undefined,
        new AbortController().signal,
      );
      await expect(answering).rejects.toMatchObject({ code: 'runtime/failed' });
      await runtime.dispose();
    },
  );

  it.each(['gpt', 'constructor', ''])('"%s" is refused with the ids that exist', async (id) => {
    await expect(createRuntime(id)).rejects.toMatchObject({
      code: 'input/unknown-id',
      details: { known: RUNTIME_IDS },
    });
  });
});
