import type { Visit } from './visit.ts';

export const hypertension: Visit = {
  id: 'hw-02-hypertension',
  meta: {
    topic: 'hypertension with a dose change',
    specialty: 'cardiovascular',
    visitType: 'follow-up',
    ageGroup: 'adult',
    source:
      'AHA/ACC guideline on high blood pressure in adults, 2025, and its 2017 predecessor (target below 130/80, home readings, withdraw interfering drugs such as NSAIDs, recheck potassium and creatinine 2 to 4 weeks after an ACE inhibitor change, monthly visits until at target). Author-checked.',
  },
  transcript: `
1 Doctor: Mr. Hale, good to see you. How was the fishing trip?
2 Patient: Rained the whole time. Caught a cold and nothing else. It's gone now, though.
3 Doctor: Ha, sorry. So, blood pressure. Did you bring the home readings?
4 Patient: I did. They're mostly 150s over low 90s. Best one was 144 over 88.
5 Doctor: Okay. Tell me what you're actually taking.
6 Patient: The amlodipine, 5 milligrams in the morning. And the lisinopril, 20. No wait, 10. The 20 is the cholesterol one, atorvastatin, at night.
7 Doctor: So lisinopril 10 once a day. Missing any?
8 Patient: Maybe one pill in the last month.
9 Doctor: That's good. Anything over the counter?
10 Patient: Ibuprofen. 400 most days, for my shoulder. Two of the little brown ones.
11 Doctor: How long?
12 Patient: Oh, couple of months.
13 Doctor: That can push your pressure up, and it's hard on the kidneys along with lisinopril. I'd like you to stop it. Any chest pain?
14 Patient: Nope.
15 Doctor: Shortness of breath, headaches, swelling in the legs?
16 Patient: No, no, and no. Well, my socks leave a line, but no swelling.
17 Doctor: Any cough with the lisinopril? Dizziness?
18 Patient: No cough. Never dizzy.
19 Doctor: Salt, alcohol, smoking?
20 Patient: I love my pickles. Couple of beers on Saturday. Quit smoking ten years ago.
21 Doctor: And your dad had the stroke, is that right?
22 Patient: Yeah, at 66. I'm 58, so it's on my mind.
23 Doctor: Sure. No drug allergies still?
24 Patient: None.
25 Doctor: So today you were 152 over 94, and I just got 148 over 92 myself, in the right arm. Pulse 72, weight 198 pounds. Heart's regular with no murmur, lungs clear, no swelling at the ankles. Your potassium last month was 4.3 and creatinine 0.9.
26 Patient: So it's still high.
27 Doctor: Still above goal, so the hypertension isn't controlled. We want under 130 over 80. So lisinopril goes from 10 up to 20 milligrams once a day. Amlodipine stays at 5, atorvastatin stays at 20.
28 Patient: And for the shoulder?
29 Doctor: Acetaminophen, 500 to 1000 milligrams every 8 hours as needed. No ibuprofen, no naproxen.
30 Patient: Fine. And the pickles?
31 Doctor: Go easy on the pickles, low salt. Blood test for potassium and kidney function in 2 weeks, keep the home log, and see me in 4 weeks.
32 Patient: Will do.
`,
  note: `
Subjective:
Mr. Hale is a 58-year-old man seen for follow-up of hypertension. Home readings mostly 150s over low 90s, best 144/88. Missed about one pill in the last month. Taking ibuprofen 400 mg most days for shoulder pain for a couple of months. Denies chest pain, shortness of breath, headache, leg swelling, cough or dizziness.
Family history: father had a stroke at 66.
Social history: former smoker, quit 10 years ago; a couple of beers on Saturdays; salty foods.
Medications: amlodipine 5 mg once daily in the morning, lisinopril 10 mg once daily, atorvastatin 20 mg at night, ibuprofen over the counter.
Allergies: no known drug allergies.

Objective:
Vitals: blood pressure 152/94, repeat 148/92 in the right arm; pulse 72; weight 198 lb.
Exam: heart regular, no murmur. Lungs clear. No ankle edema.
Labs last month: potassium 4.3, creatinine 0.9.

Assessment:
Hypertension, above goal (target below 130/80); ibuprofen may be contributing.

Plan:
- Increase lisinopril from 10 mg to 20 mg once daily.
- Continue amlodipine 5 mg and atorvastatin 20 mg.
- Stop ibuprofen; avoid all NSAIDs including naproxen. Start acetaminophen 500 to 1000 mg every 8 hours as needed for shoulder pain.
- Low-salt diet. Keep home blood pressure log.
- Potassium and kidney function in 2 weeks.
- Follow-up in 4 weeks.
`,
  // One fact per line reads like a checklist.
  // prettier-ignore
  facts: {
    demographic: [
      { name: 'age', value: '58', unit: 'years', line: 22, quote: "I'm 58" },
      { name: 'sex', value: 'male', synonyms: ['man', 'Mr.'], line: 1, quote: 'Mr. Hale' },
    ],
    finding: [
      { name: 'home readings', synonyms: ['home blood pressure', 'home BP', 'home BPs', 'readings at home', 'best home reading'], value: '144/88', line: 4, quote: 'Best one was 144 over 88' },
      { name: 'shoulder pain', synonyms: ['painful shoulder', 'for shoulder', 'for his shoulder'], line: 10, quote: 'for my shoulder' },
      { name: 'chest pain', status: 'denied', line: 14, quote: 'Nope' },
      { name: 'shortness of breath', synonyms: ['dyspnea', 'SOB', 'breathlessness'], status: 'denied', line: 16, quote: 'No, no, and no' },
      { name: 'headache', synonyms: ['headaches'], status: 'denied', line: 16, quote: 'No, no, and no' },
      { name: 'leg swelling', synonyms: ['leg edema', 'lower extremity edema', 'swelling in the legs', 'swelling'], status: 'denied', line: 16, quote: 'but no swelling' },
      { name: 'cough', status: 'denied', line: 18, quote: 'No cough' },
      { name: 'dizziness', synonyms: ['dizzy', 'lightheadedness'], status: 'denied', line: 18, quote: 'Never dizzy' },
    ],
    history: [
      { name: 'father had a stroke', synonyms: ['father with stroke', 'father stroke', 'stroke in father', 'father: stroke', 'paternal stroke', "father's stroke"], value: '66', line: 22, quote: 'Yeah, at 66' },
    ],
    medication: [
      { name: 'amlodipine', synonyms: ['Norvasc'], dose: '5 mg', frequency: 'once daily', line: 6, quote: 'amlodipine, 5 milligrams in the morning' },
      { name: 'lisinopril', dose: '10 mg', frequency: 'once daily', status: 'stopped', line: 27, quote: 'lisinopril goes from 10 up to' },
      { name: 'lisinopril', dose: '20 mg', frequency: 'once daily', status: 'started', line: 27, quote: 'up to 20 milligrams once a day' },
      { name: 'atorvastatin', synonyms: ['Lipitor'], dose: '20 mg', frequency: 'at night', line: 6, quote: 'The 20 is the cholesterol one, atorvastatin, at night' },
      { name: 'ibuprofen', synonyms: ['Advil', 'Motrin'], dose: '400 mg', frequency: 'most days', status: 'stopped', line: 10, quote: 'Ibuprofen. 400 most days' },
      { name: 'acetaminophen', synonyms: ['Tylenol', 'paracetamol'], dose: '500 to 1000 mg', frequency: 'every 8 hours as needed', status: 'started', line: 29, quote: 'Acetaminophen, 500 to 1000 milligrams every 8 hours as needed' },
    ],
    allergy: [
      { name: 'no known drug allergies', synonyms: ['NKDA', 'no drug allergies', 'no medication allergies', 'no allergies', 'none known', 'NKA', 'no known allergies'], line: 24, quote: 'None' },
    ],
    social: [
      { name: 'former smoker', synonyms: ['quit smoking', 'ex-smoker', 'stopped smoking'], line: 20, quote: 'Quit smoking ten years ago' },
      { name: 'alcohol', synonyms: ['beer', 'beers'], line: 20, quote: 'Couple of beers on Saturday' },
    ],
    vital: [
      { name: 'blood pressure', synonyms: ['BP'], value: '152/94', unit: 'mmHg', line: 25, quote: '152 over 94' },
      { name: 'blood pressure', synonyms: ['BP'], value: '148/92', unit: 'mmHg', side: 'right', line: 25, quote: '148 over 92 myself, in the right arm' },
      { name: 'pulse', synonyms: ['heart rate', 'HR'], value: '72', unit: 'bpm', line: 25, quote: 'Pulse 72' },
      { name: 'weight', synonyms: ['wt'], value: '198', unit: 'lb', line: 25, quote: 'weight 198 pounds' },
    ],
    exam: [
      { name: 'heart regular', synonyms: ['regular rhythm', 'regular rate and rhythm', 'RRR'], line: 25, quote: "Heart's regular" },
      { name: 'murmur', synonyms: ['murmurs'], status: 'denied', line: 25, quote: 'no murmur' },
      { name: 'lungs clear', synonyms: ['clear to auscultation', 'clear lungs', 'chest clear'], line: 25, quote: 'lungs clear' },
      { name: 'ankle edema', synonyms: ['edema', 'ankle swelling', 'swelling at the ankles'], status: 'denied', line: 25, quote: 'no swelling at the ankles' },
    ],
    test: [
      { name: 'potassium', synonyms: ['K'], value: '4.3', line: 25, quote: 'potassium last month was 4.3' },
      { name: 'creatinine', synonyms: ['Cr'], value: '0.9', line: 25, quote: 'creatinine 0.9' },
    ],
    diagnosis: [
      { name: 'hypertension', synonyms: ['HTN', 'high blood pressure', 'elevated blood pressure'], line: 27, quote: "the hypertension isn't controlled" },
    ],
    plan: [
      { name: 'avoid NSAIDs', synonyms: ['avoid all NSAIDs', 'no NSAIDs', 'no ibuprofen or naproxen', 'naproxen'], line: 29, quote: 'No ibuprofen, no naproxen' },
      { name: 'low-salt diet', synonyms: ['low salt', 'low-sodium', 'low sodium', 'reduce salt', 'salt reduction', 'limit salt'], line: 31, quote: 'low salt' },
      { name: 'home blood pressure log', synonyms: ['home log', 'home BP log', 'home monitoring', 'home blood pressure monitoring', 'home BP monitoring'], line: 31, quote: 'keep the home log' },
      { name: 'potassium and kidney function', synonyms: ['BMP', 'basic metabolic panel', 'potassium and creatinine', 'kidney function', 'renal function'], value: '2 weeks', line: 31, quote: 'Blood test for potassium and kidney function in 2 weeks' },
      { name: 'follow-up', synonyms: ['follow up', 'return', 'recheck', 'RTC'], value: '4 weeks', line: 31, quote: 'see me in 4 weeks' },
    ],
  },
};
