/**
 * Findings of the examination, tests, procedures, referrals and illnesses that extract/finding-terms.ts does not
 * list, written for this project. After "|" stand the beginnings of words that count as having spoken of it;
 * without them, the words of the terms do. A term in brackets counts only as an anchor would.
 */
import { FINDING_GROUPS } from '../../extract/finding-terms.ts';

export type TermKind = 'symptom' | 'exam' | 'normal' | 'test' | 'procedure' | 'diagnosis';

/** What stands for the word alone where it is a word of every day: "back and forth" is no back. */
const PHRASES: ReadonlyMap<string, RegExp> = new Map([
  [
    'back pain',
    /\b(?:my|your|his|her|the|low|lower|upper|mid|middle) back\b(?! (?:of|to|in|on|from|up))|\bback (?:pain|hurts?|aches?|spasms?|problems?|issues?|surgery|strain|exam)|\b(?:lumbar|spine)\b/iu,
  ],
  [
    'regular rate and rhythm',
    /\b(?:rhythm|heart(?:'s)? (?:exam|sounds?|is|rate|was|beat)|listen to your heart|regular)\b/iu,
  ],
]);

export interface TermGroup {
  /** Instead of the anchors: what must stand in the visit. */
  readonly phrase?: RegExp;
  readonly kind: TermKind;
  readonly name: string;
  readonly terms: readonly string[];
  readonly anchors: readonly string[];
}

const EXAM = `
wheezes; wheezing; expiratory wheeze; inspiratory wheezes | wheez whistl
rales; crackles; fine crackles; crepitations | rale crackl crepit
rhonchi; ronchi | rhonc ronch
stridor | stridor
murmur; murmurs; heart murmur; systolic murmur; diastolic murmur; ejection murmur | murmur
gallops; gallop; S3; S4 | gallop
rubs; friction rub | rub
clubbing | clubb
cyanosis; cyanotic | cyano blue
pitting edema; peripheral edema | edema swell fluid puff
jugular venous distention; JVD; jugular venous distension | jugular jvd distent distens neck vein
carotid bruit; carotid bruits; bruit; bruits | bruit
lymphadenopathy; cervical lymphadenopathy; adenopathy; lymph nodes | lymph gland node adenopath
thyromegaly; goiter; thyroid nodules; thyroid enlargement | thyro goiter
tenderness; tender; tenderness to palpation; pain to palpation; pain on palpation | tender hurt pain sore palpat press
rebound; rebound tenderness | rebound
guarding | guard
hepatosplenomegaly; hepatomegaly; splenomegaly; organomegaly | liver spleen organ hepat splen
peritoneal signs; peritonitis | periton
masses; abdominal mass; palpable mass | mass lump
erythema; erythematous | erythem red
warmth | warm hot
effusion; joint effusion; knee effusion; pleural effusion; pericardial effusion | effus fluid swell swoll
crepitus | crepit crack grind
ecchymosis; ecchymoses; bruising; hematoma; contusion | bruis ecchym black hematoma contus
deformity; deformities; bony deformity | deform crooked
laceration; abrasion; skin break; open wound | lacer cut abras scrap wound
ulceration; ulcer; ulcers; foot ulcer | ulcer sore wound
swelling; swollen | swell swoll edema effus puff
stiffness; stiff | stiff tight seizes lock
limited range of motion; decreased range of motion; reduced range of motion; full range of motion; range of motion | range motion move bend flex exten rotat turn lift rais
straight leg raise; positive straight leg raise; straight leg raising | straight leg rais
Tinel sign; Tinel's; Tinel's test | tinel
Phalen sign; Phalen's; Phalen's test; Phalen maneuver | phalen
McMurray test; McMurray's test; McMurray's; McMurray | mcmurray murray
Lachman test; Lachman's test; Lachman's; Lachman | lachman
anterior drawer; posterior drawer; drawer test | drawer
varus; valgus; varus and valgus stress | varus valgus stress
Spurling test; Spurling's | spurling
Romberg; Romberg's | romberg balanc
Hawkins; Neer; impingement; impingement sign; empty can | hawkin neer imping empty
Finkelstein; Finkelstein's test | finkel
Homans sign; Homans' sign | homan
Babinski; clonus | babinsk clonus
focal deficits; focal neurological deficits; neurological deficits; sensory deficits; motor deficits | focal deficit neuro sensat strength weak numb
cranial nerves | cranial nerve
pupils equal; PERRLA; pupils | pupil eye perr
tympanic membrane; tympanic membranes; eardrum | tympan eardrum ear
tonsillar exudate; tonsils; exudates; exudate | tonsil throat exud
mucous membranes; dry mucous membranes | mucous mouth dry
oropharynx; posterior pharynx; pharyngeal erythema | throat pharyn mouth
nasal turbinates; turbinates; septal deviation; deviated septum; nasal septum | turbin nose nasal sept
sinus tenderness; maxillary sinus; frontal sinus | sinus
prostate; enlarged prostate | prostat
hernias; inguinal hernia; umbilical hernia | herni
bowel sounds | bowel
pulses; pedal pulses; radial pulse; distal pulses; dorsalis pedis | puls
capillary refill | capillar refill
monofilament; monofilament exam | monofil
diaphoretic; pallor; pale | pale pallor sweat diaphor
lesions; lesion; moles; nevus; skin lesions | lesion mole spot bump nev rash
scoliosis; kyphosis; lordosis | scolio kyph lordos curv
muscle spasm; spasms; spasm | spasm
atrophy; wasting | atroph wast
crackling; popping; clicking; locking | crack pop click lock
nystagmus | nystag
Dix-Hallpike; Dix-Hallpike test; Dix Hallpike maneuver | hallpik
ptosis | ptos droop
ascites; fluid wave | ascit fluid
varicose veins; varicosities | varic vein
gangrene; necrosis | gangren necro black
step-off; point tenderness; bony tenderness; midline tenderness; joint line tenderness | tender hurt pain
antalgic gait; limp; limping | limp gait walk
dislocation; dislocated; subluxation | disloc sublux
instability; laxity; unstable | stab instab lax loose
`;

const NORMAL = `
alert and oriented; orientation; oriented x3; oriented to person | alert orient
well-nourished; well nourished; well-developed; well developed | nourish develop
no acute distress; acute distress | distress
normal affect; appropriate mood; mood and affect; normal mood | affect mood
speech is clear; clear and fluent; fluent speech | speech speak fluent
gait is normal; normal gait; gait is steady; steady gait; heel toe walking; heel-toe walking; tandem gait | gait walk heel
reflexes are normal; deep tendon reflexes; reflexes; normal reflexes | reflex
strength; motor strength; muscle strength; grip strength; strength testing | strength weak grip squeez
sensation; sensation intact; sensation to light touch; light touch | sensat numb touch
clear to auscultation; lungs are normal; lung sounds; breath sounds; lungs are clear; lungs clear; clear bilaterally; clear breath sounds | lung
regular rate and rhythm; regular rhythm; normal rate | rhythm rate heart
soft; non-tender; nontender; non-distended; nondistended | soft abdomen belly
supple | supple neck
atraumatic; normocephalic | head atraum cephal
moist mucous membranes; oral mucosa | mouth mucos
well-healed; healing well | heal incision scar
clean, dry, and intact | incision wound dress clean
alignment; bony alignment; normal alignment | align
external auditory canal; ear canals | ear canal
conjunctiva; conjunctivae; sclera; anicteric | conjunct eye scler
hearing; hearing grossly intact | hear
`;

const TESTS = `
echocardiogram; echo; echocardiography; TTE | echo
electrocardiogram; EKG; ECG; e k g; e c g | ekg ecg electrocard tracing
ejection fraction; LVEF; EF | ejection ef fraction
mitral regurgitation; regurgitation; tricuspid regurgitation; aortic regurgitation; valve regurgitation | regurg mitral tricusp valve leak
aortic stenosis; stenosis; spinal stenosis; mitral stenosis | stenos narrow
left ventricular hypertrophy; ventricular hypertrophy; LVH; hypertrophy | hypertroph thick enlarg lvh
normal sinus rhythm; sinus rhythm; sinus tachycardia; sinus bradycardia | sinus rhythm
diastolic dysfunction; systolic dysfunction | diastol systol dysfunction
arrhythmia; arrhythmias; premature beats; premature ventricular contractions | arrhyth prematur irregular
stress test; treadmill test; nuclear stress test; cardiac stress test | stress treadmill
cardiac catheterization; angiogram; coronary angiography; catheterization | cath angio
Holter monitor; event monitor; loop recorder | holter monitor
chest x-ray; chest xray; chest radiograph; CXR | ray xray radiogr
abdominal x-ray; KUB; abdominal films | abdom kub belly
x-ray; x-rays; xray; radiograph; radiographs | ray xray radiogr film imag
MRI; magnetic resonance imaging; mri | mri magnet imag
CT scan; CT; computed tomography; cat scan; CT of the abdomen; CT chest | ct cat scan tomogr imag
ultrasound; sonogram; Doppler; duplex; venous doppler | ultrasound sono doppler duplex
bone density; DEXA scan; DEXA | dexa bone density
mammogram; mammography | mammo
colonoscopy; sigmoidoscopy | colonosc scope
endoscopy; EGD; upper endoscopy | endosc egd scope
Pap smear; pap test | pap smear
biopsy; biopsies; punch biopsy; skin biopsy | biops
pulmonary function test; pulmonary function tests; PFT; PFTs; spirometry; pulmonary function | pft spiro function
sleep study; polysomnography | polysom study
EMG; electromyography; nerve conduction study; nerve conduction | emg electromyo conduct
EEG; electroencephalogram | eeg
lipid panel; lipid profile; cholesterol panel; fasting lipids | lipid cholest
hepatic panel; liver function tests; LFTs; liver panel; liver enzymes | liver hepat lft
autoimmune panel; ANA; autoimmune workup; autoimmune work-up | autoimm ana rheumat
complete blood count; CBC; blood count; white blood cell count; white count; white blood cells | cbc count
hemoglobin; hematocrit | hemoglob hematocr anemi
platelets; platelet count | platelet
metabolic panel; basic metabolic panel; comprehensive metabolic panel; BMP; CMP; electrolytes; electrolyte panel | metabol electrolyt bmp cmp
creatinine; kidney function; renal function; GFR; BUN; glomerular filtration rate | creatin kidney renal gfr bun
thyroid panel; TSH; thyroid function; thyroid stimulating hormone; thyroid labs | thyroid tsh
hemoglobin A1c; A1c; HbA1c | a1c hemoglob sugar diabet
glucose; blood glucose; glucose level; blood sugar; fasting glucose | gluco sugar
urinalysis; urine culture; urine analysis; urine test | urin
uric acid; uric acid level | uric
labs; laboratory studies; lab work; laboratory results | lab blood result
heart trouble; heart problems | heart
troponin; cardiac enzymes; BNP; d-dimer | tropon bnp dimer
sedimentation rate; ESR; CRP; C-reactive protein; inflammatory markers | sed esr crp react inflamm
rheumatoid factor; anti-CCP | factor ccp
PSA; prostate specific antigen | psa prostat
vitamin D level; vitamin B12 level; ferritin; iron studies | vitamin ferrit iron b12
throat culture; rapid strep; strep test | strep cultur swab
blood culture; blood cultures; sputum culture; wound culture | cultur
COVID test; COVID-19 test; covid swab | covid
allergy testing; allergy panel; skin test; patch test | testing tested
stool test; stool sample; fecal occult blood; fit test; Cologuard | stool fecal cologuard fit
genetic testing; genetic counseling | genet
pregnancy test; hCG | pregnan hcg
Lyme titer; Lyme test; lyme titers; western blot | lyme tick blot
hepatitis panel; HIV test; STD testing; STI testing | hepat hiv std sti
`;

const PROCEDURES = `
surgery; surgical intervention; surgical repair; operation; surgical treatment | surg operat
arthroplasty; joint replacement; knee replacement; hip replacement; total knee arthroplasty; total hip arthroplasty | replac arthropl
arthroscopy; arthroscopic surgery; meniscectomy; meniscal repair | arthrosc scope menisc
ACL reconstruction; reconstruction | reconstr acl
spinal fusion; fusion; laminectomy; discectomy | fusion lamin discect
carpal tunnel release | release carpal
injection; injections; cortisone injection; steroid injection; corticosteroid injection; epidural injection; epidural steroid injection; cortisone shot | inject shot cortison epidural steroid
physical therapy; physiotherapy; PT; occupational therapy; formal physical therapy | therap exercis rehab
home exercise program; home exercises; stretching exercises; stretches | exercis stretch therap
brace; splint; sling; cast; boot; walking boot; wrist splint; knee brace | brace splint sling cast boot wrap immobil
crutches; cane; walker; wheelchair | crutch cane walker wheelchair
compression stockings; compression socks | compress stocking sock
ablation; cardiac ablation; catheter ablation | ablat
cardioversion | cardiover shock
pacemaker; defibrillator; ICD | pacemak defibrill
bypass; CABG; coronary bypass; bypass surgery | bypass cabg
stent; stents; angioplasty | stent angiopl
valve replacement; valve repair | valve
transplant; kidney transplant; liver transplant | transplant
dialysis; hemodialysis | dialys
chemotherapy; chemo; radiation; radiation therapy; immunotherapy | chemo radiat immunother
cholecystectomy; gallbladder removal | gall
hysterectomy; oophorectomy; c-section; cesarean section; tubal ligation | hyster ooph section cesar tub
tonsillectomy; adenoidectomy | tonsil aden
mastectomy; lumpectomy | mastect lumpect breast
splenectomy; nephrectomy; thyroidectomy; prostatectomy; colectomy; lobectomy | splen nephrect thyroidec prostatec colect lobect remov
amputation | amput
debridement; incision and drainage; drainage; aspiration; lumbar puncture; paracentesis; thoracentesis | debrid drain aspir punctur tap
lithotripsy; ureteroscopy; cystoscopy | lithotrip uretero cystosc scope stone
blood transfusion; transfusion | transfus
tube placement; ear tubes; catheter; foley catheter | tube cathet
CPAP; BiPAP; oxygen therapy; nebulizer treatment; nebulizer | cpap bipap oxygen nebul machine
vaccine; vaccination; flu shot; influenza vaccine; pneumonia vaccine; shingles vaccine; COVID vaccine; COVID-19 vaccine; booster; immunizations | vaccin shot immuniz booster
referral to cardiology; cardiologist; cardiology | cardiolog
nephrologist; nephrology | nephrol kidney
pulmonologist; pulmonology | pulmonol lung
gastroenterologist; gastroenterology; GI consult | gastroent gi
neurologist; neurology | neurolog
neurosurgeon; neurosurgery; spine surgeon | neurosurg surg spine
orthopedic surgeon; orthopedics; orthopedist; orthopaedic surgery | orthop surg
rheumatologist; rheumatology | rheumatol
endocrinologist; endocrinology | endocrin
dermatologist; dermatology | dermat skin
hematologist; hematology; oncologist; oncology | hematol oncol cancer
urologist; urology | urolog
ophthalmologist; ophthalmology; eye exam; optometrist | ophthal eye optom
psychiatrist; psychiatry; psychologist; psychotherapy; talk therapy; therapist; cognitive behavioral therapy | psych counsel therap talk
podiatrist; podiatry; foot doctor | podiat foot
otolaryngologist; ENT; ear nose and throat specialist | ent otolar ear
general surgeon; general surgery; plastic surgeon | surg plastic
vascular surgeon; vascular surgery | vascul
nutritionist; dietitian; dietician; nutrition consult; dietary counseling; diabetes educator | nutrit diet eat food
pain management; pain clinic; pain specialist | pain
infectious disease | infect
allergist; immunologist | allerg immunol
emergency department; emergency room; ER visit; hospitalization; hospital admission; hospitalized; admitted to the hospital | emerg hospital admit er$ ed$
low-salt diet; low sodium diet; low-sodium diet; salt intake | salt sodium diet eat
weight loss program; bariatric surgery; gastric bypass | weight bariat bypass
smoking cessation; nicotine patch | smok nicot cigar tobacco
ice; heat; ice and heat; heating pad; ice packs | ice heat cold warm hot
elevate; leg elevation | elevat prop rais
blood pressure cuff; home blood pressure monitoring; blood pressure log | pressure cuff
glucose monitoring; glucometer; continuous glucose monitor | gluco sugar meter monitor
specialist; see a specialist | specialist refer
primary care physician; PCP; primary care provider; primary care doctor | primary pcp
keto diet; Mediterranean diet; DASH diet; diet and exercise; dietary modifications | diet eat food exercis
chiropractor; chiropractic; acupuncture; massage; massage therapy | chiro acup massag
`;

const DIAGNOSES = `
mild arthritis; degenerative changes; degenerative disc disease; degenerative joint disease; bone spurs | arthrit degener wear spur
meniscal tear; meniscus tear; torn meniscus | menisc tear torn
ACL tear; ligament tear; MCL sprain; MCL tear; ligament injury; PCL tear | ligament acl mcl pcl tear torn
rotator cuff tear; rotator cuff tendinopathy; rotator cuff injury; rotator cuff tendinitis | rotat cuff
tendinitis; tendonitis; tendinopathy; tendinosis; Achilles tendonitis | tend
bursitis; trochanteric bursitis | bursi
epicondylitis; lateral epicondylitis; tennis elbow; medial epicondylitis | epicond tennis elbow
plantar fasciitis | plantar fasc heel
De Quervain tenosynovitis; tenosynovitis; De Quervain's; trigger finger | quervain tenosyn trigger thumb
frozen shoulder; adhesive capsulitis | frozen capsul
cervical radiculopathy; radiculopathy; pinched nerve; nerve impingement | radicul nerve pinch
spondylosis; spondylolisthesis; disc bulge; bulging disc; compression fracture; stenosis | spondyl disc bulg stenos fractur
neuropathy; peripheral neuropathy; diabetic neuropathy | neurop nerve numb tingl
pulmonary hypertension | hypertens
cardiomyopathy; myocarditis; pericarditis; endocarditis | cardiomyo carditis
hypotension; low blood pressure; orthostatic hypotension | pressure hypotens orthostat
tachycardia; bradycardia; supraventricular tachycardia; ventricular tachycardia | tachy brady fast slow
peripheral artery disease; peripheral vascular disease; atherosclerosis; aneurysm; aortic aneurysm | arter vascul athero aneur circulat
acute kidney injury; renal failure; polycystic kidney disease; kidney transplant; hydronephrosis | kidney renal hydroneph
hyperkalemia; hypokalemia; hyponatremia; hypercalcemia; hypernatremia | potass sodium calc kalem natrem
dehydration; dehydrated | dehydr fluid water
obesity; obese; morbid obesity; overweight | obes weight bmi
pneumothorax; pleurisy; atelectasis; consolidation; infiltrate; infiltrates; pulmonary nodule; lung nodule; airspace disease | pneumo pleur atelect consolid infiltr nodul airspace lung
pulmonary fibrosis; interstitial lung disease; sarcoidosis; bronchiectasis | fibros intersti sarcoid bronchiect
lung cancer; breast cancer; colon cancer; prostate cancer; skin cancer; melanoma; thyroid cancer; bladder cancer; kidney cancer; pancreatic cancer; ovarian cancer | cancer tumor melan malig
tumor; neoplasm; metastasis; metastatic disease; metastases; nodule; nodules; cyst; polyp; polyps | tumor neopl metast nodul cyst polyp mass lump
gastritis; gastroenteritis; esophagitis; Barrett's esophagus; celiac disease; colitis; gastroparesis; hemorrhoids | gastr esoph barrett celiac colit hemorrh stomach
bowel obstruction; ileus; perforation; ischemia | obstruct ileus perfor ischem block
fatty liver; hepatic steatosis; liver failure | liver fatty steat
prostatitis; epididymitis; urethritis; overactive bladder | prostat epidid urethr bladder
endometriosis; fibroids; uterine fibroids; ovarian cyst; polycystic ovary syndrome; PCOS; menopause; preeclampsia; gestational diabetes; miscarriage | endomet fibroid uter ovar pcos menop preecl gestat miscarr
bacterial vaginosis; yeast infection; candidiasis; sexually transmitted infection; chlamydia; gonorrhea; herpes | vagin yeast candid chlamyd gonor herp std
Lyme disease; tick bite | lyme tick
mononucleosis; MRSA; staph infection; fungal infection; ringworm; scabies; lice; impetigo; wart; warts | mono mrsa staph fung ringw scab lice impet wart
viral syndrome; viral infection; bacterial infection; infection | vir infect cold bacter
basal cell carcinoma; squamous cell carcinoma; actinic keratosis; seborrheic keratosis; rosacea; poison ivy; contact dermatitis | basal squam actin kerat rosac poison ivy dermat
macular degeneration; retinopathy; diabetic retinopathy; dry eyes; blepharitis; stye; corneal abrasion; retinal detachment | macul retin eye bleph stye corne
concussion; traumatic brain injury; subdural hematoma; intracranial hemorrhage; brain tumor; meningitis; encephalitis | concus brain subdur hemorr mening encephal head
Bell palsy; Bell's palsy; trigeminal neuralgia; neuralgia; cluster headache; tension headache; tension headaches | palsy bell trigem neuralg cluster tension headache
vertigo; benign positional vertigo; Meniere's disease; labyrinthitis | vertig dizz spin
restless leg syndrome; narcolepsy | restless narcolep leg
panic disorder; schizophrenia; obsessive-compulsive disorder; personality disorder; eating disorder; substance abuse; alcohol abuse; drug abuse | panic schizo obsess personal anorex bulim alcohol drug drink
sickle cell disease; thalassemia; hemophilia; thrombocytopenia; leukopenia; neutropenia; leukocytosis; hypercoagulable state | sickle thalass hemoph thrombocyt leuk neutrop
vitamin deficiency; vitamin D deficiency; vitamin B12 deficiency; iron deficiency | vitamin b12 iron defic
Cushing syndrome; Addison disease; adrenal insufficiency; Graves disease; Hashimoto thyroiditis; thyroid nodule; hyperparathyroidism; metabolic syndrome | cushing addison adren graves hashim thyroid parathyr metabol
diabetic ketoacidosis; hyperglycemia; elevated blood sugar | ketoac hyperglyc sugar gluco
cystic fibrosis; Down syndrome; cerebral palsy; muscular dystrophy; ALS | cystic down palsy dystroph als
rhabdomyolysis; polymyalgia rheumatica; temporal arteritis; vasculitis; scleroderma; Sjogren's syndrome; ankylosing spondylitis | rhabdo polymyal arterit vascul sclero sjog ankylos
seasonal allergies; allergic rhinitis; hay fever; environmental allergies | allerg hay season pollen rhinit
croup; bronchiolitis; RSV; whooping cough; hand foot and mouth disease; febrile seizure | croup bronchiol rsv whoop hand seizure
`;

/** Words that stand in every visit and show nothing. */
const EVERYWHERE = new Set(
  'out see keep low side here living life feel give body full room pass hold lose lost talk speak words heart night head'.split(
    ' ',
  ),
);

function phraseOf(name: string): { readonly phrase?: RegExp } {
  const phrase = PHRASES.get(name);
  return phrase === undefined ? {} : { phrase };
}

function parsed(kind: TermKind, text: string): TermGroup[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [terms = '', anchors = ''] = line.split('|');
      const list = terms.split(';').map((term) => term.trim());
      return {
        kind,
        name: list[0] ?? '',
        ...phraseOf(list[0] ?? ''),
        terms: list,
        anchors: anchors
          .trim()
          .toLowerCase()
          .split(/\s+/u)
          .filter((anchor) => !EVERYWHERE.has(anchor)),
      };
    });
}

/** Narrower than what the facts scorer takes: there a fact stands behind every finding, here only the talk. */
const NARROWED: ReadonlyMap<string, string> = new Map([
  ['chest pain', 'chest angina'],
  ['palpitations', 'palpit flutter pounding skipp racing'],
  ['leg swelling', 'swell swoll puff edema balloon'],
  ['syncope', 'faint pass black conscious'],
  ['dizziness', 'dizz lighthead spin woozy vertig'],
  ['chills', 'chill shiver rigor'],
  ['abdominal pain', 'stomach belly tummy abdom cramp gut'],
  ['vision changes', 'vision sight eye blur double fuzzy'],
  ['cough', 'cough'],
  ['wheezing', 'wheez whistl'],
  ['muscle weakness', 'weak strength'],
  ['numbness', 'numb tingl pins needle asleep'],
  ['osteoarthritis', 'arthrit degener wear osteo'],
  ['coronary artery disease', 'coronar stent bypass cad'],
  ['heart attack', 'attack infarct'],
  ['heart failure', 'failure chf'],
  ['atrial fibrillation', 'fibrill afib fib'],
  ['pneumonia', 'pneumon'],
  ['bronchitis', 'bronchit'],
  ['anemia', 'anemi iron'],
  ['stroke', 'stroke tia'],
  ['lumbar radiculopathy', 'sciat disc radicul hernia nerve'],
  ['sepsis', 'sepsis septic'],
  ['glaucoma', 'glaucom catarac'],
  ['conjunctivitis', 'pink conjunct'],
  ['sinusitis', 'sinus'],
  ['migraine', 'migrain'],
  ['insomnia', 'sleep awake wake insomnia night'],
  ['peptic ulcer disease', 'ulcer'],
  ['kidney stones', 'stone'],
  ['fracture', 'fractur broke crack'],
  ['gout', 'gout uric'],
  ['prediabetes', 'prediab diabet sugar'],
]);
/** Here the groups of complaints end and those of illnesses begin. */
const FIRST_ILLNESS = FINDING_GROUPS.findIndex(({ name }) => name === 'hypertension');

export const TERM_GROUPS: readonly TermGroup[] = [
  ...FINDING_GROUPS.map((group, at): TermGroup => ({
    ...group,
    anchors:
      NARROWED.get(group.name)?.split(' ') ?? group.anchors.filter((anchor) => !EVERYWHERE.has(anchor)),
    kind: at < FIRST_ILLNESS ? 'symptom' : 'diagnosis',
    ...phraseOf(group.name),
  })),
  ...parsed('exam', EXAM),
  ...parsed('normal', NORMAL),
  ...parsed('test', TESTS),
  ...parsed('procedure', PROCEDURES),
  ...parsed('diagnosis', DIAGNOSES),
];
