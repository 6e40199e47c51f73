import type { Visit } from './visit.ts';

export const kneeOsteoarthritis: Visit = {
  id: 'hw-13-knee-osteoarthritis',
  meta: {
    topic: 'knee osteoarthritis with a past bleeding ulcer',
    specialty: 'musculoskeletal',
    visitType: 'new problem',
    ageGroup: 'older adult',
    source:
      'ACR/Arthritis Foundation guideline on osteoarthritis, 2019 (exercise, weight loss, cane, topical NSAID for the knee), AGS Beers criteria, 2023 (avoid oral NSAIDs after an ulcer), and the US diclofenac 1% gel label (4 g per knee four times a day). Author-checked.',
  },
  transcript: `
1 Doctor: Mrs. Whitcomb, come in. And this is your daughter?
2 Daughter: Yes, I'm Ruth. I drive now, so I'm part of the package.
3 Patient: She drives too fast. It's my knee, doctor. The right one.
4 Doctor: Tell me about it.
5 Patient: It aches. A year, more or less. Going down the stairs is the worst.
6 Daughter: Mom, it's been two years. You had it at the wedding.
7 Patient: Oh. Two years, then. She's right.
8 Doctor: Two years. Is it stiff in the morning?
9 Patient: Ten minutes, until I get going.
10 Doctor: Does it lock, or give out? Swell up?
11 Patient: It doesn't lock, and it doesn't give out. It swells a little by evening.
12 Doctor: Any falls? Injury?
13 Patient: No falls, no injury.
14 Doctor: Fever, or has it ever been hot and red?
15 Patient: No fever. Never red.
16 Doctor: And the left?
17 Patient: The left's good. Touch wood.
18 Doctor: What do you take?
19 Patient: For the knee, the blue ones. Aleve.
20 Daughter: One in the morning, one at night, naproxen, the 220s. I only found out last week, and I told her to stop.
21 Patient: I haven't stopped.
22 Doctor: You had a bleeding ulcer, right? In 2018?
23 Patient: I did. Two units of blood.
24 Doctor: Then we really do have to stop naproxen, today. And no ibuprofen either. Any black stools now, stomach pain?
25 Patient: No black stools. No pain there.
26 Doctor: Good. And the rest: pantoprazole 40 once a day, and lisinopril 10 once a day, still?
27 Daughter: Yes, both, I fill the box.
28 Doctor: Allergies?
29 Patient: Codeine. I was sick as a dog, vomiting.
30 Doctor: All right. You're 71, and you live alone?
31 Patient: Alone, with a cat. Never smoked. A sherry at Christmas.
32 Doctor: Blood pressure 134 over 78, pulse 68, weight 82 kilos. Let me bend this knee. It grinds, there's a bit of fluid, and it's tender on the inner side. Not warm, not red. Bends to 110 degrees. It's steady, the ligaments are good. Your hip moves fine. The x-ray last week showed narrowing on the inner side of the right knee, with bone spurs.
33 Daughter: So arthritis?
34 Doctor: Osteoarthritis of the right knee, yes. I'd use diclofenac gel, 1 percent, 4 grams rubbed on the right knee four times a day. Very little gets in the blood. And acetaminophen, 1000 milligrams, by mouth, up to three times a day as needed, never more than 3 grams.
35 Patient: No operation?
36 Doctor: Not now. Physical therapy to strengthen the thigh, and a cane, in the left hand. And losing even 4 or 5 kilos takes a load off.
37 Patient: The left hand? Not the right?
38 Doctor: Opposite side, yes. Blood count and kidney test today, because of the naproxen. I'll see you in 6 weeks. If you have black stools or throw up blood, go straight to the emergency room. If the knee gets hot and red, call me.
39 Daughter: We will.
`,
  note: `
Subjective:
Mrs. Whitcomb is a 71-year-old woman, seen with her daughter, with 2 years of right knee pain, worst going down stairs, morning stiffness of 10 minutes, and mild evening swelling. Denies locking, giving way, falls, injury, fever or redness. Left knee fine. Denies black stools or stomach pain.
History: bleeding ulcer in 2018 with transfusion of two units.
Social history: lives alone; never smoked; rare alcohol.
Medications: naproxen 220 mg twice daily over the counter, pantoprazole 40 mg once daily, lisinopril 10 mg once daily.
Allergies: codeine (vomiting).

Objective:
Vitals: blood pressure 134/78, pulse 68, weight 82 kg.
Exam: right knee crepitus, small effusion, medial tenderness; no warmth, no redness. Flexion to 110 degrees. Ligaments stable. Hip motion normal.
X-ray right knee: medial joint space narrowing with osteophytes.

Assessment:
1. Osteoarthritis of the right knee.
2. Past bleeding ulcer, oral NSAIDs unsafe.

Plan:
- Stop naproxen 220 mg; avoid ibuprofen and other oral NSAIDs.
- Start diclofenac 1% gel 4 g topical to right knee four times daily.
- Start acetaminophen 1000 mg by mouth up to three times daily as needed, maximum 3 g daily.
- Continue pantoprazole and lisinopril.
- Physical therapy for thigh strengthening; cane in left hand; lose 4 to 5 kg. No surgery now.
- Blood count and kidney test today.
- Emergency room for black stools or vomiting blood; call if knee becomes hot and red.
- Follow-up in 6 weeks.
`,
  // One fact per line reads like a checklist.
  // prettier-ignore
  facts: {
    demographic: [
      { name: 'age', value: '71', unit: 'years', line: 30, quote: "You're 71" },
      { name: 'sex', value: 'female', synonyms: ['woman', 'Mrs.'], line: 1, quote: 'Mrs. Whitcomb' },
    ],
    finding: [
      { name: 'knee pain', synonyms: ['pain in the right knee', 'pain in right knee', 'knee ache', 'aching knee', 'painful knee'], side: 'right', line: 7, quote: 'Two years, then' },
      { name: 'duration', value: '2 years', line: 7, quote: 'Two years, then' },
      { name: 'going down stairs', synonyms: ['descending stairs', 'down stairs', 'going downstairs', 'stairs'], line: 5, quote: 'Going down the stairs is the worst' },
      { name: 'morning stiffness', synonyms: ['stiffness in the morning', 'stiff in the morning', 'stiffness'], value: '10 minutes', line: 9, quote: 'Ten minutes' },
      { name: 'swelling', synonyms: ['swells', 'swollen'], line: 11, quote: 'It swells a little by evening' },
      { name: 'locking', synonyms: ['locks'], status: 'denied', line: 11, quote: "It doesn't lock" },
      { name: 'giving way', synonyms: ['giving out', 'instability', 'gives out', 'buckling'], status: 'denied', line: 11, quote: "it doesn't give out" },
      { name: 'falls', synonyms: ['fall'], status: 'denied', line: 13, quote: 'No falls' },
      { name: 'injury', synonyms: ['trauma'], status: 'denied', line: 13, quote: 'no injury' },
      { name: 'fever', status: 'denied', line: 15, quote: 'No fever' },
      { name: 'black stools', synonyms: ['melena', 'black stool', 'tarry stools'], status: 'denied', line: 25, quote: 'No black stools' },
      { name: 'stomach pain', synonyms: ['abdominal pain', 'epigastric pain'], status: 'denied', line: 25, quote: 'No pain there' },
    ],
    history: [
      { name: 'bleeding ulcer', synonyms: ['GI bleed', 'gastrointestinal bleed', 'bleeding peptic ulcer', 'ulcer bleed', 'peptic ulcer bleed', 'ulcer'], value: '2018', line: 22, quote: 'You had a bleeding ulcer, right? In 2018' },
      { name: 'transfusion', synonyms: ['transfused', 'units of blood', 'two units', '2 units'], line: 23, quote: 'Two units of blood' },
    ],
    medication: [
      { name: 'naproxen', synonyms: ['Aleve'], dose: '220 mg', frequency: 'twice daily', status: 'stopped', line: 20, quote: 'One in the morning, one at night, naproxen, the 220s' },
      { name: 'pantoprazole', synonyms: ['Protonix'], dose: '40 mg', frequency: 'once daily', line: 26, quote: 'pantoprazole 40 once a day' },
      { name: 'lisinopril', dose: '10 mg', frequency: 'once daily', line: 26, quote: 'lisinopril 10 once a day' },
      { name: 'diclofenac', synonyms: ['diclofenac gel', 'Voltaren', 'Voltaren gel'], dose: '4 g', route: 'topical', frequency: 'four times daily', side: 'right', status: 'started', line: 34, quote: 'diclofenac gel, 1 percent, 4 grams rubbed on the right knee four times a day' },
      { name: 'acetaminophen', synonyms: ['Tylenol', 'paracetamol'], dose: '1000 mg', route: 'oral', frequency: 'three times daily as needed', status: 'started', line: 34, quote: 'acetaminophen, 1000 milligrams, by mouth, up to three times a day as needed' },
    ],
    allergy: [
      { name: 'codeine', value: 'vomiting', line: 29, quote: 'Codeine. I was sick as a dog, vomiting' },
    ],
    social: [
      { name: 'lives alone', synonyms: ['living alone'], line: 31, quote: 'Alone, with a cat' },
      { name: 'never smoked', synonyms: ['never smoker', 'non-smoker', 'nonsmoker', 'no tobacco', 'does not smoke'], line: 31, quote: 'Never smoked' },
    ],
    vital: [
      { name: 'blood pressure', synonyms: ['BP'], value: '134/78', unit: 'mmHg', line: 32, quote: '134 over 78' },
      { name: 'pulse', synonyms: ['heart rate', 'HR'], value: '68', unit: 'bpm', line: 32, quote: 'pulse 68' },
      { name: 'weight', synonyms: ['wt'], value: '82', unit: 'kg', line: 32, quote: 'weight 82 kilos' },
    ],
    exam: [
      { name: 'crepitus', synonyms: ['crepitation', 'grinding'], side: 'right', line: 32, quote: 'It grinds' },
      { name: 'effusion', synonyms: ['joint fluid', 'knee fluid', 'fluid in the knee'], side: 'right', line: 32, quote: "there's a bit of fluid" },
      { name: 'medial tenderness', synonyms: ['medial joint line tenderness', 'tender medially', 'tenderness medially', 'tender medial', 'inner tenderness', 'medial joint-line tenderness'], side: 'right', line: 32, quote: "it's tender on the inner side" },
      { name: 'warmth', synonyms: ['warm'], status: 'denied', line: 32, quote: 'Not warm' },
      { name: 'flexion', synonyms: ['bends to', 'range of motion', 'ROM'], value: '110', unit: 'degrees', line: 32, quote: 'Bends to 110 degrees' },
      { name: 'ligaments stable', synonyms: ['stable ligaments', 'ligaments intact', 'knee stable', 'no laxity', 'ligamentously stable'], line: 32, quote: 'the ligaments are good' },
    ],
    test: [
      { name: 'medial joint space narrowing', synonyms: ['joint space narrowing', 'medial narrowing', 'medial compartment narrowing', 'narrowing'], side: 'right', line: 32, quote: 'narrowing on the inner side of the right knee' },
      { name: 'osteophytes', synonyms: ['bone spurs', 'osteophyte'], side: 'right', line: 32, quote: 'bone spurs' },
    ],
    diagnosis: [
      { name: 'osteoarthritis of the right knee', synonyms: ['osteoarthritis', 'right knee osteoarthritis', 'knee OA', 'right knee OA', 'OA', 'degenerative joint disease'], side: 'right', line: 34, quote: 'Osteoarthritis of the right knee' },
    ],
    plan: [
      { name: 'avoid ibuprofen', synonyms: ['no ibuprofen', 'avoid oral NSAIDs', 'no oral NSAIDs', 'avoid NSAIDs', 'no NSAIDs', 'avoid all oral NSAIDs', 'avoid all NSAIDs'], line: 24, quote: 'no ibuprofen either' },
      { name: 'maximum', synonyms: ['max', 'never more than', 'no more than', 'not to exceed', 'limit', 'at most'], value: '3', unit: 'g', line: 34, quote: 'never more than 3 grams' },
      { name: 'physical therapy', synonyms: ['PT', 'physiotherapy'], line: 36, quote: 'Physical therapy to strengthen the thigh' },
      { name: 'cane in left hand', synonyms: ['cane', 'cane in the left hand'], side: 'left', line: 36, quote: 'a cane, in the left hand' },
      { name: 'lose 4 to 5 kg', synonyms: ['weight loss', 'lose weight', 'weight reduction', 'losing weight', 'lose 4-5 kg'], line: 36, quote: 'losing even 4 or 5 kilos' },
      { name: 'blood count', synonyms: ['CBC', 'complete blood count', 'FBC'], line: 38, quote: 'Blood count' },
      { name: 'kidney test', synonyms: ['kidney function', 'renal function', 'creatinine', 'BMP', 'basic metabolic panel'], line: 38, quote: 'kidney test today' },
      { name: 'follow-up', synonyms: ['follow up', 'return', 'recheck', 'RTC'], value: '6 weeks', line: 38, quote: "I'll see you in 6 weeks" },
      { name: 'emergency room', synonyms: ['ER', 'ED', 'emergency department', 'emergency care', 'return precautions'], line: 38, quote: 'go straight to the emergency room' },
    ],
  },
};
