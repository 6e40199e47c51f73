/** How far the probabilities of ranked choices can be believed, from the evidence stored beside the scores. */
import { choiceCalibration, type ChoiceCalibration } from '../../core/calibration/choice-calibration.ts';
import type { FoundRun } from './found-run.ts';

const SCORER = 'choice';

/** Null when choices were not ranked, or were scored before probabilities were kept: scoring again brings them. */
export async function runCalibration({ run, store }: FoundRun): Promise<ChoiceCalibration | null> {
  const evidence = await store.listEvidence(run.header.id, SCORER);
  return choiceCalibration([...evidence.values()]);
}
