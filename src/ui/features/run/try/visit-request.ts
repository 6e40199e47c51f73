/** From a pasted visit to a pack and a run of it. Pure. */
import type { PackEntry, RunRequest } from '../../../../app/services.ts';
import { packOfPastedVisit } from '../../../../core/importers/pasted-visit.ts';
import type { Pack } from '../../../../core/packs/pack.ts';
import { DEMO_BASE, DEMO_MODEL } from '../../../../core/models/demo-models.ts';
import { resolveRequest, type Choices } from '../request.ts';

/** The instruction that the bundled model was trained with; others need the form spelled out. */
const DEMO_PROMPT = 'soap-note';
/** English text has about four characters to a token; only the model's tokenizer knows. */
const CHARACTERS_PER_TOKEN = 4;
const INSTRUCTION_TOKENS = 150;

interface Visit {
  readonly title: string;
  readonly transcript: string;
  readonly reference: string;
}

export function visitPack(visit: Visit): Pack {
  return packOfPastedVisit({ ...visit, language: 'en' });
}

export function visitRequest(pack: Pack, modelId: string, choices: Choices): RunRequest | null {
  const { samples, ...header } = pack;
  const entry: PackEntry = {
    header,
    sha256: header.seal ?? '',
    samples: samples.length,
    bytes: 0,
    importedAt: '',
    bundled: false,
  };
  const draft = {
    packId: pack.id,
    modelId,
    ...(modelId === DEMO_MODEL || modelId === DEMO_BASE ? { promptId: DEMO_PROMPT } : {}),
  };
  return resolveRequest(draft, { ...choices, packs: [entry] });
}

/** A first guess while somebody still edits; the run itself counts the tokens and says them. */
export function lengthWarning(transcript: string, contextTokens: number | null): string | null {
  if (contextTokens === null) return null;
  const prompt = Math.round(transcript.length / CHARACTERS_PER_TOKEN) + INSTRUCTION_TOKENS;
  if (prompt < contextTokens * 0.7) return null;
  const words = (tokens: number): string => tokens.toLocaleString('en');
  return (
    `Probably too long: ${words(transcript.length)} characters are about ${words(prompt)} tokens with the ` +
    `instruction, and this model reads ${words(contextTokens)} including its answer. Nothing is ever cut: ` +
    'what does not fit is said with exact numbers and no note is written.'
  );
}
