"""Medicines: name | doses | how often | route | what a patient calls it.

Doses and intervals are ordinary adult ones, so that visits look plausible; they are not advice.
They can be checked in the label of each product (dailymed.nlm.nih.gov).
"""

TEXT = """
amoxicillin | 500 mg; 875 mg | three times daily; twice daily | oral | antibiotic
doxycycline | 100 mg | twice daily | oral | antibiotic
azithromycin | 250 mg; 500 mg | once daily | oral | antibiotic
cephalexin | 250 mg; 500 mg | four times daily; three times daily | oral | antibiotic
nitrofurantoin | 100 mg | twice daily | oral | antibiotic
ciprofloxacin | 250 mg; 500 mg | twice daily | oral | antibiotic
metronidazole | 250 mg; 500 mg | three times daily; twice daily | oral | antibiotic
penicillin V | 250 mg; 500 mg | twice daily; four times daily | oral | antibiotic
clarithromycin | 250 mg; 500 mg | twice daily | oral | antibiotic
cefuroxime | 250 mg; 500 mg | twice daily | oral | antibiotic
valacyclovir | 500 mg; 1000 mg | three times daily; twice daily | oral | antiviral
oseltamivir | 75 mg | twice daily | oral | flu medicine
fluconazole | 150 mg; 200 mg | once daily; once weekly | oral | yeast pill
terbinafine | 250 mg | once daily | oral | fungus pill
albuterol | 1 puff; 2 puffs | every 4 hours as needed; every 6 hours as needed | inhaled | rescue inhaler
budesonide | 1 puff; 2 puffs | twice daily | inhaled | preventer inhaler
tiotropium | 1 puff; 2 puffs | once daily | inhaled | lung inhaler
fluticasone | 1 spray; 2 sprays | once daily; twice daily | nasal | nose spray
montelukast | 10 mg | at bedtime | oral | asthma tablet
prednisone | 10 mg; 20 mg; 40 mg | once daily; every morning | oral | steroid
benzonatate | 100 mg; 200 mg | three times daily as needed | oral | cough pearls
loratadine | 10 mg | once daily | oral | allergy pill
cetirizine | 5 mg; 10 mg | once daily; at bedtime | oral | allergy pill
meclizine | 12.5 mg; 25 mg | every 8 hours as needed | oral | dizzy pill
acetaminophen | 500 mg; 650 mg; 1000 mg | every 6 hours as needed; every 8 hours as needed | oral | pain tablet
ibuprofen | 200 mg; 400 mg; 600 mg | every 6 hours as needed; three times daily | oral | painkiller
naproxen | 250 mg; 500 mg | twice daily | oral | painkiller
meloxicam | 7.5 mg; 15 mg | once daily | oral | joint pill
celecoxib | 100 mg; 200 mg | twice daily; once daily | oral | joint pill
diclofenac gel | 2 g; 4 g | four times daily | topical | rub-on gel
cyclobenzaprine | 5 mg; 10 mg | at bedtime; three times daily as needed | oral | muscle relaxer
gabapentin | 100 mg; 300 mg; 600 mg | three times daily; at bedtime | oral | nerve pill
pregabalin | 50 mg; 75 mg; 150 mg | twice daily | oral | nerve pill
duloxetine | 20 mg; 30 mg; 60 mg | once daily | oral | nerve pill
colchicine | 0.6 mg | once daily; twice daily | oral | gout pill
allopurinol | 100 mg; 200 mg; 300 mg | once daily | oral | gout pill
methotrexate | 7.5 mg; 10 mg; 15 mg | once weekly | oral | arthritis pill
hydroxychloroquine | 200 mg; 400 mg | once daily; twice daily | oral | arthritis pill
alendronate | 70 mg | once weekly | oral | bone pill
sumatriptan | 25 mg; 50 mg; 100 mg | as needed | oral | migraine pill
topiramate | 25 mg; 50 mg; 100 mg | twice daily; at bedtime | oral | migraine preventer
propranolol | 10 mg; 20 mg; 40 mg | twice daily; three times daily | oral | beta blocker
levetiracetam | 250 mg; 500 mg; 750 mg | twice daily | oral | seizure pill
carbidopa-levodopa | 25-100 mg | three times daily | oral | Parkinson's pill
donepezil | 5 mg; 10 mg | at bedtime | oral | memory pill
ropinirole | 0.25 mg; 0.5 mg; 1 mg | at bedtime | oral | leg pill
omeprazole | 20 mg; 40 mg | once daily; every morning | oral | stomach pill
pantoprazole | 20 mg; 40 mg | once daily; twice daily | oral | stomach pill
famotidine | 20 mg; 40 mg | twice daily; at bedtime | oral | acid pill
ondansetron | 4 mg; 8 mg | every 8 hours as needed | oral | nausea pill
loperamide | 2 mg | as needed | oral | diarrhea pill
polyethylene glycol | 17 g | once daily | oral | stool powder
dicyclomine | 10 mg; 20 mg | four times daily; three times daily as needed | oral | cramp pill
mesalamine | 800 mg; 1200 mg | once daily; three times daily | oral | colitis pill
hydrocortisone cream | 1 application | twice daily | topical | itch cream
ursodiol | 250 mg; 300 mg; 500 mg | twice daily | oral | liver pill
lactulose | 15 mL; 30 mL | once daily; twice daily | oral | syrup
metformin | 500 mg; 850 mg; 1000 mg | once daily; twice daily | oral | sugar pill
glipizide | 2.5 mg; 5 mg; 10 mg | once daily; twice daily | oral | sugar pill
empagliflozin | 10 mg; 25 mg | once daily; every morning | oral | sugar pill
semaglutide | 0.25 mg; 0.5 mg; 1 mg | once weekly | subcutaneous | weekly shot
insulin glargine | 10 units; 14 units; 20 units; 26 units | at bedtime; once daily | subcutaneous | long-acting insulin
levothyroxine | 25 mcg; 50 mcg; 75 mcg; 100 mcg; 125 mcg | once daily; every morning | oral | thyroid pill
methimazole | 5 mg; 10 mg; 20 mg | once daily; three times daily | oral | thyroid pill
lisinopril | 5 mg; 10 mg; 20 mg; 40 mg | once daily | oral | blood pressure pill
losartan | 25 mg; 50 mg; 100 mg | once daily | oral | blood pressure pill
amlodipine | 2.5 mg; 5 mg; 10 mg | once daily | oral | blood pressure pill
hydrochlorothiazide | 12.5 mg; 25 mg | once daily; every morning | oral | water pill
chlorthalidone | 12.5 mg; 25 mg | once daily | oral | water pill
spironolactone | 25 mg; 50 mg; 100 mg | once daily | oral | water pill
furosemide | 20 mg; 40 mg; 80 mg | once daily; twice daily; every morning | oral | water pill
metoprolol | 25 mg; 50 mg; 100 mg | twice daily; once daily | oral | heart pill
carvedilol | 3.125 mg; 6.25 mg; 12.5 mg | twice daily | oral | heart pill
diltiazem | 120 mg; 180 mg; 240 mg | once daily | oral | heart pill
nitroglycerin | 0.4 mg | as needed | sublingual | under-the-tongue tablet
isosorbide mononitrate | 30 mg; 60 mg | once daily; every morning | oral | chest pain pill
apixaban | 2.5 mg; 5 mg | twice daily | oral | blood thinner
rivaroxaban | 15 mg; 20 mg | once daily | oral | blood thinner
warfarin | 2 mg; 3 mg; 5 mg | once daily; every evening | oral | blood thinner
aspirin | 81 mg; 325 mg | once daily | oral | baby aspirin
clopidogrel | 75 mg | once daily | oral | platelet pill
atorvastatin | 10 mg; 20 mg; 40 mg; 80 mg | once daily; at bedtime | oral | cholesterol pill
rosuvastatin | 5 mg; 10 mg; 20 mg | once daily; at bedtime | oral | cholesterol pill
ezetimibe | 10 mg | once daily | oral | cholesterol pill
digoxin | 0.125 mg; 0.25 mg | once daily | oral | heart pill
cilostazol | 50 mg; 100 mg | twice daily | oral | leg pill
ferrous sulfate | 325 mg | once daily; every other day | oral | iron pill
vitamin B12 | 500 mcg; 1000 mcg | once daily; once monthly | oral | B12 pill
folic acid | 1 mg; 5 mg | once daily | oral | folic acid
vitamin D | 1000 units; 2000 units; 50000 units | once daily; once weekly | oral | vitamin D
calcium carbonate | 500 mg; 600 mg | twice daily | oral | calcium
sertraline | 25 mg; 50 mg; 100 mg | once daily; every morning | oral | mood pill
escitalopram | 5 mg; 10 mg; 20 mg | once daily | oral | mood pill
fluoxetine | 10 mg; 20 mg; 40 mg | once daily; every morning | oral | mood pill
bupropion | 100 mg; 150 mg; 300 mg | once daily; twice daily | oral | mood pill
venlafaxine | 37.5 mg; 75 mg; 150 mg | once daily | oral | mood pill
mirtazapine | 7.5 mg; 15 mg; 30 mg | at bedtime | oral | sleep and mood pill
trazodone | 50 mg; 100 mg | at bedtime | oral | sleep pill
lithium | 300 mg; 450 mg | twice daily | oral | mood stabilizer
quetiapine | 25 mg; 50 mg; 100 mg | at bedtime | oral | night pill
methylphenidate | 10 mg; 18 mg; 36 mg | every morning | oral | focus pill
prazosin | 1 mg; 2 mg | at bedtime | oral | nightmare pill
hydroxyzine | 10 mg; 25 mg; 50 mg | every 6 hours as needed; at bedtime | oral | itch pill
buspirone | 5 mg; 7.5 mg; 10 mg | twice daily; three times daily | oral | worry pill
melatonin | 3 mg; 5 mg | at bedtime | oral | sleep gummy
tamsulosin | 0.4 mg | once daily; at bedtime | oral | prostate pill
finasteride | 5 mg | once daily | oral | prostate pill
oxybutynin | 5 mg; 10 mg | once daily; twice daily | oral | bladder pill
mirabegron | 25 mg; 50 mg | once daily | oral | bladder pill
phenazopyridine | 100 mg; 200 mg | three times daily | oral | bladder pain pill
sildenafil | 25 mg; 50 mg; 100 mg | as needed | oral | blue pill
norethindrone | 0.35 mg; 5 mg | once daily | oral | hormone pill
medroxyprogesterone | 5 mg; 10 mg | once daily | oral | hormone pill
estradiol cream | 1 g; 2 g | twice weekly | vaginal | hormone cream
tranexamic acid | 650 mg; 1300 mg | three times daily | oral | period pill
clotrimazole cream | 1 application | twice daily; at bedtime | topical | fungus cream
triamcinolone cream | 1 application | twice daily | topical | steroid cream
mupirocin ointment | 1 application | three times daily; twice daily | topical | antibiotic ointment
ketoconazole shampoo | 1 application | twice weekly | topical | medicated shampoo
tretinoin cream | 1 application | at bedtime | topical | acne cream
benzoyl peroxide | 1 application | once daily; twice daily | topical | acne wash
metronidazole gel | 1 application | once daily; twice daily | topical | face gel
permethrin cream | 1 application | once weekly | topical | mite cream
erythromycin ointment | 1 application | four times daily | ophthalmic | eye ointment
ofloxacin drops | 1 drop; 2 drops; 5 drops | four times daily; twice daily | ophthalmic | antibiotic drops
ciprofloxacin drops | 3 drops; 4 drops | twice daily | otic | ear drops
artificial tears | 1 drop; 2 drops | four times daily; as needed | ophthalmic | eye drops
latanoprost | 1 drop | at bedtime | ophthalmic | pressure drops
olopatadine | 1 drop | twice daily; once daily | ophthalmic | allergy eye drops
"""


def _parse():
    table = {}
    for line in TEXT.strip().splitlines():
        name, doses, frequencies, route, lay = (part.strip() for part in line.split("|"))
        table[name] = dict(
            doses=[dose.strip() for dose in doses.split(";")],
            frequencies=[frequency.strip() for frequency in frequencies.split(";")],
            route=route,
            lay=lay,
        )
    return table


MEDICINES = _parse()

# What people take for long-standing problems: drawn for the "current medicines" of a visit.
CHRONIC = [
    "metformin", "lisinopril", "losartan", "amlodipine", "atorvastatin", "rosuvastatin", "levothyroxine", "omeprazole",
    "pantoprazole", "sertraline", "escitalopram", "fluoxetine", "gabapentin", "hydrochlorothiazide", "furosemide",
    "metoprolol", "carvedilol", "apixaban", "warfarin", "aspirin", "clopidogrel", "albuterol", "budesonide", "montelukast",
    "cetirizine", "loratadine", "ibuprofen", "naproxen", "acetaminophen", "allopurinol", "alendronate", "tamsulosin",
    "insulin glargine", "glipizide", "semaglutide", "empagliflozin", "bupropion", "trazodone", "vitamin D", "ferrous sulfate",
    "famotidine", "spironolactone", "meloxicam", "duloxetine", "ezetimibe", "melatonin", "propranolol", "venlafaxine",
    "digoxin", "finasteride", "oxybutynin", "folic acid", "vitamin B12", "calcium carbonate", "topiramate", "levetiracetam",
]

# Spoken forms of each way to take a medicine; the note always uses the key.
FREQUENCIES = {
    "once daily": ["once a day", "every day", "one a day", "daily", "once daily"],
    "twice daily": ["twice a day", "two times a day", "morning and night", "twice daily"],
    "three times daily": ["three times a day", "three times daily", "morning, noon and night"],
    "four times daily": ["four times a day", "four times daily"],
    "every morning": ["every morning", "first thing in the morning", "each morning"],
    "every evening": ["every evening", "in the evening", "each evening"],
    "at bedtime": ["at bedtime", "before bed", "at night before I sleep", "when going to bed"],
    "every other day": ["every other day", "every second day"],
    "once weekly": ["once a week", "every week", "weekly"],
    "twice weekly": ["twice a week", "two times a week"],
    "once monthly": ["once a month", "every month"],
    "as needed": ["as needed", "only when needed", "when it's bad"],
    "every 4 hours as needed": ["every 4 hours as needed", "every four hours if needed"],
    "every 6 hours as needed": ["every 6 hours as needed", "every six hours if needed"],
    "every 8 hours as needed": ["every 8 hours as needed", "every eight hours if needed"],
    "three times daily as needed": ["three times a day as needed", "up to three times a day if needed"],
}

UNITS = {"mg": ["milligrams", "mg"], "mcg": ["micrograms", "mcg"], "g": ["grams", "g"], "mL": ["milliliters", "mL"], "units": ["units"]}
