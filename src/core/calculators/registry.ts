import { AppError } from '../errors.ts';
import { aAGradient } from './a-a-gradient.ts';
import { adjustedBodyWeight } from './adjusted-body-weight.ts';
import { albuminCorrectedAnionGap } from './albumin-corrected-anion-gap.ts';
import { anionGap } from './anion-gap.ts';
import { bmi } from './bmi.ts';
import { bsaDuBois } from './bsa-du-bois.ts';
import { bsaMosteller } from './bsa-mosteller.ts';
import type { Calculator } from './calculator.ts';
import { cha2ds2Vasc } from './cha2ds2-vasc.ts';
import { childPugh } from './child-pugh.ts';
import { ckdEpi2021 } from './ckd-epi-2021.ts';
import { cockcroftGault } from './cockcroft-gault.ts';
import { correctedCalcium } from './corrected-calcium.ts';
import { correctedSodium } from './corrected-sodium.ts';
import { curb65 } from './curb-65.ts';
import { dueDate } from './due-date.ts';
import { fena } from './fena.ts';
import { fib4 } from './fib-4.ts';
import { freeWaterDeficit } from './free-water-deficit.ts';
import { friedewaldLdl } from './friedewald-ldl.ts';
import { gestationalAge } from './gestational-age.ts';
import { glasgowComa } from './glasgow-coma.ts';
import { hasBled } from './has-bled.ts';
import { homaIr } from './homa-ir.ts';
import { idealBodyWeight } from './ideal-body-weight.ts';
import { maintenanceFluids } from './maintenance-fluids.ts';
import { mcisaac } from './mcisaac.ts';
import { mdrd } from './mdrd.ts';
import { meanArterialPressure } from './mean-arterial-pressure.ts';
import { meldNa } from './meld-na.ts';
import { morphineEquivalents } from './morphine-equivalents.ts';
import { qtcBazett } from './qtc-bazett.ts';
import { qtcFridericia } from './qtc-fridericia.ts';
import { serumOsmolality } from './serum-osmolality.ts';
import { steroidConversion } from './steroid-conversion.ts';
import { wellsPe } from './wells-pe.ts';
import { winters } from './winters.ts';

/** Adding a calculator is one file and one line here; the registry's test holds it to its worked example. */
export const CALCULATORS: readonly Calculator[] = [
  bmi,
  bsaMosteller,
  bsaDuBois,
  idealBodyWeight,
  adjustedBodyWeight,
  meanArterialPressure,
  qtcBazett,
  qtcFridericia,
  cockcroftGault,
  ckdEpi2021,
  mdrd,
  fena,
  anionGap,
  albuminCorrectedAnionGap,
  winters,
  aAGradient,
  correctedCalcium,
  correctedSodium,
  serumOsmolality,
  freeWaterDeficit,
  friedewaldLdl,
  homaIr,
  fib4,
  meldNa,
  childPugh,
  cha2ds2Vasc,
  hasBled,
  curb65,
  wellsPe,
  mcisaac,
  glasgowComa,
  dueDate,
  gestationalAge,
  maintenanceFluids,
  steroidConversion,
  morphineEquivalents,
];

export function calculatorById(id: string): Calculator {
  const found = CALCULATORS.find((calculator) => calculator.id === id);
  if (found === undefined) {
    throw new AppError('input/unknown-id', `no calculator is called "${id}"`, {
      id,
      known: CALCULATORS.map((calculator) => calculator.id),
    });
  }
  return found;
}
