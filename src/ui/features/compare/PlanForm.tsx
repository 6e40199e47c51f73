import { useState, type FormEvent } from 'react';
import type { BaselineComparison } from '../../../core/compare/comparison-report.ts';
import { Field } from '../../components/Field.tsx';
import { saveBlob } from '../../components/save-blob.ts';
import css from './Compare.module.css';

interface PlanFormProps {
  readonly shown: BaselineComparison;
  readonly packSha256: string;
}

/** Makes and seals a plan for runs still to come. The file is the plan: nothing is stored here. */
export function PlanForm({ shown, packSha256 }: PlanFormProps) {
  const [sealed, setSealed] = useState<string | null>(null);
  const metrics = shown.comparison.metrics.filter(({ measure }) => measure.headline);
  const seal = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const { sealPlan } = await import('../../../core/compare/sealed-plan.ts');
    const plan = sealPlan({
      kind: 'non-inferiority-plan',
      schemaVersion: 1,
      packSha256,
      metric: textOf(form.get('metric')),
      margin: Number(form.get('margin')),
      samples: Number(form.get('samples')),
      missing: form.get('missing') === 'exclude' ? 'exclude' : 'worst-case',
      sealedAt: new Date().toISOString(),
      amendments: [],
    });
    saveBlob(
      new Blob([`${JSON.stringify(plan, null, 2)}\n`], { type: 'application/json' }),
      `plan-${plan.sealedAt.slice(0, 10)}.json`,
    );
    setSealed(plan.seal ?? '');
  };
  return (
    <details>
      <summary>Make and seal a plan for the next runs of this pack</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          seal(event).catch(() => undefined);
        }}
      >
        <div className={css['choices']}>
          <Field label="The one measure that decides">
            {({ id }) => (
              <select id={id} name="metric">
                {metrics.map(({ metric, measure }) => (
                  <option key={metric} value={metric}>
                    {measure.title}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label="Margin" hint="How much worse still counts as good enough: 0.05 is 5 points.">
            {({ id, hintId }) => (
              <input
                id={id}
                aria-describedby={hintId}
                name="margin"
                type="number"
                required
                min={0.000001}
                step="any"
                defaultValue={0.05}
              />
            )}
          </Field>
          <Field label="Pairs needed" hint="With fewer scored pairs the verdict is “inconclusive”.">
            {({ id, hintId }) => (
              <input
                id={id}
                aria-describedby={hintId}
                name="samples"
                type="number"
                required
                min={2}
                step={1}
                defaultValue={Math.max(2, shown.comparison.samples.shared)}
              />
            )}
          </Field>
          <Field label="A sample without both scores">
            {({ id }) => (
              <select id={id} name="missing">
                <option value="worst-case">counts against B</option>
                <option value="exclude">is left out</option>
              </select>
            )}
          </Field>
        </div>
        <div className="row">
          <button type="submit">Seal and save the plan</button>
          {sealed !== null && (
            <span className="small" role="status">
              Saved, sealed with <code>{sealed.slice(0, 12)}</code>. Runs made from now on can be judged by
              it.
            </span>
          )}
        </div>
      </form>
    </details>
  );
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : '';
}
