import type { Visit } from './visit.ts';

export const lowBackPain: Visit = {
  id: 'hw-05-low-back-pain',
  meta: {
    topic: 'acute low back pain with red flags denied',
    specialty: 'musculoskeletal',
    visitType: 'new problem',
    ageGroup: 'adult',
    source:
      'ACP guideline on noninvasive treatment of low back pain, 2017 (stay active, heat, NSAID), and ACR Appropriateness Criteria on low back pain, 2021 (no imaging without red flags). Author-checked.',
  },
  transcript: `
1 Doctor: Don't get up, Mr. Brandt, I can see it's hurting. What happened?
2 Patient: Moving a piano. I move pianos for a living and I've never... well, five days ago, I twisted, and bang, low back, right side.
3 Doctor: On the right. Does it go anywhere?
4 Patient: Into my butt, the right cheek. Doesn't go down the leg.
5 Doctor: How bad, 0 to 10?
6 Patient: It was an 8 the first day. Now about a 6.
7 Doctor: What makes it worse?
8 Patient: Bending. Sitting in the truck. Lying on my side with a pillow is okay.
9 Doctor: Some questions I ask everybody. Any numbness between the legs, in the saddle area?
10 Patient: No.
11 Doctor: Trouble peeing, or losing control of bladder or bowels?
12 Patient: No, nothing like that, thank God.
13 Doctor: Weakness or numbness in the legs?
14 Patient: No weakness. No numbness.
15 Doctor: Fevers, or losing weight without trying?
16 Patient: No fever. Losing weight, I wish.
17 Doctor: So no. Ever had cancer, taken steroids for a long time, injected drugs?
18 Patient: None of those, no.
19 Doctor: And did you fall?
20 Patient: No, didn't fall, just twisted.
21 Doctor: What have you tried?
22 Patient: Ibuprofen, 400, maybe three times a day. Helps a bit.
23 Doctor: Any history of ulcers, kidney or heart problems? Blood thinners?
24 Patient: No, nope. I don't take anything else. No allergies.
25 Doctor: Do you smoke?
26 Patient: Half a pack a day. My wife's on me about it. I'm 41, I've got time, right?
27 Doctor: She's right, and I can help when you're ready. Blood pressure 128 over 80, temperature 98.4 Fahrenheit. Okay, stand up for me. You're tender over the muscles on the right side, nothing over the bones. Bending forward is limited. Lie back, I'll raise each leg... pain down the leg?
28 Patient: No, just the back.
29 Doctor: So straight leg raise is negative on both sides. Strength's full in both legs, reflexes equal, feeling's normal.
30 Patient: Do I need an x-ray? Or an MRI?
31 Doctor: Not now. This is a muscle strain, and a scan wouldn't change anything. Stop the ibuprofen, and take naproxen instead, 500 milligrams by mouth twice a day with food, for 10 days at most. Don't take the two together. Use heat, keep walking, don't stay in bed.
32 Patient: And work?
33 Doctor: No lifting over 20 pounds for 2 weeks. I'll write it. If the pain's not better in 4 weeks, see me and we'll talk about physical therapy. Go to the emergency room if you get numbness in the saddle area, leg weakness, or can't control your bladder or bowels.
34 Patient: Got it.
`,
  note: `
Subjective:
Mr. Brandt is a 41-year-old man, a piano mover, with 5 days of right low back pain after twisting while moving a piano. Pain spreads to the right buttock, not down the leg. Was 8/10, now 6/10. Worse with bending and sitting. Denies saddle numbness, bladder or bowel incontinence, difficulty urinating, leg weakness, leg numbness, fever, weight loss or fall.
History: no cancer, no long-term steroids, no injection drug use; no ulcers, kidney or heart problems.
Social history: smokes half a pack per day.
Medications: ibuprofen 400 mg about three times daily; no blood thinners.
Allergies: no known drug allergies.

Objective:
Vitals: blood pressure 128/80, temperature 98.4 F.
Exam: tender right lumbar paraspinal muscles, no bony tenderness. Forward flexion limited. Straight leg raise negative bilaterally. Strength full in both legs, reflexes equal, sensation normal.

Assessment:
Acute right lumbar muscle strain without red flags.

Plan:
- Stop ibuprofen. Start naproxen 500 mg by mouth twice daily with food, 10 days at most.
- Heat, keep walking, avoid bed rest. No imaging now.
- No lifting over 20 lb for 2 weeks; work note.
- Help with quitting smoking offered.
- Follow-up in 4 weeks if not better, to discuss physical therapy.
- Emergency room for saddle numbness, leg weakness, or loss of bladder or bowel control.
`,
  // One fact per line reads like a checklist.
  // prettier-ignore
  facts: {
    demographic: [
      { name: 'age', value: '41', unit: 'years', line: 26, quote: "I'm 41" },
      { name: 'sex', value: 'male', synonyms: ['man', 'Mr.'], line: 1, quote: 'Mr. Brandt' },
    ],
    finding: [
      { name: 'low back pain', synonyms: ['lower back pain', 'lumbar pain', 'LBP', 'back pain'], side: 'right', line: 2, quote: 'five days ago, I twisted, and bang, low back, right side' },
      { name: 'duration', value: '5 days', line: 2, quote: 'five days ago, I twisted, and bang, low back, right side' },
      { name: 'right buttock', synonyms: ['buttock', 'gluteal', 'right gluteal'], side: 'right', line: 4, quote: 'Into my butt, the right cheek' },
      { name: 'pain score', synonyms: ['severity', 'pain'], value: '6/10', line: 6, quote: 'Now about a 6' },
      { name: 'worse with bending', synonyms: ['aggravated by bending', 'worsened by bending', 'exacerbated by bending', 'bending'], line: 8, quote: 'Bending' },
      { name: 'saddle numbness', synonyms: ['saddle anesthesia', 'saddle paresthesia', 'numbness in the saddle area', 'perineal numbness'], status: 'denied', line: 10, quote: 'No.' },
      { name: 'bladder or bowel incontinence', synonyms: ['incontinence', 'bowel or bladder incontinence', 'bowel/bladder', 'loss of bladder or bowel control', 'bladder or bowel', 'bowel or bladder'], status: 'denied', line: 12, quote: 'No, nothing like that' },
      { name: 'leg weakness', synonyms: ['weakness in the legs', 'lower extremity weakness', 'weakness'], status: 'denied', line: 14, quote: 'No weakness' },
      { name: 'leg numbness', synonyms: ['numbness in the legs', 'lower extremity numbness', 'numbness'], status: 'denied', line: 14, quote: 'No numbness' },
      { name: 'fever', synonyms: ['fevers'], status: 'denied', line: 16, quote: 'No fever' },
      { name: 'weight loss', synonyms: ['unintentional weight loss'], status: 'denied', line: 17, quote: 'So no' },
      { name: 'fall', synonyms: ['falling', 'direct trauma'], status: 'denied', line: 20, quote: "didn't fall" },
    ],
    history: [
      { name: 'cancer', synonyms: ['malignancy'], status: 'denied', line: 18, quote: 'None of those' },
      { name: 'injection drug use', synonyms: ['IV drug use', 'IVDU', 'injected drugs', 'intravenous drug use'], status: 'denied', line: 18, quote: 'None of those' },
      { name: 'ulcers', synonyms: ['ulcer', 'peptic ulcer', 'PUD', 'peptic ulcer disease', 'stomach ulcers'], status: 'denied', line: 24, quote: 'No, nope' },
    ],
    medication: [
      { name: 'ibuprofen', synonyms: ['Advil', 'Motrin'], dose: '400 mg', frequency: 'three times daily', status: 'stopped', line: 22, quote: 'Ibuprofen, 400, maybe three times a day' },
      { name: 'naproxen', synonyms: ['Naprosyn'], dose: '500 mg', route: 'oral', frequency: 'twice daily', value: '10 days', status: 'started', line: 31, quote: 'naproxen instead, 500 milligrams by mouth twice a day with food, for 10 days at most' },
    ],
    allergy: [
      { name: 'no known drug allergies', synonyms: ['NKDA', 'no drug allergies', 'no medication allergies', 'no allergies', 'none known', 'NKA', 'no known allergies'], line: 24, quote: 'No allergies' },
    ],
    social: [
      { name: 'half a pack per day', synonyms: ['half a pack a day', 'half pack per day', 'half a pack daily', 'half-pack', '1/2 pack', '0.5 pack', '0.5 ppd', '1/2 ppd'], line: 26, quote: 'Half a pack a day' },
      { name: 'piano mover', synonyms: ['moves pianos', 'works as a mover', 'mover'], line: 2, quote: 'I move pianos for a living' },
    ],
    vital: [
      { name: 'blood pressure', synonyms: ['BP'], value: '128/80', unit: 'mmHg', line: 27, quote: '128 over 80' },
      { name: 'temperature', synonyms: ['temp'], value: '98.4', unit: 'F', line: 27, quote: '98.4 Fahrenheit' },
    ],
    exam: [
      { name: 'tender right lumbar paraspinal muscles', synonyms: ['paraspinal tenderness', 'right paraspinal tenderness', 'paraspinal muscle tenderness', 'muscle tenderness', 'tender paraspinal', 'lumbar paraspinal'], side: 'right', line: 27, quote: "You're tender over the muscles on the right side" },
      { name: 'bony tenderness', synonyms: ['midline tenderness', 'spinous process tenderness', 'vertebral tenderness', 'tenderness over the bones', 'spinal tenderness'], status: 'denied', line: 27, quote: 'nothing over the bones' },
      { name: 'straight leg raise', synonyms: ['SLR', 'straight-leg raise'], value: 'negative', side: 'bilateral', line: 29, quote: 'straight leg raise is negative on both sides' },
      { name: 'strength full', synonyms: ['full strength', 'strength 5/5', '5/5 strength', 'normal strength', 'strength normal'], side: 'bilateral', line: 29, quote: "Strength's full in both legs" },
      { name: 'reflexes equal', synonyms: ['reflexes symmetric', 'symmetric reflexes', 'reflexes normal', 'equal reflexes', 'normal reflexes'], line: 29, quote: 'reflexes equal' },
      { name: 'sensation normal', synonyms: ['normal sensation', 'sensation intact', 'intact sensation'], line: 29, quote: "feeling's normal" },
    ],
    diagnosis: [
      { name: 'lumbar muscle strain', synonyms: ['lumbar strain', 'muscle strain', 'lumbosacral strain', 'low back strain', 'back strain'], side: 'right', line: 31, quote: 'This is a muscle strain' },
    ],
    plan: [
      { name: 'no imaging', synonyms: ['imaging not indicated', 'no x-ray', 'no MRI', 'imaging not needed', 'imaging deferred', 'defer imaging'], line: 31, quote: "a scan wouldn't change anything" },
      { name: 'heat', synonyms: ['heating pad'], line: 31, quote: 'Use heat' },
      { name: 'keep walking', synonyms: ['stay active', 'remain active', 'walking', 'avoid bed rest', 'no bed rest'], line: 31, quote: "keep walking, don't stay in bed" },
      { name: 'no lifting over 20 lb', synonyms: ['lifting restriction', 'lifting over 20', 'lift over 20', 'lifting more than 20', '20 lb lifting', '20-lb', '20 pounds'], value: '2 weeks', line: 33, quote: 'No lifting over 20 pounds for 2 weeks' },
      { name: 'follow-up', synonyms: ['follow up', 'return', 'recheck', 'RTC'], value: '4 weeks', line: 33, quote: "If the pain's not better in 4 weeks, see me" },
      { name: 'emergency room', synonyms: ['ER', 'ED', 'emergency department', 'emergency care', 'return precautions'], line: 33, quote: 'Go to the emergency room' },
    ],
  },
};
