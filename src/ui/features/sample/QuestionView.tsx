import type { SampleDetail } from '../../../app/services.ts';
import type { Sample } from '../../../core/packs/pack.ts';
import { fieldWords } from '../../i18n/format.ts';
import { PairList } from '../../components/PairList.tsx';
import { Panel } from '../../components/Panel.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';
import { ChoiceTable } from './ChoiceTable.tsx';
import { TextBlock } from '../../components/note/TextBlock.tsx';

/** Why the right answer is right, before what the item is filed under. */
const FIRST_FIELDS = [
  { field: 'rationale', label: 'Why' },
  { field: 'source', label: 'Source' },
  { field: 'review', label: 'Checked' },
] as const;

/** A single-best-answer question: what was asked, what the model preferred, and why the right answer is right. */
export function QuestionView({ detail, sample }: { readonly detail: SampleDetail; readonly sample: Sample }) {
  const { record } = detail;
  const read = Object.values(detail.evidence).filter((item) => item.kind === 'choice');
  // Where two scorers read the answer, the one of choices comes first.
  const verdict = read.find((item) => item === detail.evidence['choice']) ?? read[0] ?? null;
  const question =
    'messages' in sample.input
      ? sample.input.messages.map((message) => message.content).join('\n\n')
      : sample.input.turns.map((turn) => `${turn.speaker}: ${turn.text}`).join('\n');
  const meta = sample.meta ?? {};
  const first = FIRST_FIELDS.flatMap(({ field, label }) => {
    const value = meta[field];
    return value === undefined ? [] : [{ label, value: <VisibleText text={String(value)} /> }];
  });
  const others = Object.entries(meta)
    .filter(([key]) => !FIRST_FIELDS.some(({ field }) => field === key))
    .map(([key, value]) => ({ label: fieldWords(key), value: <VisibleText text={String(value)} /> }));
  return (
    <Panel title="Question">
      <TextBlock>
        <VisibleText text={question} />
      </TextBlock>
      <ChoiceTable sample={sample} scores={record.choiceScores ?? null} verdict={verdict} />
      <PairList pairs={[...first, ...others]} />
      {(record.choiceScores === undefined || verdict?.method === 'generated') && (
        <>
          <h3>What the model wrote</h3>
          {record.output === null ? (
            <p className="muted">There is no output.</p>
          ) : (
            <TextBlock>
              <VisibleText text={record.output} />
            </TextBlock>
          )}
        </>
      )}
    </Panel>
  );
}
