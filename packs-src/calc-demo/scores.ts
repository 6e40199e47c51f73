import { type Calculation, FROM, inUnit, means, num } from './stated.ts';

export const SCORES: readonly Calculation[] = [
  {
    calculator: 'cha2ds2-vasc',
    question: 'What is the CHA2DS2-VASc score? Answer with the number of points.',
    notes: [
      {
        text: 'A 78-year-old woman with newly found atrial fibrillation. She has hypertension, treated for ten years, and type 2 diabetes. No heart failure; ejection fraction 60 %. No stroke, transient ischaemic attack or embolism so far. No heart attack, no peripheral artery disease, no plaque in the aorta. Her mother had a stroke.',
        inputs: {
          age: num('78-year-old'),
          sex: means('woman', 'female'),
          heartFailure: means('No heart failure', false),
          hypertension: means('has hypertension', true),
          diabetes: means('type 2 diabetes', true),
          stroke: means('No stroke, transient ischaemic attack or embolism', false),
          vascularDisease: means(
            'No heart attack, no peripheral artery disease, no plaque in the aorta',
            false,
          ),
        },
      },
      {
        text: 'A 66-year-old man with permanent atrial fibrillation since two years. He had a transient ischaemic attack last spring and a heart attack at 59, treated with two stents. He has no hypertension, no diabetes and no heart failure. Creatinine 1.0 mg/dL.',
        inputs: {
          age: num('66-year-old'),
          sex: means('man', 'male'),
          heartFailure: means('no heart failure', false),
          hypertension: means('no hypertension', false),
          diabetes: means('no diabetes', false),
          stroke: means('a transient ischaemic attack last spring', true),
          vascularDisease: means('a heart attack at 59', true),
        },
      },
      {
        text: 'A woman, fifty-nine years old, with paroxysmal atrial fibrillation and chronic heart failure with an ejection fraction of 32 %. Her blood pressure has never been raised; hypertension and diabetes were ruled out. She never had a stroke, a transient attack or an embolus, and no vascular disease is known. She stopped smoking at 40.',
        inputs: {
          age: means('fifty-nine years old', 59),
          sex: means('A woman', 'female'),
          heartFailure: means('chronic heart failure', true),
          hypertension: means('hypertension and diabetes were ruled out', false),
          diabetes: means('hypertension and diabetes were ruled out', false),
          stroke: means('never had a stroke, a transient attack or an embolus', false),
          vascularDisease: means('no vascular disease is known', false),
        },
      },
    ],
  },
  {
    calculator: 'curb-65',
    question: 'What is the CURB-65 score on admission? Answer with the number of points.',
    notes: [
      {
        text: 'An 83-year-old man with cough, fever and an infiltrate in the right lower lobe. He is newly confused about place and date. Respiratory rate 28/min, blood pressure 104/58 mmHg, temperature 38.6 °C, saturation 90 %. Urea 11.2 mmol/L, creatinine 128 µmol/L.',
        inputs: {
          age: num('83-year-old'),
          confusion: means('newly confused', true),
          urea: num('Urea 11.2 mmol/L'),
          respiratoryRate: num('Respiratory rate 28/min'),
          systolic: num('104/58 mmHg'),
          diastolic: num('104/58 mmHg', 2),
        },
      },
      {
        text: 'A 47-year-old woman with pneumonia acquired at home. Alert and fully oriented. Respiratory rate 32/min, blood pressure 112/72 mmHg, heart rate 116/min. Blood urea nitrogen 26 mg/dL, sodium 133 mmol/L. Pleuritic pain on the left.',
        inputs: {
          age: num('47-year-old'),
          confusion: means('fully oriented', false),
          urea: inUnit('Blood urea nitrogen 26 mg/dL', FROM.ureaNitrogen),
          respiratoryRate: num('Respiratory rate 32/min'),
          systolic: num('112/72 mmHg'),
          diastolic: num('112/72 mmHg', 2),
        },
      },
      {
        text: 'A farmer of sixty-eight years with four days of fever. He answers all questions correctly. He breathes twenty-four times a minute; blood pressure 126/74 mmHg, pulse 98/min. Urea 6.1 mmol/L, CRP 214 mg/L. Chest film: consolidation in the left upper lobe.',
        inputs: {
          age: means('sixty-eight years', 68),
          confusion: means('answers all questions correctly', false),
          urea: num('Urea 6.1 mmol/L'),
          respiratoryRate: means('twenty-four times a minute', 24),
          systolic: num('126/74 mmHg'),
          diastolic: num('126/74 mmHg', 2),
        },
      },
    ],
  },
  {
    calculator: 'wells-pe',
    question:
      'What is the Wells score for pulmonary embolism (the version with half points)? Answer with the number of points.',
    notes: [
      {
        text: 'A 57-year-old woman has been short of breath since yesterday. Twelve days ago her hip was replaced. Heart rate 108/min, saturation 92 %. No leg swelling or calf pain. The team judges pulmonary embolism the most likely diagnosis. She never had a thrombosis or embolism, does not cough blood and has no cancer.',
        inputs: {
          dvtSigns: means('No leg swelling or calf pain', false),
          mostLikely: means('pulmonary embolism the most likely diagnosis', true),
          heartRate: num('Heart rate 108/min'),
          immobilised: means('Twelve days ago her hip was replaced', true),
          earlier: means('never had a thrombosis or embolism', false),
          haemoptysis: means('does not cough blood', false),
          cancer: means('has no cancer', false),
        },
      },
      {
        text: 'A 44-year-old man with chest pain on breathing in. The RR interval on the ECG is 750 ms, sinus rhythm. The left calf is swollen and tender along the deep veins. He had a deep vein thrombosis six years ago. Pneumonia is thought more likely than embolism. No operation and no bed rest in recent months, no haemoptysis, no malignancy.',
        inputs: {
          dvtSigns: means('left calf is swollen and tender along the deep veins', true),
          mostLikely: means('Pneumonia is thought more likely than embolism', false),
          heartRate: inUnit('RR interval on the ECG is 750 ms', FROM.rrMilliseconds),
          immobilised: means('No operation and no bed rest in recent months', false),
          earlier: means('had a deep vein thrombosis six years ago', true),
          haemoptysis: means('no haemoptysis', false),
          cancer: means('no malignancy', false),
        },
      },
      {
        text: 'A 70-year-old woman on chemotherapy for breast cancer coughed up streaks of blood this morning. Her pulse is ninety-four a minute. Both legs are slim and painless. She walks daily and was not operated on this year. No thrombosis or embolism in the past. Bronchitis is thought more likely than embolism.',
        inputs: {
          dvtSigns: means('Both legs are slim and painless', false),
          mostLikely: means('Bronchitis is thought more likely than embolism', false),
          heartRate: means('ninety-four a minute', 94),
          immobilised: means('walks daily and was not operated on this year', false),
          earlier: means('No thrombosis or embolism in the past', false),
          haemoptysis: means('coughed up streaks of blood', true),
          cancer: means('on chemotherapy for breast cancer', true),
        },
      },
    ],
  },
  {
    calculator: 'glasgow-coma',
    question: 'What is the total score on the Glasgow coma scale now? Answer with the number of points.',
    notes: [
      {
        text: 'A 23-year-old cyclist, 40 minutes after a fall. At the roadside his score was 10. Now he opens his eyes only when spoken to, answers with sentences but believes he is at school, and squeezes and lets go of fingers on request. Pupils 3 mm, equal, reactive.',
        inputs: {
          eyes: means('opens his eyes only when spoken to', 'to speech'),
          verbal: means('answers with sentences but believes he is at school', 'confused'),
          motor: means('squeezes and lets go of fingers on request', 'obeys'),
        },
      },
      {
        text: 'A 66-year-old woman with a bleed in the brain. Eyes open to a pinch of the trapezius and not to voice. She moans without words. Her right hand moves up to the pinching hand and tries to push it away; the left arm does not move. Blood pressure 192/104 mmHg.',
        inputs: {
          eyes: means('Eyes open to a pinch of the trapezius and not to voice', 'to pain'),
          verbal: means('moans without words', 'sounds'),
          motor: means('moves up to the pinching hand and tries to push it away', 'localises'),
        },
      },
      {
        text: 'A 35-year-old man is found after taking tablets. Eyes stay closed even to pressure on a nail. He makes no sound at all. The pressure makes him pull the arm away with a normal bend of the elbow. Temperature 35.1 °C, glucose 96 mg/dL, saturation 95 % with 4 L/min of oxygen.',
        inputs: {
          eyes: means('Eyes stay closed even to pressure on a nail', 'none'),
          verbal: means('makes no sound at all', 'none'),
          motor: means('pull the arm away with a normal bend of the elbow', 'withdraws'),
        },
      },
    ],
  },
  {
    calculator: 'child-pugh',
    question: 'What is the Child-Pugh score? Answer with the number of points.',
    notes: [
      {
        text: 'A 58-year-old man with alcohol-related cirrhosis. Bilirubin 2.6 mg/dL, albumin 3.1 g/dL, INR 1.5, platelets 88 × 10⁹/L, creatinine 0.9 mg/dL. Slight ascites on examination. He is awake and clear, without encephalopathy.',
        inputs: {
          bilirubin: num('Bilirubin 2.6 mg/dL'),
          albumin: num('albumin 3.1 g/dL'),
          inr: num('INR 1.5'),
          ascites: means('Slight ascites', 'slight'),
          encephalopathy: means('without encephalopathy', 'none'),
        },
      },
      {
        text: 'A 64-year-old woman with autoimmune hepatitis and cirrhosis. Bilirubin 74 µmol/L, albumin 25 g/L, INR 2.0, sodium 131 mmol/L. Moderate ascites despite spironolactone 100 mg. Hepatic encephalopathy grade 2: she is slow and has a flapping tremor.',
        inputs: {
          bilirubin: inUnit('Bilirubin 74 µmol/L', FROM.bilirubinMicromoles),
          albumin: inUnit('albumin 25 g/L', FROM.albuminGramsPerLitre),
          inr: num('INR 2.0'),
          ascites: means('Moderate ascites', 'moderate'),
          encephalopathy: means('encephalopathy grade 2', 'grade 1-2'),
        },
      },
      {
        text: 'A 49-year-old man with cirrhosis from hepatitis B, virus suppressed by entecavir. Bilirubin one point two mg/dL, albumin 3.9 g/dL, INR 1.8 while he takes no anticoagulant. Ultrasound shows no ascites; spleen 15 cm. Number connection test and orientation normal, no encephalopathy.',
        inputs: {
          bilirubin: means('one point two mg/dL', 1.2),
          albumin: num('albumin 3.9 g/dL'),
          inr: num('INR 1.8'),
          ascites: means('no ascites', 'none'),
          encephalopathy: means('no encephalopathy', 'none'),
        },
      },
    ],
  },
];
