/** Wordings that mean the same in a note. Only true equals: what is merely related stands in finding-terms.ts. */
const GROUPS = `
shortness of breath; dyspnea; SOB; breathlessness; short of breath; trouble breathing; difficulty breathing
leg swelling; leg edema; lower extremity edema; swelling in the legs; swelling of the legs
ankle swelling; ankle edema; swelling of the ankles
fainting; syncope; passing out; passed out; loss of consciousness
dizziness; dizzy
headache; headaches
fever; fevers; febrile
vomiting; emesis; throwing up; vomited; vomits
nausea; nauseated; nauseous
diarrhea; loose stools
abdominal pain; stomach pain; belly pain; stomach ache; tummy pain; tummy ache
heartburn; acid reflux
black stools; melena; tarry stools; black stool
blood in stool; hematochezia; rectal bleeding; bloody stools; blood in the stool
hemoptysis; coughing up blood
trouble swallowing; dysphagia; difficulty swallowing
sore throat; throat pain
runny nose; rhinorrhea; nasal discharge
stuffy nose; nasal congestion
nosebleed; nosebleeds; epistaxis
ear pain; earache; otalgia
burning urination; dysuria; burning with urination; burning on urination; painful urination; pain with urination
urinary frequency; frequent urination; polyuria; urinating often
blood in urine; hematuria; blood in the urine
joint pain; arthralgia
muscle pain; myalgia; myalgias; muscle aches
itching; pruritus; itchiness
light sensitivity; photophobia; sensitivity to light; sensitive to light
noise sensitivity; phonophobia; sensitivity to noise
poor sleep; insomnia; trouble sleeping; difficulty sleeping
palpitations; racing heart; heart racing
fatigue; tiredness; tired
sweating; diaphoresis; sweaty
weight loss; losing weight; lost weight
weight gain; gaining weight; gained weight
suicidal thoughts; suicidal ideation; SI; thoughts of suicide
high blood pressure; hypertension; HTN
high cholesterol; hyperlipidemia; dyslipidemia; hypercholesterolemia
type 2 diabetes; T2DM; type 2 diabetes mellitus; diabetes mellitus type 2; DM2; type II diabetes
urinary tract infection; UTI
acid reflux; GERD; gastroesophageal reflux disease
heart attack; myocardial infarction; MI
stroke; CVA; cerebrovascular accident
atrial fibrillation; AFib; AF
congestive heart failure; CHF; heart failure
coronary artery disease; CAD
chronic obstructive pulmonary disease; COPD
chronic kidney disease; CKD
upper respiratory infection; URI
deep vein thrombosis; DVT
enlarged prostate; BPH; benign prostatic hyperplasia
kidney stones; nephrolithiasis; renal stones
underactive thyroid; hypothyroidism
overactive thyroid; hyperthyroidism
streptococcal pharyngitis; strep throat; strep pharyngitis
osteoarthritis; OA; degenerative joint disease
never smoker; never smoked; non-smoker; nonsmoker; does not smoke; no smoking; denies smoking
former smoker; ex-smoker; quit smoking
no alcohol; does not drink; denies alcohol; denies alcohol use; no alcohol use
follow-up; follow up; return visit; return; recheck; come back
complete blood count; CBC
basic metabolic panel; BMP
comprehensive metabolic panel; CMP
chest x-ray; CXR; chest radiograph
electrocardiogram; ECG; EKG
physical therapy; PT; physiotherapy
urinalysis; UA
lipid panel; lipid profile
hemoglobin A1c; HbA1c; A1c; HgbA1c
nonsteroidal anti-inflammatory; NSAID; NSAIDs
clear to auscultation; lungs clear; clear lungs
costovertebral angle tenderness; CVA tenderness
emergency room; ER; ED; emergency department
`;

const BY_NAME: ReadonlyMap<string, readonly string[]> = new Map(
  GROUPS.trim()
    .split('\n')
    .flatMap((line): [string, readonly string[]][] => {
      const names = line.split(';').map((name) => name.trim());
      return names.map((name) => [name.toLowerCase(), names]);
    }),
);

/** Other wordings of a whole name, and of a name with one known phrase inside it. */
export function synonymsOf(name: string): readonly string[] {
  const lower = name.toLowerCase();
  const whole = BY_NAME.get(lower);
  if (whole !== undefined) return whole;
  for (const [phrase, names] of BY_NAME) {
    if (phrase.length < 6 || !` ${lower} `.includes(` ${phrase} `)) continue;
    return names.map((other) => lower.replace(phrase, other));
  }
  return [];
}
