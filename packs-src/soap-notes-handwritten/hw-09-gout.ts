import type { Visit } from './visit.ts';

export const gout: Visit = {
  id: 'hw-09-gout',
  meta: {
    topic: 'gout flare, start of urate-lowering treatment',
    specialty: 'musculoskeletal',
    visitType: 'new problem',
    ageGroup: 'adult',
    source:
      'ACR guideline on gout, 2020 (low-dose colchicine for the flare; allopurinol from 100 mg or less, may start during the flare, urate below 6 mg/dL, prophylaxis 3 to 6 months; hydrochlorothiazide to losartan) and the US colchicine label (1.2 mg, 0.6 mg an hour later, then 12 hours before prophylaxis). Author-checked.',
  },
  transcript: `
1 Doctor: Mr. Duarte, you're walking like it's on fire.
2 Patient: It's the toe again, doc. Right big toe. Woke me up last night, two in the morning. The bedsheet hurt.
3 Doctor: So it began last night. Same as the other attacks?
4 Patient: Exactly the same. That's, what, the third one this year. January, June, and now.
5 Doctor: Those settled with what?
6 Patient: Urgent care gave me indomethacin. Made me dizzy as anything, I couldn't drive.
7 Doctor: Okay, we won't do that one. Did you injure the foot, cut it?
8 Patient: No injury.
9 Doctor: Any fever or chills? Other joints?
10 Patient: No fever, no chills. Just the toe.
11 Doctor: Ever had kidney stones?
12 Patient: Never. My father had gout, though, terrible. He had the lumps on his elbows.
13 Doctor: And what about drinking?
14 Patient: Four beers a night. Well. Five on a weekend. I'm 63, retired, what else is there?
15 Doctor: We'll come back to that. Medicines?
16 Patient: Hydrochlorothiazide, 25, for the pressure, once a day. And the aspirin... no, you took me off that one, two years back. So just the water pill.
17 Doctor: Allergies?
18 Patient: None to medicine. Just the indomethacin, the dizziness.
19 Doctor: That's a side effect, I'll note it. Any stomach bleeding, liver or kidney disease?
20 Patient: No, none that I know of.
21 Doctor: Blood pressure 138 over 84, temperature 98.9 Fahrenheit, pulse 82. Let me see. The joint at the base of the right big toe is red, hot, swollen, and very tender.
22 Patient: Don't touch it!
23 Doctor: Done, I'm done. The skin's not broken. The left foot's normal. No lumps on your elbows or ears.
24 Patient: And the blood from last month?
25 Doctor: Uric acid was 9.4, that's high. Kidneys are fine, eGFR 82. Liver tests normal.
26 Patient: So gout.
27 Doctor: Gout, yes. For this attack, colchicine tablets: 1.2 milligrams now, then 0.6 one hour later. No more today. From tomorrow, 0.6 milligrams once a day.
28 Patient: For how long?
29 Doctor: 6 months, because we're also starting allopurinol to bring the uric acid down, 100 milligrams once a day. It can stir up attacks early on, and the colchicine prevents that. If you get a rash, stop the allopurinol and call me right away. And diarrhea from colchicine, let me know.
30 Patient: Stop if rash. Okay.
31 Doctor: Now, the hydrochlorothiazide raises uric acid. Stop it and start losartan, 50 milligrams once a day, for the pressure. It actually lowers uric acid a bit.
32 Patient: Switch the water pill. Fine.
33 Doctor: And cut the beer, slowly, don't stop overnight. Can you get to two a day, then fewer?
34 Patient: I can try. My wife'll be thrilled.
35 Doctor: Ice the toe, keep it up. Blood test in 4 weeks, uric acid, potassium and kidneys, and see me in 4 weeks too. We want uric acid under 6. Call right away if you get a fever, and call if it's not better in 3 days.
36 Patient: You got it.
`,
  note: `
Subjective:
Mr. Duarte is a 63-year-old man with sudden right big toe pain since last night, waking him at 2 in the morning. Third attack this year (January, June, now). Denies injury, fever, chills or other joint pain.
History: no kidney stones, stomach bleeding, liver disease or kidney disease.
Family history: father with gout.
Social history: four beers a night, five on weekends; retired.
Medications: hydrochlorothiazide 25 mg once daily. Aspirin was stopped two years ago.
Allergies: no known drug allergies. Intolerance: indomethacin (dizziness).

Objective:
Vitals: blood pressure 138/84, temperature 98.9 F, pulse 82.
Exam: right first metatarsophalangeal joint red, hot, swollen and very tender; skin intact. Left foot normal. No tophi.
Labs last month: uric acid 9.4, eGFR 82, liver tests normal.

Assessment:
1. Acute gout flare, right big toe; recurrent gout with high uric acid.
2. High blood pressure, on a thiazide that raises uric acid.

Plan:
- Start colchicine 1.2 mg by mouth now, then 0.6 mg one hour later. Starting tomorrow, colchicine 0.6 mg by mouth once daily for 6 months.
- Start allopurinol 100 mg once daily, target uric acid below 6; stop and call for rash.
- Stop hydrochlorothiazide 25 mg; start losartan 50 mg once daily.
- Report diarrhea. Cut down beer gradually. Ice and elevate the toe.
- Uric acid, potassium and kidney function in 4 weeks.
- Follow-up in 4 weeks; call right away for fever; call if not better in 3 days.
`,
  // One fact per line reads like a checklist.
  // prettier-ignore
  facts: {
    demographic: [
      { name: 'age', value: '63', unit: 'years', line: 14, quote: "I'm 63" },
      { name: 'sex', value: 'male', synonyms: ['man', 'Mr.'], line: 1, quote: 'Mr. Duarte' },
    ],
    finding: [
      { name: 'big toe pain', synonyms: ['toe pain', 'pain in the right big toe', 'pain in right big toe', 'great toe pain', 'painful toe', 'podagra', 'first toe pain'], side: 'right', line: 2, quote: 'Right big toe' },
      { name: 'third attack this year', synonyms: ['third attack', 'third flare', 'third episode', '3rd flare', '3rd attack', 'three attacks', '3 attacks', 'three flares'], line: 4, quote: 'the third one this year' },
      { name: 'injury', synonyms: ['trauma'], status: 'denied', line: 8, quote: 'No injury' },
      { name: 'fever', synonyms: ['fevers'], status: 'denied', line: 10, quote: 'No fever' },
      { name: 'chills', status: 'denied', line: 10, quote: 'no chills' },
      { name: 'other joint pain', synonyms: ['other joints', 'other joint involvement', 'pain in other joints'], status: 'denied', line: 10, quote: 'Just the toe' },
    ],
    history: [
      { name: 'kidney stones', synonyms: ['nephrolithiasis', 'renal stones'], status: 'denied', line: 12, quote: 'Never.' },
      { name: 'stomach bleeding', synonyms: ['GI bleeding', 'gastrointestinal bleeding', 'GI bleed'], status: 'denied', line: 20, quote: 'No, none that I know of' },
      { name: 'father with gout', synonyms: ['father had gout', 'gout in father', 'father: gout', 'father (gout)', 'father has gout'], line: 12, quote: 'My father had gout' },
      { name: 'indomethacin intolerance', synonyms: ['indomethacin (dizziness)', 'indomethacin: dizziness', 'indomethacin - dizziness', 'indomethacin caused dizziness', 'dizziness with indomethacin', 'dizziness from indomethacin', 'indomethacin'], value: 'dizziness', line: 18, quote: 'Just the indomethacin, the dizziness' },
    ],
    medication: [
      { name: 'hydrochlorothiazide', synonyms: ['HCTZ', 'water pill'], dose: '25 mg', frequency: 'once daily', status: 'stopped', line: 16, quote: 'Hydrochlorothiazide, 25, for the pressure, once a day' },
      { name: 'aspirin', status: 'stopped', line: 16, quote: 'you took me off that one, two years back' },
      { name: 'colchicine', dose: '1.2 mg', route: 'oral', status: 'started', line: 27, quote: 'colchicine tablets: 1.2 milligrams now' },
      { name: 'colchicine', dose: '0.6 mg', route: 'oral', frequency: 'once daily', value: '6 months', status: 'started', line: 27, quote: 'From tomorrow, 0.6 milligrams once a day' },
      { name: 'allopurinol', dose: '100 mg', frequency: 'once daily', status: 'started', line: 29, quote: 'allopurinol to bring the uric acid down, 100 milligrams once a day' },
      { name: 'losartan', dose: '50 mg', frequency: 'once daily', status: 'started', line: 31, quote: 'start losartan, 50 milligrams once a day' },
    ],
    allergy: [
      { name: 'no known drug allergies', synonyms: ['NKDA', 'no drug allergies', 'no medication allergies', 'no allergies', 'none known', 'NKA', 'no known allergies'], line: 18, quote: 'None to medicine' },
    ],
    social: [
      { name: 'four beers a night', synonyms: ['4 beers', 'four beers', 'beer', 'beers', 'alcohol'], line: 14, quote: 'Four beers a night' },
      { name: 'retired', line: 14, quote: 'retired' },
    ],
    vital: [
      { name: 'blood pressure', synonyms: ['BP'], value: '138/84', unit: 'mmHg', line: 21, quote: '138 over 84' },
      { name: 'temperature', synonyms: ['temp'], value: '98.9', unit: 'F', line: 21, quote: '98.9 Fahrenheit' },
      { name: 'pulse', synonyms: ['heart rate', 'HR'], value: '82', unit: 'bpm', line: 21, quote: 'pulse 82' },
    ],
    exam: [
      { name: 'right first metatarsophalangeal joint red, hot, swollen', synonyms: ['first metatarsophalangeal joint', 'first MTP', '1st MTP', 'base of the right big toe', 'MTP joint', 'base of right big toe', 'red, hot, swollen'], side: 'right', line: 21, quote: 'The joint at the base of the right big toe is red, hot, swollen, and very tender' },
      { name: 'skin intact', synonyms: ['intact skin', 'skin not broken', 'no skin break', 'no break in skin', 'no breaks in the skin'], line: 23, quote: "The skin's not broken" },
      { name: 'left foot normal', synonyms: ['normal left foot'], side: 'left', line: 23, quote: "The left foot's normal" },
      { name: 'tophi', synonyms: ['tophus', 'lumps on elbows or ears'], status: 'denied', line: 23, quote: 'No lumps on your elbows or ears' },
    ],
    test: [
      { name: 'uric acid', synonyms: ['urate', 'serum urate', 'serum uric acid'], value: '9.4', line: 25, quote: 'Uric acid was 9.4' },
      { name: 'eGFR', synonyms: ['estimated GFR', 'GFR'], value: '82', line: 25, quote: 'eGFR 82' },
      { name: 'liver tests', synonyms: ['LFTs', 'liver function tests', 'liver enzymes', 'liver function'], value: 'normal', line: 25, quote: 'Liver tests normal' },
    ],
    diagnosis: [
      { name: 'gout flare', synonyms: ['gout', 'gouty arthritis', 'acute gout', 'gout attack'], side: 'right', line: 27, quote: 'Gout, yes' },
      { name: 'high blood pressure', synonyms: ['hypertension', 'HTN'], line: 16, quote: 'for the pressure' },
    ],
    plan: [
      { name: 'stop and call for rash', synonyms: ['stop if rash', 'rash'], line: 29, quote: 'If you get a rash, stop the allopurinol and call me right away' },
      { name: 'target uric acid', synonyms: ['uric acid target', 'target urate', 'urate target', 'uric acid goal', 'goal uric acid', 'uric acid below', 'uric acid under', 'uric acid <', 'urate <'], value: '6', line: 35, quote: 'We want uric acid under 6' },
      { name: 'cut down beer', synonyms: ['reduce alcohol', 'reduce beer', 'cut back on beer', 'cut down on beer', 'cut down alcohol', 'alcohol reduction', 'taper beer', 'cut beer', 'cut down on alcohol', 'decrease alcohol'], line: 33, quote: 'cut the beer, slowly' },
      { name: 'ice', synonyms: ['icing'], line: 35, quote: 'Ice the toe' },
      { name: 'elevate', synonyms: ['elevation', 'keep elevated'], line: 35, quote: 'keep it up' },
      { name: 'uric acid, potassium and kidney function', synonyms: ['uric acid', 'repeat uric acid', 'recheck uric acid', 'labs', 'blood test'], value: '4 weeks', line: 35, quote: 'Blood test in 4 weeks, uric acid, potassium and kidneys' },
      { name: 'follow-up', synonyms: ['follow up', 'return', 'recheck', 'RTC'], value: '4 weeks', line: 35, quote: 'see me in 4 weeks too' },
      { name: 'call right away for fever', synonyms: ['call for fever', 'call if fever', 'fever'], line: 35, quote: 'Call right away if you get a fever' },
      { name: 'call if not better', synonyms: ['not better', 'not improved', 'no improvement', 'not improving'], value: '3 days', line: 35, quote: "call if it's not better in 3 days" },
    ],
  },
};
