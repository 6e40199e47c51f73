import * as v from 'valibot';
import type { Solver } from '../contracts.ts';
import { extractChoice } from '../extract/choice-letter.ts';
import { answerAfterThinking } from '../extract/strip-thinking.ts';
import type { Sample } from '../packs/pack.ts';
import { normaliseExact } from '../scorers/exact.ts';
import { AppError } from '../errors.ts';
import { CallLog } from './call-log.ts';
import { settingsOf, temperature, wholeNumber } from './solver-settings.ts';

const Settings = v.strictObject({
  votes: v.optional(wholeNumber(2, 101), 5),
  temperature: v.optional(temperature, 0.7),
});

/** Seeds of the votes lie far apart, as the repeats of a run take the seeds next to each other. */
const SEED_STEP = 1_000_003;

/** A vote is the choice it names, or the whole short answer; null when there is none to count. */
function voteOf(sample: Sample, text: string): string | null {
  if (sample.choices !== undefined) {
    const { flexible } = extractChoice(text, sample.choices);
    return flexible.kind === 'picked' ? flexible.id : null;
  }
  const part = answerAfterThinking(text);
  const answer = part.kind === 'answer' ? normaliseExact(part.text) : '';
  return answer === '' ? null : answer;
}

type Winner =
  { readonly kind: 'won'; readonly vote: string } | { readonly kind: 'tie' } | { readonly kind: 'none' };

function winner(votes: readonly (string | null)[]): Winner {
  const counts = new Map<string, number>();
  for (const vote of votes) if (vote !== null) counts.set(vote, (counts.get(vote) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const [first, ...others] = [...counts].filter(([, count]) => count === most).map(([vote]) => vote);
  if (first === undefined) return { kind: 'none' };
  return others.length > 0 ? { kind: 'tie' } : { kind: 'won', vote: first };
}

/**
 * Several answers drawn and counted (Wang et al., 2023, https://arxiv.org/abs/2203.11171). A tie is no answer: which of
 * equals came first says nothing.
 */
export const selfConsistency: Solver = {
  id: 'self-consistency',
  version: '1',
  title: 'Vote over several answers',
  needs: 'generate',
  settings: { votes: 5, temperature: 0.7 },
  checkSettings: (given) => settingsOf('self-consistency', Settings, given),
  solve: async (sample, { ask, prompt, generation, settings = {} }) => {
    const { votes, temperature } = settingsOf('self-consistency', Settings, settings);
    const log = new CallLog(ask);
    const messages = prompt.render(sample);
    const cast: { vote: string | null; text: string }[] = [];
    let last;
    for (let index = 0; index < votes; index += 1) {
      const seed = generation.seed + index * SEED_STEP;
      last = await log.generate(
        `vote ${index + 1} of ${votes}`,
        messages,
        { ...generation, temperature, seed },
        ({ text }) => ({ picked: voteOf(sample, text) }),
      );
      cast.push({ vote: voteOf(sample, last.text), text: last.text });
    }
    if (last === undefined) throw new AppError('defect', 'a vote without voters');
    const won = winner(cast.map(({ vote }) => vote));
    const shared = { finish: last.finish, prompt: last.prompt, messages, ...log.summary() };
    if (won.kind === 'won') return { text: won.vote, ...shared, finish: 'stop' };
    return {
      text: last.text,
      ...shared,
      unscored: won.kind === 'tie' ? 'ambiguous-answer' : 'extraction-failed',
    };
  },
};
