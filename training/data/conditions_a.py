"""Conditions, part A: cardiology, respiratory, ear-nose-throat, gastroenterology, neurology, endocrine.

Form, one block a condition:
    name
     sx symptoms (words of symptoms.py)   ex examination findings   te tests to order   rs result: low-high, decimals, unit
     rx medicines (names of medicines.py)  ad advice   rf referral (optional)
`{s}` is where a side goes. The links symptom - finding - test - treatment are ordinary primary-care ones, checked by the
authors from general knowledge; the public place to check each group is named above it. They make visits plausible, no more.
"""

TEXT = """
# cardiology - NICE CKS cardiovascular topics; American Heart Association patient pages
essential hypertension
 sx lightheadedness, throbbing headache, fatigue, palpitations
 ex regular heart rhythm without murmurs; no leg swelling; loud second heart sound
 te basic metabolic panel; urine albumin; electrocardiogram
 rs potassium: 3.6-5.0, 1, mmol/L
 rx lisinopril; amlodipine; losartan; chlorthalidone
 ad cut down on salt; check your pressure at home; walk for half an hour most days
atrial fibrillation
 sx palpitations, fatigue, dizziness, exertional dyspnea, chest tightness
 ex irregularly irregular pulse; variable first heart sound; no leg swelling
 te electrocardiogram; TSH; echocardiogram
 rs TSH: 0.6-4.0, 1, mIU/L
 rx apixaban; metoprolol; diltiazem; rivaroxaban
 ad limit caffeine and alcohol; learn to check your pulse
 rf cardiology
heart failure
 sx leg edema, exertional dyspnea, orthopnea, weight gain, fatigue
 ex bilateral ankle edema; crackles at both lung bases; raised jugular venous pressure; third heart sound
 te BNP; echocardiogram; chest X-ray
 rs BNP: 320-1900, 0, pg/mL
 rx furosemide; carvedilol; spironolactone; empagliflozin
 ad weigh yourself every morning; limit salt; keep your legs up when you sit
 rf cardiology
stable angina
 sx exertional chest pain, exertional dyspnea, chest tightness, fatigue
 ex normal heart sounds; no chest wall tenderness; no ankle edema
 te exercise stress test; electrocardiogram; lipid panel
 rs LDL cholesterol: 90-190, 0, mg/dL
 rx nitroglycerin; metoprolol; isosorbide mononitrate; aspirin
 ad stop and rest when the pain starts; stop smoking
 rf cardiology
hyperlipidemia
 sx fatigue, weight gain, exertional dyspnea
 ex no xanthomas; normal heart sounds; no carotid bruits
 te lipid panel; liver panel
 rs LDL cholesterol: 131-240, 0, mg/dL
 rx atorvastatin; rosuvastatin; ezetimibe
 ad eat more fish and vegetables; cut back on fried food
{s}leg deep vein thrombosis
 sx {s}calf swelling, {s}calf pain, red warm skin, exertional dyspnea
 ex {s}calf swelling with tenderness; warm {s}calf; normal foot pulses
 te leg ultrasound; D-dimer; complete blood count
 rs D-dimer: 700-4200, 0, ng/mL
 rx apixaban; rivaroxaban; warfarin
 ad keep walking gently; avoid long sitting
peripheral artery disease
 sx calf cramps on walking, numb feet, {s}leg pain
 ex weak {s}foot pulses; cool {s}foot; hair loss on the shins
 te ankle-brachial index; lipid panel
 rs ankle-brachial index: 0.5-0.9, 1, -
 rx cilostazol; clopidogrel; atorvastatin
 ad walk every day until the pain starts, rest, and go again; stop smoking
 rf vascular surgery
vasovagal syncope
 sx syncope, lightheadedness, nausea, palpitations
 ex normal heart sounds; no injury from the fall; no neurological deficit
 te electrocardiogram; complete blood count
 rs hemoglobin: 12.0-16.0, 1, g/dL
 rx none
 ad drink more fluids; lie down when you feel it coming; stand up slowly

# respiratory - GINA and GOLD pocket guides; NHS Health A-Z
community-acquired pneumonia
 sx productive cough, fever, dyspnea, pleuritic chest pain, chills
 ex crackles at the {s}lung base; decreased breath sounds on the {s}side; dullness at the {s}base
 te chest X-ray; complete blood count; sputum culture
 rs white cell count: 11-19, 1, x10^9/L
 rx amoxicillin; doxycycline; azithromycin
 ad rest and drink plenty of fluids; take all of the antibiotic
acute bronchitis
 sx productive cough, wheezing, chest tightness, fatigue, sore throat
 ex scattered wheezes; coarse breath sounds that clear with coughing; no crackles
 te none
 rx benzonatate; albuterol; acetaminophen
 ad try honey for the cough; stay away from smoke; rest and drink plenty of fluids
asthma exacerbation
 sx wheezing, dyspnea, chest tightness, nocturnal cough
 ex diffuse expiratory wheezes; prolonged expiration; no use of neck muscles
 te peak flow; spirometry
 rs peak flow: 180-380, 0, L/min
 rx albuterol; prednisone; budesonide; montelukast
 ad use a spacer with the inhaler; avoid your triggers
COPD exacerbation
 sx exertional dyspnea, productive cough, wheezing, fatigue
 ex reduced breath sounds; diffuse wheezes; barrel chest
 te chest X-ray; spirometry
 rs FEV1: 35-70, 0, %
 rx prednisone; azithromycin; tiotropium; albuterol
 ad stop smoking; use the inhaler before you go out
 rf pulmonary rehabilitation
allergic rhinitis
 sx sneezing, rhinorrhea, itchy eyes, nasal congestion, postnasal drip
 ex pale swollen nasal turbinates; dark circles under the eyes; clear nasal discharge
 te none; allergy testing
 rx fluticasone; cetirizine; loratadine
 ad rinse your nose with salt water; keep the windows closed at night
influenza
 sx fever, muscle aches, dry cough, fatigue, chills, sore throat
 ex flushed face; clear lungs; red throat without exudate
 te rapid flu test
 rx oseltamivir; acetaminophen
 ad stay home until the fever is gone; rest and drink plenty of fluids
COVID-19
 sx fever, dry cough, anosmia, fatigue, sore throat, muscle aches
 ex clear lungs; no respiratory distress; red throat without exudate
 te COVID antigen test; chest X-ray
 rx acetaminophen; benzonatate
 ad stay home until the fever is gone; keep an eye on your oxygen level
obstructive sleep apnea
 sx loud snoring, daytime sleepiness, throbbing headache, poor concentration
 ex crowded throat; large neck; normal lungs
 te sleep study
 rx none
 ad sleep on your side; avoid alcohol before bed; work on losing some weight
 rf sleep clinic
upper airway cough syndrome
 sx dry cough, postnasal drip, nasal congestion, nocturnal cough
 ex cobblestoning of the throat; clear lungs; mucus at the back of the throat
 te none
 rx loratadine; fluticasone
 ad rinse your nose with salt water; raise the head of your bed

# ear, nose and throat - American Academy of Otolaryngology patient pages; NHS Health A-Z
acute sinusitis
 sx {s}facial pain, nasal congestion, rhinorrhea, postnasal drip, fever
 ex tenderness over the {s}maxillary sinus; swollen nasal turbinates; thick nasal discharge
 te none
 rx amoxicillin; doxycycline; fluticasone
 ad rinse your nose with salt water; use warm compresses
streptococcal pharyngitis
 sx sore throat, fever, odynophagia, swollen neck glands
 ex tonsillar exudates; red swollen tonsils; tender anterior neck nodes
 te rapid strep test; throat culture
 rx penicillin V; amoxicillin; cephalexin
 ad gargle with warm salt water; change your toothbrush
{s}acute otitis media
 sx {s}ear pain, fever, {s}hearing loss, nasal congestion
 ex bulging red {s}eardrum; fluid behind the {s}eardrum; normal ear canal
 te none
 rx amoxicillin; cefuroxime; acetaminophen
 ad keep the ear dry; use a warm cloth for the pain
{s}otitis externa
 sx {s}ear pain, {s}ear discharge, {s}hearing loss
 ex swollen {s}ear canal with debris; pain on pulling the {s}ear; normal eardrum
 te none; ear swab
 rx ciprofloxacin drops
 ad keep the ear dry; stop using cotton swabs
benign positional vertigo
 sx vertigo, nausea, dizziness, vomiting
 ex positive Dix-Hallpike test on the {s}side; normal gait; no hearing loss
 te none
 rx meclizine
 ad do the repositioning exercises at home; get out of bed slowly
 rf vestibular physiotherapy
Meniere disease
 sx vertigo, {s}tinnitus, {s}hearing loss, nausea
 ex reduced hearing in the {s}ear; normal eardrums; unsteady walk
 te hearing test; brain MRI
 rx hydrochlorothiazide; meclizine
 ad cut down on salt; limit caffeine and alcohol
 rf ear, nose and throat
{s}epistaxis
 sx epistaxis, lightheadedness, nasal congestion
 ex crusted vessel on the {s}nasal septum; no active bleeding; dry nasal lining
 te complete blood count
 rs hemoglobin: 11.0-15.5, 1, g/dL
 rx mupirocin ointment
 ad pinch the soft part of the nose for ten minutes; use a humidifier

# gastroenterology - NIDDK digestive disease pages; NICE CKS gastrointestinal topics
gastroesophageal reflux disease
 sx heartburn, acid regurgitation, hoarseness, epigastric pain, nocturnal cough
 ex mild epigastric tenderness; soft abdomen; normal bowel sounds
 te none; upper endoscopy
 rx omeprazole; pantoprazole; famotidine
 ad avoid late meals; raise the head of your bed; cut back on coffee
peptic ulcer disease
 sx epigastric pain, early satiety, nausea, melena
 ex epigastric tenderness; no guarding; soft abdomen
 te H. pylori stool test; upper endoscopy; complete blood count
 rs hemoglobin: 9.0-13.5, 1, g/dL
 rx pantoprazole; omeprazole; clarithromycin
 ad stay away from ibuprofen and the like; stop smoking
viral gastroenteritis
 sx watery diarrhea, vomiting, abdominal cramps, loss of appetite, fever
 ex diffuse mild abdominal tenderness; dry mouth; active bowel sounds
 te none; stool test
 rx ondansetron; loperamide
 ad take small sips of rehydration solution; wash your hands often
eosinophilic esophagitis
 sx dysphagia, heartburn, early satiety
 ex soft abdomen; no neck masses; healthy weight
 te upper endoscopy; allergy testing
 rx omeprazole; pantoprazole
 ad chew well and eat slowly; keep a food diary
 rf gastroenterology
acute appendicitis
 sx right lower abdominal pain, nausea, loss of appetite, fever
 ex right lower abdominal tenderness with rebound; guarding on the right; pain on letting go
 te abdominal CT; complete blood count
 rs white cell count: 11-19, 1, x10^9/L
 rx none
 ad do not eat or drink; go straight to the emergency department
 rf general surgery
irritable bowel syndrome
 sx abdominal cramps, bloating, constipation, watery diarrhea
 ex soft abdomen with mild lower tenderness; no masses; normal bowel sounds
 te celiac antibodies; complete blood count
 rs hemoglobin: 12.0-15.5, 1, g/dL
 rx dicyclomine; polyethylene glycol
 ad keep a food diary; eat regular meals; add fiber slowly
ulcerative colitis
 sx bloody diarrhea, abdominal cramps, weight loss, fatigue
 ex left lower abdominal tenderness; pale inner eyelids; no masses
 te colonoscopy; fecal calprotectin; complete blood count
 rs calprotectin: 260-1800, 0, mcg/g
 rx mesalamine; prednisone
 ad avoid ibuprofen and the like; keep a food diary
 rf gastroenterology
acute diverticulitis
 sx left lower abdominal pain, fever, constipation, nausea
 ex left lower abdominal tenderness; mild guarding; soft abdomen
 te abdominal CT; complete blood count
 rs white cell count: 11-18, 1, x10^9/L
 rx ciprofloxacin; metronidazole
 ad stick to clear liquids for two days; add fiber later
gallstones
 sx right upper abdominal pain, nausea, bloating, vomiting
 ex right upper abdominal tenderness; negative Murphy sign; no jaundice
 te abdominal ultrasound; liver panel
 rs ALT: 24-120, 0, U/L
 rx acetaminophen; ursodiol
 ad avoid fatty food
 rf general surgery
hemorrhoids
 sx rectal bleeding, anal itching, constipation
 ex external hemorrhoid without clot; skin tags; no fissure
 te none; anoscopy
 rx hydrocortisone cream; polyethylene glycol
 ad sit in warm baths; add fiber; do not strain
chronic constipation
 sx constipation, bloating, abdominal cramps, loss of appetite
 ex soft abdomen with palpable stool; normal rectal tone; active bowel sounds
 te TSH; none
 rs TSH: 0.8-4.2, 1, mIU/L
 rx polyethylene glycol; lactulose
 ad drink more water; add fiber; walk every day
fatty liver disease
 sx fatigue, right upper abdominal pain, weight gain
 ex enlarged smooth liver; no jaundice; soft abdomen
 te liver panel; liver ultrasound
 rs ALT: 48-160, 0, U/L
 rx none; atorvastatin
 ad work on losing some weight; avoid alcohol

# neurology - American Academy of Neurology patient pages; NINDS disorder pages
migraine without aura
 sx throbbing headache, nausea, photophobia, phonophobia, {s}sided headache
 ex normal neurological examination; no neck stiffness; normal eye grounds
 te headache diary; none
 rx sumatriptan; topiramate; propranolol; naproxen
 ad keep regular sleep and meals; rest in a dark room
migraine with aura
 sx {s}sided headache, visual aura, nausea, photophobia
 ex normal neurological examination; full visual fields; normal eye grounds
 te headache diary; brain MRI
 rx sumatriptan; propranolol; topiramate
 ad keep regular sleep and meals; avoid your triggers
tension-type headache
 sx pressing headache, neck pain, poor sleep
 ex tight neck muscles; normal neurological examination; scalp tenderness
 te none
 rx acetaminophen; ibuprofen; naproxen
 ad take breaks from the screen; do neck stretches
transient ischemic attack
 sx {s}arm weakness, slurred speech, {s}facial droop, dizziness
 ex full strength in the {s}arm now; no carotid bruit; normal speech
 te brain MRI; carotid ultrasound; electrocardiogram
 rs LDL cholesterol: 95-185, 0, mg/dL
 rx clopidogrel; aspirin; atorvastatin
 ad call an ambulance if it happens again; do not drive for now
 rf stroke clinic
diabetic peripheral neuropathy
 sx burning feet, numb feet, poor sleep
 ex reduced feeling to the knees; absent ankle reflexes; normal foot pulses
 te hemoglobin A1c; vitamin B12 level
 rs hemoglobin A1c: 7.0-10.8, 1, %
 rx gabapentin; duloxetine; pregabalin
 ad look at your feet every night; wear soft shoes
{s}carpal tunnel syndrome
 sx {s}hand numbness, weak grip, {s}wrist pain
 ex positive Phalen test on the {s}side; positive Tinel sign at the {s}wrist; weak {s}thumb
 te nerve conduction study; none
 rx ibuprofen; naproxen
 ad wear a wrist splint at night; take breaks from typing
 rf hand clinic
Parkinson disease
 sx resting tremor, slow movement, constipation, anosmia
 ex cogwheel rigidity of the {s}arm; slow finger taps on the {s}side; reduced arm swing
 te none; brain MRI
 rx carbidopa-levodopa; ropinirole
 ad keep exercising every day; remove loose rugs
 rf neurology
essential tremor
 sx action tremor, excessive worry
 ex fine tremor of both hands; normal walk; no rigidity
 te TSH
 rs TSH: 0.7-3.9, 1, mIU/L
 rx propranolol; topiramate
 ad limit caffeine; use a heavier cup
epilepsy
 sx seizure, fatigue, poor concentration
 ex normal neurological examination; healed tongue bite; no weakness
 te EEG; brain MRI
 rs sodium: 132-142, 0, mmol/L
 rx levetiracetam; topiramate
 ad do not drive for now; never miss a dose; avoid late nights
 rf neurology
{s}Bell palsy
 sx {s}facial droop, {s}ear pain, {s}eye pain
 ex weak {s}forehead and mouth; incomplete closing of the {s}eye; no ear rash
 te none
 rx prednisone; artificial tears; valacyclovir
 ad tape the eye shut at night
restless legs syndrome
 sx restless legs, poor sleep, fatigue
 ex normal neurological examination; normal leg pulses
 te ferritin
 rs ferritin: 8-60, 0, ng/mL
 rx ropinirole; gabapentin; ferrous sulfate
 ad limit caffeine; stretch your legs before bed
Alzheimer dementia
 sx memory loss, poor sleep, irritability
 ex poor recall of three words; normal walk; trouble drawing a clock
 te vitamin B12 level; brain MRI; TSH
 rs memory test score: 14-23, 0, /30
 rx donepezil
 ad keep a daily routine; use a pill box; stop driving at night
 rf memory clinic

# endocrine - American Diabetes Association and American Thyroid Association patient pages
type 2 diabetes
 sx polydipsia, polyuria, blurred vision, fatigue, weight loss
 ex reduced feeling in both feet; normal foot pulses; dark skin folds at the neck
 te hemoglobin A1c; urine albumin; lipid panel
 rs hemoglobin A1c: 6.9-11.8, 1, %
 rx metformin; glipizide; empagliflozin; semaglutide; insulin glargine
 ad cut back on sugary drinks; walk after meals; check your sugar before breakfast
 rf diabetes educator
hypothyroidism
 sx fatigue, weight gain, cold intolerance, constipation, dry skin, hair loss
 ex dry skin; slow reflexes; mildly enlarged thyroid
 te TSH; free T4
 rs TSH: 6.2-38.0, 1, mIU/L
 rx levothyroxine
 ad take the tablet on an empty stomach
hyperthyroidism
 sx palpitations, weight loss, heat intolerance, hand tremor
 ex fine tremor of the hands; warm moist skin; enlarged smooth thyroid
 te TSH; free T4; thyroid scan
 rs free T4: 2.0-5.5, 1, ng/dL
 rx methimazole; propranolol
 ad avoid iodine supplements; limit caffeine
 rf endocrinology
vitamin D deficiency
 sx bone pain, fatigue, muscle aches
 ex tender shins; normal walk; mild thigh weakness
 te vitamin D level; calcium
 rs vitamin D: 6-19, 0, ng/mL
 rx vitamin D
 ad get some sun each day; eat oily fish
osteoporosis
 sx height loss, low back pain, back stiffness
 ex curved upper back; no spinal tenderness; steady walk
 te bone density scan; vitamin D level
 rs hip T-score: -3.6--2.5, 1, -
 rx alendronate; calcium carbonate; vitamin D
 ad sit upright after the tablet; do weight-bearing exercise; remove loose rugs
prediabetes
 sx fatigue, weight gain, polydipsia
 ex dark skin folds at the neck; normal foot pulses
 te hemoglobin A1c; lipid panel
 rs hemoglobin A1c: 5.7-6.4, 1, %
 rx metformin; none
 ad cut back on sugary drinks; walk for half an hour most days
"""
