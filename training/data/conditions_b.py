"""Conditions, part B: musculoskeletal, urology and kidney, women's health.

The form is that of conditions_a.py, and so is the caution.
"""

TEXT = """
# musculoskeletal - American Academy of Orthopaedic Surgeons and NIAMS patient pages
mechanical low back pain
 sx low back pain, muscle spasm, back stiffness
 ex tight muscles beside the lower spine; negative straight leg raise; reduced bending forward
 te none
 rx ibuprofen; cyclobenzaprine; naproxen; acetaminophen
 ad stay active; avoid heavy lifting; use a heating pad
{s}lumbar radiculopathy
 sx {s}leg pain, {s}leg numbness, low back pain, {s}leg weakness
 ex positive straight leg raise on the {s}side; reduced {s}ankle reflex; weak {s}big toe lift
 te lumbar MRI; none
 rx gabapentin; naproxen; prednisone
 ad avoid heavy lifting; keep walking
 rf physical therapy
{s}knee osteoarthritis
 sx {s}knee pain, {s}knee stiffness, {s}knee swelling
 ex crepitus of the {s}knee; small effusion of the {s}knee; bony enlargement of the {s}knee
 te knee X-ray; none
 rx acetaminophen; diclofenac gel; meloxicam; naproxen
 ad do low-impact exercise; work on losing some weight
 rf physical therapy
{s}hip osteoarthritis
 sx {s}hip pain, {s}leg pain, back stiffness
 ex limited inward turning of the {s}hip; limp on the {s}side; groin pain on moving the {s}hip
 te hip X-ray
 rx acetaminophen; meloxicam; celecoxib
 ad use a stick in the other hand; swim or cycle
 rf orthopedics
acute gout
 sx {s}big toe pain, red warm skin, {s}ankle swelling, joint pain
 ex red, hot {s}big toe joint; tender {s}ankle; no skin break
 te uric acid; kidney panel
 rs uric acid: 7.2-11.4, 1, mg/dL
 rx colchicine; prednisone; allopurinol; naproxen
 ad avoid beer; limit red meat; drink plenty of water
rheumatoid arthritis
 sx morning stiffness, swollen fingers, joint pain, fatigue
 ex swollen knuckles of both hands; tender wrists; weak fists
 te rheumatoid factor; hand X-rays; CRP
 rs CRP: 14-88, 0, mg/L
 rx methotrexate; prednisone; hydroxychloroquine; folic acid
 ad rest the joints when they flare; stop smoking
 rf rheumatology
{s}rotator cuff tendinopathy
 sx {s}shoulder pain, {s}arm weakness, poor sleep
 ex painful arc of the {s}shoulder; weak outward turning of the {s}arm; positive impingement sign on the {s}side
 te shoulder X-ray; none
 rx ibuprofen; naproxen; diclofenac gel
 ad avoid overhead lifting; do pendulum exercises
 rf physical therapy
{s}adhesive capsulitis
 sx {s}shoulder stiffness, {s}shoulder pain, poor sleep
 ex limited {s}shoulder movement in all directions; no {s}shoulder swelling
 te shoulder X-ray; hemoglobin A1c
 rs hemoglobin A1c: 5.2-8.4, 1, %
 rx naproxen; meloxicam
 ad stretch within comfort every day
 rf physical therapy
{s}plantar fasciitis
 sx {s}heel pain, {s}ankle pain
 ex tenderness under the {s}heel; tight {s}calf; flat arches
 te none
 rx ibuprofen; naproxen
 ad roll the foot on a cold bottle; stretch your calves; wear cushioned shoes
{s}ankle sprain
 sx {s}ankle pain, {s}ankle swelling, easy bruising
 ex swelling over the outer {s}ankle; tender ligament in front of the {s}ankle; able to take four steps
 te none; ankle X-ray
 rx ibuprofen; acetaminophen
 ad rest and ice the ankle; wear the brace; keep the leg up
{s}lateral epicondylitis
 sx {s}elbow pain, weak grip
 ex tender outer {s}elbow; pain on lifting the {s}wrist against force
 te none
 rx diclofenac gel; ibuprofen
 ad wear an elbow strap; take breaks from gripping
 rf physical therapy
{s}thumb osteoarthritis
 sx {s}thumb pain, weak grip, morning stiffness
 ex positive grind test of the {s}thumb; squared {s}thumb base
 te hand X-rays; none
 rx diclofenac gel; acetaminophen
 ad wear a thumb splint; use wide-handled tools
fibromyalgia
 sx muscle aches, fatigue, poor sleep, poor concentration
 ex widespread muscle tenderness; no swollen joints; full strength
 te TSH; CRP
 rs CRP: 1-4, 0, mg/L
 rx duloxetine; pregabalin
 ad start gentle exercise and build up; keep regular sleep

# urology and kidney - NIDDK urologic and kidney disease pages
urinary tract infection
 sx dysuria, urinary frequency, urinary urgency, suprapubic pain
 ex mild suprapubic tenderness; no flank tenderness; soft abdomen
 te urinalysis; urine culture
 rx nitrofurantoin; cephalexin; phenazopyridine
 ad drink plenty of water; finish all of the antibiotic
{s}pyelonephritis
 sx {s}flank pain, fever, dysuria, vomiting, chills
 ex {s}flank tenderness; warm skin; soft abdomen
 te urine culture; kidney ultrasound; complete blood count
 rs white cell count: 12-20, 1, x10^9/L
 rx ciprofloxacin; cefuroxime; ondansetron
 ad drink plenty of water; rest
{s}kidney stone
 sx {s}flank pain, hematuria, nausea, vomiting
 ex {s}flank tenderness; restless with pain; soft abdomen
 te urinalysis; abdominal CT
 rs creatinine: 0.7-1.6, 1, mg/dL
 rx tamsulosin; naproxen; ondansetron
 ad drink plenty of water; strain your urine; limit salt
 rf urology
benign prostatic hyperplasia
 sx nocturia, weak urinary stream, urinary hesitancy, urinary frequency
 ex smooth enlarged prostate; no bladder swelling; no prostate nodules
 te PSA; urinalysis
 rs PSA: 0.8-4.0, 1, ng/mL
 rx tamsulosin; finasteride
 ad drink less in the evening; limit caffeine
 sex man
overactive bladder
 sx urinary urgency, urinary frequency, nocturia
 ex soft abdomen; no bladder swelling
 te urinalysis
 rx oxybutynin; mirabegron
 ad train the bladder by the clock; limit caffeine
stress incontinence
 sx urinary leakage, urinary urgency
 ex leak on coughing; no prolapse; weak pelvic floor squeeze
 te urinalysis
 rx none
 ad do pelvic floor exercises three times a day; limit caffeine
 rf pelvic floor physiotherapy
 sex woman
chronic kidney disease
 sx fatigue, foamy urine, leg edema, nocturia
 ex mild ankle edema; pale inner eyelids; no flank tenderness
 te kidney panel; urine albumin; kidney ultrasound
 rs eGFR: 24-58, 0, mL/min
 rx losartan; empagliflozin; furosemide
 ad avoid ibuprofen and the like; cut down on salt
 rf nephrology
erectile dysfunction
 sx fatigue, low mood, poor sleep
 ex normal genital examination; normal leg pulses
 te testosterone; hemoglobin A1c
 rs testosterone: 210-520, 0, ng/dL
 rx sildenafil
 ad stop smoking; walk for half an hour most days
 sex man

# women's health - ACOG patient pages
bacterial vaginosis
 sx vaginal discharge, vaginal itching
 ex thin gray discharge; no cervical tenderness
 te vaginal swab
 rx metronidazole; metronidazole gel
 ad avoid douching; no alcohol with the tablets
 sex woman
vaginal yeast infection
 sx vaginal itching, vaginal discharge, dysuria
 ex thick white discharge; red vulva
 te none; vaginal swab
 rx fluconazole; clotrimazole cream
 ad wear cotton underwear; avoid scented soap
 sex woman
polycystic ovary syndrome
 sx irregular periods, acne, excess facial hair, weight gain
 ex facial hair on the chin; acne on the jaw; dark skin folds at the neck
 te pelvic ultrasound; testosterone; hemoglobin A1c
 rs testosterone: 58-110, 0, ng/dL
 rx metformin; spironolactone; medroxyprogesterone
 ad work on losing some weight; keep a record of your periods
 sex woman
endometriosis
 sx painful periods, pelvic pain, heavy periods, bloating
 ex pelvic tenderness; normal uterus size; no masses
 te pelvic ultrasound
 rx naproxen; norethindrone
 ad use a heating pad; keep a record of your periods
 rf gynecology
 sex woman
uterine fibroids
 sx heavy periods, pelvic pain, fatigue, urinary frequency
 ex enlarged lumpy uterus; pale inner eyelids
 te pelvic ultrasound; complete blood count
 rs hemoglobin: 8.2-11.6, 1, g/dL
 rx tranexamic acid; ferrous sulfate; naproxen
 ad eat iron-rich food; keep a record of your periods
 rf gynecology
 sex woman
menopausal symptoms
 sx hot flashes, poor sleep, vaginal dryness, irritability
 ex thin vaginal lining; normal breast examination
 te none; TSH
 rs TSH: 0.9-4.1, 1, mIU/L
 rx estradiol cream; venlafaxine
 ad dress in layers; keep the bedroom cool
 sex woman
{s}mastitis
 sx {s}breast pain, breast redness, fever, chills
 ex warm red area of the {s}breast; no abscess; tender {s}breast
 te none
 rx cephalexin; ibuprofen
 ad keep feeding or pumping; use warm compresses
 sex woman
early pregnancy
 sx missed period, nausea, fatigue, {s}breast pain
 ex soft nontender abdomen; no vaginal bleeding
 te pregnancy test; pelvic ultrasound
 rx folic acid; ondansetron
 ad avoid alcohol; eat small meals often
 rf obstetrics
 sex woman
"""
