import type { Visit } from './visit.ts';

export const migraine: Visit = {
  id: 'hw-12-migraine',
  meta: {
    topic: 'migraine without aura, first preventive medicine',
    specialty: 'neurology',
    visitType: 'new problem',
    ageGroup: 'adult',
    source:
      'American Headache Society consensus statement on integrating new migraine treatments, 2021 (offer prevention from 4 headache days a month with some disability; a triptan for attacks; propranolol effective), International Classification of Headache Disorders 3rd edition, 2018, and the US sumatriptan label (repeat after 2 hours, at most 200 mg in 24 hours). Author-checked.',
  },
  transcript: `
1 Doctor: Hello, Keisha. I've got you down for headaches.
2 Patient: Yeah. They've been going on since high school but this year they're way worse.
3 Doctor: How many days a month?
4 Patient: I did the diary like you said. Um, eight in October. No, hold on, that's September. Six in October.
5 Doctor: So six days last month. What's one like?
6 Patient: Left side, over my eye, pounding. I throw up, and I can't stand the light. Or noise. I lie in the bathroom with a towel on my head.
7 Doctor: How long does it last if you do nothing?
8 Patient: All day, sometimes into the next. I missed three days of work last month.
9 Doctor: Anything before it starts? Zigzag lines, blind spots, tingling?
10 Patient: No, nothing like that. No warning.
11 Doctor: Ever one that came on like a thunderclap, worst of your life?
12 Patient: No.
13 Doctor: Fever with it, stiff neck, weakness, trouble with speech?
14 Patient: No. None of those.
15 Doctor: Head injury?
16 Patient: No. I bumped heads with my toddler, that doesn't count.
17 Doctor: Ha, not unless you passed out. What do you take?
18 Patient: Ibuprofen, 600 when it starts. It used to work. Now I just throw it up.
19 Doctor: How many days a month?
20 Patient: Same six. Never more than that.
21 Doctor: Good, so you're not overdoing it. Other medicine? Birth control?
22 Patient: Copper IUD, no hormones. I take a magnesium, 400, at night. My aunt said to.
23 Doctor: Fine to continue. Asthma? Heart trouble, a stroke, high blood pressure?
24 Patient: No asthma. No heart stuff, no stroke, no blood pressure.
25 Doctor: Any depression?
26 Patient: No, just tired.
27 Doctor: Family?
28 Patient: My mom gets migraines. Grandma too.
29 Doctor: Allergies?
30 Patient: Metoclopramide, in the ER once. My jaw locked up, it was scary.
31 Doctor: That's a muscle reaction, dystonia, so we won't use it. Not pregnant, not trying?
32 Patient: No and no. I'm 33, I have two, I'm done.
33 Doctor: Blood pressure 118 over 74, pulse 80. Eye movements, face, strength, reflexes, walking, all normal. And the backs of your eyes look fine, no swelling.
34 Patient: So no scan?
35 Doctor: No scan needed. It's migraine without aura. For the attack, sumatriptan, 50 milligrams by mouth as soon as it starts, you can repeat once after 2 hours. No more than 200 in 24 hours, and no more than 9 days a month. It replaces the ibuprofen.
36 Patient: And to stop them coming?
37 Doctor: Propranolol, long-acting, 80 milligrams once a day. If you feel faint or very slow, call me. Keep up the diary, regular sleep and meals. I'll see you in 8 weeks. A sudden terrible headache, or weakness or trouble speaking, call 911.
38 Patient: Okay. Thank you, seriously.
`,
  note: `
Subjective:
Keisha is a 33-year-old woman with headaches since high school, worse this year; 6 headache days last month by diary. Pounding pain on the left side over the eye with vomiting, light sensitivity and noise sensitivity, lasting all day or into the next. Missed 3 days of work last month. Denies aura, thunderclap onset, fever, stiff neck, weakness, speech trouble or head injury.
History: no asthma, heart disease, stroke, high blood pressure or depression. Copper IUD; not pregnant, not planning pregnancy.
Family history: mother and grandmother with migraine.
Medications: ibuprofen 600 mg at onset, six days a month, no longer effective; magnesium 400 mg at night.
Allergies: metoclopramide (dystonia, jaw locked).

Objective:
Vitals: blood pressure 118/74, pulse 80.
Exam: eye movements, face, strength, reflexes and gait normal. Fundi normal, no disc swelling.

Assessment:
Migraine without aura, frequent and disabling. No red flags.

Plan:
- Start sumatriptan 50 mg by mouth at onset, may repeat once after 2 hours; maximum 200 mg in 24 hours and 9 days a month.
- Stop ibuprofen 600 mg.
- Start propranolol long-acting 80 mg once daily; call if faint or very slow pulse.
- Continue magnesium and headache diary; regular sleep and meals. No imaging needed. Avoid metoclopramide.
- Call 911 for sudden severe headache, weakness or trouble speaking.
- Follow-up in 8 weeks.
`,
  // One fact per line reads like a checklist.
  // prettier-ignore
  facts: {
    demographic: [
      { name: 'age', value: '33', unit: 'years', line: 32, quote: "I'm 33" },
      { name: 'sex', value: 'female', synonyms: ['woman'], line: 22, quote: 'Copper IUD' },
    ],
    finding: [
      { name: 'headache days', synonyms: ['headaches', 'headache', 'migraines'], value: '6', line: 5, quote: 'six days last month' },
      { name: 'pounding', synonyms: ['throbbing', 'pulsating', 'pulsatile'], line: 6, quote: 'pounding' },
      { name: 'left side', synonyms: ['left-sided', 'left sided', 'over the left eye', 'unilateral'], side: 'left', line: 6, quote: 'Left side, over my eye' },
      { name: 'vomiting', synonyms: ['emesis', 'throwing up', 'throws up'], line: 6, quote: 'I throw up' },
      { name: 'light sensitivity', synonyms: ['photophobia', 'sensitivity to light', 'sensitive to light'], line: 6, quote: "I can't stand the light" },
      { name: 'noise sensitivity', synonyms: ['phonophobia', 'sensitivity to noise', 'sensitive to noise', 'sound sensitivity'], line: 6, quote: 'Or noise' },
      { name: 'missed 3 days of work', synonyms: ['missed work', 'missed three days of work', 'missed 3 days', 'three days of work', 'work missed', 'missed 3 work days'], line: 8, quote: 'I missed three days of work last month' },
      { name: 'aura', synonyms: ['visual aura', 'visual symptoms', 'zigzag lines'], status: 'denied', line: 10, quote: 'No, nothing like that' },
      { name: 'thunderclap', synonyms: ['thunderclap headache', 'thunderclap onset', 'sudden onset', 'worst headache of life'], status: 'denied', line: 12, quote: 'No.' },
      { name: 'fever', status: 'denied', line: 14, quote: 'None of those' },
      { name: 'stiff neck', synonyms: ['neck stiffness'], status: 'denied', line: 14, quote: 'None of those' },
      { name: 'weakness', synonyms: ['focal weakness'], status: 'denied', line: 14, quote: 'None of those' },
      { name: 'head injury', synonyms: ['head trauma'], status: 'denied', line: 16, quote: 'No.' },
    ],
    history: [
      { name: 'asthma', status: 'denied', line: 24, quote: 'No asthma' },
      { name: 'heart disease', synonyms: ['heart trouble', 'cardiac disease', 'heart problems', 'cardiovascular disease'], status: 'denied', line: 24, quote: 'No heart stuff' },
      { name: 'stroke', status: 'denied', line: 24, quote: 'no stroke' },
      { name: 'high blood pressure', synonyms: ['hypertension', 'HTN'], status: 'denied', line: 24, quote: 'no blood pressure' },
      { name: 'depression', status: 'denied', line: 26, quote: 'No, just tired' },
      { name: 'copper IUD', synonyms: ['IUD', 'intrauterine device'], line: 22, quote: 'Copper IUD, no hormones' },
      { name: 'mother and grandmother with migraine', synonyms: ['mother with migraine', 'mother with migraines', 'mother and grandmother', 'migraine in mother', 'mother has migraines', 'mother: migraine', 'mother gets migraines'], line: 28, quote: 'My mom gets migraines' },
    ],
    medication: [
      { name: 'ibuprofen', synonyms: ['Advil', 'Motrin'], dose: '600 mg', status: 'stopped', line: 18, quote: 'Ibuprofen, 600 when it starts' },
      { name: 'magnesium', dose: '400 mg', frequency: 'at night', line: 22, quote: 'I take a magnesium, 400, at night' },
      { name: 'sumatriptan', synonyms: ['Imitrex'], dose: '50 mg', route: 'oral', frequency: 'at onset', status: 'started', line: 35, quote: 'sumatriptan, 50 milligrams by mouth as soon as it starts' },
      { name: 'propranolol', synonyms: ['Inderal', 'propranolol LA', 'propranolol ER', 'propranolol long-acting'], dose: '80 mg', frequency: 'once daily', status: 'started', line: 37, quote: 'Propranolol, long-acting, 80 milligrams once a day' },
    ],
    allergy: [
      { name: 'metoclopramide', synonyms: ['Reglan'], value: 'dystonia', line: 31, quote: "That's a muscle reaction, dystonia" },
    ],
    vital: [
      { name: 'blood pressure', synonyms: ['BP'], value: '118/74', unit: 'mmHg', line: 33, quote: '118 over 74' },
      { name: 'pulse', synonyms: ['heart rate', 'HR'], value: '80', unit: 'bpm', line: 33, quote: 'pulse 80' },
    ],
    exam: [
      { name: 'strength, reflexes and gait normal', synonyms: ['neurologic exam normal', 'neurological exam normal', 'normal neurologic exam', 'normal neurological exam', 'neuro exam normal', 'nonfocal', 'strength normal', 'reflexes normal', 'gait normal'], line: 33, quote: 'Eye movements, face, strength, reflexes, walking, all normal' },
      { name: 'fundi normal', synonyms: ['normal fundi', 'no disc swelling', 'no papilledema', 'fundoscopy normal', 'optic discs normal', 'fundoscopic exam normal'], line: 33, quote: 'the backs of your eyes look fine, no swelling' },
    ],
    diagnosis: [
      { name: 'migraine without aura', synonyms: ['common migraine', 'migraine headaches without aura'], line: 35, quote: "It's migraine without aura" },
    ],
    plan: [
      { name: 'repeat once after', synonyms: ['may repeat', 'can repeat', 'repeat after', 'repeat in'], value: '2 hours', line: 35, quote: 'you can repeat once after 2 hours' },
      { name: 'maximum', synonyms: ['max', 'no more than', 'not to exceed', 'at most', 'limit'], value: '200', unit: 'mg', line: 35, quote: 'No more than 200 in 24 hours' },
      { name: 'maximum days a month', synonyms: ['days a month', 'days per month', 'days/month', 'days monthly'], value: '9 days', line: 35, quote: 'no more than 9 days a month' },
      { name: 'headache diary', synonyms: ['diary', 'headache log'], line: 37, quote: 'Keep up the diary' },
      { name: 'regular sleep and meals', synonyms: ['regular sleep', 'sleep hygiene', 'regular meals'], line: 37, quote: 'regular sleep and meals' },
      { name: 'no imaging', synonyms: ['no scan', 'imaging not needed', 'imaging not indicated', 'no MRI', 'no CT', 'neuroimaging not'], line: 35, quote: 'No scan needed' },
      { name: 'call 911', synonyms: ['911', 'emergency'], line: 37, quote: 'call 911' },
      { name: 'follow-up', synonyms: ['follow up', 'return', 'recheck', 'RTC'], value: '8 weeks', line: 37, quote: "I'll see you in 8 weeks" },
    ],
  },
};
