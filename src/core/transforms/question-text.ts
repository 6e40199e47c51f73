import type { Message, Sample } from '../packs/pack.ts';

/** Every text of what is asked, changed; evidence in a transcript points at its words, so turns are left alone. */
export function mapQuestion(sample: Sample, change: (text: string) => string): Sample {
  if ('turns' in sample.input) return sample;
  const last = lastUserMessage(sample.input.messages);
  return {
    ...sample,
    input: {
      messages: sample.input.messages.map((message, index) =>
        index === last ? { ...message, content: change(message.content) } : message,
      ),
    },
  };
}

export function mapDocuments(sample: Sample, change: (text: string) => string): Sample {
  return sample.documents === undefined
    ? sample
    : {
        ...sample,
        documents: sample.documents.map((document) => ({ ...document, text: change(document.text) })),
      };
}

/** After the question; in a visit, as the last thing that its last speaker says. */
export function addAfter(sample: Sample, sentence: string): Sample {
  if (!('turns' in sample.input)) return mapQuestion(sample, (text) => `${text}\n${sentence}`);
  const { turns } = sample.input;
  const line = Math.max(...turns.map((turn) => turn.line)) + 1;
  const speaker = turns.at(-1)?.speaker ?? 'Patient';
  return { ...sample, input: { turns: [...turns, { line, speaker, text: sentence }] } };
}

/** Before everything else; a visit has no place for it. */
export function addBefore(sample: Sample, sentence: string): Sample {
  return mapQuestion(sample, (text) => `${sentence}\n${text}`);
}

function lastUserMessage(messages: readonly Message[]): number {
  const found = messages.findLastIndex(({ role }) => role === 'user');
  return found < 0 ? messages.length - 1 : found;
}
