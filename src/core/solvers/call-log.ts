/** Keeps every question a solver puts to the model, and ends the sample when one of them is cancelled. */
import {
  promptHash,
  type Ask,
  type GenerateOutcome,
  type GenerationSettings,
  type SolverCall,
  type SolverOutput,
  type Timings,
  type Usage,
} from '../contracts.ts';
import { AppError } from '../errors.ts';
import type { Message } from '../packs/pack.ts';

type Detail = Pick<SolverCall, 'unclosed' | 'order' | 'picked'>;

export class CallLog {
  readonly calls: SolverCall[] = [];
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** `detail` says what the solver reads in the outcome. */
  async generate(
    label: string,
    messages: readonly Message[],
    settings: GenerationSettings,
    detail: (outcome: GenerateOutcome) => Detail = () => ({}),
  ): Promise<GenerateOutcome> {
    const outcome = await this.#ask.generate(messages, settings);
    if (outcome.finish === 'cancelled')
      throw new AppError('runtime/cancelled', 'the generation was cancelled');
    this.calls.push({
      label,
      promptSha256: promptHash(outcome.prompt),
      text: outcome.text,
      finish: outcome.finish,
      usage: outcome.usage,
      timings: outcome.timings,
      seed: settings.temperature > 0 ? settings.seed : null,
      ...detail(outcome),
    });
    return outcome;
  }

  async logprobs(label: string, messages: readonly Message[], continuations: readonly string[]) {
    const answer = await this.#ask.logprobs(messages, continuations);
    this.calls.push({
      label,
      promptSha256: promptHash(answer.prompt),
      text: null,
      finish: 'stop',
      usage: { promptTokens: answer.prompt.tokenCount, outputTokens: 0 },
      timings: answer.timings,
      seed: null,
    });
    return answer;
  }

  /** What another solver gave for a variant of the sample; its own calls stand for it where it made several. */
  add(label: string, output: SolverOutput, detail: Detail, seed: number | null): void {
    if (output.finish === 'cancelled')
      throw new AppError('runtime/cancelled', 'the generation was cancelled');
    const { usage, timings, finish, prompt } = output;
    const own = output.trace ?? [];
    this.calls.push(...own.slice(0, -1).map((call) => ({ ...call, label: `${label}, ${call.label}` })));
    const last = own.at(-1);
    this.calls.push({
      label: last === undefined ? label : `${label}, ${last.label}`,
      promptSha256: promptHash(prompt),
      text: output.choiceScores === undefined ? output.text : null,
      finish,
      usage: last?.usage ?? usage,
      timings: last?.timings ?? timings,
      seed,
      ...detail,
    });
  }

  /** Cost of the item, and the calls it came from. */
  summary(): { readonly usage: Usage; readonly timings: Timings; readonly trace: readonly SolverCall[] } {
    const sum = (of: (call: SolverCall) => number): number =>
      this.calls.reduce((total, call) => total + of(call), 0);
    return {
      usage: {
        promptTokens: sum(({ usage }) => usage.promptTokens),
        outputTokens: sum(({ usage }) => usage.outputTokens),
      },
      timings: {
        firstTokenMs: this.calls[0]?.timings.firstTokenMs ?? null,
        totalMs: sum(({ timings }) => timings.totalMs),
        // Speeds of several prompts do not add up to one; each call keeps its own.
        tokensPerSecond: null,
      },
      trace: this.calls,
    };
  }
}
