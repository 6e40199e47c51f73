import type { Visit } from './visit.ts';

export const cellulitis: Visit = {
  id: 'hw-11-cellulitis',
  meta: {
    topic: 'cellulitis of the left leg with a penicillin label',
    specialty: 'infection',
    visitType: 'new problem',
    ageGroup: 'adult',
    source:
      'IDSA guideline on skin and soft tissue infections, 2014 (nonpurulent mild cellulitis: oral drug against streptococci such as cephalexin, 5 days, treat toe-web maceration, elevate), and AAAAI/ACAAI drug allergy practice parameter, 2022 (cephalosporin after a mild penicillin rash). Author-checked.',
  },
  transcript: `
1 Doctor: Mr. Novak, hi, come on up. Let's see this leg of yours.
2 Patient: It's the left one. I noticed it Saturday, and it's Tuesday, so three days. It's getting redder and it's hot.
3 Doctor: Started with a scratch, a bite?
4 Patient: I do landscaping. I caught my shin with a rake on Thursday. Just a scratch.
5 Doctor: Is there any pus or drainage?
6 Patient: No pus. It's dry.
7 Doctor: Fever, chills, feeling sick?
8 Patient: No fever that I know of. No chills. I worked yesterday, if that tells you anything.
9 Doctor: Any chest pain, trouble breathing? Long trips lately?
10 Patient: No, neither. Haven't gone anywhere.
11 Doctor: Diabetes? Clots in your legs? Ever had this before?
12 Patient: No sugar, no clots. First time.
13 Doctor: And medicines?
14 Patient: Amlodipine. Used to be 5, now it's 10 a day, since, uh, spring.
15 Doctor: Allergic to anything?
16 Patient: Penicillin. My mother says I got a rash when I was four.
17 Doctor: Just a rash? No swelling or trouble breathing?
18 Patient: Just a rash. And that dentist gave me, what's it called, Keflex, two years ago. No problem.
19 Doctor: Keflex is cephalexin, good, that's very useful. Last tetanus shot?
20 Patient: Three years back, when I did my thumb.
21 Doctor: You're covered. Smoke?
22 Patient: No. Chewed tobacco, quit at 40. I'm 52 now.
23 Doctor: Temperature's 37.4 Celsius, pulse 78, blood pressure 132 over 82, weight 91 kilos. Okay, on the left shin there's redness, 8 by 12 centimeters, warm and tender. There's a scratch in the middle. Nothing soft to drain, no blisters. And it's peeling between your toes here.
24 Patient: Oh, that's athlete's foot, I've had that forever.
25 Doctor: That's how germs get in. Calves are the same size, not tender when I squeeze. Good pulses in the foot. I can feel a small gland in the left groin.
26 Patient: Is it a blood clot?
27 Doctor: I don't think so, it's cellulitis, a skin infection, of the left lower leg. I'm going to draw around it with a pen. Hold still.
28 Patient: Very artistic.
29 Doctor: I try. So cephalexin, 500 milligrams by mouth, four times a day, for 5 days. And clotrimazole cream, 1 percent, between the toes twice a day for 4 weeks.
30 Patient: Four times a day. Okay, I'll set an alarm.
31 Doctor: Put the leg up when you can, and take 2 days off work. Acetaminophen if it hurts. I want to see the leg in 2 days, Thursday.
32 Patient: And if it goes past the line?
33 Doctor: It may a little in the first day. If it's well past the line after 2 days, or you have fever, blisters, or really bad pain, go to the emergency room, don't wait for me.
34 Patient: Okay. Thursday, then.
`,
  note: `
Subjective:
Mr. Novak is a 52-year-old man, a landscaper, with 3 days of spreading redness and warmth of the left shin after a scratch from a rake on Thursday. Denies pus, fever, chills, chest pain, trouble breathing or recent long travel.
History: no diabetes, no leg clots, no prior cellulitis. Tetanus shot 3 years ago.
Social history: does not smoke; former chewing tobacco, quit at 40.
Medications: amlodipine 10 mg daily (increased from 5 mg in spring).
Allergies: penicillin (rash at age 4, no swelling or trouble breathing); tolerated cephalexin 2 years ago.

Objective:
Vitals: temperature 37.4 C, pulse 78, blood pressure 132/82, weight 91 kg.
Exam: left shin redness 8 x 12 cm, warm and tender, central scratch. No fluctuance, no blisters. Calves equal and nontender. Foot pulses good. Small left groin node. Peeling between the toes.

Assessment:
1. Cellulitis of the left lower leg, nonpurulent. Clot unlikely.
2. Athlete's foot, likely entry point.

Plan:
- Start cephalexin 500 mg by mouth four times daily for 5 days.
- Start topical clotrimazole 1% cream between the toes twice daily for 4 weeks.
- Redness outlined with pen. Elevate leg, 2 days off work, acetaminophen for pain.
- Recheck in 2 days.
- Emergency room for redness well past the line after 2 days, fever, blisters or severe pain.
`,
  // One fact per line reads like a checklist.
  // prettier-ignore
  facts: {
    demographic: [
      { name: 'age', value: '52', unit: 'years', line: 22, quote: "I'm 52 now" },
      { name: 'sex', value: 'male', synonyms: ['man', 'Mr.'], line: 1, quote: 'Mr. Novak' },
    ],
    finding: [
      { name: 'redness', synonyms: ['erythema', 'red'], side: 'left', line: 2, quote: "It's the left one. I noticed it Saturday, and it's Tuesday, so three days" },
      { name: 'duration', value: '3 days', line: 2, quote: "It's the left one. I noticed it Saturday, and it's Tuesday, so three days" },
      { name: 'warmth', synonyms: ['warm', 'hot'], line: 2, quote: "it's hot" },
      { name: 'scratch', synonyms: ['abrasion', 'laceration', 'cut', 'skin break'], line: 4, quote: 'I caught my shin with a rake' },
      { name: 'pus', synonyms: ['drainage', 'purulence', 'purulent drainage', 'discharge'], status: 'denied', line: 6, quote: 'No pus' },
      { name: 'fever', synonyms: ['fevers'], status: 'denied', line: 8, quote: 'No fever' },
      { name: 'chills', status: 'denied', line: 8, quote: 'No chills' },
      { name: 'chest pain', status: 'denied', line: 10, quote: 'No, neither' },
      { name: 'trouble breathing', synonyms: ['shortness of breath', 'dyspnea', 'SOB', 'difficulty breathing'], status: 'denied', line: 10, quote: 'No, neither' },
    ],
    history: [
      { name: 'diabetes', status: 'denied', line: 12, quote: 'No sugar' },
      { name: 'leg clots', synonyms: ['DVT', 'blood clots', 'deep vein thrombosis', 'VTE', 'clots'], status: 'denied', line: 12, quote: 'no clots' },
      { name: 'tetanus shot', synonyms: ['tetanus', 'tetanus vaccine', 'Tdap', 'tetanus immunization', 'tetanus booster'], value: '3 years', line: 20, quote: 'Three years back' },
      { name: 'tolerated cephalexin', synonyms: ['tolerated Keflex', 'cephalexin tolerated', 'has tolerated cephalexin', 'cephalexin without problem', 'cephalexin without reaction'], value: '2 years', line: 18, quote: 'Keflex, two years ago. No problem' },
    ],
    medication: [
      { name: 'amlodipine', synonyms: ['Norvasc'], dose: '10 mg', frequency: 'daily', line: 14, quote: "now it's 10 a day" },
      { name: 'cephalexin', synonyms: ['Keflex'], dose: '500 mg', route: 'oral', frequency: 'four times daily', value: '5 days', status: 'started', line: 29, quote: 'cephalexin, 500 milligrams by mouth, four times a day, for 5 days' },
      { name: 'clotrimazole', synonyms: ['Lotrimin'], dose: '1%', route: 'topical', frequency: 'twice daily', value: '4 weeks', status: 'started', line: 29, quote: 'clotrimazole cream, 1 percent, between the toes twice a day for 4 weeks' },
      { name: 'acetaminophen', synonyms: ['Tylenol', 'paracetamol'], status: 'started', line: 31, quote: 'Acetaminophen if it hurts' },
    ],
    allergy: [
      { name: 'penicillin', value: 'rash', line: 16, quote: 'Penicillin. My mother says I got a rash when I was four' },
    ],
    social: [
      { name: 'landscaper', synonyms: ['landscaping'], line: 4, quote: 'I do landscaping' },
      { name: 'former chewing tobacco', synonyms: ['chewing tobacco', 'smokeless tobacco', 'chewed tobacco'], value: '40', line: 22, quote: 'Chewed tobacco, quit at 40' },
    ],
    vital: [
      { name: 'temperature', synonyms: ['temp'], value: '37.4', unit: 'C', line: 23, quote: '37.4 Celsius' },
      { name: 'pulse', synonyms: ['heart rate', 'HR'], value: '78', unit: 'bpm', line: 23, quote: 'pulse 78' },
      { name: 'blood pressure', synonyms: ['BP'], value: '132/82', unit: 'mmHg', line: 23, quote: '132 over 82' },
      { name: 'weight', synonyms: ['wt'], value: '91', unit: 'kg', line: 23, quote: 'weight 91 kilos' },
    ],
    exam: [
      { name: 'left shin redness', synonyms: ['erythema of the left shin', 'left shin erythema', 'redness of the left shin', 'erythema', 'redness'], value: '8 x 12', unit: 'cm', side: 'left', line: 23, quote: "on the left shin there's redness, 8 by 12 centimeters" },
      { name: 'fluctuance', synonyms: ['abscess', 'fluctuant', 'drainable collection'], status: 'denied', line: 23, quote: 'Nothing soft to drain' },
      { name: 'blisters', synonyms: ['bullae', 'vesicles', 'blistering'], status: 'denied', line: 23, quote: 'no blisters' },
      { name: 'calves equal', synonyms: ['calves symmetric', 'calf symmetric', 'calves the same size', 'no calf swelling', 'no calf asymmetry', 'calves nontender', 'calf tenderness'], line: 25, quote: 'Calves are the same size' },
      { name: 'foot pulses good', synonyms: ['pedal pulses', 'foot pulses', 'pulses intact', 'distal pulses'], line: 25, quote: 'Good pulses in the foot' },
      { name: 'groin node', synonyms: ['inguinal node', 'inguinal lymph node', 'groin lymph node', 'inguinal lymphadenopathy', 'groin gland', 'inguinal adenopathy'], side: 'left', line: 25, quote: 'a small gland in the left groin' },
      { name: 'peeling between the toes', synonyms: ['interdigital peeling', 'interdigital scaling', 'toe web peeling', 'peeling between toes', 'interdigital maceration', 'toe-web'], line: 23, quote: 'peeling between your toes' },
    ],
    diagnosis: [
      { name: 'cellulitis of the left lower leg', synonyms: ['cellulitis', 'left leg cellulitis', 'left lower leg cellulitis', 'left lower extremity cellulitis'], side: 'left', line: 27, quote: "it's cellulitis, a skin infection, of the left lower leg" },
      { name: "athlete's foot", synonyms: ['tinea pedis', 'athletes foot'], line: 24, quote: "athlete's foot" },
    ],
    plan: [
      { name: 'outlined', synonyms: ['marked', 'border drawn', 'borders drawn', 'demarcated', 'drawn around', 'margins', 'outline'], line: 27, quote: 'draw around it with a pen' },
      { name: 'elevate leg', synonyms: ['leg elevation', 'elevation', 'elevate', 'leg up', 'raise leg'], line: 31, quote: 'Put the leg up when you can' },
      { name: 'off work', synonyms: ['work note', 'time off', 'work excuse'], value: '2 days', line: 31, quote: 'take 2 days off work' },
      { name: 'recheck', synonyms: ['follow-up', 'follow up', 'return', 'reassess', 'see again'], value: '2 days', line: 31, quote: 'I want to see the leg in 2 days' },
      { name: 'emergency room', synonyms: ['ER', 'ED', 'emergency department', 'emergency care', 'return precautions'], line: 33, quote: 'go to the emergency room' },
    ],
  },
};
