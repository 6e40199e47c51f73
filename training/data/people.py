"""Who comes to the clinic: names, work, long-standing problems, family, allergies, habits. All invented or generic."""

SURNAMES = (
    "Abbott Alvarez Andersen Bailey Banerjee Becker Bianchi Brandt Burke Castillo Chandra Clarke Cohen Costa Davies Delgado "
    "Dubois Ellis Farah Fischer Flores Fraser Garcia Gupta Haddad Hansen Harper Hayes Herrera Hughes Ibrahim Ito Jansen "
    "Johansson Kapoor Kaya Keller Kim Kowalski Larsen Lewis Lindgren Lopez Malik Marsh Mbeki Mendoza Meyer Moreno Morris "
    "Murphy Nakamura Novak Obrien Okafor Olsen Ortiz Osei Park Patel Pereira Petrov Quinn Ramirez Reed Rivera Rossi Rowe "
    "Santos Sato Schmidt Sharma Silva Simmons Singh Sokolov Stone Suarez Tanaka Thompson Torres Tran Vargas Virtanen Walsh "
    "Weber West Wood Yilmaz Young Zhang Ziegler"
).split()

JOBS = (
    "teacher; nurse; bus driver; carpenter; cook; accountant; farmer; mechanic; librarian; electrician; hairdresser; "
    "security guard; postal worker; baker; software tester; plumber; cleaner; cashier; painter; florist; warehouse worker; "
    "bank clerk; gardener; welder; waiter; truck driver; dental assistant; tailor; firefighter; musician; roofer; lawyer"
).split("; ")

# clinical word | lay words that fit "I have ..."
HISTORY = {
    "hypertension": ["high blood pressure", "blood pressure trouble"],
    "type 2 diabetes": ["type 2 diabetes", "sugar diabetes"],
    "hyperlipidemia": ["high cholesterol", "cholesterol problems"],
    "asthma": ["asthma"],
    "COPD": ["COPD", "smoker's lungs"],
    "coronary artery disease": ["clogged heart arteries", "coronary disease"],
    "atrial fibrillation": ["an irregular heartbeat", "a-fib"],
    "heart failure": ["a weak heart", "heart failure"],
    "hypothyroidism": ["an underactive thyroid", "a slow thyroid"],
    "gastroesophageal reflux disease": ["acid reflux", "reflux"],
    "osteoarthritis": ["wear-and-tear arthritis", "arthritis"],
    "osteoporosis": ["thin bones", "osteoporosis"],
    "depression": ["depression"],
    "anxiety": ["anxiety", "bad nerves"],
    "migraine": ["migraines"],
    "chronic kidney disease": ["kidney trouble", "weak kidneys"],
    "kidney stones": ["kidney stones"],
    "gout": ["gout"],
    "sleep apnea": ["sleep apnea"],
    "iron deficiency anemia": ["low iron"],
    "prior stroke": ["a stroke some years back", "an old stroke"],
    "breast cancer": ["breast cancer in the past"],
    "prostate cancer": ["prostate cancer in the past"],
    "appendectomy": ["my appendix taken out"],
    "cholecystectomy": ["my gallbladder removed"],
    "hysterectomy": ["a hysterectomy"],
    "eczema": ["eczema"],
    "psoriasis": ["psoriasis"],
    "glaucoma": ["glaucoma"],
    "seasonal allergies": ["hay fever"],
}
MEN_ONLY = {"prostate cancer"}
WOMEN_ONLY = {"hysterectomy", "breast cancer"}
OPERATIONS = {"appendectomy", "cholecystectomy", "hysterectomy"}  # said with "I had", not "I have"

RELATIVES = {
    "mother": ["my mother", "my mom"], "father": ["my father", "my dad"], "brother": ["my brother"], "sister": ["my sister"],
    "grandmother": ["my grandmother", "my grandma"], "grandfather": ["my grandfather", "my grandpa"],
    "aunt": ["my aunt"], "uncle": ["my uncle"],
}
FAMILY_ILLNESS = {
    "heart attack": ["a heart attack", "heart attacks"], "stroke": ["a stroke"], "type 2 diabetes": ["diabetes", "sugar diabetes"],
    "hypertension": ["high blood pressure"], "colon cancer": ["bowel cancer", "colon cancer"], "breast cancer": ["breast cancer"],
    "lung cancer": ["lung cancer"], "asthma": ["asthma"], "migraine": ["migraines"], "thyroid disease": ["thyroid trouble", "a thyroid problem"],
    "rheumatoid arthritis": ["rheumatoid arthritis"], "dementia": ["dementia"], "glaucoma": ["glaucoma"], "depression": ["depression"],
    "blood clots": ["blood clots"], "kidney disease": ["bad kidneys", "kidney disease"], "osteoporosis": ["thin bones"], "gout": ["gout"],
}

ALLERGENS = (
    "penicillin; sulfa; amoxicillin; codeine; aspirin; latex; ibuprofen; shellfish; peanuts; morphine; iodine contrast; eggs; "
    "erythromycin; cephalexin; bee stings; naproxen; tetracycline; adhesive tape; strawberries; ciprofloxacin"
).split("; ")
# Medicines that an allergy rules out besides those of its own name. Source: the contraindications of the labels on DailyMed.
SAME_FAMILY = {
    "penicillin": ("penicillin V", "amoxicillin"), "amoxicillin": ("penicillin V",), "tetracycline": ("doxycycline",), "sulfa": ("celecoxib",),
    "aspirin": ("ibuprofen", "naproxen", "meloxicam", "celecoxib", "diclofenac gel"),
    "ibuprofen": ("aspirin", "naproxen", "meloxicam", "celecoxib", "diclofenac gel"),
    "naproxen": ("aspirin", "ibuprofen", "meloxicam", "celecoxib", "diclofenac gel"),
}
REACTIONS = {
    "rash": ["a rash", "a bad rash"], "hives": ["hives", "welts all over"], "facial swelling": ["a swollen face", "swelling of my face"],
    "vomiting": ["throwing up", "vomiting"], "anaphylaxis": ["anaphylaxis", "a shock reaction"], "itching": ["itching all over", "itching"],
    "throat tightness": ["a tight throat", "my throat closing up"], "nausea": ["a sick stomach", "nausea"], "dizziness": ["dizziness", "dizzy spells"],
}

# what makes it better or worse: words of the note | what the patient says after "it gets worse ..." or "it gets better ..."
WORSE = {
    "at night": ["at night", "when the night comes"], "in the morning": ["in the morning", "when I wake up"], "with activity": ["when I move around", "with activity"],
    "after meals": ["after I eat", "after meals"], "with stress": ["when I'm stressed", "with stress"], "in cold weather": ["in the cold", "when it's cold out"],
    "with lying down": ["when I lie down", "lying down"], "with standing": ["when I stand a long time", "with standing"], "in the evening": ["in the evening", "by the evening"],
    "with coughing": ["when I cough", "with coughing"], "at work": ["at work", "during my shift"],
}
BETTER = {
    "with rest": ["when I rest", "with rest"], "with heat": ["with a hot pack", "with heat"], "with ice": ["with ice", "when I ice it"],
    "with acetaminophen": ["with acetaminophen", "when I take acetaminophen"], "after sleep": ["after I sleep", "after a good sleep"],
    "with sitting up": ["when I sit up", "sitting up"], "in fresh air": ["in fresh air", "when I step outside"], "with fluids": ["when I drink something", "with fluids"],
    "with distraction": ["when I'm busy", "when I keep my mind off it"], "with lying still": ["when I lie still", "lying still"],
}
COURSE = {
    "Getting worse": ["getting worse", "going downhill", "worse by the day", "getting worse all the time"],
    "Improving": ["getting better", "easing up", "a bit better each day", "on the mend"],
    "Unchanged": ["about the same", "no better and no worse", "staying the same", "just the same"],
    "Intermittent": ["coming and going", "on and off", "there some days and gone on others", "off and on"],
}

WARNINGS = (
    "the fever comes back; the pain gets worse; you have trouble breathing; you cannot keep fluids down; you faint; "
    "the redness spreads; you see blood; you get a new rash; you feel confused; your vision changes; you get chest pain; "
    "one side goes weak; nothing improves in three days"
).split("; ")

# Sounds for invented medicine names: a name never seen before has to be copied, not remembered.
NAME_PARTS = (
    "ax bel cor dar el fen gal hox il jun kel lor mav nor ox pra quin rel sol tam ur vel wex xan yor zel bri clo dru fli gro pli".split(),
    "a e i o u ami ila ora eti uva oni ero ixa ano".split(),
    "stat pril mab dine zole tan cin vir lol mide prex cort gine lin tor xin mol dron".split(),
)


def made_up_name(rng):
    """A name of syllables that no medicine or illness has."""
    return "".join(rng.choice(part) for part in NAME_PARTS)
