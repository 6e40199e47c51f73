"""What is true in one visit, before anyone speaks: drawn at random from the tables, consistent within itself."""
import re
from dataclasses import dataclass, field

from .data import people
from .data.medicines import CHRONIC, MEDICINES
from .data.symptoms import SYMPTOMS

INVENTED_NAME_RATE = 0.15
WOMENS = re.compile("period|vagina|breast|pregnan|hot flash|facial hair")
MENS_MEDICINES = {"tamsulosin", "finasteride"}
TOPICS = ("age", "severity", "modifiers", "course", "denied", "history", "family", "medicines", "allergies", "social", "vitals", "exam",
          "result", "diagnosis", "start", "changes", "tests", "advice", "referral", "follow_up", "warning")


# How long people have had it before they come, and how long treatment lasts, differ between the two kinds.
ACUTE = set((
    "{s}leg deep vein thrombosis; vasovagal syncope; community-acquired pneumonia; acute bronchitis; asthma exacerbation; COPD exacerbation; "
    "influenza; COVID-19; acute sinusitis; streptococcal pharyngitis; {s}acute otitis media; {s}otitis externa; {s}epistaxis; "
    "viral gastroenteritis; acute diverticulitis; acute appendicitis; transient ischemic attack; {s}Bell palsy; mechanical low back pain; "
    "acute gout; {s}ankle sprain; urinary tract infection; {s}pyelonephritis; {s}kidney stone; bacterial vaginosis; vaginal yeast infection; "
    "{s}mastitis; {s}sided shingles; {s}leg cellulitis; urticaria; {s}bacterial conjunctivitis; {s}stye; {s}corneal abrasion; "
    "infectious mononucleosis; Lyme disease; herpes labialis; oral thrush; scabies; giardiasis; viral hepatitis A; benign positional vertigo"
).split("; "))
ACUTE_TIMES = [("days", 13), ("days", 13), ("days", 9), ("weeks", 4), ("hours", 22)]
CHRONIC_TIMES = [("weeks", 12), ("months", 11), ("months", 11), ("years", 8)]


@dataclass
class Medicine:
    name: str
    dose: str
    frequency: str
    route: str
    lay: str = ""
    change: str = "keep"      # keep, stop, increase, decrease, switch
    new: object = None        # the Medicine after an increase, decrease or switch


@dataclass
class Visit:
    condition: object
    sex: str
    title: str
    surname: str
    age: int
    side: str                 # "", left, right, bilateral
    symptoms: list            # (clinical, lay); the first is the main one
    duration: tuple           # (number, unit)
    topics: set = field(default_factory=set)
    severity: int = None
    worse: str = None
    better: str = None
    course: str = None
    denied: list = field(default_factory=list)
    history: list = field(default_factory=list)
    family: list = field(default_factory=list)
    medicines: list = field(default_factory=list)
    allergies: list = field(default_factory=list)
    smoking: tuple = None     # ("current", n) ("former", n) ("never", 0)
    drinks: int = None
    job: str = None
    vitals: list = field(default_factory=list)   # (key, value, unit)
    exam: list = field(default_factory=list)
    result: tuple = None      # (test, value, unit)
    tests: list = field(default_factory=list)
    starts: list = field(default_factory=list)   # (Medicine, course or "", route is said)
    advice: list = field(default_factory=list)
    referral: str = ""
    follow_up: tuple = None
    warning: str = ""

    @property
    def given(self):
        """The names of every medicine that is taken, changed to or started."""
        return {m.name for m in self.medicines} | {m.new.name for m in self.medicines if m.new} | {m.name for m, _, _ in self.starts}

    @property
    def diagnosis(self):
        return sided(self.condition.name, self.side)


def sided(text, side):
    return text.replace("{s}", side + " " if side else "")


def lay_words(rng, symptom, side):
    """What the patient says for it; "on both sides" is said after the thing, unlike "left" and "right"."""
    said = rng.choice(SYMPTOMS[symptom] + [symptom])
    if "{s}" in said and side == "bilateral":
        return sided(said, "") + " on both sides"
    return sided(said, side)


def medicine(rng, name=None, invented=INVENTED_NAME_RATE):
    name = name or rng.choice(list(MEDICINES))
    row, lay = MEDICINES[name], MEDICINES[name]["lay"]
    if rng.random() < invented:
        name, lay = people.made_up_name(rng), ""
    return Medicine(name, rng.choice(row["doses"]), rng.choice(row["frequencies"]), row["route"], lay)


def usual_medicines(sex):
    return [name for name in CHRONIC if sex == "man" or name not in MENS_MEDICINES]


def current_medicines(rng, sex, how_many, invented):
    return [medicine(rng, name, invented) for name in rng.sample(usual_medicines(sex), how_many)]


def change_medicine(rng, med, sex, invented):
    """Decides what happens to a current medicine; a dose can only move to another listed dose of the same medicine."""
    row = MEDICINES.get(med.name)
    doses = row["doses"] if row else []
    at = doses.index(med.dose) if med.dose in doses else -1
    # A switch stays within what the patient calls by the same name ("blood pressure pill"), so that it makes sense.
    alike = [name for name in usual_medicines(sex) if name != med.name and (not med.lay or MEDICINES[name]["lay"] == med.lay)]
    kinds = ["stop"] + ["switch"] * bool(alike) + (["increase"] * 2 if 0 <= at < len(doses) - 1 else []) + (["decrease"] if at > 0 else [])
    med.change = rng.choice(kinds)
    if med.change in ("increase", "decrease"):
        later = doses[at + 1:] if med.change == "increase" else doses[:at]
        med.new = Medicine(med.name, rng.choice(later), med.frequency, med.route, med.lay)
    elif med.change == "switch":
        med.new = medicine(rng, rng.choice(alike), invented)


def vitals(rng, condition):
    """Numbers that suit the condition: fever where it has one, low oxygen where it is of the lungs, high pressure where that is it."""
    feverish = "fever" in condition.symptoms and rng.random() < .7
    lungs = condition.specialty == "respiratory" or condition.name == "heart failure"
    high = condition.name == "essential hypertension"
    found = [("bp", (rng.randint(148, 192), rng.randint(88, 114)) if high else (rng.randint(98, 168), rng.randint(56, 98)), "mmHg"),
             ("hr", rng.randint(84, 128) if feverish else rng.randint(50, 108), "/min")]
    if rng.random() < 0.75:
        fahrenheit = rng.random() < 0.4
        celsius = rng.uniform(37.8, 39.9) if feverish else rng.uniform(36.1, 37.4)
        found.append(("temp", f"{celsius * 1.8 + 32 if fahrenheit else celsius:.1f}", "F" if fahrenheit else "C"))
    if rng.random() < 0.6:
        found.append(("spo2", rng.randint(88, 98) if lungs else rng.randint(94, 100), "%"))
    if rng.random() < 0.35:
        found.append(("rr", rng.randint(16, 30) if lungs or feverish else rng.randint(11, 20), "/min"))
    if rng.random() < 0.35:
        unit = rng.choice(["kg", "lb"])
        found.append(("weight", rng.randint(48, 128) if unit == "kg" else rng.randint(105, 290), unit))
    return found


def draw_visit(rng, conditions, topics=None, invented=INVENTED_NAME_RATE):
    """A full visit; `topics` limits what is talked about (for the short exercises of early training)."""
    condition = rng.choice(conditions)
    sex = condition.sex or rng.choice(["man", "woman"])
    side = rng.choice(["left", "right", "left", "right", "bilateral"]) if condition.sided else rng.choice(["left", "right"])
    unit, longest = rng.choice(ACUTE_TIMES if condition.name in ACUTE else CHRONIC_TIMES)
    visit = Visit(
        condition=condition, sex=sex, title="Mr." if sex == "man" else rng.choice(["Ms.", "Mrs."]), surname=rng.choice(people.SURNAMES),
        age=rng.randint(18, 45 if condition.name in ("early pregnancy", "{s}mastitis") else 91), side=side, symptoms=[],
        duration=(rng.randint(1, longest), unit),
    )
    if topics is None:
        likely = dict(age=.94, severity=.6, modifiers=.55, course=.4, denied=.8, history=.85, family=.4, medicines=.93, allergies=.82,
                      social=.55, vitals=.97, exam=.97, result=.5, diagnosis=1, start=.9, changes=.6, tests=.85, advice=.85,
                      referral=.7, follow_up=.95, warning=.45)
        # Some visits are brief and leave much out; that gives the short end of 8 to 40 turns.
        brief = rng.choice([.35, .6, .85, 1, 1, 1])
        keep = {"diagnosis", "start", "medicines", "vitals"}
        topics = {topic for topic in TOPICS if rng.random() < likely[topic] * (1 if topic in keep else brief)}
    visit.topics = topics
    named = [s for s in condition.symptoms if "{s}" in s]
    chosen = rng.sample(condition.symptoms, min(len(condition.symptoms), rng.choice([1, 2, 2, 3, 3])))
    if condition.sided and named and not any("{s}" in s for s in chosen):
        chosen[0] = rng.choice(named)  # a sided diagnosis needs a sided complaint
    for symptom in chosen:
        visit.symptoms.append((sided(symptom, side), lay_words(rng, symptom, side)))
    if "severity" in topics:
        visit.severity = rng.randint(2, 10)
    if "modifiers" in topics:
        which = rng.choice(["worse", "better", "both"])
        visit.worse = rng.choice(list(people.WORSE)) if which != "better" else None
        visit.better = rng.choice(list(people.BETTER)) if which != "worse" else None
    if "course" in topics:
        visit.course = rng.choice(list(people.COURSE))
    if "denied" in topics:
        others = [s for s in SYMPTOMS if s not in condition.symptoms and "{s}" not in s and not (sex == "man" and WOMENS.search(s))]
        visit.denied = [(s, rng.choice(SYMPTOMS[s] + [s])) for s in rng.sample(others, rng.choice([1, 1, 2, 2, 3]))]
    _draw_background(rng, visit, topics, invented)
    _draw_findings(rng, visit, topics)
    _draw_plan(rng, visit, topics, invented)
    return visit


def ruled_out(agent):
    """The names of medicines that nobody with this allergy is given."""
    return {agent, *people.SAME_FAMILY.get(agent, ())}


def _draw_background(rng, visit, topics, invented):
    barred = people.MEN_ONLY if visit.sex == "woman" else people.WOMEN_ONLY
    if "history" in topics:
        allowed = [h for h in people.HISTORY if h not in barred and h not in visit.condition.name]
        visit.history = rng.sample(allowed, rng.choice([0, 1, 1, 2, 2, 3]))
    if "family" in topics:
        for relative in rng.sample(list(people.RELATIVES), rng.choice([0, 1, 1, 2])):
            visit.family.append((relative, rng.choice(list(people.FAMILY_ILLNESS))))
    if "medicines" in topics:
        visit.medicines = current_medicines(rng, visit.sex, rng.choice([0, 1, 1, 2, 2, 3, 3, 4]), invented)
        if "changes" in topics and visit.medicines:
            for med in rng.sample(visit.medicines, 1 if rng.random() < .8 or len(visit.medicines) < 2 else 2):
                change_medicine(rng, med, visit.sex, invented)
            taken = [m.name for m in visit.medicines]
            for med in visit.medicines:
                if med.change == "switch" and (med.new.name in taken or taken.count(med.name) > 1):
                    med.change, med.new = "stop", None
    if "allergies" in topics:
        agents = [agent for agent in rng.sample(people.ALLERGENS, rng.choice([0, 0, 1, 1, 1, 2])) if not ruled_out(agent) & visit.given]
        visit.allergies = [(agent, rng.choice(list(people.REACTIONS))) for agent in agents]
    if "social" in topics:
        if rng.random() < .8:
            kind = rng.choice(["current", "former", "never", "never"])
            visit.smoking = (kind, rng.randint(3, 30) if kind == "current" else rng.randint(2, 30) if kind == "former" else 0)
        if rng.random() < .6:
            visit.drinks = rng.choice([0, rng.randint(1, 20)])
        if rng.random() < .5 or (visit.smoking is None and visit.drinks is None):
            visit.job = rng.choice(people.JOBS)


def _draw_findings(rng, visit, topics):
    if "vitals" in topics:
        visit.vitals = vitals(rng, visit.condition)
    if "exam" in topics:
        finds = rng.sample(visit.condition.exam, min(len(visit.condition.exam), rng.choice([1, 1, 2, 2, 3])))
        visit.exam = [sided(find, visit.side) for find in finds]
    if "result" in topics and visit.condition.result:
        r = visit.condition.result
        visit.result = (r.name, f"{rng.uniform(r.low, r.high):.{r.decimals}f}", r.unit)


def _draw_plan(rng, visit, topics, invented):
    if "start" in topics:
        barred = visit.given | {name for agent, _ in visit.allergies for name in ruled_out(agent)}
        pool = [name for name in visit.condition.medicines if name not in barred]
        for name in rng.sample(pool, min(len(pool), rng.choice([1, 1, 1, 2]))):
            acute = visit.condition.name in ACUTE
            lengths = [f"{rng.choice([3, 5, 7, 10, 14, 21])} days", f"{rng.randint(2, 4)} weeks"] if acute else [f"{rng.randint(2, 12)} weeks", f"{rng.randint(2, 6)} months", ""]
            course = rng.choice(["", *lengths])
            visit.starts.append((medicine(rng, name, invented), course, rng.random() < .2))
    if "tests" in topics:
        pool = [test for test in visit.condition.tests if not (visit.result and test.lower() in visit.result[0].lower())]
        visit.tests = rng.sample(pool, min(len(pool), rng.choice([0, 1, 1, 2])))
    if "advice" in topics:
        visit.advice = rng.sample(visit.condition.advice, min(len(visit.condition.advice), rng.choice([1, 1, 2])))
    if "referral" in topics:
        visit.referral = visit.condition.referral
    if "follow_up" in topics:
        visit.follow_up = rng.choice([(rng.randint(2, 10), "days"), (rng.randint(1, 8), "weeks")] + [(rng.randint(1, 9), "months")] * (visit.condition.name not in ACUTE))
    if "warning" in topics:
        visit.warning = rng.choice(people.WARNINGS)
