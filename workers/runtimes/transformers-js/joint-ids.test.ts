import { readFileSync } from 'node:fs';
import { AutoTokenizer, env } from '@huggingface/transformers';
import { beforeAll, describe, expect, it } from 'vitest';
import { encode } from './chat-prompt.ts';
import { jointIds } from './joint-ids.ts';
import type { OpenModel } from './open-model.ts';

type Tokenizing = Pick<OpenModel, 'tokenizer' | 'chatTemplate'>;
let open: Tokenizing;
/** How many characters were read. */
let read = 0;

beforeAll(async () => {
  env.allowRemoteModels = false;
  env.localModelPath = 'public/models/';
  const tokenizer = await AutoTokenizer.from_pretrained('demo-tuned');
  const own = tokenizer.encode.bind(tokenizer);
  tokenizer.encode = (text, options) => {
    read += text.length;
    return own(text, options);
  };
  open = { tokenizer, chatTemplate: 'the bundled one' };
});

const CONTINUATIONS = ['A', ' A', 'ramipril 5 mg', '\n\nPlan:', '’s', '', '<|end|>', 'naïve 🩺'];

function render(content: string): string {
  return open.tokenizer.apply_chat_template([{ role: 'user', content }], {
    tokenize: false,
    add_generation_prompt: true,
  });
}

describe('tokens of prompt and continuation', () => {
  it('are those of the whole text, for every question of the pack', () => {
    const { samples } = JSON.parse(readFileSync('public/packs/clinical-qa-demo.json', 'utf8')) as {
      samples: { input: { messages: { content: string }[] }; choices: { text: string }[] }[];
    };
    for (const { input, choices } of samples) {
      const text = render(input.messages[0]?.content ?? '');
      const joint = jointIds(open, text, encode(open, text));
      for (const continuation of [...choices.map((choice) => choice.text), ...CONTINUATIONS])
        expect(joint(continuation)).toEqual(encode(open, text + continuation));
    }
  });

  it('are those of the whole text where nothing parts it, or the tokenizer adds tokens of its own', () => {
    const text = 'Which drug? Answer: dox';
    for (const chatTemplate of ['one', null]) {
      const plain = { ...open, chatTemplate };
      const joint = jointIds(plain, text, encode(plain, text));
      for (const continuation of CONTINUATIONS)
        expect(joint(continuation)).toEqual(encode(plain, text + continuation));
    }
  });

  it('need the prompt read once', () => {
    const text = render('A long vignette. '.repeat(200));
    const prefix = encode(open, text);
    read = 0;
    const joint = jointIds(open, text, prefix);
    for (const continuation of CONTINUATIONS) joint(continuation);
    expect(read).toBeLessThan(400);
  });
});
