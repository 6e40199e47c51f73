/**
 * The prompt as the library will write it from the model's conversation template, so that a record holds what the model
 * read. generate.ts compares the count with the library's own and refuses a difference.
 */
import type { RenderedPrompt } from '../../../src/core/contracts.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { Message } from '../../../src/core/packs/pack.ts';
import { promptWarnings } from '../../../src/core/prompts/prompt-warnings.ts';
import { tokenIdsSha256 } from '../../token-ids-sha256.ts';
import type { ChatConfig, ConvTemplate } from './model-record.ts';

/** What one role's turn is joined with where the template does not say. */
const DEFAULT_SEPARATOR = ': ';

/** One piece per turn: the library tokenizes them one by one, and tokens never span two. */
export function promptPieces(template: ConvTemplate, messages: readonly Message[]): readonly string[] {
  const [first, ...others] = messages;
  const ownSystem = first?.role === 'system';
  const turns = ownSystem ? others : messages;
  if (turns.some(({ role }) => role === 'system') || turns.at(-1)?.role !== 'user') {
    throw new AppError(
      'runtime/unsupported-operation',
      'WebLLM takes one system message, at the start, and a last message from the user',
    );
  }
  const system = systemPiece(template, ownSystem ? first.content : template.system_message);
  const contentSeparator = template.role_content_sep ?? DEFAULT_SEPARATOR;
  const pieces = turns.map(({ role, content }, index) => {
    const nameless = template.add_role_after_system_message === false && system !== '' && index === 0;
    const prefix = nameless ? '' : `${nameOf(template, role)}${contentSeparator}`;
    return `${prefix}${filled(template, role, content)}${template.seps[index % template.seps.length] ?? ''}`;
  });
  const header = `${template.roles.assistant}${template.role_empty_sep ?? DEFAULT_SEPARATOR}`;
  return [...(system === '' ? [] : [system]), ...pieces, header];
}

export interface EncodedPrompt {
  readonly rendered: RenderedPrompt;
  /** As the library counts: without the ids that the template puts before everything. */
  readonly countedTokens: number;
}

export function encodePrompt(
  config: ChatConfig,
  messages: readonly Message[],
  encode: (text: string) => readonly number[],
): EncodedPrompt {
  const template = config.conv_template;
  const pieces = promptPieces(template, messages);
  const encoded = pieces.flatMap((piece) => [...encode(piece)]);
  const tokenIds = [...(template.system_prefix_token_ids ?? []), ...encoded];
  return {
    countedTokens: encoded.length,
    rendered: {
      text: pieces.join(''),
      tokenCount: tokenIds.length,
      tokenIdsSha256: tokenIdsSha256(tokenIds),
      firstTokenIds: tokenIds.slice(0, 8),
      warnings: promptWarnings({
        tokenIds,
        bosTokenId: config.bos_token_id ?? null,
        // The template's own prefix decides; the configuration does not say whether one belongs there.
        addsBosToken: false,
        hasChatTemplate: true,
        generationPromptAdded: true,
        specialTokens: template.stop_str,
        messages,
      }),
    },
  };
}

function systemPiece(template: ConvTemplate, message: string): string {
  if (message === '' && template.render_empty_system_message === false) return '';
  return template.system_template.replace('{system_message}', message);
}

function nameOf(template: ConvTemplate, role: Message['role']): string {
  return role === 'user' ? template.roles.user : template.roles.assistant;
}

/**
 * The library fills its templates with String.replace, where "$&" and "$$" in the text have a meaning. It is written the
 * same way here, because the record must hold what the model reads and not what it should.
 */
function filled(template: ConvTemplate, role: Message['role'], content: string): string {
  const pattern = template.role_templates?.[role];
  if (pattern === undefined) return content;
  return pattern.replace(`{${role}_message}`, content).replace('{function_string}', '');
}
