import { type Calculation, FROM, inUnit, means, num } from './stated.ts';

export const DOSES: readonly Calculation[] = [
  {
    calculator: 'morphine-equivalents',
    question:
      'How many morphine milligram equivalents does the patient take per day now, by the conversion factors of the CDC guideline of 2022?',
    notes: [
      {
        text: 'A 51-year-old man with back pain after two operations. He takes oxycodone 15 mg four times a day; three months ago it was 20 mg four times a day. Also paracetamol 1 g three times a day and naproxen 250 mg as needed.',
        inputs: {
          opioid: means('takes oxycodone', 'oxycodone'),
          dose: num('oxycodone 15 mg'),
          dosesPerDay: means('15 mg four times a day', 4),
        },
      },
      {
        text: 'A 68-year-old woman with osteoarthritis takes tramadol 0.1 g per dose, 3 doses a day, and no other opioid. Gabapentin 300 mg at night, amlodipine 5 mg in the morning. Weight 71 kg.',
        inputs: {
          opioid: means('takes tramadol', 'tramadol'),
          dose: inUnit('tramadol 0.1 g', FROM.grams),
          dosesPerDay: num('3 doses a day'),
        },
      },
      {
        text: 'A 45-year-old woman with cancer pain under good control. Hydromorphone four milligrams by mouth every six hours around the clock; she needs no rescue doses. Lactulose 15 mL twice a day.',
        inputs: {
          opioid: means('Hydromorphone', 'hydromorphone'),
          dose: means('four milligrams', 4),
          dosesPerDay: means('every six hours around the clock', 4),
        },
      },
    ],
  },
  {
    calculator: 'steroid-conversion',
    question:
      'Which daily dose of the new drug, in mg, has the same anti-inflammatory effect as the present daily dose, taking hydrocortisone 20 mg, prednisone 5 mg, prednisolone 5 mg, methylprednisolone 4 mg and dexamethasone 0.75 mg as equal?',
    notes: [
      {
        text: 'A 39-year-old woman with a flare of asthma took prednisone 50 mg by mouth once a day. She vomits and is to have methylprednisolone by vein instead. Peak flow 240 L/min, saturation 94 %.',
        inputs: {
          from: means('took prednisone', 'prednisone'),
          dose: num('prednisone 50 mg'),
          to: means('to have methylprednisolone', 'methylprednisolone'),
        },
      },
      {
        text: 'A 62-year-old man is admitted for hip surgery. He takes dexamethasone 6 mg a day for a brain tumour, last month 8 mg. For the days around surgery it is to be replaced by hydrocortisone. Glucose 164 mg/dL.',
        inputs: {
          from: means('takes dexamethasone', 'dexamethasone'),
          dose: num('dexamethasone 6 mg'),
          to: means('replaced by hydrocortisone', 'hydrocortisone'),
        },
      },
      {
        text: 'A 74-year-old woman with polymyalgia receives methylprednisolone, twelve milligrams a day, in two parts. Her new pharmacy stocks prednisolone only, so it is changed to that. Last CRP 6 mg/L, bone density low.',
        inputs: {
          from: means('receives methylprednisolone', 'methylprednisolone'),
          dose: means('twelve milligrams a day', 12),
          to: means('prednisolone only', 'prednisolone'),
        },
      },
    ],
  },
  {
    calculator: 'maintenance-fluids',
    question:
      'What is the daily maintenance fluid volume by the rule of Holliday and Segar (100, 50 and 20 mL per kg), in mL per day?',
    notes: [
      {
        text: 'A 4-year-old boy is kept fasting before the repair of a hernia. Weight today 17 kg, height 103 cm. In spring he weighed 15.5 kg. Not dehydrated; last drink six hours ago.',
        inputs: { weight: num('Weight today 17 kg') },
      },
      {
        text: 'A 9-year-old girl with appendicitis, not dehydrated. The triage sheet gives her weight as 66 lb. Temperature 38.1 °C, heart rate 104/min. Her twin weighs 60 lb.',
        inputs: { weight: inUnit('her weight as 66 lb', FROM.pounds) },
      },
      {
        text: 'An 11-month-old girl with bronchiolitis drinks too little. She weighs nine kilograms and is not dehydrated. Respiratory rate 48/min, saturation 93 %, two wet nappies since the morning.',
        inputs: { weight: means('weighs nine kilograms', 9) },
      },
    ],
  },
];
