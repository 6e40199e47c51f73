import { strepThroat } from './hw-01-strep-throat';
import { hypertension } from './hw-02-hypertension';
import { diabetesSwitch } from './hw-03-diabetes-switch';
import { uti } from './hw-04-uti';
import { lowBackPain } from './hw-05-low-back-pain';
import { asthma } from './hw-06-asthma';
import { depression } from './hw-07-depression';
import { otitisToddler } from './hw-08-otitis-toddler';
import { gout } from './hw-09-gout';
import { gerd } from './hw-10-gerd';
import { cellulitis } from './hw-11-cellulitis';
import { migraine } from './hw-12-migraine';
import { kneeOsteoarthritis } from './hw-13-knee-osteoarthritis';
import { hypothyroidism } from './hw-14-hypothyroidism';
import { afNosebleeds } from './hw-15-af-nosebleeds';
import { labReviewPhone } from './hw-16-lab-review-phone';

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
