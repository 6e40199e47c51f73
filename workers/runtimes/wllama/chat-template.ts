/** The chat template that a GGUF file carries in its metadata (tokenizer.chat_template), in the Jinja language. */
import { Template } from '@huggingface/jinja';
import { AppError } from '../../../src/core/errors.ts';
import type { Message } from '../../../src/core/packs/pack.ts';
import type { Llama, LlamaModel } from './llama-port.ts';

export interface ChatTemplate {
  readonly source: string;
  render(messages: readonly Message[], addGenerationPrompt: boolean): string;
}

export function readChatTemplate(llama: Llama, model: LlamaModel): ChatTemplate | null {
  const source = model.metadata.get('tokenizer.chat_template');
  if (source === undefined || source.trim() === '') return null;
  const template = parsed(source);
  const textOf = (id: number | null): string =>
    id === null ? '' : new TextDecoder().decode(llama.piece(id));
  const surroundings = { bos_token: textOf(model.bosId), eos_token: textOf(model.eosId) };
  return {
    source,
    render: (messages, addGenerationPrompt) => {
      try {
        return template.render({
          ...surroundings,
          messages: messages.map(({ role, content }) => ({ role, content })),
          add_generation_prompt: addGenerationPrompt,
        });
      } catch (thrown) {
        // Templates refuse what their model was not trained on, e.g. a system message; their words are the reason.
        throw new AppError(
          'model/unsupported',
          `the model’s chat template refused these messages: ${why(thrown)}`,
        );
      }
    },
  };
}

function parsed(source: string): Template {
  try {
    return new Template(source);
  } catch (thrown) {
    throw new AppError('model/unsupported', `the model’s chat template could not be read: ${why(thrown)}`);
  }
}

const why = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
