import type { MeasureSpec, Scorer } from '../contracts.ts';
import { SOAP_PARTS, soapParts } from '../extract/sections.ts';
import { answerAfterThinking } from '../extract/strip-thinking.ts';
import { scored, unscoredCard } from './unscored-card.ts';

const MEASURES: readonly MeasureSpec[] = [
  { id: 'complete', title: 'All four sections', kind: 'binary', better: 'higher', headline: true },
  { id: 'present', title: 'Sections present', kind: 'fraction', better: 'higher', headline: false },
];

export const sections: Scorer = {
  id: 'sections',
  version: '1',
  title: 'Section completeness',
  description:
    'Whether the note has a non-empty Subjective, Objective, Assessment and Plan, found by the headings people write (heading words after ACI-Bench, Yim et al. 2023).',
  measures: MEASURES,
  score(_sample, output) {
    if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
    if (output.text === null) return unscoredCard(MEASURES, 'missing-output');
    const answer = answerAfterThinking(output.text);
    const found = soapParts(answer.kind === 'answer' ? answer.text : '');
    const present = SOAP_PARTS.filter((part) => found.has(part));
    return {
      scores: {
        complete: scored(present.length === SOAP_PARTS.length ? 1 : 0),
        present: scored(present.length / SOAP_PARTS.length),
      },
      evidence: { kind: 'sections', present, missing: SOAP_PARTS.filter((part) => !found.has(part)) },
    };
  },
};
