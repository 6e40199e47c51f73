/**
 * Groups of words around one finding or illness, written for this project. They decide whether a finding in a
 * note was spoken of at all; they are wider than synonyms (see synonyms.ts). After "|" stand everyday words that count as having
 * spoken of it; without them, the words of the terms themselves do.
 */
const GROUPS = `
shortness of breath; dyspnea; SOB; breathlessness; short of breath; trouble breathing; difficulty breathing; breathing trouble; labored breathing | breath breathing winded puffed
chest pain; chest discomfort; chest tightness; chest pressure; angina | chest heart
palpitations; racing heart; heart racing; fluttering | heart flutter pounding skipping skip racing beat
leg swelling; leg edema; lower extremity edema; swelling in the legs; ankle swelling; ankle edema; pedal edema; edema | swell swollen puffy ankle leg feet shoes sock
syncope; passing out; passed out; fainting; fainted; loss of consciousness; blackout | faint pass out black conscious
dizziness; dizzy; lightheadedness; lightheaded; vertigo; spinning | dizzy lightheaded spin room balance woozy head
headache; headaches; cephalgia; head pain | head
vision changes; blurred vision; blurry vision; double vision; diplopia; visual changes; vision loss | vision see sight eye blur double fuzzy
fever; fevers; febrile; pyrexia | fever temperature temp hot degrees
chills; rigors; shaking chills | chill shiver shaking cold
night sweats; sweats; diaphoresis; sweating; sweaty | sweat sheet drench soak
fatigue; tiredness; tired; exhaustion; low energy; lethargy; malaise | tired energy exhaust fatigue worn drained sleep wiped
weight loss; losing weight; lost weight; unintentional weight loss | weight pounds kilos lost lose losing clothes
weight gain; gained weight; gaining weight | weight pounds kilos gain gained heavier
loss of appetite; poor appetite; decreased appetite; anorexia; reduced appetite | appetite eat eating hungry food
nausea; nauseated; nauseous; queasy | nausea sick stomach queasy
vomiting; emesis; throwing up; vomits; vomited | vomit throw threw puke sick keep
diarrhea; loose stools; watery stools | diarrhea stool bowel runs loose bathroom poop
constipation; constipated | constipat stool bowel bathroom poop
abdominal pain; stomach pain; belly pain; stomach ache; tummy pain; abdominal discomfort; tummy ache; epigastric pain | stomach belly tummy abdomen abdominal gut side cramp
bloating; abdominal distension; bloated | bloat gas full distend
heartburn; acid reflux; reflux; acid regurgitation; indigestion; dyspepsia; GERD; gastroesophageal reflux disease | heartburn reflux acid burn sour stomach
black stools; melena; tarry stools; dark stools | stool black tarry bowel poop
blood in stool; hematochezia; rectal bleeding; bloody stools; bloody stool | blood stool bleed bowel rectal
hematemesis; vomiting blood | blood hematem
hemoptysis; coughing up blood; coughing blood | blood hemopt
jaundice; yellow skin; scleral icterus | yellow jaundice
dysphagia; trouble swallowing; difficulty swallowing; food sticking | swallow stick stuck throat
sore throat; throat pain; pharyngitis; strep throat; odynophagia | throat swallow
hoarseness; hoarse voice; voice change | hoarse voice
runny nose; rhinorrhea; nasal discharge; coryza | nose runny drip snot sniffl cold
nasal congestion; stuffy nose; congestion; sinus congestion; congested | nose stuffy congest sinus blocked
sneezing | sneez
ear pain; otalgia; earache; ear ache; ear pulling | ear
ear drainage; otorrhea; ear discharge | ear
hearing loss; decreased hearing; trouble hearing | hear ear
tinnitus; ringing in the ears | ring ear buzz
eye pain; red eye; eye redness; eye discharge; itchy eyes; watery eyes | eye
nosebleed; nosebleeds; epistaxis | nose bleed
cough; coughing; dry cough; productive cough | cough
sputum; phlegm; sputum production | phlegm sputum mucus bring spit
wheezing; wheeze; wheezes | wheez whistl tight chest breath
hot flashes; flushing | flash flush hot heat
rash; skin rash; skin lesion; hives; urticaria | rash skin spot bump red hive
itching; pruritus; itchy | itch
easy bruising; bruising; bruises | bruis
swollen glands; lymphadenopathy; swollen lymph nodes | gland lump node swollen
dysuria; burning with urination; painful urination; burning on urination; burning urination | urin pee peeing burn bathroom water bladder
urinary frequency; frequent urination; polyuria; urinating often; increased urination | urin pee peeing bathroom often frequen water bladder
urgency; urinary urgency | urgen urin pee hold bathroom rush
hematuria; blood in urine; blood in the urine; bloody urine; pink urine | urin pee blood pink
incontinence; urinary incontinence; bladder or bowel incontinence; loss of bladder control | bladder bowel leak control accident
nocturia; nighttime urination | night urin pee bathroom
urinary retention; difficulty urinating; trouble urinating; hesitancy | urin pee
flank pain; CVA tenderness | flank back side kidney
back pain; low back pain; lower back pain; lumbar pain; backache | back
neck pain; stiff neck; neck stiffness; nuchal rigidity | neck
joint pain; arthralgia; joint swelling; joint pains; other joint pain | joint knee hip shoulder elbow wrist hand finger toe ankle arthritis
knee pain; knee ache | knee
hip pain | hip
shoulder pain | shoulder
ankle pain; ankle injury | ankle
foot pain; toe pain; big toe pain | foot toe feet heel
hand pain; wrist pain | hand wrist finger thumb
elbow pain | elbow arm
leg pain; calf pain; leg cramps; muscle cramps | leg calf cramp charley muscle
muscle pain; myalgia; myalgias; muscle aches; body aches; aching | muscle ache aching sore body
muscle weakness; weakness; weak; leg weakness; focal weakness; arm weakness | weak strength strong give
numbness; numb; paresthesia; tingling; pins and needles; saddle numbness; saddle anesthesia; reduced sensation | numb tingl pins needle feel sensation asleep saddle
tremor; shaky hands; shaking; shakiness; shaky | shak tremor trembl
seizure; seizures; convulsion; convulsions | seizure fit convuls
confusion; confused; disorientation; memory loss; forgetfulness | confus memory forget remember
slurred speech; speech difficulty; trouble speaking; speech trouble; aphasia | speech speak talk words slur
facial droop; facial weakness | face droop
gait instability; unsteady gait; imbalance; unsteadiness | balance walk steady unsteady gait
falls; fall; fallen | fall fell falling fallen trip
head injury; head trauma | head hit injur
anxiety; anxious; nervousness; constant worry; panic attacks; generalized anxiety disorder | anxi worry worri nerv panic stress
depression; depressed; depressed mood; low mood; sadness; major depressive disorder; tearful; hopelessness; anhedonia | depress sad mood down cry hopeless interest enjoy blue flat
insomnia; trouble sleeping; poor sleep; difficulty sleeping; sleep disturbance | sleep awake wake insomnia night
suicidal ideation; suicidal thoughts; SI; thoughts of self-harm; homicidal ideation | suicid harm hurt die kill life living here
hallucinations; auditory hallucinations; visual hallucinations; paranoia | voice hallucinat seeing hearing paranoi
poor concentration; difficulty concentrating; trouble concentrating | concentrat focus attention
heat intolerance | heat hot warm
cold intolerance | cold
increased thirst; polydipsia; excessive thirst; thirst; thirsty | thirst drink water
hair loss; alopecia; hair thinning | hair
dry skin | skin dry
snoring; sleep apnea; obstructive sleep apnea | snor apnea sleep cpap
vaginal bleeding; abnormal vaginal bleeding; spotting; heavy periods; menorrhagia | period bleed vagin menstr spot
vaginal discharge | discharge vagin
missed period; amenorrhea; irregular periods; irregular menses | period menstr pregnan
breast lump; breast pain; breast mass | breast
pelvic pain | pelvi belly lower
testicular pain; scrotal pain | testic scrot groin
erectile dysfunction; sexual side effects; decreased libido | erect sex libido
light sensitivity; photophobia; sensitivity to light; sensitive to light | light bright dark sun
noise sensitivity; phonophobia; sensitivity to noise; sensitive to noise | noise sound loud
aura; visual aura | aura zigzag vision flash light
chest wall tenderness; costochondritis | chest rib
hypertension; HTN; high blood pressure; elevated blood pressure | pressure hypertens
hyperlipidemia; dyslipidemia; high cholesterol; hypercholesterolemia; high LDL cholesterol; elevated cholesterol | cholesterol lipid ldl triglycerid
type 2 diabetes; T2DM; diabetes mellitus; type 2 diabetes mellitus; diabetes mellitus type 2; DM2; type 1 diabetes; diabetes; diabetic | diabet sugar glucose a1c insulin
prediabetes; pre-diabetes; impaired glucose tolerance | diabet sugar glucose a1c
hypoglycemia; low blood sugar; low sugar; low glucose; hypoglycemic episodes | sugar glucose low
hypothyroidism; underactive thyroid | thyroid tsh
hyperthyroidism; overactive thyroid | thyroid tsh
asthma; asthma exacerbation; reactive airway disease | asthma wheez inhaler
COPD; chronic obstructive pulmonary disease; emphysema; chronic bronchitis | copd emphysema lung bronch
pneumonia; community-acquired pneumonia | pneumon lung chest
bronchitis; acute bronchitis | bronch chest cough cold
upper respiratory infection; URI; common cold; viral upper respiratory infection | cold respirat virus viral infection
sinusitis; sinus infection | sinus face nose
COVID-19; COVID; coronavirus | covid corona
influenza; flu | flu influenza
urinary tract infection; UTI; cystitis; bladder infection | urin bladder infection pee uti cystit
pyelonephritis; kidney infection | kidney pyelo infection
kidney stones; nephrolithiasis; renal stones; renal colic; kidney stone | stone kidney
chronic kidney disease; CKD; kidney disease; renal insufficiency; diabetic nephropathy; kidney failure | kidney renal egfr creatinine albumin
coronary artery disease; CAD; heart disease; coronary disease; ischemic heart disease | heart coronary cardiac stent
heart attack; myocardial infarction; MI | heart attack infarct stent
heart failure; congestive heart failure; CHF; HFrEF; HFpEF | heart fail fluid ejection
atrial fibrillation; AFib; AF; A fib; a-fib | fibrillat afib heart rhythm irregular
stroke; CVA; TIA; cerebrovascular accident; transient ischemic attack | stroke tia
deep vein thrombosis; DVT; blood clot; blood clots; pulmonary embolism; PE | clot dvt embol thromb
anemia; iron deficiency anemia; low hemoglobin | anemi iron hemoglobin blood
cancer; malignancy; carcinoma; lymphoma; leukemia | cancer tumor malignan chemo
osteoarthritis; OA; degenerative joint disease; arthritis | arthrit joint wear knee hip
rheumatoid arthritis | rheumatoid arthrit
osteoporosis; osteopenia | bone osteo dexa
gout; gouty arthritis; acute gout; gout flare | gout uric toe
lumbar radiculopathy; sciatica; herniated disc; disc herniation | sciat disc nerve leg back
carpal tunnel syndrome; carpal tunnel | carpal wrist hand
migraine; migraines; migraine headache; migraine without aura | migraine headache
epilepsy; seizure disorder | seizure epilep
dementia; Alzheimer disease | dement memory alzheim
bipolar disorder; manic symptoms; mania | bipolar manic mania
PTSD; post-traumatic stress disorder | ptsd trauma
ADHD; attention deficit disorder | adhd attention
peptic ulcer disease; peptic ulcer; stomach ulcer; gastric ulcer; bleeding ulcer | ulcer stomach
irritable bowel syndrome; IBS | bowel ibs
diverticulitis; diverticulosis | divertic
Crohn disease; ulcerative colitis; inflammatory bowel disease | crohn colitis bowel
hepatitis; hepatitis B; hepatitis C; liver disease; cirrhosis | liver hepat cirrho
pancreatitis | pancrea
gallstones; cholelithiasis; cholecystitis; gallbladder disease | gall
appendicitis; appendectomy | append
hernia; inguinal hernia; hiatal hernia | hernia
cellulitis; skin infection | celluli skin infect red
abscess; fluctuance | abscess pus boil
eczema; atopic dermatitis; dermatitis | eczema dermat skin rash
psoriasis | psoria skin
acne | acne pimple
shingles; herpes zoster; zoster | shingle zoster rash
otitis media; ear infection; acute otitis media; middle ear infection; AOM | ear otitis
conjunctivitis; pink eye | eye pink conjunct
glaucoma; cataracts; cataract | glaucoma cataract eye
sepsis; bacteremia | sepsis septic blood
HIV; HIV infection | hiv
tuberculosis | tubercul
pregnancy; pregnant | pregnan period baby
enlarged prostate; BPH; benign prostatic hyperplasia | prostat
lupus; SLE | lupus
multiple sclerosis | sclerosis
Parkinson disease | parkinson
fibromyalgia | fibromyalg
fracture; broken bone | fractur broke bone crack
sprain; strain; muscle strain | sprain strain pull twist
`;

export interface FindingGroup {
  /** First term: what the group is called. */
  readonly name: string;
  readonly terms: readonly string[];
  /** Beginnings of words; one of them in the visit means the subject came up. */
  readonly anchors: readonly string[];
}

export const FINDING_GROUPS: readonly FindingGroup[] = GROUPS.trim()
  .split('\n')
  .map((line): FindingGroup => {
    const [terms = '', anchors] = line.split('|');
    const list = terms.split(';').map((term) => term.trim());
    const words = anchors ?? list.join(' ');
    return { name: list[0] ?? '', terms: list, anchors: words.trim().toLowerCase().split(/\s+/u) };
  });
