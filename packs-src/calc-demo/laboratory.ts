import { type Calculation, FROM, inUnit, means, num } from './stated.ts';

export const LABORATORY: readonly Calculation[] = [
  {
    calculator: 'albumin-corrected-anion-gap',
    question:
      'What is the anion gap (without potassium) corrected for albumin, taking 4.0 g/dL as the normal albumin and 2.5 mmol/L for every g/dL below it, in mmol/L?',
    notes: [
      {
        text: 'A 49-year-old man with alcohol use disorder and vomiting. Sodium 136 mmol/L, potassium 3.3 mmol/L, chloride 95 mmol/L, bicarbonate 15 mmol/L, albumin 2.8 g/dL, glucose 88 mg/dL, lactate 2.0 mmol/L.',
        inputs: {
          sodium: num('Sodium 136 mmol/L'),
          chloride: num('chloride 95 mmol/L'),
          bicarbonate: num('bicarbonate 15 mmol/L'),
          albumin: num('albumin 2.8 g/dL'),
        },
      },
      {
        text: 'A 70-year-old woman in intensive care with septic shock. Na 141 mmol/L, K 4.4 mmol/L, Cl 109 mmol/L, HCO3 17 mmol/L, albumin 18 g/L, creatinine 168 µmol/L. Noradrenaline 0.2 µg/kg/min.',
        inputs: {
          sodium: num('Na 141 mmol/L'),
          chloride: num('Cl 109 mmol/L'),
          bicarbonate: num('HCO3 17 mmol/L', 2),
          albumin: inUnit('albumin 18 g/L', FROM.albuminGramsPerLitre),
        },
      },
      {
        text: 'A 26-year-old woman with type 1 diabetes ran out of insulin. Sodium 132 mmol/L, chloride 94 mmol/L, bicarbonate nine mmol/L, albumin 3.0 g/dL, glucose 412 mg/dL, pH 7.14. Ketones strongly positive.',
        inputs: {
          sodium: num('Sodium 132 mmol/L'),
          chloride: num('chloride 94 mmol/L'),
          bicarbonate: means('bicarbonate nine mmol/L', 9),
          albumin: num('albumin 3.0 g/dL'),
        },
      },
    ],
  },
  {
    calculator: 'corrected-calcium',
    question:
      'What is the total calcium corrected for albumin (0.8 mg/dL for every g/dL of albumin below 4.0 g/dL), in mg/dL?',
    notes: [
      {
        text: 'A 63-year-old man with myeloma is tired and constipated. Calcium 10.9 mg/dL, phosphate 3.4 mg/dL, albumin 2.6 g/dL, total protein 9.8 g/dL, creatinine 1.7 mg/dL.',
        inputs: { calcium: num('Calcium 10.9 mg/dL'), albumin: num('albumin 2.6 g/dL') },
      },
      {
        text: 'A 55-year-old woman after thyroid surgery feels tingling around the mouth. Calcium 1.85 mmol/L, magnesium 0.8 mmol/L, albumin 30 g/L, parathyroid hormone low.',
        inputs: {
          calcium: inUnit('Calcium 1.85 mmol/L', FROM.calciumMillimoles),
          albumin: inUnit('albumin 30 g/L', FROM.albuminGramsPerLitre),
        },
      },
      {
        text: 'A 38-year-old man with Crohn’s disease has lost weight. Calcium 8.1 mg/dL; the laboratory’s phone message gives the albumin as two point two g/dL. Vitamin D 14 ng/mL, CRP 42 mg/L, haemoglobin 10.4 g/dL.',
        inputs: { calcium: num('Calcium 8.1 mg/dL'), albumin: means('two point two g/dL', 2.2) },
      },
    ],
  },
  {
    calculator: 'corrected-sodium',
    question:
      'What is the sodium corrected for glucose, with 1.6 mmol/L for every 100 mg/dL of glucose above 100 mg/dL, in mmol/L?',
    notes: [
      {
        text: 'A 71-year-old man with a hyperosmolar state. Sodium 128 mmol/L, potassium 4.9 mmol/L, glucose 940 mg/dL, creatinine 2.1 mg/dL, pH 7.36. His usual sodium is 139 mmol/L.',
        inputs: { sodium: num('Sodium 128 mmol/L'), glucose: num('glucose 940 mg/dL') },
      },
      {
        text: 'An 18-year-old with new diabetes: sodium 131 mmol/L, glucose 38 mmol/L, bicarbonate 10 mmol/L, ketones 5.2 mmol/L, weight 57 kg.',
        inputs: {
          sodium: num('sodium 131 mmol/L'),
          glucose: inUnit('glucose 38 mmol/L', FROM.glucoseMillimoles),
        },
      },
      {
        text: 'A 60-year-old woman on dexamethasone for brain metastases is thirsty. Sodium 127 mmol/L; the bedside glucose meter read seven hundred and eighty mg/dL, which the laboratory confirmed. HbA1c 8.9 %.',
        inputs: {
          sodium: num('Sodium 127 mmol/L'),
          glucose: means('seven hundred and eighty mg/dL', 780),
        },
      },
    ],
  },
  {
    calculator: 'serum-osmolality',
    question:
      'What is the calculated serum osmolality (twice sodium, plus glucose, plus urea; no ethanol term), in mOsm/kg?',
    notes: [
      {
        text: 'A 40-year-old man is found confused; an empty bottle of antifreeze lies beside him. Sodium 141 mmol/L, glucose 108 mg/dL, blood urea nitrogen 14 mg/dL, creatinine 1.1 mg/dL. Measured osmolality 342 mOsm/kg. Ethanol not detected.',
        inputs: {
          sodium: num('Sodium 141 mmol/L'),
          glucose: num('glucose 108 mg/dL'),
          bun: num('blood urea nitrogen 14 mg/dL'),
        },
      },
      {
        text: 'A 66-year-old woman on a thiazide. Sodium 121 mmol/L, potassium 3.1 mmol/L, glucose 6.2 mmol/L, urea 3.5 mmol/L. Urine osmolality 410 mOsm/kg. No alcohol.',
        inputs: {
          sodium: num('Sodium 121 mmol/L'),
          glucose: inUnit('glucose 6.2 mmol/L', FROM.glucoseMillimoles),
          bun: inUnit('urea 3.5 mmol/L', FROM.ureaMillimoles),
        },
      },
      {
        text: 'An 80-year-old man with diarrhoea for a week. Sodium one hundred and fifty-one mmol/L, glucose 126 mg/dL, blood urea nitrogen 56 mg/dL, creatinine 2.2 mg/dL, lactate 1.9 mmol/L.',
        inputs: {
          sodium: means('one hundred and fifty-one mmol/L', 151),
          glucose: num('glucose 126 mg/dL'),
          bun: num('blood urea nitrogen 56 mg/dL'),
        },
      },
    ],
  },
  {
    calculator: 'friedewald-ldl',
    question: 'What is the LDL cholesterol by the Friedewald equation, in mg/dL?',
    notes: [
      {
        text: 'A 52-year-old man, fasting lipids: total cholesterol 231 mg/dL, HDL cholesterol 42 mg/dL, triglycerides 185 mg/dL. Glucose 99 mg/dL. His brother had a heart attack at 49.',
        inputs: {
          totalCholesterol: num('total cholesterol 231 mg/dL'),
          hdl: num('HDL cholesterol 42 mg/dL'),
          triglycerides: num('triglycerides 185 mg/dL'),
        },
      },
      {
        text: 'A 47-year-old woman, fasting: total cholesterol 5.9 mmol/L, HDL cholesterol 1.6 mmol/L, triglycerides 1.3 mmol/L. TSH 2.1 mU/L. She does not smoke. The result is wanted in mg/dL for a trial form.',
        inputs: {
          totalCholesterol: inUnit('total cholesterol 5.9 mmol/L', FROM.cholesterolMillimoles),
          hdl: inUnit('HDL cholesterol 1.6 mmol/L', FROM.cholesterolMillimoles),
          triglycerides: inUnit('triglycerides 1.3 mmol/L', FROM.triglyceridesMillimoles),
        },
      },
      {
        text: 'A 68-year-old man eight weeks after starting atorvastatin 40 mg. Before treatment total cholesterol was 244 mg/dL. Now, fasting: total cholesterol is down to 158 mg/dL, HDL cholesterol fifty mg/dL, triglycerides 120 mg/dL. ALT 28 U/L.',
        inputs: {
          totalCholesterol: num('down to 158 mg/dL'),
          hdl: means('HDL cholesterol fifty mg/dL', 50),
          triglycerides: num('triglycerides 120 mg/dL'),
        },
      },
    ],
  },
  {
    calculator: 'a-a-gradient',
    question:
      'What is the alveolar-arterial oxygen gradient, with a respiratory quotient of 0.8 and a water vapour pressure of 47 mmHg, in mmHg?',
    notes: [
      {
        text: 'A 34-year-old woman with sudden breathlessness ten days after a long flight. Arterial gas on an inspired oxygen fraction of 0.21 at an atmospheric pressure of 760 mmHg: pH 7.47, PaCO2 31 mmHg, PaO2 68 mmHg. Heart rate 118/min.',
        inputs: {
          fio2: num('fraction of 0.21'),
          atmosphericPressure: num('pressure of 760 mmHg'),
          paco2: num('PaCO2 31 mmHg', 2),
          pao2: num('PaO2 68 mmHg', 2),
        },
      },
      {
        text: 'A 59-year-old man with viral pneumonia breathes 40 % oxygen by Venturi mask; barometer 750 mmHg. Arterial gas: pH 7.44, PaCO2 4.8 kPa, PaO2 9.6 kPa, bicarbonate 24 mmol/L. Respiratory rate 26/min.',
        inputs: {
          fio2: inUnit('40 % oxygen', FROM.percent),
          atmosphericPressure: num('barometer 750 mmHg'),
          paco2: inUnit('PaCO2 4.8 kPa', FROM.kilopascals, 2),
          pao2: inUnit('PaO2 9.6 kPa', FROM.kilopascals, 2),
        },
      },
      {
        text: 'A 22-year-old is brought in after taking an unknown amount of heroin. He breathes room air (take twenty-one per cent oxygen); atmospheric pressure 760 mmHg. Arterial gas: pH 7.22, PaCO2 64 mmHg, PaO2 58 mmHg, bicarbonate 26 mmol/L.',
        inputs: {
          fio2: means('twenty-one per cent oxygen', 0.21),
          atmosphericPressure: num('atmospheric pressure 760 mmHg'),
          paco2: num('PaCO2 64 mmHg', 2),
          pao2: num('PaO2 58 mmHg', 2),
        },
      },
    ],
  },
  {
    calculator: 'fib-4',
    question: 'What is the FIB-4 index?',
    notes: [
      {
        text: 'A 54-year-old man with fatty liver on ultrasound. AST 48 U/L, ALT 72 U/L, gamma-GT 95 U/L, platelets 212 × 10⁹/L, albumin 4.3 g/dL, BMI 33 kg/m².',
        inputs: {
          age: num('54-year-old'),
          ast: num('AST 48 U/L'),
          alt: num('ALT 72 U/L'),
          platelets: num('platelets 212'),
        },
      },
      {
        text: 'A 61-year-old woman with hepatitis C who was never treated. AST 88 U/L, ALT 64 U/L, platelets 118,000 per µL, bilirubin 1.1 mg/dL, INR 1.1. She had a transfusion in 1984.',
        inputs: {
          age: num('61-year-old'),
          ast: num('AST 88 U/L'),
          alt: num('ALT 64 U/L'),
          platelets: inUnit('platelets 118,000 per µL', FROM.perMicrolitre),
        },
      },
      {
        text: 'A man, forty-five years old, with type 2 diabetes. AST 31 U/L, ALT 39 U/L, platelets 245 × 10⁹/L, HbA1c 7.1 %, ferritin 310 µg/L. His father died at 61 of cirrhosis.',
        inputs: {
          age: means('forty-five years old', 45),
          ast: num('AST 31 U/L'),
          alt: num('ALT 39 U/L'),
          platelets: num('platelets 245'),
        },
      },
    ],
  },
];
