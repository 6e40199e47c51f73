import { Notice } from '../../components/Notice.tsx';
import { Panel } from '../../components/Panel.tsx';
import type { Verdict } from '../../../core/compare/verdict.ts';
import { figuresText, methodText, verdictText } from '../../../core/compare/difference-words.ts';
import { nameOf } from './names.ts';
import type { ShownComparison } from './shown-comparison.ts';
import css from './Compare.module.css';

const SIGNS: Readonly<Record<Verdict['kind'], string>> = {
  better: '▲',
  worse: '▼',
  'leaning-better': '△',
  'leaning-worse': '▽',
  'not-shown': '○',
  same: '=',
  nothing: '·',
};

/** Is B better, by how much, and may one say so: one line for each headline measure. */
export function VerdictPanel({ set, shown }: ShownComparison) {
  const { metrics, disagreement } = shown.comparison;
  const headline = metrics.filter(({ measure }) => measure.headline);
  const titles = (keys: readonly string[]) =>
    keys.map((key) => metrics.find(({ metric }) => metric === key)?.measure.title ?? key).join(', ');
  return (
    <Panel title="Is B better than A?">
      <p>
        A is {nameOf(set, shown.a)}. B is {nameOf(set, shown.b)}.
      </p>
      {headline.length === 0 ? (
        <p>
          The runs have no scores in common. Open each run and choose “Score again”, with the same scorers for
          both.
        </p>
      ) : (
        <ul className={css['verdicts']}>
          {headline.map((metric) => {
            const verdict = shown.verdicts[metric.metric];
            if (verdict === undefined) return null;
            return (
              <li key={metric.metric}>
                <span className={css[verdict.kind]} aria-hidden="true">
                  {SIGNS[verdict.kind]}
                </span>
                <span>
                  <strong>{metric.measure.title}:</strong> {verdictText(metric, verdict)}{' '}
                  {verdict.value !== null && verdict.kind !== 'same' && (
                    <span className="muted" title={methodText(metric, verdict)}>
                      {figuresText(metric, verdict, set.report.tests)}.
                    </span>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {disagreement !== null && (
        <Notice tone="warn">
          <p>
            <strong>The measures disagree.</strong> B is ahead on {titles(disagreement.better)}, behind on{' '}
            {titles(disagreement.worse)}
            {disagreement.clear ? ', each by more than its interval' : ''}. Which matters more is a clinical
            judgement that no average can make.
          </p>
        </Notice>
      )}
      <p className="muted small">
        Differences are B minus A, each sample with itself. “Better” is said only where the 95 % interval
        leaves out zero, is reliable at this size, and the test, adjusted for all headline measures together,
        stays under 5 %.
      </p>
    </Panel>
  );
}
