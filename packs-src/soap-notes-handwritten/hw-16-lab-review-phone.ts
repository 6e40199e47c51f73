import type { Visit } from './visit.ts';

export const labReviewPhone: Visit = {
  id: 'hw-16-lab-review-phone',
  meta: {
    topic: 'cholesterol and prediabetes results by phone',
    specialty: 'cardiovascular',
    visitType: 'phone',
    ageGroup: 'adult',
    source:
      'AHA/ACC guideline on blood cholesterol, 2018 (intermediate 10-year risk of 7.5 to under 20 percent: moderate-intensity statin, such as rosuvastatin 5 mg, after discussion; lower dose or another statin after muscle aches; repeat lipids at 4 to 12 weeks), and ADA Standards of Care in Diabetes, 2025 (prediabetes at an A1c of 5.7 to 6.4 percent; 7 percent weight loss, 150 minutes a week, yearly A1c). Author-checked.',
  },
  transcript: `
1 Doctor: Hello, is this Mr. Abara? It's Dr. Stone's office... it's Dr. Stone, actually.
2 Patient: Oh, hey, doc. Let me turn the mower off. Okay, go.
3 Doctor: Can you tell me your age, just so I know I've got the right chart?
4 Patient: 61. February baby.
5 Doctor: Perfect. I've got your blood tests. Is this a good time?
6 Patient: Sure. Is it bad?
7 Doctor: Nothing scary. Your LDL, the bad cholesterol, is 158. It was 149 last year. HDL 38, triglycerides 180.
8 Patient: I thought I'd been eating better. My wife does the salads.
9 Doctor: It isn't only food. Your sugar test, the A1c, is 6.1 percent. That's prediabetes.
10 Patient: Prediabetes. So not diabetes?
11 Doctor: Not diabetes. That starts at 6.5. Thirsty, peeing a lot?
12 Patient: No, no. I mean, I get up once at night, I'm 61.
13 Doctor: Fair. Kidneys and liver are normal, creatinine 0.9 and ALT 24. Thyroid's normal, TSH 1.8.
14 Patient: That's good.
15 Doctor: Any chest pain, shortness of breath when you're mowing?
16 Patient: No chest pain, no trouble breathing. My knees complain, that's all.
17 Doctor: Have you ever had a heart attack or stroke? And the family?
18 Patient: Me, no. My brother had a heart attack at 52.
19 Doctor: That matters. Do you smoke?
20 Patient: Never. I have a beer Sundays.
21 Doctor: And you take lisinopril 20 once a day, that's it?
22 Patient: Lisinopril 20, yes. And the red yeast rice, from the internet. Twice a day.
23 Doctor: Ah. That's basically a weak statin. You should stop that one, because I'd like to put you on a real one. Ever taken a statin?
24 Patient: Simvastatin, years ago. My legs ached, both of them. I quit it.
25 Doctor: Was it bad? Dark urine?
26 Patient: Nah, just achy. Went away in a week.
27 Doctor: Any real allergies?
28 Patient: Just bees. My whole arm swelled up. No medicines.
29 Doctor: Okay. What's your home pressure these days?
30 Patient: This morning it was 126 over... hang on, I wrote it down... 126 over 78. Weight's 205 pounds.
31 Doctor: That's good. Putting it all together, your chance of a heart attack or stroke in the next 10 years is about 15 percent. So I'd start rosuvastatin, 5 milligrams by mouth once a day. Many people who ached on simvastatin do fine on it.
32 Patient: And if my legs hurt again?
33 Doctor: Call me, don't just stop. If you have bad muscle pain or dark urine, stop it and call the same day.
34 Patient: Okay. And the sugar?
35 Doctor: Lose about 14 pounds, and walk 30 minutes, 5 days a week. I can get you in the diabetes prevention class, would you go?
36 Patient: If it's evenings, yes.
37 Doctor: I'll refer you. Repeat cholesterol and liver tests in 8 weeks, A1c in a year, and I'll see you in the office in 3 months.
38 Patient: All right. Back to the mower.
`,
  note: `
Subjective:
Mr. Abara is a 61-year-old man, contacted by phone to review blood tests. Denies chest pain, shortness of breath, thirst or frequent urination beyond once at night.
History: no heart attack or stroke. Simvastatin years ago stopped for mild aching in both legs, resolved within a week, no dark urine.
Family history: brother had a heart attack at 52.
Social history: never smoked; a beer on Sundays.
Medications: lisinopril 20 mg once daily; red yeast rice twice daily.
Allergies: bee stings (arm swelling). No drug allergies.

Objective:
Phone visit. Home blood pressure 126/78, weight 205 lb by patient report.
Labs: LDL 158 (was 149 last year), HDL 38, triglycerides 180, A1c 6.1%, creatinine 0.9, ALT 24, TSH 1.8.
10-year cardiovascular risk about 15%.

Assessment:
1. High LDL cholesterol with intermediate cardiovascular risk.
2. Prediabetes.
3. Past muscle aches on simvastatin.

Plan:
- Start rosuvastatin 5 mg by mouth once daily. Stop red yeast rice.
- Call if legs ache; stop rosuvastatin and call the same day for severe muscle pain or dark urine.
- Lose about 14 lb; walk 30 minutes 5 days a week. Refer to diabetes prevention class, evenings.
- Repeat cholesterol and liver tests in 8 weeks. A1c in a year.
- Office follow-up in 3 months.
`,
  // One fact per line reads like a checklist.
  // prettier-ignore
  facts: {
    demographic: [
      { name: 'age', value: '61', unit: 'years', line: 4, quote: '61' },
      { name: 'sex', value: 'male', synonyms: ['man', 'Mr.'], line: 1, quote: 'Mr. Abara' },
    ],
    finding: [
      { name: 'chest pain', status: 'denied', line: 16, quote: 'No chest pain' },
      { name: 'shortness of breath', synonyms: ['dyspnea', 'SOB', 'trouble breathing', 'breathlessness'], status: 'denied', line: 16, quote: 'no trouble breathing' },
      { name: 'thirst', synonyms: ['polydipsia', 'thirsty'], status: 'denied', line: 12, quote: 'No, no.' },
    ],
    history: [
      { name: 'heart attack or stroke', synonyms: ['heart attack', 'MI', 'myocardial infarction', 'cardiovascular disease', 'stroke'], status: 'denied', line: 18, quote: 'Me, no' },
      { name: 'brother had a heart attack', synonyms: ['brother with heart attack', 'heart attack in brother', 'brother with MI', 'brother: heart attack', 'brother had an MI', 'brother MI', 'brother with myocardial infarction'], value: '52', line: 18, quote: 'My brother had a heart attack at 52' },
      { name: 'aching in both legs', synonyms: ['leg aches', 'muscle aches', 'myalgia', 'myalgias', 'leg ache', 'aching legs', 'leg aching', 'leg pain'], side: 'bilateral', line: 24, quote: 'My legs ached, both of them' },
      { name: 'dark urine', status: 'denied', line: 26, quote: 'Nah, just achy' },
    ],
    medication: [
      { name: 'lisinopril', dose: '20 mg', frequency: 'once daily', line: 21, quote: 'lisinopril 20 once a day' },
      { name: 'red yeast rice', frequency: 'twice daily', status: 'stopped', line: 22, quote: 'the red yeast rice, from the internet. Twice a day' },
      { name: 'simvastatin', synonyms: ['Zocor'], status: 'stopped', line: 24, quote: 'Simvastatin, years ago' },
      { name: 'rosuvastatin', synonyms: ['Crestor'], dose: '5 mg', route: 'oral', frequency: 'once daily', status: 'started', line: 31, quote: 'rosuvastatin, 5 milligrams by mouth once a day' },
    ],
    allergy: [
      { name: 'bee stings', synonyms: ['bees', 'bee sting', 'bee venom'], value: 'arm swelling', line: 28, quote: 'Just bees. My whole arm swelled up' },
      { name: 'no drug allergies', synonyms: ['no known drug allergies', 'NKDA', 'no medication allergies', 'no known allergies', 'no allergies', 'none known', 'NKA'], line: 28, quote: 'No medicines' },
    ],
    social: [
      { name: 'never smoked', synonyms: ['never smoker', 'non-smoker', 'nonsmoker', 'no tobacco', 'does not smoke'], line: 20, quote: 'Never' },
      { name: 'beer', synonyms: ['alcohol'], line: 20, quote: 'I have a beer Sundays' },
    ],
    vital: [
      { name: 'blood pressure', synonyms: ['BP'], value: '126/78', unit: 'mmHg', line: 30, quote: '126 over 78' },
      { name: 'weight', synonyms: ['wt'], value: '205', unit: 'lb', line: 30, quote: "Weight's 205 pounds" },
    ],
    test: [
      { name: 'LDL', synonyms: ['LDL cholesterol', 'LDL-C'], value: '158', line: 7, quote: 'is 158' },
      { name: 'HDL', synonyms: ['HDL cholesterol', 'HDL-C'], value: '38', line: 7, quote: 'HDL 38' },
      { name: 'triglycerides', synonyms: ['TG', 'trigs'], value: '180', line: 7, quote: 'triglycerides 180' },
      { name: 'A1c', synonyms: ['HbA1c', 'hemoglobin A1c', 'HgbA1c'], value: '6.1', unit: '%', line: 9, quote: 'A1c, is 6.1 percent' },
      { name: 'creatinine', synonyms: ['Cr'], value: '0.9', line: 13, quote: 'creatinine 0.9' },
      { name: 'ALT', synonyms: ['alanine aminotransferase'], value: '24', line: 13, quote: 'ALT 24' },
      { name: 'TSH', synonyms: ['thyroid stimulating hormone'], value: '1.8', line: 13, quote: 'TSH 1.8' },
      { name: '10-year cardiovascular risk', synonyms: ['10-year risk', 'ASCVD risk', 'cardiovascular risk', '10-year ASCVD risk', 'ten-year risk'], value: '15', unit: '%', line: 31, quote: 'about 15 percent' },
    ],
    diagnosis: [
      { name: 'high LDL cholesterol', synonyms: ['hyperlipidemia', 'hypercholesterolemia', 'high cholesterol', 'elevated LDL', 'dyslipidemia', 'elevated LDL cholesterol', 'high LDL'], line: 7, quote: 'Your LDL, the bad cholesterol, is 158' },
      { name: 'prediabetes', synonyms: ['pre-diabetes', 'impaired glucose'], line: 9, quote: "That's prediabetes" },
    ],
    plan: [
      { name: 'call if legs ache', synonyms: ['call if', 'legs ache', 'leg aches', 'muscle aches'], line: 33, quote: "Call me, don't just stop" },
      { name: 'severe muscle pain or dark urine', synonyms: ['bad muscle pain', 'severe muscle pain', 'dark urine', 'muscle pain'], line: 33, quote: 'If you have bad muscle pain or dark urine, stop it and call the same day' },
      { name: 'lose about 14 lb', synonyms: ['weight loss', 'lose 14', 'lose weight', 'lose about 14', 'weight reduction'], value: '14', unit: 'lb', line: 35, quote: 'Lose about 14 pounds' },
      { name: 'walk', synonyms: ['walking', 'exercise'], value: '30 minutes', line: 35, quote: 'walk 30 minutes, 5 days a week' },
      { name: 'diabetes prevention class', synonyms: ['diabetes prevention program', 'DPP', 'diabetes prevention programme', 'prevention class'], line: 35, quote: 'diabetes prevention class' },
      { name: 'repeat cholesterol and liver tests', synonyms: ['repeat lipids', 'repeat lipid panel', 'recheck lipids', 'lipid panel', 'repeat cholesterol', 'recheck cholesterol', 'fasting lipids'], value: '8 weeks', line: 37, quote: 'Repeat cholesterol and liver tests in 8 weeks' },
      { name: 'A1c in a year', synonyms: ['repeat A1c', 'A1c in 1 year', 'A1c in one year', 'annual A1c', 'yearly A1c', 'recheck A1c', 'A1c in 12 months'], line: 37, quote: 'A1c in a year' },
      { name: 'follow-up', synonyms: ['follow up', 'office visit', 'return', 'recheck', 'RTC'], value: '3 months', line: 37, quote: "I'll see you in the office in 3 months" },
    ],
  },
};
