import type { Visit } from './visit.ts';

export const diabetesSwitch: Visit = {
  id: 'hw-03-diabetes-switch',
  meta: {
    topic: 'type 2 diabetes with a medicine switch',
    specialty: 'endocrine',
    visitType: 'follow-up',
    ageGroup: 'adult',
    source:
      'ADA Standards of Care in Diabetes, 2025, and KDIGO guideline on diabetes in chronic kidney disease, 2022 (SGLT2 inhibitor with albuminuria, replace a sulfonylurea that causes lows, hold before surgery and when vomiting). Author-checked.',
  },
  transcript: `
1 Doctor: Morning, Mrs. Albescu. How are the grandkids?
2 Patient: Loud! Lovely, but loud. I wanted to talk about my sugar going low.
3 Doctor: Tell me about that.
4 Patient: So maybe twice a week, late morning, I get shaky and sweaty. I checked and it was 58 once. And, what was the other... 61.
5 Doctor: What did you do?
6 Patient: Juice, and then I'm okay in ten, fifteen minutes.
7 Doctor: Did you ever pass out or need somebody's help?
8 Patient: No, never passed out.
9 Doctor: Which medicines are you on now?
10 Patient: Metformin, the big one, 1000 twice a day. Glipizide 5 twice a day. And losartan, 50, once a day.
11 Doctor: Any stomach trouble on the metformin?
12 Patient: In the beginning, diarrhea. Not anymore.
13 Doctor: More thirst, or urinating more than usual?
14 Patient: No. Well, I get up once at night, but that's from having babies, I think.
15 Doctor: Numbness or burning in the feet?
16 Patient: No numbness.
17 Doctor: Have you had yeast infections, or urine infections?
18 Patient: One yeast infection, years ago. I don't think I've ever had a bladder infection.
19 Doctor: And you've never had ketoacidosis, and no pancreatitis?
20 Patient: No, neither one.
21 Doctor: Allergies?
22 Patient: Lisinopril. It made my lips swell up.
23 Doctor: Right, that's why the losartan. And you're 64?
24 Patient: 54! Don't age me.
25 Doctor: My apologies, 54. So the A1c came back 7.6 percent. It was 7.9 in the spring. Kidney filtering, the eGFR, is 62, and the urine albumin to creatinine ratio is 110, which is high. It was 96 last time.
26 Patient: Is that bad?
27 Doctor: It means the type 2 diabetes is bothering the kidneys a little, so I want a medicine that protects them. Your blood pressure's good, 126 over 78, heart rate 76, weight 84 kilos. Let me see those feet. Good pulses both sides, skin's fine, and you feel the monofilament everywhere.
28 Patient: Good.
29 Doctor: So we stop the glipizide, the 5 twice a day, that's what is causing the lows. Instead, start empagliflozin, 10 milligrams by mouth, once a day in the morning. Metformin and losartan stay the same.
30 Patient: Side effects?
31 Doctor: You'll pee some extra sugar, so genital yeast infections can happen, keep dry and call me. If you're vomiting or can't eat, stop it till you're better, and stop it 3 days before any surgery.
32 Patient: Okay.
33 Doctor: We'll check kidney function in 4 weeks, and I'll see you in 3 months with another A1c. Get your eye exam too, you're overdue.
34 Patient: I know, I know.
`,
  note: `
Subjective:
Mrs. Albescu is a 54-year-old woman with type 2 diabetes reporting hypoglycemia about twice a week in late morning: shaky and sweaty, readings 58 and 61, relieved by juice. Denies passing out, increased thirst or numbness in the feet. Nocturia once nightly. Past diarrhea on metformin, resolved.
History: one yeast infection years ago; no history of ketoacidosis or pancreatitis.
Medications: metformin 1000 mg twice daily, glipizide 5 mg twice daily, losartan 50 mg once daily.
Allergies: lisinopril (lip swelling).

Objective:
Vitals: blood pressure 126/78, heart rate 76, weight 84 kg.
Foot exam: pulses good bilaterally, skin intact, monofilament sensation intact.
Labs: A1c 7.6% (7.9% in spring); eGFR 62; urine albumin-to-creatinine ratio 110 (was 96).

Assessment:
1. Type 2 diabetes with hypoglycemia from glipizide.
2. Albuminuria, diabetic kidney disease.

Plan:
- Stop glipizide 5 mg twice daily.
- Start empagliflozin 10 mg by mouth once daily in the morning.
- Continue metformin 1000 mg twice daily and losartan 50 mg once daily.
- Counseled on genital yeast infections; hold empagliflozin if vomiting or unable to eat, and 3 days before surgery.
- Kidney function in 4 weeks.
- Eye exam, overdue.
- Follow-up in 3 months with A1c.
`,
  // One fact per line reads like a checklist.
  // prettier-ignore
  facts: {
    demographic: [
      { name: 'age', value: '54', unit: 'years', line: 25, quote: 'My apologies, 54' },
      { name: 'sex', value: 'female', synonyms: ['woman', 'Mrs.'], line: 1, quote: 'Mrs. Albescu' },
    ],
    finding: [
      { name: 'hypoglycemia', synonyms: ['low blood sugar', 'low sugar', 'low glucose', 'lows', 'hypoglycemic'], line: 2, quote: 'my sugar going low' },
      { name: 'shaky', synonyms: ['shakiness', 'tremulous', 'shaking'], line: 4, quote: 'shaky' },
      { name: 'sweaty', synonyms: ['sweating', 'diaphoresis', 'diaphoretic'], line: 4, quote: 'sweaty' },
      { name: 'low glucose reading', synonyms: ['readings', 'glucose', 'blood sugar', 'reading'], value: '58', line: 4, quote: 'it was 58 once' },
      { name: 'passing out', synonyms: ['syncope', 'loss of consciousness', 'passed out', 'fainting', 'LOC'], status: 'denied', line: 8, quote: 'never passed out' },
      { name: 'increased thirst', synonyms: ['polydipsia', 'excess thirst', 'thirst'], status: 'denied', line: 14, quote: 'No.' },
      { name: 'numbness in the feet', synonyms: ['foot numbness', 'numbness', 'paresthesia', 'neuropathic symptoms'], status: 'denied', line: 16, quote: 'No numbness' },
    ],
    history: [
      { name: 'ketoacidosis', synonyms: ['DKA', 'diabetic ketoacidosis'], status: 'denied', line: 20, quote: 'No, neither one' },
      { name: 'pancreatitis', status: 'denied', line: 20, quote: 'No, neither one' },
      { name: 'yeast infection', synonyms: ['vaginal candidiasis', 'candidiasis', 'candida'], line: 18, quote: 'One yeast infection, years ago' },
    ],
    medication: [
      { name: 'metformin', dose: '1000 mg', frequency: 'twice daily', line: 10, quote: 'Metformin, the big one, 1000 twice a day' },
      { name: 'glipizide', dose: '5 mg', frequency: 'twice daily', status: 'stopped', line: 29, quote: 'we stop the glipizide, the 5 twice a day' },
      { name: 'losartan', dose: '50 mg', frequency: 'once daily', line: 10, quote: 'losartan, 50, once a day' },
      { name: 'empagliflozin', synonyms: ['Jardiance'], dose: '10 mg', route: 'oral', frequency: 'once daily', status: 'started', line: 29, quote: 'start empagliflozin, 10 milligrams by mouth, once a day in the morning' },
    ],
    allergy: [
      { name: 'lisinopril', value: 'lip swelling', synonyms: ['angioedema', 'ACE inhibitor'], line: 22, quote: 'Lisinopril. It made my lips swell up' },
    ],
    vital: [
      { name: 'blood pressure', synonyms: ['BP'], value: '126/78', unit: 'mmHg', line: 27, quote: '126 over 78' },
      { name: 'heart rate', synonyms: ['HR', 'pulse'], value: '76', unit: 'bpm', line: 27, quote: 'heart rate 76' },
      { name: 'weight', synonyms: ['wt'], value: '84', unit: 'kg', line: 27, quote: 'weight 84 kilos' },
    ],
    exam: [
      { name: 'pulses good', synonyms: ['good pulses', 'pulses intact', 'pedal pulses', 'foot pulses', 'pulses'], side: 'bilateral', line: 27, quote: 'Good pulses both sides' },
      { name: 'monofilament sensation intact', synonyms: ['monofilament intact', 'monofilament normal', 'normal monofilament', 'monofilament'], line: 27, quote: 'you feel the monofilament everywhere' },
    ],
    test: [
      { name: 'A1c', synonyms: ['HbA1c', 'hemoglobin A1c', 'HgbA1c'], value: '7.6', unit: '%', line: 25, quote: '7.6 percent' },
      { name: 'eGFR', synonyms: ['estimated GFR', 'GFR'], value: '62', line: 25, quote: 'eGFR, is 62' },
      { name: 'urine albumin-to-creatinine ratio', synonyms: ['UACR', 'urine ACR', 'ACR', 'albumin/creatinine ratio', 'albumin to creatinine ratio'], value: '110', line: 25, quote: 'ratio is 110' },
    ],
    diagnosis: [
      { name: 'type 2 diabetes', synonyms: ['T2DM', 'type 2 diabetes mellitus', 'DM2', 'type II diabetes', 'diabetes'], line: 27, quote: 'type 2 diabetes' },
      { name: 'albuminuria', synonyms: ['diabetic kidney disease', 'diabetic nephropathy', 'microalbuminuria', 'elevated UACR', 'DKD'], line: 27, quote: 'bothering the kidneys a little' },
    ],
    plan: [
      { name: 'genital yeast infections', synonyms: ['genital yeast infection', 'genital mycotic', 'yeast infections'], line: 31, quote: 'genital yeast infections can happen' },
      { name: 'hold empagliflozin if vomiting', synonyms: ['hold if vomiting', 'stop if vomiting', 'sick day', 'sick-day', 'vomiting'], line: 31, quote: "If you're vomiting or can't eat, stop it till you're better" },
      { name: 'before surgery', synonyms: ['prior to surgery', 'surgery'], value: '3 days', line: 31, quote: 'stop it 3 days before any surgery' },
      { name: 'kidney function', synonyms: ['renal function', 'BMP', 'basic metabolic panel', 'creatinine', 'kidney test'], value: '4 weeks', line: 33, quote: 'check kidney function in 4 weeks' },
      { name: 'eye exam', synonyms: ['retinal exam', 'dilated eye exam', 'eye examination', 'ophthalmology', 'eye check'], line: 33, quote: 'Get your eye exam too' },
      { name: 'follow-up', synonyms: ['follow up', 'return', 'recheck', 'RTC', 'repeat A1c'], value: '3 months', line: 33, quote: "I'll see you in 3 months with another A1c" },
    ],
  },
};
