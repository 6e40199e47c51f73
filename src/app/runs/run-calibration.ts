/** How far the probabilities of ranked choices can be believed, from the evidence stored beside the scores. */
import { choiceCalibration, type ChoiceCalibration } from '../../core/calibration/choice-calibration.ts';
import type { PackPart } from '../../core/packs/pack-part.ts';
import type { FoundRun } from './found-run.ts';

const SCORER = 'choice';

/** Null when choices were not ranked, or were scored before probabilities were kept: scoring again brings them. */
export async function runCalibration(
  { run, store }: FoundRun,
  pack: Pick<PackPart, 'samples'> | null,
): Promise<ChoiceCalibration | null> {
  const evidence = await store.listEvidence(run.header.id, SCORER);
  // Repeats of a question, and questions about one patient, come or stay away together.
  const clusters = [...evidence.keys()].map((key) => {
    const [index = ''] = key.split('#');
    return pack?.samples[Number(index)]?.cluster ?? `position ${index}`;
  });
  return choiceCalibration([...evidence.values()], clusters);
}
