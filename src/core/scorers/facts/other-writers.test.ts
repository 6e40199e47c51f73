/** The same visits written down by others: abbreviations, markdown, other units and order must not cost facts. */
import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { PackSchema } from '../../packs/pack.ts';
import { facts } from './scorer.ts';

const NOTES: Readonly<Record<string, string>> = {
  'hw-03-diabetes-switch': `**SOAP Note**

**Subjective:**
* **Chief Complaint:** Low blood sugar episodes.
* **HPI:** Mrs. Albescu is a 54 y/o female with T2DM who presents for follow-up. She reports episodes of hypoglycemia approximately 2x/week in the late morning, associated with shakiness and diaphoresis. Glucose readings were 58 and 61 mg/dL. Symptoms resolve within 10–15 min after drinking juice. She denies syncope or need for assistance. GI side effects (diarrhea) from metformin initially, now resolved. Denies polydipsia. Gets up once at night to urinate. No numbness or burning in feet. 
* **PMH:** One remote yeast infection. No bladder infections, DKA, or pancreatitis.
* **Current Medications:**
  - Metformin 1,000 mg PO BID
  - Glipizide 5 mg PO BID
  - Losartan 50 mg PO daily
* **Allergies:** Lisinopril (angioedema – lip swelling)

**Objective:**
* **Vitals:** BP 126/78 mmHg, HR 76 bpm, Wt 84 kg
* **Foot exam:** Pulses intact bilaterally, skin intact, monofilament sensation normal.
* **Labs:** HbA1c 7.6% (prev 7.9%), eGFR 62 mL/min, UACR 110 mg/g (previously 96)

**Assessment:**
1. Type 2 diabetes mellitus with recurrent hypoglycemia, likely due to sulfonylurea
2. Diabetic nephropathy with albuminuria

**Plan:**
1. Discontinue glipizide
2. Start empagliflozin 10 mg PO once daily in the morning; counselled on genital yeast infections and hygiene. Hold if vomiting or unable to eat; hold 3 days prior to surgery.
3. Continue metformin and losartan
4. Repeat renal function in 4 weeks
5. Refer for dilated eye exam (overdue)
6. Follow up in 3 months with repeat A1c`,
  'hw-05-low-back-pain': `S: 41M c/o R-sided low back pain x 5 days after twisting while moving a piano. Radiates to R buttock, no radiation down leg. Pain 6/10 now (8/10 initially). Worse w/ bending, sitting. Denies saddle anesthesia, bowel/bladder incontinence, LE weakness or numbness, fever, weight loss, fall. No h/o cancer, chronic steroid use, IVDU, PUD, renal or cardiac disease. Taking ibuprofen 400 mg TID w/ some relief. NKDA. Smokes 1/2 ppd. Works as a piano mover.
O: BP 128/80, T 98.4 F. Tender R paraspinal muscles, no midline tenderness. Forward flexion limited. SLR negative bilaterally. Strength 5/5, reflexes symmetric, sensation intact.
A: Acute lumbar strain, right, no red flags.
P: D/c ibuprofen. Naproxen 500 mg PO BID with food x 10 days max. Heat, stay active. No imaging at this time. No lifting >20 lbs x 2 weeks (work note provided). RTC in 4 weeks if not improved, consider PT. ED for saddle anesthesia, leg weakness, or loss of bowel/bladder control. Smoking cessation offered.`,
  'hw-09-gout': `Subjective
63-year-old male with sudden onset of severe right big toe pain starting last night. This is his 3rd attack this year (Jan, June, now). No injury, fever, chills, or other joint involvement. No history of kidney stones, GI bleeding, liver or kidney disease. Father had gout. Drinks about 4 beers nightly, 5 on weekends. Retired. Meds: HCTZ 25 mg daily; previously on aspirin, stopped 2 years ago. NKDA but indomethacin caused dizziness.

Objective
BP 138/84, Temp 98.9°F, HR 82
Right first MTP joint erythematous, warm, swollen, exquisitely tender. Skin intact. Left foot normal. No tophi.
Labs (last month): uric acid 9.4, eGFR 82, LFTs normal.

Assessment
1. Acute gout flare, right great toe
2. Hypertension

Plan
- Colchicine 1.2 mg PO now then 0.6 mg 1 hour later, then 0.6 mg daily x 6 months starting tomorrow
- Start allopurinol 100 mg daily; goal uric acid < 6. Stop and call for rash.
- Stop HCTZ; start losartan 50 mg daily
- Cut back on beer gradually. Ice and elevate.
- Recheck uric acid, potassium, kidney function in 4 weeks
- F/u 4 weeks; call immediately for fever, or if not better in 3 days`,
};

const file = new URL('../../../../public/packs/soap-notes-handwritten.json', import.meta.url);

describe.skipIf(!existsSync(file))('notes in another style', () => {
  it.each(Object.entries(NOTES))('%s', (id, text) => {
    const pack = v.parse(PackSchema, JSON.parse(readFileSync(file, 'utf8')));
    const sample = pack.samples.find((candidate) => candidate.id === id);
    if (sample === undefined) throw new Error(`no sample ${id}`);
    const { evidence, scores } = facts.score(sample, { text });
    if (evidence?.kind !== 'facts') throw new Error('no evidence');
    const recall = scores['recall'];
    expect(recall?.state === 'scored' ? recall.value : null).toBeGreaterThanOrEqual(0.95);
    expect(evidence.facts.filter(({ outcome }) => outcome === 'contradicted')).toEqual([]);
    expect(evidence.invented).toEqual([]);
  });
});
