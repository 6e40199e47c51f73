/** Words for the closed lists of the core. Typed records: a new member without words does not compile. */
import type {
  FactOutcome,
  FinishReason,
  IntervalMethod,
  PromptWarning,
  RunStatus,
  UnscoredReason,
} from '../../core/contracts.ts';
import type { FactCategory, FactStatus, Provenance } from '../../core/packs/pack.ts';
import type { LivePhase } from '../../app/services.ts';

export const UNSCORED_WORDS: Readonly<Record<UnscoredReason, string>> = {
  'missing-output': 'no output exists',
  'empty-output': 'the output is empty',
  'no-reference': 'the pack has no reference for it',
  'no-facts': 'the pack lists no facts for it',
  'no-choices': 'the pack has no choices for it',
  'no-answer': 'the pack has no answer for it',
  'no-encoder': 'no text encoder was chosen for it',
  'extraction-failed': 'no answer could be read from the output',
  'ambiguous-answer': 'the output names more than one answer',
  refused: 'the model declined to answer',
  'prompt-too-long': 'the prompt does not fit the model',
  truncated: 'the output was cut at the token limit',
  'too-long-to-score': 'the output is too long to score',
  'sample-failed': 'the sample failed',
  cancelled: 'stopped before it finished',
  'not-applicable': 'does not apply to it',
  'held-out': 'kept back as an example',
};

export const PROMPT_WARNING_WORDS: Readonly<Record<PromptWarning, string>> = {
  'missing-bos': 'The beginning-of-text token is missing. Scores may be far too low.',
  'double-bos': 'The beginning-of-text token stands twice. Scores may be too low.',
  'missing-generation-prompt': 'The marker that hands the turn to the model is missing.',
  'no-chat-template': 'The model has no chat template; the messages were joined as plain text.',
  'special-token-in-content': 'The sample’s own text contains a control token of the model.',
  'may-be-cut':
    'The server counted far fewer tokens than a text of this length has: it probably cut the prompt.',
};

export const INTERVAL_WORDS: Readonly<Record<IntervalMethod | 'none', string>> = {
  wilson: 'Wilson interval for a proportion',
  'modified-wilson': 'Wilson score, with Poisson ends for rare events',
  'cluster-wilson': 'Wilson score with the effective number of samples (clusters)',
  'bca-bootstrap': 'bias-corrected and accelerated bootstrap',
  'percentile-bootstrap': 'percentile bootstrap',
  t: 'Student’s t',
  'cluster-t': 'cluster-robust t, samples of one patient together',
  'clopper-pearson': 'Clopper-Pearson exact interval',
  'exact-poisson': 'exact Poisson interval',
  none: 'no interval',
};

export const UNRELIABLE_WORDS = {
  'few-clusters': 'fewer than 20 patients',
  'few-samples': 'few samples',
} as const;

export const STATUS_WORDS: Readonly<Record<RunStatus, string>> = {
  running: 'Interrupted',
  paused: 'Paused',
  finished: 'Finished',
  cancelled: 'Stopped',
  failed: 'Failed',
};

export const PHASE_WORDS: Readonly<Record<LivePhase, string>> = {
  loading: 'Loading the model',
  running: 'Running',
  cancelling: 'Stopping',
  paused: 'Paused',
  finished: 'Finished',
  cancelled: 'Stopped',
  failed: 'Failed',
};

export const FINISH_WORDS: Readonly<Record<FinishReason, string>> = {
  stop: 'ended by the model',
  'stop-string': 'ended at a stop string',
  length: 'cut at the token limit',
  cancelled: 'stopped before it finished',
};

export const CATEGORY_WORDS: Readonly<Record<FactCategory, string>> = {
  demographic: 'Demographic',
  finding: 'Finding',
  history: 'History',
  medication: 'Medication',
  allergy: 'Allergy',
  social: 'Social',
  vital: 'Vital sign',
  exam: 'Exam',
  test: 'Test',
  diagnosis: 'Diagnosis',
  plan: 'Plan',
};

export const FACT_STATUS_WORDS: Readonly<Record<FactStatus, string>> = {
  present: '',
  denied: 'denied',
  stopped: 'stopped',
  started: 'started',
};

/** Word, sign and what it means; the sign stands beside the colour so that colour is never alone. */
export const OUTCOME_WORDS: Readonly<
  Record<FactOutcome | 'invented', { word: string; sign: string; meaning: string }>
> = {
  invented: { word: 'Invented', sign: '+', meaning: 'In the note, not in the transcript' },
  contradicted: { word: 'Contradicted', sign: '≠', meaning: 'The note says otherwise' },
  missed: { word: 'Missed', sign: '○', meaning: 'In the transcript, not found in the note' },
  kept: { word: 'Kept', sign: '✓', meaning: 'In the transcript and in the note' },
};

export const PROVENANCE_WORDS: Readonly<Record<Provenance['kind'], string>> = {
  'hand-written': 'Hand-written',
  generated: 'Generated',
  imported: 'Imported',
};

/** Stands beside every score of a generated pack, whatever the pack's own statement says. */
export const GENERATED_NOTICE = 'The generator that trained this model also wrote these visits.';
