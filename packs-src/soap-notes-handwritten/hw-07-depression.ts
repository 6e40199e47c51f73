import type { Visit } from './visit.ts';

export const depression: Visit = {
  id: 'hw-07-depression',
  meta: {
    topic: 'depression follow-up with a dose increase',
    specialty: 'mental health',
    visitType: 'video',
    ageGroup: 'adult',
    source:
      'VA/DoD guideline on major depressive disorder, 2022, and ACP living guideline on treatment of major depression, 2023 (measure with PHQ-9, raise the dose after a partial response, add psychotherapy). Author-checked.',
  },
  transcript: `
1 Doctor: Hi, Priya, can you hear me all right? Your picture's frozen.
2 Patient: Hang on... there. Is that better?
3 Doctor: Much. So it's been six weeks since we started the sertraline. How's it going?
4 Patient: Better. Not all the way. I mean, I'm getting up, I'm going to work. But I'm still kind of flat.
5 Doctor: Flat, like you don't enjoy things?
6 Patient: Yeah. I used to sing in a choir, and I just can't be bothered.
7 Doctor: And sleep?
8 Patient: I fall asleep, but I wake up at four and that's it. It was three before, so, progress?
9 Doctor: A little progress. Appetite, concentration?
10 Patient: I'm eating normally again. At work I still lose the thread, like, mid-sentence.
11 Doctor: Any thoughts of being better off dead, or of hurting yourself?
12 Patient: No. I did have that feeling in, like, the first month, of not wanting to be here. Not now, no.
13 Doctor: I'm glad you told me. Any plan back then, or ever tried to hurt yourself?
14 Patient: No, never. No plan, no attempt.
15 Doctor: Thank you. Any guns at home?
16 Patient: No guns, no.
17 Doctor: Ever had stretches where you needed hardly any sleep and felt on top of the world?
18 Patient: Ha, no. I wish.
19 Doctor: And taking the 50 every day?
20 Patient: Every morning. I was a bit sick to my stomach the first week, then it went away.
21 Doctor: Anything else, sexual side effects, jitters?
22 Patient: No. Nope, nothing like that.
23 Doctor: What else do you take?
24 Patient: Just an iron pill, one a day. And I was doing St. John's wort from the health store, did I tell you?
25 Doctor: You didn't! Still taking it?
26 Patient: I stopped like two months ago, before the sertraline.
27 Doctor: Good. Please don't restart it, the two together can be dangerous. Alcohol, drugs?
28 Patient: A glass of wine on Fridays. No drugs.
29 Doctor: And your mom had depression?
30 Patient: My mom, yes. She did really well on something, fluoxetine I think. Not bipolar, nobody has that.
31 Doctor: No allergies, no pregnancy plans, at 36 that's just a standard question.
32 Patient: No allergies. And no, I've got the IUD.
33 Doctor: Your PHQ-9 this morning was 11, and it was 18 when we started, with a zero on the last question. So the depression is partly better. I'd go up on the sertraline, from 50 to 100 milligrams once a day.
34 Patient: Okay. Will I be sick again?
35 Doctor: Maybe for a few days, take it with breakfast. I'd also like you to see a therapist, for cognitive behavioral therapy. I'll put in the referral.
36 Patient: I'd be up for that.
37 Doctor: Let's do another video visit in 4 weeks with the same questionnaire. If the dark thoughts come back, call or text 988, any time, or go to the emergency room.
38 Patient: I will. Thanks.
`,
  note: `
Subjective:
Priya is a 36-year-old woman seen by video for follow-up of depression, six weeks after starting sertraline. Partly improved: back at work, still flat with loss of enjoyment, early morning waking (at 4) and poor concentration. Appetite normal. Passive thoughts of not wanting to be here in the first month, resolved; denies current suicidal thoughts. No plan, no past suicide attempt. Denies manic symptoms. Nausea in the first week, resolved; denies sexual side effects or jitters.
History: St John's wort stopped two months ago, before sertraline. IUD in place.
Family history: mother with depression; no bipolar disorder.
Social history: a glass of wine on Fridays, no drugs, no guns at home.
Medications: sertraline 50 mg once daily, iron once daily.
Allergies: no known drug allergies.

Objective:
Video visit, no vitals.
PHQ-9 11 (was 18 at start), with zero on the last question.

Assessment:
Depression, partial response to sertraline.

Plan:
- Increase sertraline from 50 mg to 100 mg once daily, with breakfast.
- Do not restart St John's wort.
- Referral for cognitive behavioral therapy.
- Call or text 988 or go to the emergency room if suicidal thoughts return.
- Follow-up by video in 4 weeks with PHQ-9.
`,
  // One fact per line reads like a checklist.
  // prettier-ignore
  facts: {
    demographic: [
      { name: 'age', value: '36', unit: 'years', line: 31, quote: 'at 36' },
      { name: 'sex', value: 'female', synonyms: ['woman'], line: 32, quote: "I've got the IUD" },
    ],
    finding: [
      { name: 'loss of enjoyment', synonyms: ['anhedonia', 'loss of interest', 'not enjoying', 'loss of pleasure'], line: 6, quote: "I just can't be bothered" },
      { name: 'early morning waking', synonyms: ['early morning awakening', 'early awakening', 'wakes early', 'early waking', 'wakes at 4', 'waking at 4', 'terminal insomnia'], line: 8, quote: 'I wake up at four' },
      { name: 'poor concentration', synonyms: ['difficulty concentrating', 'impaired concentration', 'trouble concentrating', 'concentration difficulty', 'decreased concentration', 'concentration'], line: 10, quote: 'At work I still lose the thread' },
      { name: 'appetite normal', synonyms: ['normal appetite', 'eating normally', 'appetite improved', 'appetite good', 'appetite has returned'], line: 10, quote: "I'm eating normally again" },
      { name: 'suicidal thoughts', synonyms: ['suicidal ideation', 'SI', 'thoughts of self-harm', 'thoughts of suicide', 'self-harm'], status: 'denied', line: 12, quote: 'Not now, no' },
      { name: 'not wanting to be here', synonyms: ['passive thoughts', 'passive suicidal ideation', 'passive death wish', 'passive SI', 'passive thoughts of death'], line: 12, quote: 'that feeling in, like, the first month, of not wanting to be here' },
      { name: 'manic symptoms', synonyms: ['mania', 'hypomania', 'manic episodes'], status: 'denied', line: 18, quote: 'Ha, no' },
      { name: 'nausea', synonyms: ['sick to stomach', 'upset stomach'], line: 20, quote: 'a bit sick to my stomach the first week' },
      { name: 'sexual side effects', synonyms: ['sexual dysfunction'], status: 'denied', line: 22, quote: 'nothing like that' },
    ],
    history: [
      { name: 'suicide attempt', synonyms: ['suicide attempts', 'attempt', 'past attempt', 'self-harm', 'attempts'], status: 'denied', line: 14, quote: 'no attempt' },
      { name: 'mother with depression', synonyms: ['mother had depression', 'mother has depression', 'depression in mother', 'mother: depression', 'mother (depression)', 'maternal depression'], line: 30, quote: 'My mom, yes' },
      { name: 'bipolar disorder', synonyms: ['bipolar'], status: 'denied', line: 30, quote: 'Not bipolar' },
      { name: 'IUD', synonyms: ['intrauterine device'], line: 32, quote: "I've got the IUD" },
    ],
    medication: [
      { name: 'sertraline', synonyms: ['Zoloft'], dose: '50 mg', frequency: 'once daily', status: 'stopped', line: 33, quote: 'the sertraline, from 50' },
      { name: 'sertraline', synonyms: ['Zoloft'], dose: '100 mg', frequency: 'once daily', status: 'started', line: 33, quote: 'to 100 milligrams once a day' },
      { name: 'iron', synonyms: ['iron supplement', 'ferrous sulfate'], frequency: 'once daily', line: 24, quote: 'an iron pill, one a day' },
      { name: "St John's wort", synonyms: ["St. John's wort", "Saint John's wort"], status: 'stopped', line: 26, quote: 'I stopped like two months ago' },
    ],
    allergy: [
      { name: 'no known drug allergies', synonyms: ['NKDA', 'no drug allergies', 'no medication allergies', 'none known', 'NKA', 'no known allergies', 'no allergies'], line: 32, quote: 'No allergies' },
    ],
    social: [
      { name: 'wine', synonyms: ['alcohol'], line: 28, quote: 'A glass of wine on Fridays' },
      { name: 'drugs', synonyms: ['drug use', 'illicit drugs', 'recreational drugs', 'substance use'], status: 'denied', line: 28, quote: 'No drugs' },
      { name: 'guns', synonyms: ['firearms', 'gun', 'firearm access'], status: 'denied', line: 16, quote: 'No guns' },
    ],
    test: [
      { name: 'PHQ-9', synonyms: ['PHQ9', 'PHQ-9 score'], value: '11', line: 33, quote: 'Your PHQ-9 this morning was 11' },
      { name: 'PHQ-9', synonyms: ['PHQ9', 'PHQ-9 score', 'baseline'], value: '18', line: 33, quote: 'it was 18 when we started' },
    ],
    diagnosis: [
      { name: 'depression', synonyms: ['major depressive disorder', 'MDD', 'major depression', 'depressive disorder'], line: 33, quote: 'the depression is partly better' },
      { name: 'partial response', synonyms: ['partly improved', 'partially improved', 'partly better', 'partially responsive', 'partial improvement', 'partial remission'], line: 33, quote: 'partly better' },
    ],
    plan: [
      { name: "do not restart St John's wort", synonyms: ["do not restart St. John's wort", "avoid St John's wort", "avoid St. John's wort", "not restart", "not to restart"], line: 27, quote: "Please don't restart it" },
      { name: 'cognitive behavioral therapy', synonyms: ['CBT', 'cognitive behavioural therapy', 'cognitive-behavioral therapy', 'therapist', 'psychotherapy', 'therapy referral'], line: 35, quote: 'cognitive behavioral therapy' },
      { name: '988', synonyms: ['crisis line', 'suicide and crisis lifeline', 'emergency room', 'crisis lifeline'], line: 37, quote: 'call or text 988' },
      { name: 'follow-up', synonyms: ['follow up', 'return', 'recheck', 'video visit', 'RTC'], value: '4 weeks', line: 37, quote: 'another video visit in 4 weeks' },
    ],
  },
};
