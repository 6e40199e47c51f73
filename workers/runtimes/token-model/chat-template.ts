/** A model’s own chat template, in the Jinja language, as its files carry it. */
import { Template } from '@huggingface/jinja';
import { AppError } from '../../../src/core/errors.ts';
import type { Message } from '../../../src/core/packs/pack.ts';

export interface ChatTemplate {
  readonly source: string;
  render(messages: readonly Message[], addGenerationPrompt: boolean): string;
}

/** `tokens` are the texts of the special tokens that a template may name. */
export function readChatTemplate(
  source: string | null | undefined,
  tokens: { readonly bos: string; readonly eos: string },
): ChatTemplate | null {
  if (source === undefined || source === null || source.trim() === '') return null;
  const template = parsed(source);
  const surroundings = { bos_token: tokens.bos, eos_token: tokens.eos };
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
