import { strepThroat } from './hw-01-strep-throat.ts';
import { hypertension } from './hw-02-hypertension.ts';
import { diabetesSwitch } from './hw-03-diabetes-switch.ts';
import { uti } from './hw-04-uti.ts';
import { lowBackPain } from './hw-05-low-back-pain.ts';
import { asthma } from './hw-06-asthma.ts';
import { depression } from './hw-07-depression.ts';
import { otitisToddler } from './hw-08-otitis-toddler.ts';
import { gout } from './hw-09-gout.ts';
import { gerd } from './hw-10-gerd.ts';
import { cellulitis } from './hw-11-cellulitis.ts';
import { migraine } from './hw-12-migraine.ts';
import { kneeOsteoarthritis } from './hw-13-knee-osteoarthritis.ts';
import { hypothyroidism } from './hw-14-hypothyroidism.ts';
import { afNosebleeds } from './hw-15-af-nosebleeds.ts';
import { labReviewPhone } from './hw-16-lab-review-phone.ts';

export const visits = [
  strepThroat,
  hypertension,
  diabetesSwitch,
  uti,
  lowBackPain,
  asthma,
  depression,
  otitisToddler,
  gout,
  gerd,
  cellulitis,
  migraine,
  kneeOsteoarthritis,
  hypothyroidism,
  afNosebleeds,
  labReviewPhone,
];
