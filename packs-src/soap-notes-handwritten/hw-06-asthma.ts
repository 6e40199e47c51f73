import type { Visit } from './visit.ts';

// Budesonide-formoterol 160/4.5 mcg, one inhalation twice daily plus one as needed, is low-dose
// maintenance-and-reliever therapy; at most 12 inhalations in a day.
export const asthma: Visit = {
  id: 'hw-06-asthma',
  meta: {
    topic: 'asthma, step up to maintenance and reliever therapy',
    specialty: 'respiratory',
    visitType: 'follow-up',
    ageGroup: 'adult',
    source:
      'GINA strategy report, 2024 (low-dose budesonide-formoterol maintenance and reliever therapy for symptoms on most days or night waking, at most 12 inhalations a day), and NAEPP focused updates, 2020. Author-checked.',
  },
  transcript: `
1 Doctor: There's the young man himself. Hey, Theo. How's the second year of college going?
2 Patient: Busy. I'm okay, it's just my breathing, running to class.
3 Doctor: Tell me more. Wheezing?
4 Patient: Yeah, wheezing, and my chest gets tight, mostly when I run or it's cold.
5 Doctor: How often do you use the blue inhaler, the albuterol?
6 Patient: Hmm, two or three days a week? No, honestly, more like five days a week lately. Two puffs.
7 Doctor: Thanks for being straight with me. Do you wake up at night with it?
8 Patient: Like, once a week for the last month. My roommate hears me coughing.
9 Doctor: So a dry cough at night. Any phlegm, any fever?
10 Patient: It's dry. No fever.
11 Doctor: Any hospital stays or steroid pills in the past year?
12 Patient: No, none. I was in the hospital once when I was, like, six.
13 Doctor: And you never got a daily inhaler?
14 Patient: Nope. Just the albuterol.
15 Doctor: Triggers? Pets, smoke?
16 Patient: My roommate has a cat, which, you know, not technically allowed. I don't smoke. I don't vape.
17 Doctor: Good. Heartburn, stuffy nose?
18 Patient: My nose is stuffy in spring, I take cetirizine, 10, when I need it. No heartburn.
19 Doctor: Anyone in the family?
20 Patient: My sister's got asthma. My dad has eczema.
21 Doctor: Any drug allergies?
22 Patient: No, no drugs. Peanuts. My throat swelled up when I was little, I've got an EpiPen.
23 Doctor: Carry it, please. Okay, oxygen's 98 percent, breathing rate 16, heart rate 74. Let me listen. Deep breath... there's a faint wheeze at the end of the breath out, both sides. You're talking easily, not working hard.
24 Patient: Is it bad?
25 Doctor: It's not dangerous today, but it isn't controlled. Your spirometry showed FEV1 at 82 percent of predicted, up 14 percent after the inhaler. Show me how you use it... ah. You're breathing in before you press.
26 Patient: Oh. For thirteen years.
27 Doctor: Happens a lot. So, asthma, not well controlled. At 19 we can make it simple, one inhaler. Budesonide-formoterol, 160 over 4.5. One inhalation twice a day, every day, and one extra inhalation as needed for symptoms. Never over 12 in one day. Rinse your mouth after.
28 Patient: And the blue one?
29 Doctor: Stop the albuterol. This replaces it.
30 Patient: And if it gets bad?
31 Doctor: If you need it over and over and you're still short of breath, or can't talk in full sentences, call 911. I'm writing you an action plan. Get the flu shot today before you go, and I'll see you in 6 weeks. And, Theo, the cat.
32 Patient: Yeah, keep it out of the bedroom. I'll try.
`,
  note: `
Subjective:
Theo is a 19-year-old male college student with asthma. Wheezing and chest tightness with running and cold air. Using albuterol 2 puffs about 5 days a week; waking at night about once a week for the past month with dry cough. Denies fever or heartburn.
History: hospitalized once around age 6; no hospital stays or oral steroids in the past year; never on a daily inhaler. Spring nasal congestion.
Family history: sister with asthma, father with eczema.
Social history: does not smoke, does not vape; roommate has a cat.
Medications: albuterol 2 puffs, cetirizine 10 mg as needed, EpiPen.
Allergies: peanuts (throat swelling). No drug allergies.

Objective:
Vitals: oxygen saturation 98%, respiratory rate 16, heart rate 74.
Exam: faint end-expiratory wheeze bilaterally; speaking easily, no increased work of breathing. Inhaler technique incorrect (inhales before pressing).
Spirometry: FEV1 82% predicted, 14% improvement after bronchodilator.

Assessment:
Asthma, not well controlled.

Plan:
- Start inhaled budesonide-formoterol 160/4.5 mcg, 1 inhalation twice daily plus 1 inhalation as needed, maximum 12 per day; rinse mouth after use.
- Stop albuterol 2 puffs; replaced by budesonide-formoterol as reliever.
- Inhaler technique reviewed. Written action plan given.
- Keep cat out of the bedroom. Carry EpiPen.
- Flu shot today.
- Call 911 if still short of breath after repeated doses or unable to speak full sentences.
- Follow-up in 6 weeks.
`,
  // One fact per line reads like a checklist.
  // prettier-ignore
  facts: {
    demographic: [
      { name: 'age', value: '19', unit: 'years', line: 27, quote: 'At 19' },
      { name: 'sex', value: 'male', synonyms: ['man'], line: 1, quote: 'the young man himself' },
    ],
    finding: [
      { name: 'wheezing', synonyms: ['wheeze', 'wheezes'], line: 4, quote: 'wheezing' },
      { name: 'chest tightness', synonyms: ['tight chest', 'tightness in the chest'], line: 4, quote: 'my chest gets tight' },
      { name: 'waking at night', synonyms: ['nighttime awakening', 'nighttime awakenings', 'night waking', 'nocturnal awakening', 'nocturnal awakenings', 'nocturnal symptoms', 'wakes at night', 'waking'], line: 8, quote: 'once a week for the last month' },
      { name: 'dry cough', synonyms: ['nonproductive cough', 'non-productive cough', 'cough'], line: 9, quote: 'a dry cough at night' },
      { name: 'fever', synonyms: ['fevers'], status: 'denied', line: 10, quote: 'No fever' },
      { name: 'heartburn', synonyms: ['reflux'], status: 'denied', line: 18, quote: 'No heartburn' },
    ],
    history: [
      { name: 'hospitalized once', synonyms: ['hospitalized', 'hospitalised', 'hospitalization', 'hospital admission', 'one hospitalization', 'admitted once'], value: '6', line: 12, quote: 'in the hospital once when I was, like, six' },
      { name: 'oral steroids', synonyms: ['steroid pills', 'oral corticosteroids', 'systemic steroids', 'steroids', 'prednisone'], status: 'denied', line: 12, quote: 'No, none' },
      { name: 'sister with asthma', synonyms: ['sister has asthma', 'asthma in sister', 'sister: asthma', 'sister (asthma)'], line: 20, quote: "My sister's got asthma" },
      { name: 'father with eczema', synonyms: ['father has eczema', 'eczema in father', 'father: eczema', 'dad has eczema', 'father (eczema)'], line: 20, quote: 'My dad has eczema' },
    ],
    medication: [
      { name: 'albuterol', synonyms: ['salbutamol', 'blue inhaler'], dose: '2 puffs', frequency: '5 days a week', status: 'stopped', line: 29, quote: 'Stop the albuterol' },
      { name: 'budesonide-formoterol', synonyms: ['budesonide/formoterol', 'Symbicort'], dose: '160/4.5 mcg', frequency: 'twice daily', route: 'inhaled', status: 'started', line: 27, quote: 'Budesonide-formoterol, 160 over 4.5. One inhalation twice a day' },
      { name: 'budesonide-formoterol', synonyms: ['budesonide/formoterol', 'Symbicort'], dose: '1 inhalation', frequency: 'as needed', route: 'inhaled', status: 'started', line: 27, quote: 'one extra inhalation as needed for symptoms' },
      { name: 'cetirizine', synonyms: ['Zyrtec'], dose: '10 mg', frequency: 'as needed', line: 18, quote: 'cetirizine, 10, when I need it' },
      { name: 'EpiPen', synonyms: ['epinephrine auto-injector', 'epinephrine autoinjector', 'epinephrine'], line: 22, quote: "I've got an EpiPen" },
    ],
    allergy: [
      { name: 'peanuts', synonyms: ['peanut'], value: 'throat swelling', line: 22, quote: 'Peanuts. My throat swelled up when I was little' },
      { name: 'no drug allergies', synonyms: ['no known drug allergies', 'NKDA', 'no medication allergies', 'no known allergies', 'no allergies', 'none known', 'NKA'], line: 22, quote: 'No, no drugs' },
    ],
    social: [
      { name: 'smoke', synonyms: ['smoking', 'tobacco', 'non-smoker', 'nonsmoker', 'never smoker'], status: 'denied', line: 16, quote: "I don't smoke" },
      { name: 'vape', synonyms: ['vaping', 'e-cigarettes'], status: 'denied', line: 16, quote: "I don't vape" },
      { name: 'cat', synonyms: ['cat exposure'], line: 16, quote: 'My roommate has a cat' },
    ],
    vital: [
      { name: 'oxygen saturation', synonyms: ['SpO2', 'O2 sat', 'oxygen', 'O2 saturation'], value: '98', unit: '%', line: 23, quote: "oxygen's 98 percent" },
      { name: 'respiratory rate', synonyms: ['RR', 'breathing rate'], value: '16', line: 23, quote: 'breathing rate 16' },
      { name: 'heart rate', synonyms: ['HR', 'pulse'], value: '74', unit: 'bpm', line: 23, quote: 'heart rate 74' },
    ],
    exam: [
      { name: 'end-expiratory wheeze', synonyms: ['expiratory wheeze', 'expiratory wheezing', 'end expiratory wheeze', 'end-expiratory wheezes', 'wheeze'], side: 'bilateral', line: 23, quote: 'a faint wheeze at the end of the breath out, both sides' },
      { name: 'speaking easily', synonyms: ['no increased work of breathing', 'no respiratory distress', 'talking easily', 'full sentences', 'comfortable'], line: 23, quote: "You're talking easily, not working hard" },
      { name: 'inhaler technique incorrect', synonyms: ['incorrect inhaler technique', 'poor inhaler technique', 'inhaler technique poor', 'inhaler technique'], line: 25, quote: "You're breathing in before you press" },
    ],
    test: [
      { name: 'FEV1', value: '82', unit: '%', line: 25, quote: 'FEV1 at 82 percent of predicted' },
      { name: 'bronchodilator', synonyms: ['reversibility', 'after inhaler', 'after the inhaler', 'post-bronchodilator'], value: '14', unit: '%', line: 25, quote: 'up 14 percent after the inhaler' },
    ],
    diagnosis: [
      { name: 'asthma, not well controlled', synonyms: ['asthma', 'uncontrolled asthma', 'poorly controlled asthma'], line: 27, quote: 'asthma, not well controlled' },
    ],
    plan: [
      { name: 'rinse mouth', synonyms: ['rinse mouth after use', 'mouth rinse', 'rinse your mouth', 'rinsing mouth'], line: 27, quote: 'Rinse your mouth after' },
      { name: 'action plan', synonyms: ['asthma action plan', 'written action plan'], line: 31, quote: "I'm writing you an action plan" },
      { name: 'flu shot', synonyms: ['influenza vaccine', 'flu vaccine', 'influenza vaccination'], line: 31, quote: 'Get the flu shot today' },
      { name: 'call 911', synonyms: ['911', 'emergency services', 'emergency'], line: 31, quote: 'call 911' },
      { name: 'follow-up', synonyms: ['follow up', 'return', 'recheck', 'RTC'], value: '6 weeks', line: 31, quote: "I'll see you in 6 weeks" },
    ],
  },
};
