"""Closed-book questions: well-known facts, each `question | answer | kind`. Wrong choices come from answers of the same kind.

General textbook knowledge; each line can be checked in MedlinePlus (medlineplus.gov).
"""

TEXT = """
lack of it causes scurvy | vitamin C | vitamin
lack of it causes rickets | vitamin D | vitamin
lack of it causes night blindness | vitamin A | vitamin
lack of it causes beriberi | vitamin B1 | vitamin
lack of it causes pernicious anemia | vitamin B12 | vitamin
lack of it causes pellagra | vitamin B3 | vitamin
it is needed to make clotting factors | vitamin K | vitamin
lack of it in pregnancy causes neural tube defects | folic acid | vitamin
it reverses an opioid overdose | naloxone | drug
it is the antidote to acetaminophen | acetylcysteine | drug
it reverses benzodiazepines | flumazenil | drug
it reverses heparin | protamine | drug
it is given first in anaphylaxis | epinephrine | drug
it is the usual first drug in type 2 diabetes | metformin | drug
it often causes a dry cough | lisinopril | drug
it lowers uric acid | allopurinol | drug
it replaces thyroid hormone | levothyroxine | drug
it treats an overactive thyroid | methimazole | drug
it is a loop diuretic | furosemide | drug
it needs INR checks | warfarin | drug
it is a macrolide antibiotic | azithromycin | drug
it is a calcium channel blocker | amlodipine | drug
it is a proton pump inhibitor | omeprazole | drug
it relieves an asthma attack | albuterol | drug
it needs blood level checks in bipolar disorder | lithium | drug
it is a statin | atorvastatin | drug
it is a bisphosphonate | alendronate | drug
it is a triptan | sumatriptan | drug
it is taken under the tongue for angina | nitroglycerin | drug
it is a factor Xa inhibitor | apixaban | drug
it makes insulin | pancreas | organ
it filters blood to make urine | kidney | organ
it makes bile | liver | organ
it stores bile | gallbladder | organ
it pumps blood | heart | organ
it makes cortisol | adrenal gland | organ
it makes growth hormone | pituitary gland | organ
it makes thyroxine | thyroid gland | organ
it exchanges oxygen and carbon dioxide | lung | organ
it stores urine | bladder | organ
it causes strep throat | Streptococcus pyogenes | microbe
it causes tuberculosis | Mycobacterium tuberculosis | microbe
it causes Lyme disease | Borrelia burgdorferi | microbe
it causes most urinary infections | Escherichia coli | microbe
it causes whooping cough | Bordetella pertussis | microbe
it causes many stomach ulcers | Helicobacter pylori | microbe
it causes malaria | Plasmodium | microbe
it causes chickenpox | varicella zoster virus | microbe
it causes cold sores | herpes simplex virus | microbe
it causes oral thrush | Candida albicans | microbe
it shows average blood sugar over three months | hemoglobin A1c | test
it is the first test of thyroid function | TSH | test
it shows iron stores | ferritin | test
it rises in heart failure | BNP | test
it measures the heart's electrical activity | electrocardiogram | test
it is used to diagnose sleep apnea | sleep study | test
it measures bone density | bone density scan | test
it is the usual test for asthma and COPD | spirometry | test
it rises when a clot breaks down | D-dimer | test
it looks at the whole large bowel | colonoscopy | test
"""


def _parse():
    rows = []
    for line in TEXT.strip().splitlines():
        clue, answer, kind = (part.strip() for part in line.split("|"))
        rows.append((clue, answer, kind))
    return rows


KNOWLEDGE = _parse()
