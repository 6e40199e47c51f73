import type { Visit } from './visit.ts';

export const gerd: Visit = {
  id: 'hw-10-gerd',
  meta: {
    topic: 'gastroesophageal reflux without alarm features',
    specialty: 'gastroenterology',
    visitType: 'new problem',
    ageGroup: 'adult',
    source:
      'ACG guideline on gastroesophageal reflux disease, 2022 (8-week trial of a once-daily PPI 30 to 60 minutes before a meal, weight loss, raised head of bed, no late meals; endoscopy for alarm features or relapse). Author-checked.',
  },
  transcript: `
1 Doctor: Hi, Ms. Lindqvist. What can I do for you?
2 Patient: It's this burning, right here, behind the breastbone. About three months.
3 Doctor: When do you get it?
4 Patient: After supper. And lying down. Four, maybe five nights a week, and I get this sour taste in my mouth.
5 Doctor: Ever when you climb stairs or exert yourself? Does it go to the arm or jaw?
6 Patient: No. I walk up four flights at work, doesn't bother me. It's only food.
7 Doctor: Any trouble swallowing, food getting stuck?
8 Patient: No, it goes down fine.
9 Doctor: Vomiting? Black stools, blood?
10 Patient: No vomiting. No black stools. Oh, I do burp a lot, is that relevant?
11 Doctor: It can be. Losing weight without meaning to?
12 Patient: Opposite. I've put on 10 pounds since I... since the divorce, let's say.
13 Doctor: I'm sorry, that's a lot. Who's helping?
14 Patient: My sister. And the dog. I'm fine, really.
15 Doctor: Okay. What have you taken for this?
16 Patient: Tums. I go through a bottle a week. It helps for an hour, maybe.
17 Doctor: Any other pills? Aspirin, ibuprofen?
18 Patient: I take loratadine, 10, for hay fever, once a day. No aspirin or ibuprofen, ever.
19 Doctor: Allergies?
20 Patient: Shellfish, my lips swell up. And amoxicillin. No, that's my sister. Only shellfish.
21 Doctor: Got it. Coffee, alcohol, cigarettes?
22 Patient: Four coffees. Red wine, two glasses with dinner most nights. Never smoked.
23 Doctor: Anybody in the family with stomach or esophagus cancer?
24 Patient: No. My father has ulcers.
25 Doctor: And you're 47. Your weight's 176 pounds, blood pressure 124 over 76, pulse 70. Heart and lungs sound fine. I'm pressing on the stomach, any pain?
26 Patient: No, not really.
27 Doctor: Soft, not tender. Your blood count from your physical last month was normal, hemoglobin 13.6. So no anemia.
28 Patient: Do I need the camera thing?
29 Doctor: Not now. This is acid reflux, GERD, and you have no warning signs. I'd like you to take omeprazole, 20 milligrams by mouth, once a day, 30 minutes before breakfast.
30 Patient: My symptoms are at night, though.
31 Doctor: True, but it works best before the first meal. Take it for 8 weeks, then we'll try to stop it. You can use the Tums as needed.
32 Patient: Sounds good.
33 Doctor: No eating for 3 hours before bed, put blocks under the head of the bed, and cut back on the wine and the coffee. Losing a few pounds will help too.
34 Patient: The wine, too. Ugh. Okay.
35 Doctor: Come back in 8 weeks. If food sticks, or you start losing weight without trying, call sooner, and then we'd do the camera test. If you throw up blood, have black stools, or get chest pain when you exert yourself, call 911.
36 Patient: Will do.
`,
  note: `
Subjective:
Ms. Lindqvist is a 47-year-old woman with 3 months of heartburn behind the breastbone, after supper and lying down, 4 to 5 nights a week, with sour taste and belching. No symptoms with exertion. Denies radiation to arm or jaw, trouble swallowing, vomiting, black stools or weight loss; has gained 10 lb.
Family history: father with ulcers; no stomach or esophageal cancer.
Social history: never smoked; 4 coffees a day; 2 glasses of red wine most nights; recent divorce, sister supportive.
Medications: Tums as needed, loratadine 10 mg once daily. No aspirin or ibuprofen.
Allergies: shellfish (lip swelling).

Objective:
Vitals: blood pressure 124/76, pulse 70, weight 176 lb.
Exam: heart and lungs normal. Abdomen soft and nontender.
Labs last month: hemoglobin 13.6.

Assessment:
Gastroesophageal reflux disease (GERD) without alarm features.

Plan:
- Start omeprazole 20 mg by mouth once daily, 30 minutes before breakfast, for 8 weeks, then try to stop. Tums as needed.
- No eating for 3 hours before bed; raise head of bed; cut back on wine and coffee; weight reduction.
- No endoscopy now.
- Call sooner for food sticking or unintended weight loss; endoscopy then. Call 911 for vomiting blood, black stools or chest pain with exertion.
- Follow-up in 8 weeks.
`,
  // One fact per line reads like a checklist.
  // prettier-ignore
  facts: {
    demographic: [
      { name: 'age', value: '47', unit: 'years', line: 25, quote: "you're 47" },
      { name: 'sex', value: 'female', synonyms: ['woman', 'Ms.'], line: 1, quote: 'Ms. Lindqvist' },
    ],
    finding: [
      { name: 'heartburn', synonyms: ['retrosternal burning', 'burning behind the breastbone', 'substernal burning', 'epigastric burning', 'burning'], line: 2, quote: 'this burning, right here, behind the breastbone. About three months' },
      { name: 'duration', value: '3 months', line: 2, quote: 'this burning, right here, behind the breastbone. About three months' },
      { name: 'lying down', synonyms: ['supine', 'recumbent', 'when lying', 'lying flat'], line: 4, quote: 'And lying down' },
      { name: 'sour taste', synonyms: ['acid taste', 'regurgitation', 'sour taste in mouth', 'acid regurgitation', 'water brash'], line: 4, quote: 'sour taste in my mouth' },
      { name: 'belching', synonyms: ['burping', 'burps', 'eructation'], line: 10, quote: 'I do burp a lot' },
      { name: 'symptoms with exertion', synonyms: ['exertional symptoms', 'exertional chest pain', 'exertion', 'exertional'], status: 'denied', line: 6, quote: 'I walk up four flights at work' },
      { name: 'trouble swallowing', synonyms: ['dysphagia', 'difficulty swallowing', 'food getting stuck', 'food sticking'], status: 'denied', line: 8, quote: 'No, it goes down fine' },
      { name: 'vomiting', synonyms: ['emesis'], status: 'denied', line: 10, quote: 'No vomiting' },
      { name: 'black stools', synonyms: ['melena', 'black stool', 'tarry stools', 'dark stools'], status: 'denied', line: 10, quote: 'No black stools' },
      { name: 'gained', synonyms: ['weight gain', 'weight increase'], value: '10', unit: 'lb', line: 12, quote: "I've put on 10 pounds" },
    ],
    history: [
      { name: 'father with ulcers', synonyms: ['father has ulcers', 'ulcers in father', 'father: ulcers', 'father (ulcers)', 'father ulcers', 'father with peptic ulcers'], line: 24, quote: 'My father has ulcers' },
      { name: 'esophageal cancer', synonyms: ['stomach or esophageal cancer', 'esophagus cancer', 'gastric cancer', 'stomach cancer', 'family history of cancer'], status: 'denied', line: 24, quote: 'No.' },
    ],
    medication: [
      { name: 'Tums', synonyms: ['calcium carbonate', 'antacid', 'antacids'], frequency: 'as needed', line: 31, quote: 'You can use the Tums as needed' },
      { name: 'loratadine', synonyms: ['Claritin'], dose: '10 mg', frequency: 'once daily', line: 18, quote: 'loratadine, 10, for hay fever, once a day' },
      { name: 'omeprazole', synonyms: ['Prilosec'], dose: '20 mg', route: 'oral', frequency: 'once daily', value: '8 weeks', status: 'started', line: 29, quote: 'omeprazole, 20 milligrams by mouth, once a day' },
      { name: 'ibuprofen', synonyms: ['NSAIDs', 'NSAID', 'aspirin or ibuprofen', 'NSAID use'], status: 'denied', line: 18, quote: 'No aspirin or ibuprofen' },
    ],
    allergy: [
      { name: 'shellfish', value: 'lip swelling', line: 20, quote: 'Shellfish, my lips swell up' },
    ],
    social: [
      { name: 'never smoked', synonyms: ['never smoker', 'non-smoker', 'nonsmoker', 'no tobacco', 'does not smoke'], line: 22, quote: 'Never smoked' },
      { name: '4 coffees a day', synonyms: ['four coffees', '4 cups of coffee', 'four cups of coffee', '4 coffees', 'coffee'], line: 22, quote: 'Four coffees' },
      { name: 'wine', synonyms: ['alcohol', 'red wine'], line: 22, quote: 'Red wine, two glasses with dinner most nights' },
    ],
    vital: [
      { name: 'blood pressure', synonyms: ['BP'], value: '124/76', unit: 'mmHg', line: 25, quote: '124 over 76' },
      { name: 'pulse', synonyms: ['heart rate', 'HR'], value: '70', unit: 'bpm', line: 25, quote: 'pulse 70' },
      { name: 'weight', synonyms: ['wt'], value: '176', unit: 'lb', line: 25, quote: '176 pounds' },
    ],
    exam: [
      { name: 'heart and lungs normal', synonyms: ['heart normal', 'lungs normal', 'lungs clear', 'cardiopulmonary exam normal', 'cardiopulmonary normal', 'heart and lung exam normal'], line: 25, quote: 'Heart and lungs sound fine' },
      { name: 'abdomen soft', synonyms: ['soft and nontender', 'soft, nontender', 'soft, non-tender', 'abdomen nontender', 'abdomen is soft'], line: 27, quote: 'Soft, not tender' },
    ],
    test: [
      { name: 'hemoglobin', synonyms: ['Hgb', 'Hb'], value: '13.6', line: 27, quote: 'hemoglobin 13.6' },
    ],
    diagnosis: [
      { name: 'gastroesophageal reflux disease', synonyms: ['GERD', 'acid reflux', 'gastro-oesophageal reflux disease', 'reflux'], line: 29, quote: 'acid reflux, GERD' },
      { name: 'alarm features', synonyms: ['alarm symptoms', 'red flags', 'warning signs', 'alarm signs', 'red flag symptoms'], status: 'denied', line: 29, quote: 'no warning signs' },
    ],
    plan: [
      { name: 'before breakfast', synonyms: ['before first meal', 'prior to breakfast', 'before the first meal'], value: '30 minutes', line: 29, quote: '30 minutes before breakfast' },
      { name: 'no eating for 3 hours before bed', synonyms: ['before bed', 'before bedtime', 'late meals', 'late eating'], value: '3 hours', line: 33, quote: 'No eating for 3 hours before bed' },
      { name: 'raise head of bed', synonyms: ['elevate head of bed', 'head of bed', 'head of the bed', 'bed elevation', 'elevate the head'], line: 33, quote: 'put blocks under the head of the bed' },
      { name: 'cut back on wine and coffee', synonyms: ['reduce wine', 'reduce alcohol', 'cut back on', 'limit alcohol', 'limit wine', 'reduce coffee', 'decrease alcohol', 'cut down on wine', 'less wine', 'reduce caffeine'], line: 33, quote: 'cut back on the wine and the coffee' },
      { name: 'weight reduction', synonyms: ['lose weight', 'weight loss', 'losing weight', 'lose a few pounds'], line: 33, quote: 'Losing a few pounds' },
      { name: 'no endoscopy', synonyms: ['endoscopy not', 'EGD not', 'no EGD', 'endoscopy deferred', 'defer endoscopy', 'no indication for endoscopy', 'no need for endoscopy'], line: 29, quote: 'Not now' },
      { name: 'follow-up', synonyms: ['follow up', 'return', 'recheck', 'RTC'], value: '8 weeks', line: 35, quote: 'Come back in 8 weeks' },
      { name: 'call sooner', synonyms: ['return precautions', 'call if', 'call for', 'sooner if', 'sooner for', 'return sooner'], line: 35, quote: 'call sooner' },
      { name: 'call 911', synonyms: ['911', 'emergency'], line: 35, quote: 'call 911' },
    ],
  },
};
