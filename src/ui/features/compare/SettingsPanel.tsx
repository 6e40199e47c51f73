import { Panel } from '../../components/Panel.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';
import { plural } from '../../i18n/format.ts';
import { nameOf } from './names.ts';
import type { ShownComparison } from './shown-comparison.ts';
import css from './Compare.module.css';

/** Before any score: what else differs between the two runs. */
export function SettingsPanel({ set, shown }: ShownComparison) {
  const { settings, likeForLike, samples } = shown.comparison;
  return (
    <Panel title="What differs between the runs">
      {!likeForLike && (
        <Notice tone="warn">
          <p>
            <strong>Not like for like.</strong> The runs were not asked the same way (marked below), so a
            difference in the scores is not the model’s alone.
          </p>
        </Notice>
      )}
      {settings.length === 0 ? (
        <p>No setting differs: the same model, asked the same way, on the same device.</p>
      ) : (
        <ScrollRegion label="Settings that differ">
          <table>
            <thead>
              <tr>
                <th scope="col">Setting</th>
                <th scope="col">A: {nameOf(set, shown.a)}</th>
                <th scope="col">B: {nameOf(set, shown.b)}</th>
              </tr>
            </thead>
            <tbody>
              {settings.map((one) => (
                <tr key={one.setting}>
                  <th scope="row">
                    {one.setting}
                    {one.marked && <strong className={css['marked']}> not like for like</strong>}
                  </th>
                  <td className={css['setting']} translate="no">
                    <VisibleText text={one.a} />
                  </td>
                  <td className={css['setting']} translate="no">
                    <VisibleText text={one.b} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <p className="muted small">
        {plural(samples.shared, 'shared sample')}
        {samples.onlyInA + samples.onlyInB > 0 &&
          `; ${samples.onlyInA} only in A and ${samples.onlyInB} only in B take no part`}
        .
      </p>
      {set.otherVersions.length > 0 && (
        <Notice tone="warn">
          <p>
            Left out, because the runs were scored by different versions: {set.otherVersions.join(', ')}. Open
            both runs and choose “Score again”.
          </p>
        </Notice>
      )}
    </Panel>
  );
}
