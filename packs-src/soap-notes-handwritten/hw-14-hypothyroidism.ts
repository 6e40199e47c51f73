import type { Visit } from './visit.ts';

export const hypothyroidism: Visit = {
  id: 'hw-14-hypothyroidism',
  meta: {
    topic: 'hypothyroidism follow-up with a small dose increase',
    specialty: 'endocrine',
    visitType: 'follow-up',
    ageGroup: 'adult',
    source:
      'ATA guideline on treatment of hypothyroidism, 2014 (adjust levothyroxine in small steps to a TSH in the reference range, recheck at 4 to 8 weeks, empty stomach, 4 hours apart from iron or calcium). Author-checked.',
  },
  transcript: `
1 Doctor: Good afternoon, Ms. Farrow. Sorry I'm running behind.
2 Patient: It's fine, I brought my knitting. I'm here for the thyroid.
3 Doctor: Right. How've you been?
4 Patient: Tired. Like, I could nap in a parking lot tired. Since the summer, so about four months.
5 Doctor: Four months. Anything else? Cold, constipation, skin?
6 Patient: Cold all the time, I'm in a cardigan in August. Constipated, too. My skin's, I don't know, the same.
7 Doctor: Weight?
8 Patient: Up 8 pounds. Or is it 6? What does it say there?
9 Doctor: You're 162, it was 154 in the spring. So 8.
10 Patient: Eight. Lovely.
11 Doctor: Any heart racing, tremor, sweating?
12 Patient: No racing. No tremor. No.
13 Doctor: Chest pain? And your mood?
14 Patient: No chest pain. Mood's okay, I'm not depressed, just slow.
15 Doctor: Trouble swallowing, or a lump in the neck?
16 Patient: No, no lump.
17 Doctor: And how do you take the levothyroxine?
18 Patient: 75, when I wake up, with water, and I don't eat for an hour. I've been good. I miss maybe one a month.
19 Doctor: Excellent. Anything with iron or calcium, or an antacid?
20 Patient: The iron, one tablet, 325, but I take it at bedtime, because you scared me about it.
21 Doctor: Ha, that was the idea. Biotin? Hair and nail vitamins?
22 Patient: No biotin. I did that once. Oh, I also stopped the vitamin C, it gave me heartburn.
23 Doctor: Good to know. Your periods?
24 Patient: Regular, but heavy, that's why the iron. I had my tubes tied after number three, so no surprises.
25 Doctor: Allergies, are you still allergic to doxycycline?
26 Patient: Yes. I got a sunburn rash from it, head to toe.
27 Doctor: And thyroid runs in your family?
28 Patient: My mother and both my sisters. We're a set. I'm the baby, 44.
29 Doctor: Blood pressure 116 over 78, pulse 58, temperature 97.5 Fahrenheit. Let me feel the neck. Swallow... the thyroid isn't enlarged, no nodules. Heart's regular. Ankle reflexes are a little slow. No swelling in the legs.
30 Patient: And the blood test?
31 Doctor: TSH is 8.6, normal's up to about 4. Last year it was 2.9. Free T4 is 0.8, just at the low end of normal. Hemoglobin's 12.4, so the tiredness isn't anemia.
32 Patient: So I need more?
33 Doctor: A bit more. Hypothyroidism, and the dose isn't enough anymore. I'd go from 75 to 88 micrograms once a day. Same rules, empty stomach, and iron at least 4 hours away.
34 Patient: 88. That's such a strange number.
35 Doctor: It is. We'll repeat the TSH in 6 weeks, and I'll see you right after that. If your heart races or you have chest pain, call me.
36 Patient: And the constipation?
37 Doctor: Should improve. More water and fiber for now.
38 Patient: Okay. Thank you.
`,
  note: `
Subjective:
Ms. Farrow is a 44-year-old woman seen for hypothyroidism. Fatigue for 4 months, with cold intolerance, constipation and 8 lb weight gain. Denies racing heart, tremor, sweating, chest pain, depressed mood or neck lump. Takes levothyroxine on an empty stomach, misses about one dose a month; iron taken separately at bedtime; no biotin.
History: regular heavy periods; tubal ligation.
Family history: mother and both sisters with thyroid disease.
Medications: levothyroxine 75 mcg once daily, iron 325 mg at bedtime. Vitamin C stopped (heartburn).
Allergies: doxycycline (rash with sun exposure).

Objective:
Vitals: blood pressure 116/78, pulse 58, temperature 97.5 F, weight 162 lb.
Exam: thyroid not enlarged, no nodules. Heart regular. Ankle reflexes slow. No leg edema.
Labs: TSH 8.6 (was 2.9 last year), free T4 0.8, hemoglobin 12.4.

Assessment:
Hypothyroidism, undertreated on current dose.

Plan:
- Increase levothyroxine from 75 mcg to 88 mcg once daily on an empty stomach, at least 4 hours apart from iron.
- More water and fiber for constipation.
- Repeat TSH in 6 weeks; follow-up visit right after.
- Call for racing heart or chest pain.
`,
  // One fact per line reads like a checklist.
  // prettier-ignore
  facts: {
    demographic: [
      { name: 'age', value: '44', unit: 'years', line: 28, quote: '44' },
      { name: 'sex', value: 'female', synonyms: ['woman', 'Ms.'], line: 1, quote: 'Ms. Farrow' },
    ],
    finding: [
      { name: 'fatigue', synonyms: ['tired', 'tiredness'], line: 4, quote: 'Tired. Like, I could nap in a parking lot tired. Since the summer, so about four months' },
      { name: 'duration', value: '4 months', line: 4, quote: 'Tired. Like, I could nap in a parking lot tired. Since the summer, so about four months' },
      { name: 'cold intolerance', synonyms: ['feeling cold', 'cold all the time', 'always cold', 'feels cold'], line: 6, quote: 'Cold all the time' },
      { name: 'constipation', synonyms: ['constipated'], line: 6, quote: 'Constipated, too' },
      { name: 'weight gain', synonyms: ['gained'], value: '8', unit: 'lb', line: 9, quote: 'So 8' },
      { name: 'racing heart', synonyms: ['palpitations', 'heart racing'], status: 'denied', line: 12, quote: 'No racing' },
      { name: 'tremor', status: 'denied', line: 12, quote: 'No tremor' },
      { name: 'chest pain', status: 'denied', line: 14, quote: 'No chest pain' },
      { name: 'depressed mood', synonyms: ['depression', 'low mood', 'depressed'], status: 'denied', line: 14, quote: "I'm not depressed" },
      { name: 'neck lump', synonyms: ['lump in the neck', 'neck mass', 'lump'], status: 'denied', line: 16, quote: 'no lump' },
      { name: 'biotin', status: 'denied', line: 22, quote: 'No biotin' },
    ],
    history: [
      { name: 'heavy periods', synonyms: ['menorrhagia', 'heavy menses', 'heavy menstrual bleeding'], line: 24, quote: 'Regular, but heavy' },
      { name: 'tubal ligation', synonyms: ['tubes tied', 'sterilization', 'BTL'], line: 24, quote: 'I had my tubes tied' },
      { name: 'mother and both sisters with thyroid disease', synonyms: ['thyroid disease in mother', 'mother and both sisters', 'mother and two sisters', 'mother and sisters', 'family history of thyroid disease'], line: 28, quote: 'My mother and both my sisters' },
    ],
    medication: [
      { name: 'levothyroxine', synonyms: ['Synthroid'], dose: '75 mcg', frequency: 'once daily', status: 'stopped', line: 33, quote: "I'd go from 75" },
      { name: 'levothyroxine', synonyms: ['Synthroid'], dose: '88 mcg', frequency: 'once daily', status: 'started', line: 33, quote: 'to 88 micrograms once a day' },
      { name: 'iron', synonyms: ['ferrous sulfate'], dose: '325 mg', frequency: 'at bedtime', line: 20, quote: 'The iron, one tablet, 325, but I take it at bedtime' },
      { name: 'vitamin C', synonyms: ['ascorbic acid'], status: 'stopped', line: 22, quote: 'I also stopped the vitamin C' },
    ],
    allergy: [
      { name: 'doxycycline', value: 'rash', line: 26, quote: 'I got a sunburn rash from it' },
    ],
    vital: [
      { name: 'blood pressure', synonyms: ['BP'], value: '116/78', unit: 'mmHg', line: 29, quote: '116 over 78' },
      { name: 'pulse', synonyms: ['heart rate', 'HR'], value: '58', unit: 'bpm', line: 29, quote: 'pulse 58' },
      { name: 'temperature', synonyms: ['temp'], value: '97.5', unit: 'F', line: 29, quote: '97.5 Fahrenheit' },
      { name: 'weight', synonyms: ['wt'], value: '162', unit: 'lb', line: 9, quote: "You're 162" },
    ],
    exam: [
      { name: 'thyroid not enlarged', synonyms: ['no thyromegaly', 'no goiter', 'thyroid normal', 'normal thyroid', 'no thyroid enlargement', 'thyroid normal size'], line: 29, quote: "the thyroid isn't enlarged" },
      { name: 'nodules', synonyms: ['thyroid nodules', 'nodule'], status: 'denied', line: 29, quote: 'no nodules' },
      { name: 'heart regular', synonyms: ['regular rhythm', 'regular rate and rhythm', 'RRR'], line: 29, quote: "Heart's regular" },
      { name: 'ankle reflexes slow', synonyms: ['slow ankle reflexes', 'delayed ankle reflexes', 'ankle reflexes slightly slow', 'ankle reflexes a little slow', 'slowed ankle reflexes', 'delayed reflexes', 'ankle reflexes delayed'], line: 29, quote: 'Ankle reflexes are a little slow' },
      { name: 'leg edema', synonyms: ['edema', 'leg swelling', 'swelling in the legs'], status: 'denied', line: 29, quote: 'No swelling in the legs' },
    ],
    test: [
      { name: 'TSH', synonyms: ['thyroid stimulating hormone'], value: '8.6', line: 31, quote: 'TSH is 8.6' },
      { name: 'free T4', synonyms: ['FT4', 'free thyroxine'], value: '0.8', line: 31, quote: 'Free T4 is 0.8' },
      { name: 'hemoglobin', synonyms: ['Hgb', 'Hb'], value: '12.4', line: 31, quote: "Hemoglobin's 12.4" },
    ],
    diagnosis: [
      { name: 'hypothyroidism', synonyms: ['underactive thyroid', 'hypothyroid'], line: 33, quote: "Hypothyroidism, and the dose isn't enough anymore" },
    ],
    plan: [
      { name: 'empty stomach', synonyms: ['before food', 'fasting', 'without food'], line: 33, quote: 'empty stomach' },
      { name: 'apart from iron', synonyms: ['away from iron', 'separate from iron', 'separated from iron', 'iron at least 4 hours', 'iron separated'], value: '4 hours', line: 33, quote: 'iron at least 4 hours away' },
      { name: 'fiber', synonyms: ['fibre', 'water and fiber'], line: 37, quote: 'More water and fiber' },
      { name: 'repeat TSH', synonyms: ['recheck TSH', 'TSH in', 'TSH recheck', 'TSH repeat'], value: '6 weeks', line: 35, quote: 'repeat the TSH in 6 weeks' },
      { name: 'follow-up', synonyms: ['follow up', 'return', 'visit after', 'RTC'], line: 35, quote: "I'll see you right after that" },
      { name: 'call for racing heart or chest pain', synonyms: ['call for', 'call if', 'palpitations'], line: 35, quote: 'If your heart races or you have chest pain, call me' },
    ],
  },
};
