import type { Message } from '../../src/core/packs/pack.ts';

const TRANSCRIPT = `D: Good afternoon, Ms. Lewis. Tell me why you came in.
P: I'm having poor concentration, it's been going on for 4 months now.
D: Have you noticed anything else?
P: Yes, poor sleep and low mood too.
D: How old are you now?
P: 26 years old.
D: Have you had shortness of breath?
P: No, none of that.
D: What medicines do you take?
P: I'm on ramipril 2.5 mg, every morning.
D: Any allergies?
P: No, none.
D: Let me check you over. Your blood pressure is 118 over 63, heart rate is 92.
P: So what is it?
D: My impression is major depressive disorder.
D: I'd like to start sertraline 50 mg every morning for 30 days.
P: Okay.
D: I'm ordering a TSH level.
D: At home: regular exercise.
D: Let's see you again in 6 weeks.
P: Thank you, doctor.`;

/** A visit in the style that the demo model was trained on, written for these tests. */
export const VISIT: readonly Message[] = [
  { role: 'user', content: `Write a SOAP note for this visit.\n${TRANSCRIPT}` },
];

export const QUESTION: readonly Message[] = [
  {
    role: 'user',
    content:
      'Which organ makes cortisol?\nA. the lung\nB. the thyroid gland\nC. the pancreas\nD. the adrenal gland\nAnswer with the letter.',
  },
];

export const GREEDY = { maxTokens: 300, temperature: 0, topK: 0, seed: 1, stop: [] as string[] };
