import { type Calculation, FROM, inUnit, means, num } from './stated.ts';

export const KIDNEY: readonly Calculation[] = [
  {
    calculator: 'cockcroft-gault',
    question:
      'What is the creatinine clearance by the Cockcroft-Gault equation, with actual body weight and today’s creatinine, in mL/min?',
    notes: [
      {
        text: 'A 72-year-old woman with atrial fibrillation is seen to choose the dose of an anticoagulant. Weight 61 kg, height 160 cm. Creatinine today 1.3 mg/dL; a year ago it was 0.9 mg/dL. Haemoglobin 12.6 g/dL.',
        inputs: {
          age: num('72-year-old'),
          sex: means('woman', 'female'),
          weight: num('Weight 61 kg'),
          creatinine: num('today 1.3 mg/dL'),
        },
      },
      {
        text: 'A 64-year-old man with a soft tissue infection needs vancomycin. Weight 84 kg, height 176 cm. Creatinine today 141 µmol/L and steady since yesterday, urea 9 mmol/L, CRP 180 mg/L.',
        inputs: {
          age: num('64-year-old'),
          sex: means('man', 'male'),
          weight: num('Weight 84 kg'),
          creatinine: inUnit('today 141 µmol/L', FROM.creatinineMicromoles),
        },
      },
      {
        text: 'A retired teacher aged eighty-one moves into a care home; her medicines are reviewed. She weighs 54 kg, five kilograms less than in spring. Creatinine today 1.0 mg/dL. She takes metformin 500 mg twice a day and ramipril 5 mg.',
        inputs: {
          age: means('aged eighty-one', 81),
          sex: means('She weighs', 'female'),
          weight: num('She weighs 54 kg'),
          creatinine: num('today 1.0 mg/dL'),
        },
      },
    ],
  },
  {
    calculator: 'ckd-epi-2021',
    question:
      'What is the estimated glomerular filtration rate by the CKD-EPI creatinine equation of 2021, from the latest creatinine, in mL/min/1.73 m²?',
    notes: [
      {
        text: 'A 58-year-old man with type 2 diabetes comes for his annual review. Latest creatinine 1.4 mg/dL, in January 1.2 mg/dL. HbA1c 7.4 %, urine albumin-creatinine ratio 85 mg/g, weight 96 kg.',
        inputs: {
          age: num('58-year-old'),
          sex: means('man', 'male'),
          creatinine: num('Latest creatinine 1.4 mg/dL'),
        },
      },
      {
        text: 'A 43-year-old woman with lupus is followed every three months. Latest creatinine 97 µmol/L. Protein in urine 0.4 g/day, complement C3 normal, haemoglobin 118 g/L. Weight 66 kg.',
        inputs: {
          age: num('43-year-old'),
          sex: means('woman', 'female'),
          creatinine: inUnit('Latest creatinine 97 µmol/L', FROM.creatinineMicromoles),
        },
      },
      {
        text: 'A gentleman in good health turned seventy last week and asks for a check of his kidneys. Latest creatinine 0.8 mg/dL. He swims twice a week and takes no medicine but an occasional ibuprofen 400 mg.',
        inputs: {
          age: means('turned seventy last week', 70),
          sex: means('gentleman', 'male'),
          creatinine: num('Latest creatinine 0.8 mg/dL'),
        },
      },
    ],
  },
  {
    calculator: 'fena',
    question: 'What is the fractional excretion of sodium, in per cent?',
    notes: [
      {
        text: 'A 77-year-old man has passed little urine since two days of vomiting. Serum: sodium 138 mmol/L, potassium 5.0 mmol/L, creatinine 2.6 mg/dL. Spot urine: sodium 14 mmol/L, creatinine 118 mg/dL, osmolality 520 mOsm/kg. No diuretics.',
        inputs: {
          serumSodium: num('Serum: sodium 138 mmol/L'),
          serumCreatinine: num('creatinine 2.6 mg/dL'),
          urineSodium: num('Spot urine: sodium 14 mmol/L'),
          urineCreatinine: num('creatinine 118 mg/dL'),
        },
      },
      {
        text: 'A 52-year-old woman on day three after heart surgery. Serum sodium 134 mmol/L, serum creatinine 310 µmol/L. Urine sodium 62 mmol/L, urine creatinine 4.5 mmol/L. Urine output 15 mL/h; muddy brown casts. No diuretics today.',
        inputs: {
          serumSodium: num('Serum sodium 134 mmol/L'),
          serumCreatinine: inUnit('serum creatinine 310 µmol/L', FROM.creatinineMicromoles),
          urineSodium: num('Urine sodium 62 mmol/L'),
          urineCreatinine: inUnit('urine creatinine 4.5 mmol/L', FROM.creatinineMillimoles),
        },
      },
      {
        text: 'Nephrology, by telephone: 45-year-old hiker, collapsed in the heat, CK 4,100 U/L. The laboratory reads out a serum sodium of one hundred and forty-six mmol/L, serum creatinine 1.9 mg/dL, urine sodium 22 mmol/L, urine creatinine 160 mg/dL.',
        inputs: {
          serumSodium: means('one hundred and forty-six mmol/L', 146),
          serumCreatinine: num('serum creatinine 1.9 mg/dL'),
          urineSodium: num('urine sodium 22 mmol/L'),
          urineCreatinine: num('urine creatinine 160 mg/dL'),
        },
      },
    ],
  },
  {
    calculator: 'free-water-deficit',
    question: 'What is the free water deficit in litres, with 140 mmol/L as the target sodium?',
    notes: [
      {
        text: 'An 82-year-old woman is sent from a nursing home, drowsy and dry. Weight 48 kg; body water is taken as 45 % of weight. Sodium 162 mmol/L, potassium 3.8 mmol/L, glucose 112 mg/dL, creatinine 1.5 mg/dL.',
        inputs: {
          weight: num('Weight 48 kg'),
          waterFraction: inUnit('45 % of weight', FROM.percent),
          sodium: num('Sodium 162 mmol/L'),
        },
      },
      {
        text: 'A 36-year-old man with diabetes insipidus after pituitary surgery could not drink overnight. Weight 172 lb; body water is taken as a fraction of 0.6 of weight. Sodium 153 mmol/L, urine osmolality 110 mOsm/kg.',
        inputs: {
          weight: inUnit('Weight 172 lb', FROM.pounds),
          waterFraction: num('fraction of 0.6'),
          sodium: num('Sodium 153 mmol/L'),
        },
      },
      {
        text: 'A 54-year-old woman on the ward after a stroke receives concentrated tube feeds. Weight 66 kg; half of her weight is taken as body water. Sodium was 139 mmol/L on admission and is now 157 mmol/L. No fever, no diarrhoea.',
        inputs: {
          weight: num('Weight 66 kg'),
          waterFraction: means('half of her weight', 0.5),
          sodium: num('now 157 mmol/L'),
        },
      },
    ],
  },
];
