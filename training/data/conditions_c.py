"""Conditions, part C: skin, mental health, eye, blood, infection.

The form is that of conditions_a.py, and so is the caution.
"""

TEXT = """
# skin - American Academy of Dermatology public pages
atopic dermatitis
 sx itchy rash, dry skin, poor sleep
 ex dry scaly patches at the elbows; scratch marks; thick skin behind the knees
 te none
 rx triamcinolone cream; cetirizine
 ad use a thick moisturizer twice a day; take short lukewarm showers
plaque psoriasis
 sx scaly plaques, joint pain, scalp flaking
 ex silvery plaques on the elbows; pitted nails; plaques on the scalp
 te none
 rx triamcinolone cream; methotrexate
 ad use a thick moisturizer twice a day; get a little sun
 rf dermatology
{s}sided shingles
 sx {s}sided painful rash, fatigue, fever
 ex blisters in a band on the {s}chest; red base; no eye involvement
 te none
 rx valacyclovir; gabapentin; acetaminophen
 ad keep the rash covered; stay away from pregnant women
{s}leg cellulitis
 sx red warm skin, fever, {s}leg pain, chills
 ex warm red area on the {s}shin; no pus; tender {s}shin
 te complete blood count; none
 rs white cell count: 10-17, 1, x10^9/L
 rx cephalexin; doxycycline
 ad keep the leg up; draw a line around the redness
urticaria
 sx hives, itchy rash, {s}eyelid swelling
 ex raised welts on the trunk; no tongue swelling; clear lungs
 te none; allergy testing
 rx cetirizine; hydroxyzine; prednisone
 ad keep a food diary; avoid hot showers
acne vulgaris
 sx acne, facial flushing, low mood
 ex blackheads on the forehead; inflamed bumps on the cheeks
 te none
 rx benzoyl peroxide; tretinoin cream; doxycycline
 ad wash gently twice a day; do not squeeze the spots
rosacea
 sx facial flushing, acne, gritty eyes
 ex red cheeks with small vessels; small pustules on the nose
 te none
 rx metronidazole gel; doxycycline
 ad wear sunscreen; avoid spicy food
tinea corporis
 sx ring-shaped rash, itchy rash
 ex round scaly patch with a raised edge; clear center
 te skin scraping; none
 rx clotrimazole cream; terbinafine
 ad keep the skin dry; do not share towels
seborrheic dermatitis
 sx scalp flaking, itchy rash, facial flushing
 ex greasy scale on the scalp; redness beside the nose
 te none
 rx ketoconazole shampoo; hydrocortisone cream
 ad leave the shampoo on for five minutes
atypical mole
 sx changing mole, itchy rash
 ex irregular dark mole on the {s}shoulder; uneven border; no swollen nodes
 te skin biopsy
 rx none
 ad wear sunscreen; check your skin every month
 rf dermatology

# mental health - NIMH topic pages
major depressive disorder
 sx low mood, loss of interest, poor sleep, poor concentration, fatigue
 ex flat affect; no suicidal thoughts; slow speech
 te PHQ-9; TSH
 rs PHQ-9 score: 10-24, 0, -
 rx sertraline; escitalopram; bupropion; mirtazapine
 ad walk outside every day; call us if you feel unsafe
 rf psychotherapy
generalized anxiety disorder
 sx excessive worry, restlessness, poor sleep, irritability, muscle aches
 ex anxious affect; normal thought content; restless hands
 te GAD-7; TSH
 rs GAD-7 score: 8-21, 0, -
 rx escitalopram; buspirone; venlafaxine; hydroxyzine
 ad practice slow breathing; limit caffeine
 rf psychotherapy
panic disorder
 sx panic attacks, palpitations, dyspnea, dizziness
 ex anxious affect; normal heart sounds; clear lungs
 te electrocardiogram; TSH
 rs TSH: 0.7-3.8, 1, mIU/L
 rx sertraline; fluoxetine; propranolol
 ad practice slow breathing; limit caffeine
 rf psychotherapy
insomnia
 sx poor sleep, daytime sleepiness, irritability, poor concentration
 ex tired appearance; normal thought content
 te sleep diary
 rx trazodone; melatonin; mirtazapine
 ad get up at the same time each day; no screens in bed
post-traumatic stress disorder
 sx flashbacks, nightmares, poor sleep, irritability
 ex easily startled; anxious affect; no suicidal thoughts
 te PHQ-9
 rs PHQ-9 score: 8-20, 0, -
 rx sertraline; prazosin
 ad keep regular sleep; call us if you feel unsafe
 rf psychotherapy
bipolar disorder
 sx elevated mood, poor sleep, easy distraction, irritability
 ex fast speech; racing thoughts; no suicidal thoughts
 te lithium level; TSH
 rs lithium level: 0.3-1.1, 1, mmol/L
 rx lithium; quetiapine
 ad keep regular sleep; avoid alcohol
 rf psychiatry
adult ADHD
 sx easy distraction, poor concentration, restlessness
 ex fidgets in the chair; normal mood
 te symptom rating scale
 rx methylphenidate; bupropion
 ad use lists and timers; keep regular sleep

# eye - American Academy of Ophthalmology public pages
{s}bacterial conjunctivitis
 sx {s}eye redness, {s}eye discharge, gritty eyes
 ex red {s}eye with yellow discharge; normal pupils; clear cornea
 te none
 rx erythromycin ointment; ofloxacin drops
 ad wash your hands often; do not share towels
allergic conjunctivitis
 sx itchy eyes, {s}eye redness, sneezing
 ex pink eyes with clear tears; swollen lids; clear cornea
 te none
 rx olopatadine; cetirizine
 ad use cold compresses; avoid rubbing your eyes
{s}stye
 sx {s}eyelid swelling, {s}eye pain
 ex tender lump on the {s}upper lid; no eye redness
 te none
 rx erythromycin ointment
 ad use warm compresses four times a day; do not squeeze it
dry eye disease
 sx gritty eyes, blurred vision, {s}eye redness
 ex low tear film; no corneal scratch
 te none
 rx artificial tears
 ad blink often at the screen; use a humidifier
{s}corneal abrasion
 sx {s}eye pain, {s}eye redness, photophobia
 ex scratch on the {s}cornea with dye; no foreign body; normal pupils
 te none
 rx ofloxacin drops; erythromycin ointment
 ad do not rub the eye; no contact lenses for now
open-angle glaucoma
 sx glare at night, blurred vision
 ex cupped {s}optic disc; normal pupils
 te visual field test; eye pressure check
 rs eye pressure: 22-34, 0, mmHg
 rx latanoprost
 ad use the drops every night
 rf ophthalmology
{s}cataract
 sx glare at night, blurred vision
 ex cloudy {s}lens; normal pupils
 te eye pressure check
 rs eye pressure: 11-20, 0, mmHg
 rx none
 ad use brighter light for reading
 rf ophthalmology

# blood - American Society of Hematology patient pages
iron deficiency anemia
 sx fatigue, pallor, exertional dyspnea, pica
 ex pale inner eyelids; spoon-shaped nails; soft flow murmur
 te ferritin; complete blood count
 rs hemoglobin: 7.6-11.4, 1, g/dL
 rx ferrous sulfate
 ad eat iron-rich food; take the iron with orange juice
vitamin B12 deficiency
 sx fatigue, numb feet, memory loss, mouth ulcers
 ex smooth red tongue; reduced vibration sense in the feet; pale inner eyelids
 te vitamin B12 level; complete blood count
 rs vitamin B12: 90-195, 0, pg/mL
 rx vitamin B12; folic acid
 ad eat more eggs, fish and meat
immune thrombocytopenia
 sx easy bruising, epistaxis, heavy periods
 ex small red dots on the shins; no large spleen
 te complete blood count; blood smear
 rs platelet count: 22-98, 0, x10^9/L
 rx prednisone
 ad avoid contact sports; avoid aspirin
 rf hematology

# infection - CDC public pages
pulmonary tuberculosis
 sx hemoptysis, night sweats, weight loss, productive cough
 ex crackles at the {s}upper lung; thin build; no swollen nodes
 te chest X-ray; sputum culture
 rx none
 ad stay home until we call; cover your cough
 rf infectious disease clinic
viral hepatitis A
 sx jaundice, dark urine, nausea, fatigue
 ex yellow eyes; tender liver edge; no confusion
 te hepatitis panel; liver panel
 rs ALT: 420-2100, 0, U/L
 rx ondansetron
 ad avoid alcohol; wash your hands often
infectious mononucleosis
 sx sore throat, fatigue, swollen neck glands, fever
 ex swollen tonsils; large spleen; many neck nodes
 te mono test; complete blood count
 rs ALT: 45-180, 0, U/L
 rx acetaminophen; ibuprofen
 ad avoid contact sports; rest and drink plenty of fluids
Lyme disease
 sx tick bite, ring-shaped rash, joint pain, fatigue
 ex bullseye rash on the {s}thigh; no facial weakness; {s}knee effusion
 te Lyme antibodies
 rx doxycycline; amoxicillin
 ad check for ticks after walks; wear long trousers
herpes labialis
 sx cold sores, swollen neck glands, fever
 ex grouped blisters on the lip; no mouth ulcers
 te none
 rx valacyclovir
 ad do not share cups; use lip balm with sunscreen
oral thrush
 sx mouth ulcers, odynophagia, loss of appetite
 ex white patches on the tongue; red mouth lining
 te none; oral swab
 rx fluconazole
 ad rinse your mouth after the inhaler
scabies
 sx itchy rash, poor sleep
 ex thin burrows between the fingers; bumps on the wrists
 te skin scraping; none
 rx permethrin cream; hydroxyzine
 ad wash the bedding on hot; treat the whole household
giardiasis
 sx watery diarrhea, bloating, abdominal cramps, weight loss
 ex soft abdomen with active bowel sounds; mild abdominal tenderness
 te stool test
 rx metronidazole
 ad boil water on trips; wash your hands often
"""
