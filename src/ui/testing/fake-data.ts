/** Builders of typed sample data for component tests and the development page. Nothing here is shipped. */
import type {
  DeviceIdentity,
  Estimate,
  Evidence,
  FactVerdict,
  MeasureSpec,
  ModelIdentity,
  RunHeader,
  RunRecord,
  Score,
} from '../../core/contracts.ts';
import type { Fact, Pack, Sample, Turn } from '../../core/packs/pack.ts';
import type { StoredRun } from '../../storage/contract.ts';
import type { MetricRow, ModelEntry, SampleRow } from '../../app/services.ts';

const HASH = '3f1c'.repeat(16);

export function estimate(part: Partial<Estimate> = {}): Estimate {
  return {
    value: 0.612,
    low: 0.548,
    high: 0.671,
    level: 0.95,
    method: 'bca-bootstrap',
    n: 12,
    unscored: 0,
    failed: 0,
    ...part,
  };
}

export function measure(part: Partial<MeasureSpec> = {}): MeasureSpec {
  return { id: 'recall', title: 'Facts kept', kind: 'fraction', better: 'higher', headline: true, ...part };
}

const TURNS: readonly (readonly [string, string])[] = [
  ['Doctor', 'Hi there, you must be Nora. And you are Mom? Come on in. What has been happening?'],
  ['Mother', 'So her throat has been hurting since, um, yesterday, no wait, Monday night. So two days now.'],
  ['Doctor', 'Two days, okay. Any fever with it?'],
  ['Mother', 'Last night she was 102.4 with the forehead one. I gave her some Tylenol and it came down.'],
  ['Doctor', 'Good. Cough? Runny nose?'],
  ['Mother', 'No cough at all. And her nose is not running, which is weird for her, honestly.'],
  ['Doctor', 'Any health problems, daily medicines, allergies?'],
  [
    'Mother',
    'No, she is healthy. No allergies to any medicine. Oh, I am allergic to penicillin, is that a problem?',
  ],
  ['Doctor', 'No, that is yours, not hers. Her tonsils are big and red with white patches on both.'],
  [
    'Doctor',
    'The rapid strep is positive. I will send in amoxicillin, 800 milligrams by mouth once a day for 10 days.',
  ],
];

const REFERENCE = `Subjective:
Nora is a 4-year-old girl with 2 days of sore throat. Fever to 102.4 F last night. Denies cough.
Allergies: no known drug allergies.

Objective:
Enlarged red tonsils with exudate bilaterally. Rapid strep test positive.

Assessment:
Streptococcal pharyngitis.

Plan:
- Start amoxicillin 800 mg by mouth once daily for 10 days.`;

const NOTE = `Subjective:
Nora is a 4-year-old girl with 2 days of sore throat. Fever to 102.4 F.
Allergies: penicillin.

Objective:
Red tonsils with exudate. Rapid strep test positive. Lungs clear.

Assessment:
Streptococcal pharyngitis.

Plan:
- Start amoxicillin 80 mg by mouth once daily for 10 days.
- Ibuprofen 200 mg as needed.`;

type FactDraft = Omit<Fact, 'status' | 'span'> & { status?: Fact['status']; line: number; quote: string };

const FACTS: readonly FactDraft[] = [
  { category: 'finding', name: 'sore throat', value: '2', unit: 'days', line: 2, quote: 'two days now' },
  {
    category: 'finding',
    name: 'fever',
    value: '102.4',
    unit: 'F',
    line: 4,
    quote: '102.4 with the forehead one',
  },
  { category: 'finding', name: 'cough', status: 'denied', line: 6, quote: 'No cough at all' },
  { category: 'allergy', name: 'no known drug allergies', line: 8, quote: 'No allergies to any medicine' },
  {
    category: 'exam',
    name: 'tonsils with exudate',
    side: 'bilateral',
    line: 9,
    quote: 'white patches on both',
  },
  {
    category: 'test',
    name: 'rapid strep test',
    value: 'positive',
    line: 10,
    quote: 'rapid strep is positive',
  },
  {
    category: 'medication',
    name: 'amoxicillin',
    dose: '800 mg',
    route: 'oral',
    frequency: 'once daily',
    value: '10',
    unit: 'days',
    status: 'started',
    line: 10,
    quote: 'amoxicillin, 800 milligrams by mouth once a day for 10 days',
  },
];

function fact({ line, quote, status = 'present', ...rest }: FactDraft): Fact {
  const start = TURNS[line - 1]?.[1].indexOf(quote) ?? 0;
  return { ...rest, status, span: { line, start, end: start + quote.length } };
}

export function visitSample(id: string): Sample {
  const turns: Turn[] = TURNS.map(([speaker, text], at) => ({ line: at + 1, speaker, text }));
  return {
    id,
    cluster: id,
    input: { turns },
    target: [REFERENCE],
    facts: FACTS.map(fact),
    meta: { topic: 'strep throat', visitType: 'new problem', ageGroup: 'child' },
  };
}

function inNote(text: string): { start: number; end: number } {
  const start = NOTE.indexOf(text);
  return { start, end: start + text.length };
}

export function visitEvidence(): Evidence {
  const kept = (index: number, text: string): FactVerdict => ({
    fact: index,
    outcome: 'kept',
    note: inNote(text),
  });
  return {
    kind: 'facts',
    facts: [
      kept(0, '2 days of sore throat'),
      kept(1, 'Fever to 102.4 F'),
      { fact: 2, outcome: 'missed' },
      { fact: 3, outcome: 'contradicted', attribute: 'status', note: inNote('Allergies: penicillin') },
      kept(4, 'tonsils with exudate'),
      kept(5, 'Rapid strep test positive'),
      {
        fact: 6,
        outcome: 'contradicted',
        attribute: 'dose',
        note: inNote('amoxicillin 80 mg by mouth once daily'),
      },
    ],
    invented: [
      { category: 'exam', text: 'lungs clear', note: inNote('Lungs clear') },
      { category: 'medication', text: 'ibuprofen 200 mg', note: inNote('Ibuprofen 200 mg as needed') },
    ],
  };
}

export function questionSample(id: string): Sample {
  return {
    id,
    input: {
      messages: [
        {
          role: 'user',
          content:
            'A patient’s chart records anaphylaxis after amoxicillin two years ago. Today piperacillin-tazobactam appears on the ward prescription. What should the nurse do first?',
        },
      ],
    },
    choices: [
      { id: 'A', text: 'Give the dose slowly with close observation' },
      { id: 'B', text: 'Withhold the dose and call the prescriber' },
      { id: 'C', text: 'Give the dose together with an antihistamine' },
      { id: 'D', text: 'Give one tenth of the dose as a bedside test' },
    ],
    answer: 'B',
    meta: {
      dimension: 'MedSE',
      specialty: 'nursing',
      source: 'NICE guideline CG183, Drug allergy: diagnosis and management, 2014',
      rationale:
        'Piperacillin is a penicillin; with recorded anaphylaxis to a penicillin it must not be given.',
    },
  };
}

export function pack(part: Partial<Pack> & Pick<Pack, 'id' | 'title'>): Pack {
  return {
    schemaVersion: 1,
    version: '1.0.0',
    language: 'en',
    licence: 'CC-BY-4.0',
    citation: 'Bedside contributors, 2026.',
    provenance: {
      kind: 'hand-written',
      statement: 'Written by hand for Bedside, not taken from any patient.',
      review: 'author-checked against the cited source',
    },
    promptId: 'soap-note',
    solver: 'generate',
    scorers: ['rouge', 'facts', 'sections'],
    sliceFields: ['visitType'],
    canary: 'bedside canary 00000000-0000-4000-8000-000000000000',
    samples: [visitSample('hw-01-strep-throat')],
    ...part,
  };
}

export function modelIdentity(): ModelIdentity {
  return {
    id: 'demo-tuned',
    title: 'Demo model, tuned',
    dtype: 'int8',
    source: 'bundled',
    sha256: HASH,
    files: [{ path: 'onnx/model_int8.onnx', bytes: 3_900_000, sha256: HASH }],
  };
}

export function modelEntry(part: Partial<ModelEntry> = {}): ModelEntry {
  const files = [{ path: 'onnx/model.onnx', bytes: 13_900_000, sha256: HASH }];
  return {
    id: 'demo-tuned',
    title: 'Demo model, tuned',
    description: 'A 4.6 million parameter Llama trained on generated visits.',
    notice: 'Trained on generated text to show the tool, not for care.',
    source: 'bundled',
    licence: 'Apache-2.0',
    parameters: 4_560_000,
    contextTokens: 2048,
    runtimeId: 'transformers-js',
    variants: [
      { dtype: 'int8', bytes: 3_900_000, logprobs: false, files },
      { dtype: 'fp32', bytes: 13_900_000, logprobs: true, files },
    ],
    defaults: { generate: 'int8', logprobs: 'fp32' },
    cardUrl: null,
    ...part,
  };
}

const DEVICE: DeviceIdentity = {
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0',
  cores: 2,
  memoryGiB: 8,
  platform: 'Linux',
};

export function runHeader(part: Partial<RunHeader> = {}): RunHeader {
  return {
    kind: 'run',
    schemaVersion: 1,
    id: 'run-1',
    createdAt: '2026-11-20T14:02:00.000Z',
    app: { name: 'bedside', version: '0.1.0', build: 'dev' },
    pack: {
      id: 'soap-notes-handwritten',
      version: '1.0.0',
      title: 'Hand-written visits',
      sha256: HASH,
      samples: 12,
    },
    model: modelIdentity(),
    runtime: {
      id: 'transformers-js',
      version: '4.3.1',
      device: 'wasm',
      threads: 1,
      crossOriginIsolated: true,
      chatTemplateSha256: HASH,
      contextTokens: 2048,
    },
    device: DEVICE,
    prompt: { id: 'soap-note', version: '1', sha256: HASH },
    solver: { id: 'generate', version: '1' },
    generation: { maxTokens: 512, temperature: 0, topK: 0, seed: 1, stop: [] },
    selection: { limit: null, shard: null, repeats: 1 },
    scorers: ['rouge', 'facts', 'sections'],
    settingsSha256: HASH,
    ...part,
  };
}

export function storedRun(part: Partial<StoredRun> = {}): StoredRun {
  return {
    header: runHeader(),
    status: 'finished',
    updatedAt: '2026-11-20T14:04:00.000Z',
    done: 12,
    total: 12,
    ...part,
  };
}

export function visitRecord(id: string, index: number): RunRecord {
  return {
    kind: 'record',
    id,
    repeat: 0,
    index,
    createdAt: '2026-11-20T14:02:30.000Z',
    output: NOTE,
    finish: 'stop',
    messages: [{ role: 'user', content: 'Write a SOAP note for this visit.\nD: Hi there …' }],
    prompt: {
      text: '<|user|>\nWrite a SOAP note for this visit.\nD: Hi there …\n<|assistant|>\n',
      tokenCount: 412,
      tokenIdsSha256: HASH,
      firstTokenIds: [1, 32, 118],
      warnings: ['missing-bos'],
    },
    usage: { promptTokens: 412, outputTokens: 131 },
    timings: { firstTokenMs: 380, totalMs: 2650, tokensPerSecond: 57.3 },
  };
}

export function questionRecord(id: string, index: number): RunRecord {
  const choice = (letter: string, logLikelihood: number) => ({
    id: letter,
    logLikelihood,
    tokens: 9,
    chars: 44,
    bytes: 44,
    isGreedy: letter === 'B',
  });
  return {
    ...visitRecord(id, index),
    output: 'B',
    choiceScores: [choice('A', -21.4), choice('B', -18.2), choice('C', -19.9), choice('D', -27.1)],
  };
}

export function metricRow(scorerId: string, spec: MeasureSpec, part: Partial<Estimate> = {}): MetricRow {
  return {
    key: `${scorerId}.${spec.id}`,
    scorerId,
    scorerTitle: scorerId,
    measure: spec,
    estimate: estimate(part),
  };
}

export function sampleRow(index: number, scores: Readonly<Record<string, number>>): SampleRow {
  const entries = Object.entries(scores).map(([key, value]): [string, Score] => [
    key,
    { state: 'scored', value },
  ]);
  return {
    key: `${index}#0`,
    sampleId: `hw-${String(index + 1).padStart(2, '0')}-strep-throat`,
    repeat: 0,
    index,
    state: 'done',
    reason: null,
    scores: Object.fromEntries(entries),
  };
}
