import { extractChoice } from '../extract/choice-letter.ts';
import type { Extractor } from './extractor.ts';

export const letter: Extractor = {
  id: 'letter',
  title: 'Letter of a choice',
  description:
    'Strict: the letter alone. Flexible: stated in any way, or the text of one choice. Read: the id.',
  extract(reply, { choices = [] }) {
    const { strict, flexible } = extractChoice(reply, choices);
    return {
      strict: strict === null ? null : [strict],
      flexible: flexible.kind === 'picked' ? { kind: 'read', values: [flexible.id] } : flexible,
    };
  },
};
