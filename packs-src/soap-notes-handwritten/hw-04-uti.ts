import type { Visit } from './visit.ts';

export const uti: Visit = {
  id: 'hw-04-uti',
  meta: {
    topic: 'uncomplicated cystitis with a sulfa allergy',
    specialty: 'infection',
    visitType: 'new problem',
    ageGroup: 'adult',
    source:
      'IDSA/ESCMID guideline on acute uncomplicated cystitis in women, 2010 (nitrofurantoin 100 mg twice daily for 5 days), and AUA/SUFU guideline on microhematuria, 2020 (repeat the urine test after an infection is treated). Author-checked.',
  },
  transcript: `
1 Doctor: Come in, have a seat. So what's going on?
2 Patient: I think it's a bladder infection. It burns when I pee, it's been three days.
3 Doctor: Three days. Are you going more often?
4 Patient: All the time. Like every half hour, and then there's hardly anything.
5 Doctor: Any blood in the urine?
6 Patient: A little pink this morning, on the paper. That's what scared me.
7 Doctor: I bet. Fever, chills?
8 Patient: No fever. No chills.
9 Doctor: Pain in the back or the sides, nausea, vomiting?
10 Patient: My back's fine. No nausea, no throwing up.
11 Doctor: Any vaginal discharge or itching?
12 Patient: No discharge. No itching either.
13 Doctor: Have you had one of these before?
14 Patient: Once, in college, so, gosh, I'm 29, eight years ago? They gave me Bactrim and I broke out in hives.
15 Doctor: Okay, so sulfa gives you hives. That's important. Any trouble breathing with it?
16 Patient: No, just hives. They stopped it and gave me something else.
17 Doctor: Any chance you're pregnant?
18 Patient: I'm on the pill, every day. My last period was two weeks ago.
19 Doctor: Any other medicine?
20 Patient: Just the cranberry stuff from the drugstore since Sunday. I don't think it does anything.
21 Doctor: It won't treat this. Any kidney stones, kidney trouble, diabetes?
22 Patient: No, none of that. My mom has stones, though.
23 Doctor: Okay. Temperature's 36.8 Celsius, blood pressure 112 over 70, pulse 80. Let me press here on the belly... sore?
24 Patient: Ooh, a bit, down low.
25 Doctor: Right above the bladder. And if I tap on your back, either side?
26 Patient: No, that's fine.
27 Doctor: Good, no tenderness over the kidneys. Your urine dip shows leukocytes and nitrites, both positive, and some blood. Pregnancy test is negative. So it's a simple bladder infection, cystitis.
28 Patient: Told you.
29 Doctor: You did! I'll give you nitrofurantoin, 100 milligrams by mouth, twice a day with food, for 5 days. It isn't a sulfa drug.
30 Patient: Will it mess with my pill?
31 Doctor: No, it won't, keep taking it. I'm sending the urine for culture because of the allergy, in case we have to change. If you get a fever, back pain, or vomiting, call that same day. If it's not better in 2 days, call too.
32 Patient: And the blood?
33 Doctor: It should clear. We'll recheck a urine sample in 6 weeks to be sure it has.
34 Patient: Great, thank you.
`,
  note: `
Subjective:
29-year-old woman with 3 days of dysuria, urinary frequency with small volumes, and pink urine on the paper this morning. Denies fever, chills, back pain, nausea, vomiting, vaginal discharge or itching. Last menstrual period 2 weeks ago.
History: one prior bladder infection about 8 years ago. No kidney stones, kidney disease or diabetes.
Family history: mother has kidney stones.
Medications: oral contraceptive pill daily; cranberry supplement since Sunday.
Allergies: sulfa (Bactrim) - hives, no breathing trouble.

Objective:
Vitals: temperature 36.8 C, blood pressure 112/70, pulse 80.
Exam: mild suprapubic tenderness. No CVA tenderness.
Urine dipstick: leukocytes positive, nitrites positive, blood positive. Pregnancy test negative.

Assessment:
Acute uncomplicated cystitis.

Plan:
- Start nitrofurantoin 100 mg by mouth twice daily with food for 5 days; avoid sulfa.
- Urine culture sent. Continue oral contraceptive.
- Call the same day for fever, back pain or vomiting; call if not better in 2 days.
- Repeat urine test in 6 weeks to confirm blood has cleared.
`,
  // One fact per line reads like a checklist.
  // prettier-ignore
  facts: {
    demographic: [
      { name: 'age', value: '29', unit: 'years', line: 14, quote: "I'm 29" },
      { name: 'sex', value: 'female', synonyms: ['woman'], line: 18, quote: 'My last period' },
    ],
    finding: [
      { name: 'dysuria', synonyms: ['burning with urination', 'burning on urination', 'painful urination', 'burns when'], line: 2, quote: "It burns when I pee, it's been three days" },
      { name: 'duration', value: '3 days', line: 2, quote: "It burns when I pee, it's been three days" },
      { name: 'urinary frequency', synonyms: ['frequent urination', 'frequency', 'urinating often'], line: 4, quote: 'All the time. Like every half hour' },
      { name: 'pink urine', synonyms: ['hematuria', 'blood in urine', 'blood in the urine', 'pink on the paper', 'pink on paper', 'pink-tinged'], line: 6, quote: 'A little pink this morning' },
      { name: 'fever', synonyms: ['fevers', 'febrile'], status: 'denied', line: 8, quote: 'No fever' },
      { name: 'chills', status: 'denied', line: 8, quote: 'No chills' },
      { name: 'back pain', synonyms: ['flank pain', 'pain in the back'], status: 'denied', line: 10, quote: "My back's fine" },
      { name: 'nausea', status: 'denied', line: 10, quote: 'No nausea' },
      { name: 'vomiting', synonyms: ['emesis', 'throwing up'], status: 'denied', line: 10, quote: 'no throwing up' },
      { name: 'vaginal discharge', synonyms: ['discharge'], status: 'denied', line: 12, quote: 'No discharge' },
      { name: 'itching', synonyms: ['vaginal itching', 'pruritus'], status: 'denied', line: 12, quote: 'No itching' },
      { name: 'last menstrual period', synonyms: ['LMP', 'last period'], value: '2 weeks', line: 18, quote: 'My last period was two weeks ago' },
    ],
    history: [
      { name: 'prior bladder infection', synonyms: ['previous bladder infection', 'prior UTI', 'previous UTI', 'prior cystitis', 'history of UTI', 'UTI in college', 'bladder infection'], value: '8 years', line: 14, quote: "Once, in college, so, gosh, I'm 29, eight years ago?" },
      { name: 'diabetes', status: 'denied', line: 22, quote: 'none of that' },
      { name: 'kidney disease', synonyms: ['kidney trouble', 'renal disease', 'kidney problems', 'CKD'], status: 'denied', line: 22, quote: 'none of that' },
      { name: 'mother has kidney stones', synonyms: ['mother with kidney stones', 'kidney stones in mother', 'mother: kidney stones', 'mother kidney stones', 'mother has stones'], line: 22, quote: 'My mom has stones' },
    ],
    medication: [
      { name: 'oral contraceptive', synonyms: ['birth control pill', 'OCP', 'contraceptive pill', 'birth control', 'the pill'], frequency: 'daily', line: 18, quote: "I'm on the pill, every day" },
      { name: 'cranberry', line: 20, quote: 'cranberry stuff from the drugstore' },
      { name: 'nitrofurantoin', synonyms: ['Macrobid'], dose: '100 mg', route: 'oral', frequency: 'twice daily', value: '5 days', status: 'started', line: 29, quote: 'nitrofurantoin, 100 milligrams by mouth, twice a day with food, for 5 days' },
    ],
    allergy: [
      { name: 'sulfa', synonyms: ['Bactrim', 'trimethoprim-sulfamethoxazole', 'sulfonamide', 'TMP-SMX'], value: 'hives', line: 15, quote: 'sulfa gives you hives' },
    ],
    vital: [
      { name: 'temperature', synonyms: ['temp'], value: '36.8', unit: 'C', line: 23, quote: '36.8 Celsius' },
      { name: 'blood pressure', synonyms: ['BP'], value: '112/70', unit: 'mmHg', line: 23, quote: '112 over 70' },
      { name: 'pulse', synonyms: ['heart rate', 'HR'], value: '80', unit: 'bpm', line: 23, quote: 'pulse 80' },
    ],
    exam: [
      { name: 'suprapubic tenderness', synonyms: ['tender suprapubic', 'tenderness above the bladder', 'lower abdominal tenderness', 'tender above the bladder'], line: 25, quote: 'Right above the bladder' },
      { name: 'CVA tenderness', synonyms: ['costovertebral angle tenderness', 'flank tenderness', 'kidney tenderness', 'tenderness over the kidneys', 'CVAT'], status: 'denied', line: 27, quote: 'no tenderness over the kidneys' },
    ],
    test: [
      { name: 'leukocytes', synonyms: ['leukocyte esterase', 'LE'], value: 'positive', line: 27, quote: 'leukocytes and nitrites, both positive' },
      { name: 'nitrites', synonyms: ['nitrite'], value: 'positive', line: 27, quote: 'nitrites, both positive' },
      { name: 'pregnancy test', synonyms: ['urine pregnancy test', 'hCG', 'urine hCG', 'UPT'], value: 'negative', line: 27, quote: 'Pregnancy test is negative' },
    ],
    diagnosis: [
      { name: 'uncomplicated cystitis', synonyms: ['cystitis', 'UTI', 'urinary tract infection', 'bladder infection'], line: 27, quote: 'a simple bladder infection, cystitis' },
    ],
    plan: [
      { name: 'urine culture', synonyms: ['culture'], line: 31, quote: 'sending the urine for culture' },
      { name: 'call the same day', synonyms: ['same day', 'same-day', 'return precautions', 'return for', 'call for', 'call if'], line: 31, quote: 'If you get a fever, back pain, or vomiting, call that same day' },
      { name: 'call if not better', synonyms: ['call if no improvement', 'call if not improved', 'not better', 'not improving'], value: '2 days', line: 31, quote: "If it's not better in 2 days, call too" },
      { name: 'repeat urine test', synonyms: ['recheck urine', 'repeat urinalysis', 'recheck urinalysis', 'repeat urine', 'repeat UA', 'urine recheck'], value: '6 weeks', line: 33, quote: 'recheck a urine sample in 6 weeks' },
    ],
  },
};
