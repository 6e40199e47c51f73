import type { FidelityCheck } from '../../../../core/fidelity/stored-check.ts';
import type { Estimate } from '../../../../core/contracts.ts';
import { EstimateCell } from '../../../components/EstimateCell.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { PairList } from '../../../components/PairList.tsx';
import { ScrollRegion } from '../../../components/ScrollRegion.tsx';
import { deleteWithUndo } from '../../../components/use-delete-run.ts';
import { formatDuration, plural, shortHash } from '../../../i18n/format.ts';
import { useServices } from '../../../services-context.ts';
import { deviceName } from './device-name.ts';
import { nats, natsInterval } from './nats.ts';

/** Everything one check found. */
export function CheckDetails({
  check,
  onGone,
}: {
  readonly check: FidelityCheck;
  readonly onGone: () => void;
}) {
  const services = useServices();
  const { report, failures, runtime, reference } = check;
  const remove = () => {
    onGone();
    return deleteWithUndo(
      async () => (await services.fidelity()).remove(check.id),
      `The check of ${check.dtype} is deleted.`,
    );
  };
  return (
    <section className="stack" aria-label={`Figures of ${check.dtype} on ${deviceName(runtime.device)}`}>
      <h3>
        {check.dtype} on {deviceName(runtime.device)}
      </h3>
      {failures.length === 0 ? (
        <p>
          Within what is expected of this format: at most {check.thresholds.kl} nats a token and at least{' '}
          {check.thresholds.topOne * 100} % of tokens with the same first choice.
        </p>
      ) : (
        <Notice tone="warn">
          <p>
            <strong>This device does not compute this format as it should:</strong> {failures.join('; ')}. Do
            not rely on scores made with it here. {check.bundled && 'New runs on this device are marked.'}
          </p>
        </Notice>
      )}
      <Figures check={check} />
      <PairList
        pairs={[
          {
            label: 'Reference',
            value: `${reference.dtype} on ${reference.device}; ${reference.madeBy}`,
          },
          { label: 'Runtime', value: `${runtime.id} ${runtime.version}` },
          ...(runtime.adapter === undefined
            ? []
            : [
                {
                  label: 'Adapter',
                  value: `${runtime.adapter.vendor} ${runtime.adapter.architecture} ${runtime.adapter.description}`,
                },
              ]),
          {
            label: 'Weights and tokenizer',
            value: <code translate="no">SHA-256 {shortHash(check.model.sha256)}</code>,
          },
          { label: 'Took', value: `${formatDuration(check.seconds)}, ${plural(check.prompts, 'prompt')}` },
        ]}
      />
      {report.choices !== null && report.choices.changedIds.length > 0 && (
        <details>
          <summary>Questions with another answer</summary>
          <p translate="no">{report.choices.changedIds.join(', ')}</p>
        </details>
      )}
      <div className="row">
        <button type="button" className="danger" onClick={remove}>
          Delete this check
        </button>
      </div>
    </section>
  );
}

function Figures({ check: { report } }: { readonly check: FidelityCheck }) {
  const { choices, firstDivergence, sections } = report;
  return (
    <ScrollRegion label="Figures of the check">
      <table>
        <caption>Along the reference’s text, then the text written freely, then questions and facts</caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Value, 95 % interval, n</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Divergence a token (KL over the reference’s 20 likeliest and the rest)</th>
            <td>
              {natsInterval(report.kl)} nats, n = {report.kl.n}; largest {nats(report.largestKl)}
            </td>
          </tr>
          <Row name="Same first choice" estimate={report.topOne} />
          <Row name="Greedy texts that are the same to the end" estimate={report.sameText} />
          <Row name="Tokens of the greedy texts that differ" estimate={report.tokenFlips} />
          <tr>
            <th scope="row">Where texts part (token)</th>
            <td>
              {firstDivergence === null
                ? 'nowhere'
                : `median ${firstDivergence.median} (${firstDivergence.low} to ${firstDivergence.high}), n = ${firstDivergence.n} texts; earliest ${firstDivergence.earliest}`}
            </td>
          </tr>
          {report.repeatable !== null && (
            <Row name="Same text when asked twice" estimate={report.repeatable} />
          )}
          {choices !== null && (
            <>
              <Row name="Multiple choice: another answer" estimate={choices.changed} />
              <Row name="Right on the reference" estimate={choices.rightOnReference} />
              <Row name="Right on this device" estimate={choices.rightOnDevice} />
              <tr>
                <th scope="row">Right on one only (McNemar)</th>
                <td>
                  {choices.mcNemar.onlyA} on the reference, {choices.mcNemar.onlyB} on this device, n ={' '}
                  {choices.mcNemar.n}; exact p = {choices.mcNemar.p.toPrecision(2)}
                </td>
              </tr>
            </>
          )}
          {sections.map(({ section, changed, inventedByReference, inventedByDevice }) => (
            <tr key={section}>
              <th scope="row">Facts judged otherwise: {section}</th>
              <td>
                <EstimateCell estimate={changed} kind="binary" /> invented only by the reference{' '}
                {inventedByReference}, only by this device {inventedByDevice}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Row({ name, estimate }: { readonly name: string; readonly estimate: Estimate }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <EstimateCell estimate={estimate} kind="binary" />
      </td>
    </tr>
  );
}
