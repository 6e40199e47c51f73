import type { Visit } from './visit.ts';

// Dose check: 50 mg/kg x 16 kg = 800 mg once daily (maximum 1000 mg); 800 mg = 10 mL of 400 mg/5 mL.
// Acetaminophen: 15 mg/kg x 16 kg = 240 mg = 7.5 mL of 160 mg/5 mL.
export const strepThroat: Visit = {
  id: 'hw-01-strep-throat',
  meta: {
    topic: 'strep throat',
    specialty: 'infection',
    visitType: 'new problem',
    ageGroup: 'child',
    source:
      'IDSA guideline on group A streptococcal pharyngitis, 2012 (amoxicillin 50 mg/kg once daily, at most 1000 mg, for 10 days); AAP Red Book (return to school once treated and without fever). Author-checked.',
  },
  transcript: `
1 Doctor: Hi there, you must be Nora. And you're Mom? Come on in. What's been happening?
2 Mother: Hi, yes. So her throat's been hurting since, um, yesterday, no wait, Monday night. So two days now.
3 Doctor: Two days, okay. Any fever with it?
4 Mother: Last night she was 102.4 with the forehead one. I gave her some Children's Tylenol and it came down.
5 Doctor: Good. Cough? Runny nose?
6 Mother: No cough at all. And her nose isn't running, which is weird for her, honestly.
7 Doctor: Is she eating and drinking?
8 Mother: Not eating much because it hurts to swallow, but she's drinking plenty.
9 Doctor: Any vomiting? Any rash?
10 Mother: She said her tummy hurt yesterday, but no throwing up. No rash that I've seen.
11 Doctor: Anybody around her sick?
12 Mother: Two kids in her preschool class have strep. Her brother's driving me nuts, but he's not sick.
13 Doctor: Ha. And remind me, Nora just turned...
14 Mother: Four. Last month.
15 Doctor: Any health problems, daily medicines, allergies?
16 Mother: No, she's healthy, takes nothing every day. No allergies to any medicine. Oh, I'm allergic to penicillin, I get hives. Is that a problem?
17 Doctor: No, that's yours, not hers. Has Nora ever had amoxicillin?
18 Mother: Once, for an ear, when she was two. She did fine.
19 Doctor: Great. So today her temperature is 101.3 Fahrenheit, heart rate 118, and she's 35 pounds, which is 16 kilos. Nora, open wide like a lion. Good roar! Her tonsils are big and red with white patches on both. She has tender glands in the front of the neck. Ears look normal, lungs are clear, belly is soft, and I see no rash.
20 Mother: Poor thing.
21 Doctor: And the rapid strep is positive. So this is strep throat.
22 Mother: I knew it.
23 Doctor: I'll send in amoxicillin liquid, 800 milligrams by mouth once a day for 10 days. That's 10 milliliters of the 400 per 5 strength.
24 Mother: All ten days even if she's better?
25 Doctor: All ten. You can keep using the Tylenol, 240 milligrams every 6 hours as needed, for the pain or fever. That's 7.5 milliliters of the children's liquid.
26 Mother: And preschool?
27 Doctor: Once she's had 24 hours of the antibiotic and the fever is gone. Go to the emergency room for trouble breathing, drooling, or if she can't swallow liquids, and call me if she's not better in 3 days. Otherwise she doesn't need a recheck.
28 Mother: Perfect. Say bye, Nora.
`,
  note: `
Subjective:
Nora is a 4-year-old girl, seen with her mother, with 2 days of sore throat. Fever to 102.4 F last night, improved with acetaminophen. Pain with swallowing, eating less but drinking well. Abdominal pain yesterday. Denies cough, runny nose, vomiting or rash. Strep exposure: two preschool classmates.
History: healthy; amoxicillin once before at age 2, tolerated.
Medications: acetaminophen as needed; no daily medicines.
Allergies: no known drug allergies.

Objective:
Vitals: temperature 101.3 F, heart rate 118, weight 16 kg (35 lb).
Exam: enlarged red tonsils with exudate bilaterally. Tender anterior cervical nodes. Ears normal. Lungs clear. Abdomen soft. No rash.
Rapid strep test positive.

Assessment:
Streptococcal pharyngitis.

Plan:
- Start amoxicillin 800 mg by mouth once daily for 10 days (10 mL of 400 mg/5 mL); finish the full course.
- Acetaminophen 240 mg every 6 hours as needed for pain or fever (7.5 mL of the children's liquid).
- Return to preschool after 24 hours of antibiotic and when free of fever.
- Emergency room for trouble breathing, drooling or inability to swallow liquids. Call if not better in 3 days; no routine recheck.
`,
  // One fact per line reads like a checklist.
  // prettier-ignore
  facts: {
    demographic: [
      { name: 'age', value: '4', unit: 'years', line: 14, quote: 'Four' },
      { name: 'sex', value: 'female', synonyms: ['girl'], line: 16, quote: "she's healthy" },
    ],
    finding: [
      { name: 'sore throat', synonyms: ['throat pain', 'throat hurting', 'odynophagia'], line: 2, quote: 'two days now' },
      { name: 'duration', value: '2 days', line: 2, quote: 'two days now' },
      { name: 'fever', synonyms: ['febrile'], value: '102.4', unit: 'F', line: 4, quote: '102.4 with the forehead one' },
      { name: 'pain with swallowing', synonyms: ['odynophagia', 'painful swallowing', 'hurts to swallow'], line: 8, quote: 'hurts to swallow' },
      { name: 'drinking well', synonyms: ['drinking plenty', 'good fluid intake', 'tolerating fluids', 'drinking fluids'], line: 8, quote: "she's drinking plenty" },
      { name: 'abdominal pain', synonyms: ['stomach ache', 'tummy ache', 'belly pain', 'tummy pain'], line: 10, quote: 'her tummy hurt yesterday' },
      { name: 'cough', status: 'denied', line: 6, quote: 'No cough at all' },
      { name: 'runny nose', synonyms: ['rhinorrhea', 'nasal discharge', 'coryza'], status: 'denied', line: 6, quote: "her nose isn't running" },
      { name: 'vomiting', synonyms: ['throwing up', 'emesis'], status: 'denied', line: 10, quote: 'no throwing up' },
      { name: 'rash', status: 'denied', line: 10, quote: "No rash that I've seen" },
    ],
    history: [
      { name: 'strep exposure', synonyms: ['exposure to strep', 'exposed to strep', 'classmates with strep', 'classmates have strep', 'sick contacts'], line: 12, quote: 'Two kids in her preschool class have strep' },
      { name: 'amoxicillin tolerated', synonyms: ['tolerated amoxicillin', 'amoxicillin once before', 'prior amoxicillin', 'previous amoxicillin'], line: 18, quote: 'Once, for an ear, when she was two. She did fine.' },
    ],
    medication: [
      { name: 'acetaminophen', synonyms: ['Tylenol', 'paracetamol'], dose: '240 mg', frequency: 'every 6 hours as needed', line: 25, quote: 'Tylenol, 240 milligrams every 6 hours as needed' },
      { name: 'amoxicillin', dose: '800 mg', route: 'oral', frequency: 'once daily', value: '10 days', status: 'started', line: 23, quote: 'amoxicillin liquid, 800 milligrams by mouth once a day for 10 days' },
    ],
    allergy: [
      { name: 'no known drug allergies', synonyms: ['NKDA', 'no drug allergies', 'no medication allergies', 'no allergies', 'none known', 'NKA', 'no known allergies'], line: 16, quote: 'No allergies to any medicine' },
    ],
    vital: [
      { name: 'temperature', synonyms: ['temp'], value: '101.3', unit: 'F', line: 19, quote: '101.3 Fahrenheit' },
      { name: 'heart rate', synonyms: ['HR', 'pulse'], value: '118', unit: 'bpm', line: 19, quote: 'heart rate 118' },
      { name: 'weight', synonyms: ['wt'], value: '16', unit: 'kg', line: 19, quote: '16 kilos' },
    ],
    exam: [
      { name: 'tonsils with exudate', synonyms: ['tonsillar exudate', 'tonsillar exudates', 'exudative tonsils', 'white patches', 'exudate'], side: 'bilateral', line: 19, quote: 'tonsils are big and red with white patches on both' },
      { name: 'tender anterior cervical nodes', synonyms: ['tender anterior cervical lymph nodes', 'anterior cervical lymphadenopathy', 'tender neck glands', 'tender glands', 'cervical adenopathy'], line: 19, quote: 'tender glands in the front of the neck' },
      { name: 'ears normal', synonyms: ['normal ears', 'TMs normal', 'tympanic membranes normal'], line: 19, quote: 'Ears look normal' },
      { name: 'lungs clear', synonyms: ['clear to auscultation', 'clear lungs', 'chest clear'], line: 19, quote: 'lungs are clear' },
      { name: 'abdomen soft', synonyms: ['soft abdomen', 'belly soft'], line: 19, quote: 'belly is soft' },
    ],
    test: [
      { name: 'rapid strep test', synonyms: ['rapid strep', 'rapid antigen test', 'RADT', 'strep test'], value: 'positive', line: 21, quote: 'the rapid strep is positive' },
    ],
    diagnosis: [
      { name: 'streptococcal pharyngitis', synonyms: ['strep throat', 'strep pharyngitis', 'group A strep pharyngitis', 'GAS pharyngitis', 'streptococcal tonsillitis'], line: 21, quote: 'this is strep throat' },
    ],
    plan: [
      { name: 'full course', synonyms: ['complete the course', 'complete all 10 days', 'finish all 10 days', 'all ten days', 'complete full'], line: 25, quote: 'All ten' },
      { name: 'return to preschool', synonyms: ['back to preschool', 'return to school', 'back to school', 'preschool after'], value: '24 hours', line: 27, quote: "Once she's had 24 hours of the antibiotic and the fever is gone" },
      { name: 'emergency room', synonyms: ['ER', 'ED', 'emergency department', 'emergency care', 'return precautions'], line: 27, quote: "Go to the emergency room for trouble breathing, drooling, or if she can't swallow liquids" },
      { name: 'call if not better', synonyms: ['follow up if not better', 'call if not improved', 'recheck if not better', 'not improving', 'follow-up if no improvement'], value: '3 days', line: 27, quote: "call me if she's not better in 3 days" },
    ],
  },
};
