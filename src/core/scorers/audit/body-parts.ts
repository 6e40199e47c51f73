/** Parts of the body that have a side, by the words for them. */
import { stemOf } from '../../extract/clinical-text.ts';

/** Words for one part of the body; what is said of one of them is said of all in its line. */
const PARTS = `
arm arms forearm bicep biceps tricep triceps upper-extremity upper-extremities radius ulna humerus wrist
leg legs thigh thighs calf calves shin lower-extremity lower-extremities
hand hands finger fingers thumb palm
wrist wrists radius carpal
elbow elbows
shoulder shoulders deltoid rotator clavicle
knee knees patella meniscus knee-cap kneecap
hip hips groin buttock
ankle ankles achilles malleolus
foot feet toe toes heel
eye eyes eyelid
ear ears tympanic eardrum eardrums
breast breasts
lung lungs chest
kidney kidneys flank flanks costovertebral cva
side quadrant abdomen belly
back buttock paraspinal
neck neck cheek jaw face
ovary testicle testis
lobe ventricle ventricular atrium atrial
nostril turbinate sinus
`;

export const PART_LINES: ReadonlyMap<string, readonly number[]> = (() => {
  const lines = new Map<string, number[]>();
  for (const [line, words] of PARTS.trim().split('\n').entries())
    for (const word of words.split(' ')) {
      const stem = stemOf(word);
      lines.set(stem, [...(lines.get(stem) ?? []), line]);
    }
  return lines;
})();

/** Stems of parts without a line of their own above. */
const MIDDLE = new Set('head throat mouth tongue lip skin scalp spine'.split(' ').map(stemOf));

export function isPart(stem: string): boolean {
  return PART_LINES.has(stem) || MIDDLE.has(stem);
}
