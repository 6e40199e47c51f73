import type { Visit } from './visit.ts';

// Apixaban dose check: reduced to 2.5 mg only with two of age 80 or more, weight 60 kg or less,
// creatinine 1.5 mg/dL or more. Here one of three (age), so 5 mg twice daily stays.
export const afNosebleeds: Visit = {
  id: 'hw-15-af-nosebleeds',
  meta: {
    topic: 'nosebleeds on an anticoagulant for atrial fibrillation',
    specialty: 'cardiovascular',
    visitType: 'new problem',
    ageGroup: 'older adult',
    source:
      'ACC/AHA/ACCP/HRS guideline on atrial fibrillation, 2023 (no aspirin added to an anticoagulant without an indication; label dosing of apixaban), and AAO-HNSF guideline on nosebleed, 2020 (firm pressure, moisturise, first-line measures before withdrawing an anticoagulant unless bleeding is life-threatening). Author-checked.',
  },
  transcript: `
1 Doctor: Mr. Petrakis, welcome. And you've brought company.
2 Daughter: I'm Eleni, his daughter. He wouldn't have told you, so I came.
3 Patient: It's a nosebleed. In my day you put a key on your neck.
4 Doctor: Let's hear it. Which side?
5 Patient: The left. No, I'm telling you wrong, the right. This one.
6 Daughter: The right. Three times this week.
7 Doctor: Three times. How long do they last?
8 Patient: Ten minutes, maybe.
9 Daughter: Fifteen, Dad. I timed it on Sunday.
10 Doctor: Fifteen at most. And then it stops by itself?
11 Patient: I pinch it and it stops, yes.
12 Doctor: Any bleeding from the gums, black stools, blood in the urine, big bruises?
13 Patient: None of that. Gums are fine, they're not mine.
14 Doctor: Ha! Dizzy? Any falls?
15 Patient: No dizziness. No falls. I dance on Fridays.
16 Doctor: At 88, I'm jealous. Hit your nose, a cold, picking at it?
17 Patient: No knock, no cold. The heating's on, it's dry like Egypt.
18 Doctor: So, medicines. You're on apixaban 5 milligrams twice a day for the atrial fibrillation.
19 Daughter: Yes. And metoprolol, long-acting, 50, in the morning. I do his box.
20 Doctor: Anything that's not in the box? Aspirin, fish oil?
21 Patient: Well... a baby aspirin. My neighbor said for the heart.
22 Daughter: Dad! Since when?
23 Patient: Since three weeks, about. One a day, 81.
24 Doctor: Okay, no one's in trouble. You've no stents, no heart attack, no stroke?
25 Patient: No. Nothing like that.
26 Doctor: Then the aspirin just adds bleeding. Allergies?
27 Daughter: No allergies to medicines.
28 Doctor: Blood pressure 136 over 74, pulse 72 and irregular. Weight 74 kilos. Looking in: there's a small crusted spot at the front of the wall inside the right nostril, no bleeding now. Left side's clear. Nothing running down the throat.
29 Patient: And the blood they took this morning?
30 Doctor: Hemoglobin 13.1, and it was 13.3 in the spring, so no change. Platelets 210. Creatinine 1.1.
31 Daughter: Should he stop the apixaban?
32 Doctor: No, please don't. It's preventing a stroke. And with his weight and kidneys, 5 milligrams is the right dose. What he stops is the aspirin, today.
33 Patient: I paid for a whole bottle.
34 Doctor: I know. So, it's a nosebleed from the front of the nose on the right. Saline spray, two sprays in each nostril three times a day, and a bit of petroleum jelly inside the right nostril at bedtime. Get a humidifier.
35 Daughter: And if it bleeds again?
36 Doctor: Sit up, lean forward, and pinch the soft part hard for 15 minutes by the clock, don't peek. If it's still going after 30 minutes, or it's pouring, or he's faint, or he hits his head, it's the emergency room.
37 Patient: And the key?
38 Doctor: The key's optional. I'll see you in 2 weeks. If they keep coming, the ear, nose and throat doctor can seal that spot.
`,
  note: `
Subjective:
Mr. Petrakis is an 88-year-old man, seen with his daughter, with 3 nosebleeds from the right nostril this week, each up to 15 minutes, stopping with pinching. Dry heated air at home. Denies gum bleeding, black stools, blood in urine, large bruises, dizziness, falls, nasal injury or cold.
History: atrial fibrillation on apixaban. No stents, heart attack or stroke.
Medications: apixaban 5 mg twice daily, metoprolol long-acting 50 mg in the morning, aspirin 81 mg once daily for three weeks on his own.
Allergies: no known drug allergies.

Objective:
Vitals: blood pressure 136/74, pulse 72 irregular, weight 74 kg.
Exam: small crusted spot on the anterior septum, right nostril, no active bleeding. Left nostril clear. No blood in the throat.
Labs: hemoglobin 13.1 (was 13.3 in spring), platelets 210, creatinine 1.1.

Assessment:
1. Recurrent right anterior nosebleed on apixaban plus aspirin, with dry air.
2. Atrial fibrillation, anticoagulated; apixaban dose appropriate.

Plan:
- Stop aspirin 81 mg.
- Continue apixaban 5 mg twice daily; do not stop. Continue metoprolol.
- Start saline nasal spray, 2 sprays in each nostril three times daily.
- Start petroleum jelly inside the right nostril at bedtime. Humidifier.
- For bleeding: sit up, lean forward, pinch for 15 minutes. Emergency room if bleeding after 30 minutes, heavy bleeding, faintness or head injury.
- Follow-up in 2 weeks; ENT referral if nosebleeds continue.
`,
  // One fact per line reads like a checklist.
  // prettier-ignore
  facts: {
    demographic: [
      { name: 'age', value: '88', unit: 'years', line: 16, quote: 'At 88' },
      { name: 'sex', value: 'male', synonyms: ['man', 'Mr.'], line: 1, quote: 'Mr. Petrakis' },
    ],
    finding: [
      { name: 'nosebleeds', synonyms: ['nosebleed', 'epistaxis', 'nose bleeds', 'nose bleed'], side: 'right', value: '3', line: 6, quote: 'The right. Three times this week' },
      { name: 'duration', value: '15 minutes', line: 10, quote: 'Fifteen at most' },
      { name: 'dry heated air', synonyms: ['dry air', 'dry heat', 'dry indoor air', 'heating', 'dry environment'], line: 17, quote: "The heating's on, it's dry like Egypt" },
      { name: 'gum bleeding', synonyms: ['bleeding gums', 'bleeding from the gums', 'gingival bleeding'], status: 'denied', line: 13, quote: 'None of that' },
      { name: 'black stools', synonyms: ['melena', 'black stool'], status: 'denied', line: 13, quote: 'None of that' },
      { name: 'blood in urine', synonyms: ['hematuria', 'blood in the urine'], status: 'denied', line: 13, quote: 'None of that' },
      { name: 'bruises', synonyms: ['bruising', 'large bruises', 'easy bruising'], status: 'denied', line: 13, quote: 'None of that' },
      { name: 'dizziness', synonyms: ['dizzy', 'lightheadedness'], status: 'denied', line: 15, quote: 'No dizziness' },
      { name: 'falls', synonyms: ['fall'], status: 'denied', line: 15, quote: 'No falls' },
      { name: 'nasal injury', synonyms: ['nasal trauma', 'injury', 'trauma', 'nose injury'], status: 'denied', line: 17, quote: 'No knock' },
    ],
    history: [
      { name: 'atrial fibrillation', synonyms: ['AF', 'AFib', 'a-fib', 'A fib'], line: 18, quote: 'atrial fibrillation' },
      { name: 'heart attack', synonyms: ['myocardial infarction', 'MI'], status: 'denied', line: 25, quote: 'Nothing like that' },
      { name: 'stents', synonyms: ['stent', 'coronary stent', 'coronary stents'], status: 'denied', line: 25, quote: 'Nothing like that' },
      { name: 'stroke', synonyms: ['CVA'], status: 'denied', line: 25, quote: 'Nothing like that' },
    ],
    medication: [
      { name: 'apixaban', synonyms: ['Eliquis'], dose: '5 mg', frequency: 'twice daily', line: 18, quote: 'apixaban 5 milligrams twice a day' },
      { name: 'metoprolol', synonyms: ['metoprolol succinate', 'Toprol', 'metoprolol long-acting', 'metoprolol ER', 'Toprol XL'], dose: '50 mg', frequency: 'in the morning', line: 19, quote: 'metoprolol, long-acting, 50, in the morning' },
      { name: 'aspirin', synonyms: ['baby aspirin', 'ASA'], dose: '81 mg', frequency: 'once daily', status: 'stopped', line: 23, quote: 'One a day, 81' },
      { name: 'saline nasal spray', synonyms: ['saline spray', 'nasal saline', 'saline'], dose: '2 sprays', frequency: 'three times daily', side: 'bilateral', status: 'started', line: 34, quote: 'Saline spray, two sprays in each nostril three times a day' },
      { name: 'petroleum jelly', synonyms: ['Vaseline', 'petrolatum'], frequency: 'at bedtime', side: 'right', status: 'started', line: 34, quote: 'petroleum jelly inside the right nostril at bedtime' },
    ],
    allergy: [
      { name: 'no known drug allergies', synonyms: ['NKDA', 'no drug allergies', 'no medication allergies', 'no allergies', 'none known', 'NKA', 'no known allergies'], line: 27, quote: 'No allergies to medicines' },
    ],
    vital: [
      { name: 'blood pressure', synonyms: ['BP'], value: '136/74', unit: 'mmHg', line: 28, quote: '136 over 74' },
      { name: 'pulse', synonyms: ['heart rate', 'HR'], value: '72', unit: 'bpm', line: 28, quote: 'pulse 72' },
      { name: 'weight', synonyms: ['wt'], value: '74', unit: 'kg', line: 28, quote: 'Weight 74 kilos' },
    ],
    exam: [
      { name: 'irregular', synonyms: ['irregular pulse', 'irregularly irregular', 'irregular rhythm'], line: 28, quote: 'irregular' },
      { name: 'crusted spot', synonyms: ['crusting', 'crust', 'crusted area', 'scab', 'anterior septum'], side: 'right', line: 28, quote: 'a small crusted spot at the front of the wall inside the right nostril' },
      { name: 'active bleeding', synonyms: ['bleeding now', 'current bleeding', 'actively bleeding'], status: 'denied', line: 28, quote: 'no bleeding now' },
      { name: 'left nostril clear', synonyms: ['left side clear', 'left naris clear', 'left nostril normal', 'left nare clear', 'left nasal cavity clear'], side: 'left', line: 28, quote: "Left side's clear" },
    ],
    test: [
      { name: 'hemoglobin', synonyms: ['Hgb', 'Hb'], value: '13.1', line: 30, quote: 'Hemoglobin 13.1' },
      { name: 'platelets', synonyms: ['platelet count', 'plt'], value: '210', line: 30, quote: 'Platelets 210' },
      { name: 'creatinine', synonyms: ['Cr'], value: '1.1', line: 30, quote: 'Creatinine 1.1' },
    ],
    diagnosis: [
      { name: 'anterior nosebleed', synonyms: ['epistaxis', 'anterior epistaxis', 'nosebleed', 'nosebleeds', 'recurrent epistaxis'], side: 'right', line: 34, quote: "it's a nosebleed from the front of the nose on the right" },
    ],
    plan: [
      { name: 'continue apixaban', synonyms: ['do not stop apixaban', 'apixaban continued', 'continue Eliquis'], line: 32, quote: "No, please don't" },
      { name: 'humidifier', synonyms: ['humidify', 'humidification'], line: 34, quote: 'Get a humidifier' },
      { name: 'pinch', synonyms: ['compression', 'pinching', 'firm pressure'], value: '15 minutes', line: 36, quote: 'pinch the soft part hard for 15 minutes' },
      { name: 'lean forward', synonyms: ['leaning forward'], line: 36, quote: 'lean forward' },
      { name: 'emergency room', synonyms: ['ER', 'ED', 'emergency department', 'emergency care'], value: '30 minutes', line: 36, quote: "If it's still going after 30 minutes, or it's pouring, or he's faint, or he hits his head, it's the emergency room" },
      { name: 'follow-up', synonyms: ['follow up', 'return', 'recheck', 'RTC'], value: '2 weeks', line: 38, quote: "I'll see you in 2 weeks" },
      { name: 'ENT referral', synonyms: ['ENT', 'ear, nose and throat', 'otolaryngology', 'refer to ENT', 'cautery'], line: 38, quote: 'ear, nose and throat doctor' },
    ],
  },
};
