import { type Transform, notApplicable } from './transform.ts';
import { addBefore } from './question-text.ts';

const FRAMES: readonly { readonly id: string; readonly title: string; readonly sentence: string }[] = [
  {
    id: 'persona-specialist',
    title: 'Persona: experienced specialist',
    sentence: 'You are a specialist with many years of practice who is known for careful answers.',
  },
  {
    id: 'persona-student',
    title: 'Persona: student',
    sentence: 'You are a student in the first weeks of medical school.',
  },
  {
    id: 'asked-by-physician',
    title: 'Asked by a physician',
    sentence: 'I am a physician and ask this about my own work.',
  },
  {
    id: 'asked-by-layperson',
    title: 'Asked by a layperson',
    sentence: 'I have no medical training and ask this for someone in my family.',
  },
];

/** Who is asked, or who asks. Physician and layperson are twins of the same pack, so they pair with each other too. */
export const FRAMINGS: readonly Transform[] = FRAMES.map(({ id, title, sentence }) => ({
  id,
  version: '1',
  title,
  description: `Puts one sentence before the question: “${sentence}”`,
  apply: (sample) => {
    if ('turns' in sample.input) throw notApplicable(sample, 'is a visit; it has no place for who asks');
    return addBefore(sample, sentence);
  },
}));
