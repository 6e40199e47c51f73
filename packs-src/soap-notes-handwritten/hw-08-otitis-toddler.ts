import type { Visit } from './visit.ts';

// Dose check: amoxicillin 400 mg twice daily = 800 mg/day / 10 kg = 80 mg/kg/day; 400 mg = 5 mL of 400 mg/5 mL.
// Acetaminophen: 120 mg / 10 kg = 12 mg/kg (10 to 15 allowed); 120 mg = 3.75 mL of 160 mg/5 mL.
export const otitisToddler: Visit = {
  id: 'hw-08-otitis-toddler',
  meta: {
    topic: 'acute otitis media in a toddler',
    specialty: 'infection',
    visitType: 'new problem',
    ageGroup: 'child',
    source:
      'AAP guideline on acute otitis media, 2013 (antibiotic at 6 to 23 months with a fever of 39 C or more; amoxicillin 80 to 90 mg/kg/day in two doses, 10 days under age 2; reassess at 48 to 72 hours). Author-checked.',
  },
  transcript: `
1 Doctor: Hello! And hello, Mateo. Somebody's not happy today.
2 Mother: He was up all night. He's pulling at his ear, the left... no, sorry, the right. His right ear.
3 Doctor: The right. Since when?
4 Mother: Ear, since yesterday. He's had a cold for, what, four days? Runny nose, little cough.
5 Doctor: Fever?
6 Mother: 39.1 at home last night, Celsius. I'm from Chile, I can't do Fahrenheit.
7 Doctor: Celsius is fine. Vomiting, diarrhea, rash?
8 Mother: No vomiting. His poop's normal. No rash.
9 Doctor: Eye goop? Anything draining from the ear?
10 Mother: No, eyes are fine, and nothing coming out.
11 Doctor: Drinking? Wet diapers?
12 Mother: Less milk, but water, yes. Four or five wet diapers yesterday.
13 Doctor: Good. He's 14 months now, and is this his first ear infection?
14 Mother: His second. The other was at nine months.
15 Doctor: So no antibiotics in the last month.
16 Mother: No, not since then.
17 Doctor: Any allergies, any medicines?
18 Mother: No allergies. The vitamin D drops, 400 units, that's all. Shots are all done, up to date.
19 Doctor: Daycare? Anyone smoke at home?
20 Mother: Daycare since September. My husband smokes, only on the balcony.
21 Doctor: Okay, buddy, cold thing. His temperature here is 39.2 Celsius, heart rate 142, and he weighs exactly 10 kilos. Left ear first... that one's normal, gray, moves well. Right one... yes, it's red, bulging, and doesn't move. Lungs are clear, no stiffness in the neck, nothing swollen behind the ear. Nose is running. Mouth's moist.
22 Mother: I know, baby, I know. All done.
23 Doctor: So it's a middle ear infection, acute otitis media, on the right. With his age and this fever I'd treat it rather than wait.
24 Mother: Please, yes.
25 Doctor: Amoxicillin, 400 milligrams, that's 5 milliliters of the 400 per 5 liquid, by mouth twice a day for 10 days.
26 Mother: Five milliliters, twice a day. With the syringe?
27 Doctor: With the syringe, not a kitchen spoon. For pain, acetaminophen, 120 milligrams, which is 3.75 milliliters of the 160 per 5, every 6 hours as needed.
28 Mother: My mother-in-law says cough syrup, too.
29 Doctor: Please, no cough syrup at his age. Saline drops and suction for the nose.
30 Mother: Okay. And daycare?
31 Doctor: When the fever's gone for 24 hours. If he still has fever or pain in 2 to 3 days, bring him back. Come right away if there's swelling behind the ear, a stiff neck, or he won't drink. Otherwise, I'll look at the ear at his 15-month checkup.
32 Mother: Thank you, doctor. Wave, Mateo!
`,
  note: `
Subjective:
Mateo is a 14-month-old boy, seen with his mother, with right ear pulling since yesterday, poor sleep and fever to 39.1 C, after 4 days of runny nose and mild cough. Drinking less milk but taking water; 4-5 wet diapers yesterday. Denies vomiting, diarrhea, rash, eye discharge or ear drainage.
History: one prior ear infection at 9 months; no antibiotics in the last month. Immunizations up to date.
Social history: attends daycare; father smokes on the balcony.
Medications: vitamin D drops 400 units.
Allergies: no known drug allergies.

Objective:
Vitals: temperature 39.2 C, heart rate 142, weight 10 kg.
Exam: right tympanic membrane red, bulging and immobile. Left tympanic membrane normal. No swelling behind the ear. Neck supple. Lungs clear. Nasal discharge. Mouth moist.

Assessment:
Acute otitis media, right.

Plan:
- Start amoxicillin 400 mg (5 mL of 400 mg/5 mL) by mouth twice daily for 10 days.
- Start acetaminophen 120 mg (3.75 mL of 160 mg/5 mL) every 6 hours as needed for pain.
- Use a dosing syringe. No cough syrup; saline drops and suction for the nose.
- Daycare once fever-free for 24 hours.
- Return in 2 to 3 days if fever or pain persists; return at once for swelling behind the ear, stiff neck or refusal to drink.
- Otherwise ear recheck at the 15-month checkup.
`,
  // One fact per line reads like a checklist.
  // prettier-ignore
  facts: {
    demographic: [
      { name: 'age', value: '14', unit: 'months', line: 13, quote: '14 months' },
      { name: 'sex', value: 'male', synonyms: ['boy'], line: 2, quote: 'He was up all night' },
    ],
    finding: [
      { name: 'ear pulling', synonyms: ['pulling at ear', 'pulling at his ear', 'tugging at ear', 'ear tugging', 'pulling at his right ear', 'pulling at right ear', 'pulling his right ear', 'ear pain', 'otalgia'], side: 'right', line: 2, quote: 'His right ear' },
      { name: 'fever', synonyms: ['febrile'], value: '39.1', unit: 'C', line: 6, quote: '39.1 at home last night' },
      { name: 'runny nose', synonyms: ['rhinorrhea', 'nasal discharge', 'coryza'], line: 4, quote: 'Runny nose' },
      { name: 'duration', value: '4 days', line: 4, quote: "He's had a cold for, what, four days?" },
      { name: 'cough', line: 4, quote: 'little cough' },
      { name: 'wet diapers', synonyms: ['wet nappies', 'urine output'], line: 12, quote: 'Four or five wet diapers yesterday' },
      { name: 'vomiting', synonyms: ['emesis'], status: 'denied', line: 8, quote: 'No vomiting' },
      { name: 'diarrhea', synonyms: ['loose stools'], status: 'denied', line: 8, quote: "His poop's normal" },
      { name: 'rash', status: 'denied', line: 8, quote: 'No rash' },
      { name: 'eye discharge', synonyms: ['eye drainage', 'conjunctivitis', 'discharge from eyes', 'discharge from the eyes'], status: 'denied', line: 10, quote: 'eyes are fine' },
      { name: 'ear drainage', synonyms: ['otorrhea', 'ear discharge', 'drainage from the ear', 'discharge from the ear'], status: 'denied', line: 10, quote: 'nothing coming out' },
    ],
    history: [
      { name: 'prior ear infection', synonyms: ['previous ear infection', 'one ear infection', 'previous otitis media', 'prior otitis media', 'second ear infection', 'first ear infection', 'prior AOM'], value: '9 months', line: 14, quote: 'The other was at nine months' },
      { name: 'antibiotics in the last month', synonyms: ['recent antibiotics', 'antibiotics', 'antibiotic use', 'recent antibiotic'], status: 'denied', line: 16, quote: 'No, not since then' },
      { name: 'immunizations up to date', synonyms: ['vaccines up to date', 'vaccinations up to date', 'immunised', 'fully immunized', 'shots up to date', 'UTD on immunizations', 'fully vaccinated'], line: 18, quote: 'Shots are all done, up to date' },
    ],
    medication: [
      { name: 'vitamin D', synonyms: ['vitamin D drops', 'cholecalciferol'], dose: '400 units', line: 18, quote: 'vitamin D drops, 400 units' },
      { name: 'amoxicillin', dose: '400 mg', route: 'oral', frequency: 'twice daily', value: '10 days', status: 'started', line: 25, quote: 'Amoxicillin, 400 milligrams, that\'s 5 milliliters of the 400 per 5 liquid, by mouth twice a day for 10 days' },
      { name: 'acetaminophen', synonyms: ['Tylenol', 'paracetamol'], dose: '120 mg', frequency: 'every 6 hours as needed', status: 'started', line: 27, quote: 'acetaminophen, 120 milligrams, which is 3.75 milliliters of the 160 per 5, every 6 hours as needed' },
    ],
    allergy: [
      { name: 'no known drug allergies', synonyms: ['NKDA', 'no drug allergies', 'no medication allergies', 'none known', 'NKA', 'no known allergies', 'no allergies'], line: 18, quote: 'No allergies' },
    ],
    social: [
      { name: 'daycare', synonyms: ['day care', 'nursery'], line: 20, quote: 'Daycare since September' },
      { name: 'father smokes', synonyms: ['smoke exposure', 'smoker at home', 'father is a smoker', 'secondhand smoke', 'household smoker', 'smokes'], line: 20, quote: 'My husband smokes' },
    ],
    vital: [
      { name: 'temperature', synonyms: ['temp'], value: '39.2', unit: 'C', line: 21, quote: '39.2 Celsius' },
      { name: 'heart rate', synonyms: ['HR', 'pulse'], value: '142', unit: 'bpm', line: 21, quote: 'heart rate 142' },
      { name: 'weight', synonyms: ['wt'], value: '10', unit: 'kg', line: 21, quote: 'he weighs exactly 10 kilos' },
    ],
    exam: [
      { name: 'right tympanic membrane red, bulging', synonyms: ['bulging', 'bulging tympanic membrane', 'right TM red', 'right TM bulging', 'bulging TM', 'right tympanic membrane bulging', 'right tympanic membrane erythematous'], side: 'right', line: 21, quote: "Right one... yes, it's red, bulging, and doesn't move" },
      { name: 'left tympanic membrane normal', synonyms: ['left TM normal', 'left ear normal', 'normal left TM', 'normal left tympanic membrane'], side: 'left', line: 21, quote: "Left ear first... that one's normal" },
      { name: 'swelling behind the ear', synonyms: ['mastoid swelling', 'postauricular swelling', 'mastoid tenderness', 'post-auricular swelling', 'mastoid'], status: 'denied', line: 21, quote: 'nothing swollen behind the ear' },
      { name: 'neck supple', synonyms: ['supple neck', 'no neck stiffness', 'no nuchal rigidity', 'no stiff neck', 'no meningismus'], line: 21, quote: 'no stiffness in the neck' },
      { name: 'lungs clear', synonyms: ['clear to auscultation', 'clear lungs', 'chest clear'], line: 21, quote: 'Lungs are clear' },
      { name: 'mouth moist', synonyms: ['moist mucous membranes', 'MMM', 'mucous membranes moist', 'moist mouth', 'well hydrated'], line: 21, quote: "Mouth's moist" },
    ],
    diagnosis: [
      { name: 'acute otitis media', synonyms: ['AOM', 'middle ear infection', 'otitis media', 'ear infection'], side: 'right', line: 23, quote: 'acute otitis media, on the right' },
    ],
    plan: [
      { name: 'no cough syrup', synonyms: ['avoid cough syrup', 'avoid cough medicine', 'no cough medicine', 'cough syrup not', 'avoid cough and cold'], line: 29, quote: 'no cough syrup at his age' },
      { name: 'saline drops and suction', synonyms: ['saline', 'nasal saline', 'nasal suction', 'saline drops'], line: 29, quote: 'Saline drops and suction for the nose' },
      { name: 'daycare once fever-free', synonyms: ['return to daycare', 'back to daycare', 'fever-free', 'fever free', 'daycare'], value: '24 hours', line: 31, quote: "When the fever's gone for 24 hours" },
      { name: 'return if fever or pain persists', synonyms: ['return in 2 to 3 days', 'return if', 'recheck if', 'follow-up if', 'follow up if', 'return in 2-3 days', 'persists'], value: '2 to 3 days', line: 31, quote: 'If he still has fever or pain in 2 to 3 days, bring him back' },
      { name: 'ear recheck', synonyms: ['recheck ear', 'recheck', 'recheck of ear', 're-examine ear', '15-month checkup', '15-month well visit'], line: 31, quote: "I'll look at the ear at his 15-month checkup" },
    ],
  },
};
