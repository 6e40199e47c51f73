import type { PromptTemplate } from '../contracts.ts';
import { documentsText } from './documents.ts';
import { transcriptText } from './transcript.ts';

/** The sample's own messages, unchanged, with its documents before the last of them. */
export const plain: PromptTemplate = {
  id: 'plain',
  version: '1',
  title: 'The sample as it is',
  template: '{documents}{messages}',
  render: (sample) => {
    const documents = documentsText(sample);
    if ('turns' in sample.input) {
      return [{ role: 'user', content: `${documents}${transcriptText(sample.input)}` }];
    }
    const last = sample.input.messages.length - 1;
    return sample.input.messages.map((message, index) =>
      index === last ? { ...message, content: `${documents}${message.content}` } : message,
    );
  },
};
