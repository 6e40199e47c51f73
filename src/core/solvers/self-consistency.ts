import type { Solver, SolverOutput } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { extractorById } from '../extractors/registry.ts';
import { choiceOf } from '../extractors/read-as.ts';
import { answerAfterThinking } from '../extract/strip-thinking.ts';
import type { Sample } from '../packs/pack.ts';
import { normaliseExact } from '../scorers/exact.ts';
import { CallLog } from './call-log.ts';
import { callsOf, contextOf, wrapping } from './composed.ts';
import { anyNumber, partOf, settingsOf, wholeNumber } from './setting-fields.ts';

const FIELDS = {
  votes: wholeNumber({
    label: 'Votes',
    hint: 'How many answers are drawn for each sample.',
    least: 2,
    most: 101,
    initial: 5,
  }),
  temperature: anyNumber({
    label: 'Temperature of the votes',
    hint: 'Equal answers need no vote, so it is above 0 whatever the run’s own temperature is.',
    least: 0.01,
    most: 2,
    initial: 0.7,
  }),
};

/** Seeds of the votes lie far apart, as the repeats of a run take the seeds next to each other. */
const SEED_STEP = 1_000_003;

/** A vote is the choice it names, or the whole short answer; null when there is none to count. */
function voteOf(sample: Sample, output: SolverOutput): string | null {
  if (output.unscored !== undefined) return null;
  if (sample.choices !== undefined) {
    const { flexible } = choiceOf(output, sample.choices);
    return flexible.kind === 'picked' ? flexible.id : null;
  }
  if (output.extractor !== undefined) {
    const { flexible } = extractorById(output.extractor).extract(output.text, {});
    return flexible.kind === 'read' ? flexible.values.join('\n') : null;
  }
  const part = answerAfterThinking(output.text);
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
export function selfConsistency(base: Solver): Solver {
  const plain = base.id === 'generate';
  return {
    ...wrapping(base, FIELDS),
    id: plain ? 'self-consistency' : `self-consistency-${base.id}`,
    title: plain ? 'Vote over several answers' : `${base.title}; vote over several`,
    description:
      'Several answers are drawn, the most frequent one counts; a tie is no answer (Wang et al., 2023).',
    group: 'reasoning',
    calls: (choices, settings) => settingsOf(FIELDS, own(settings)).votes * callsOf(base)(choices, settings),
    solve: async (sample, context) => {
      const { votes, temperature } = settingsOf(FIELDS, own(context.settings ?? {}));
      const { generation } = context;
      const log = new CallLog(context.ask);
      const cast: (string | null)[] = [];
      let last;
      for (let index = 0; index < votes; index += 1) {
        const seed = generation.seed + index * SEED_STEP;
        last = await base.solve(sample, {
          ...contextOf(base, context),
          generation: { ...generation, temperature, seed },
        });
        const picked = voteOf(sample, last);
        log.add(`vote ${index + 1} of ${votes}`, last, { picked }, seed);
        cast.push(picked);
      }
      if (last === undefined) throw new AppError('defect', 'a vote without voters');
      const won = winner(cast);
      const { finish, prompt, messages } = last;
      const shared = { finish, prompt, messages, ...log.summary() };
      if (won.kind === 'won') return { text: won.vote, ...shared, finish: 'stop' };
      return {
        text: last.text,
        ...shared,
        unscored: won.kind === 'tie' ? 'ambiguous-answer' : 'extraction-failed',
      };
    },
  };
}

const own = (settings: Parameters<typeof partOf>[1]) => partOf(FIELDS, settings);
