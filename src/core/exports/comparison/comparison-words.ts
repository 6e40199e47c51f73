/** What a report of a comparison says beside its numbers. */
import { limitsOf, methodsParagraph } from '../report-words.ts';
import { type ChecklistItem, reportingChecklist } from '../reporting-checklist.ts';
import type { ComparisonView, ViewedRun } from './comparison-view.ts';

export function comparisonTitle({ runs }: ComparisonView): string {
  const [baseline, ...others] = runs;
  const pack = baseline?.view.pack;
  return `${others.map(({ name }) => name).join(', ')} against ${baseline?.name ?? 'no run'} on ${pack?.words?.title ?? pack?.id ?? 'no pack'}`;
}

export function comparisonMethods({ tests, level, effect, runs, comparisons }: ComparisonView): string {
  const percent = `${Math.round(level * 100)} %`;
  const pack = runs[0]?.view.pack;
  return [
    `Runs of the pack ${pack?.id ?? ''} ${pack?.version ?? ''} (seal ${pack?.seal ?? ''}) were compared on the samples that both runs of a pair cover, each sample with itself; where a run has several answers to a sample, their mean stands for it.`,
    `Every difference is B minus A over the samples scored in both, with its ${percent} interval and the number of pairs: cluster-robust t where samples share a patient or a visit, Tango’s score interval for independent right/wrong samples, Student’s t for the rest; the method stands in the table.`,
    ...(comparisons.some(({ comparison }) =>
      comparison.metrics.some(({ metric }) => metric.endsWith('.macro-f1')),
    )
      ? [
          'Macro-F1 is no mean over samples: its difference is that of the two macro-F1s over the answers read in both runs, its interval a percentile bootstrap that draws whole patients (or questions) for both runs alike, and its test swaps the two runs’ answers within patients (Yeh 2000).',
        ]
      : []),
    'Tests: the exact McNemar test for independent right/wrong samples, otherwise sign flips of whole patients (every pattern where they are few, else drawn).',
    `P-values of the ${tests} tests of headline measures in this report were adjusted together by Holm’s method; further measures repeat these and are not adjusted.`,
    `“Better” and “worse” are said only where the interval leaves out zero, is reliable at this size, and the adjusted test stays under ${Math.round((1 - level) * 100)} %; anything else is “not shown”, which is not “equal”.`,
    `The smallest difference that the samples would show, and the number of pairs needed to show ${effect}, are for 80 % power, a two-sided test and pairs as varied as those seen.`,
    'A sample without a score in one of the runs takes no part and is counted; what such samples could change at worst and at best stands beside the difference.',
  ].join(' ');
}

/** How each run was made, as its own report says it. */
export function runMethods({ runs }: ComparisonView): string[] {
  return runs.map(({ letter, view }) => `${letter}: ${methodsParagraph(view)}`);
}

export function comparisonLimits(view: ComparisonView): string[] {
  const { comparisons, runs, verdict, otherVersions, privacy } = view;
  const devices = new Set(
    runs.map(
      ({ view: { header } }) => `${header.runtime.id} ${header.runtime.device} ${header.device.platform}`,
    ),
  );
  return [
    'A difference describes these runs on this pack. It is no approval for clinical use and no advice on care.',
    ...(comparisons.some(({ comparison }) => !comparison.likeForLike)
      ? [
          'Not like for like: some runs were not asked the same way, so a difference is not the model’s alone.',
        ]
      : []),
    ...(comparisons.some(({ verdicts }) =>
      Object.values(verdicts).some(({ unreliable }) => unreliable !== null),
    )
      ? ['Some intervals are unreliable at this size; they are marked, and nothing is called shown by them.']
      : []),
    ...(otherVersions.length === 0
      ? []
      : [
          `Left out, because the runs were scored by different versions: ${otherVersions.join(', ')}. Score both runs again.`,
        ]),
    ...(comparisons.some(({ slices }) => slices.length > 0)
      ? ['Groups are looks after the fact: no test is made, and among many some stand out by chance alone.']
      : []),
    ...(verdict === null
      ? ['No plan was sealed for this comparison: nothing here shows that B is “no worse” than A.']
      : []),
    ...(devices.size > 1
      ? [
          'The runs were made on different devices: their times say as much about the devices as about the models.',
        ]
      : []),
    ...(runs.some((run) => run.view.overrides.length > 0)
      ? ['Scores that people changed are listed; the differences are of the computed scores.']
      : []),
    ...(privacy === 'full'
      ? []
      : ['Texts are withheld here: whoever reads only numbers cannot see which differences matter.']),
    ...togetherOrApart(runs, ({ view: one }) => limitsOf(one)),
  ];
}

/** Lines that every run has once, the others with the letter of their run. */
function togetherOrApart(
  runs: readonly ViewedRun[],
  linesOf: (run: ViewedRun) => readonly string[],
): string[] {
  const lines = runs.map(linesOf);
  const [first = []] = lines;
  const shared = first.filter((line) => lines.every((own) => own.includes(line)));
  return [
    ...shared,
    ...runs.flatMap(({ letter }, at) =>
      (lines[at] ?? []).filter((line) => !shared.includes(line)).map((line) => `${letter}: ${line}`),
    ),
  ];
}

export function comparisonChecklist(view: ComparisonView): ChecklistItem[] {
  const { runs, verdict, comparisons } = view;
  const lists = runs.map((run) => reportingChecklist(run.view));
  return (lists[0] ?? []).map((item, at) => {
    const { topic } = item;
    if (topic.startsWith('Sample size') && verdict !== null)
      return {
        ...item,
        known: `${verdict.plan.samples} pairs, by a plan that says it was sealed at ${verdict.plan.sealedAt} (seal ${verdict.plan.seal ?? ''}).`,
      };
    if (topic.startsWith('Fairness') && comparisons.some(({ slices }) => slices.length > 0))
      return {
        ...item,
        known: 'Differences by group stand in this report; which groups matter: author must supply.',
      };
    const known = lists.map((one) => one[at]?.known ?? null);
    if (known.every((words) => words === known[0])) return item;
    return {
      ...item,
      known: known
        .map((words, run) => `${runs[run]?.letter ?? ''}: ${words ?? 'author must supply'}`)
        .join(' '),
    };
  });
}
