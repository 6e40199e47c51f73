/** Ids of the bundled demonstration model: after it was tuned on transcripts with their notes, and before. */
export const DEMO_MODEL = 'demo-tuned';
export const DEMO_BASE = 'demo-base';
