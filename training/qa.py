"""Questions that the visit itself answers, closed-book questions from the tables, and their multiple-choice forms."""
from .data.conditions import CONDITIONS
from .data.knowledge import KNOWLEDGE
from .data.medicines import CHRONIC, MEDICINES
from .data.people import ALLERGENS, FAMILY_ILLNESS, JOBS, REACTIONS
from .data.symptoms import SYMPTOMS
from .speech import time_words
from .splits import HELD_QUESTIONS, TRAIN_QUESTIONS
from .visit import medicine, sided

LETTERS = "ABCD"
FREQUENCIES = sorted({f for row in MEDICINES.values() for f in row["frequencies"]})
ALL_TESTS = sorted({test for c in CONDITIONS for test in c.tests})
ALL_REFERRALS = sorted({c.referral for c in CONDITIONS if c.referral})


def _other_time(rng, units=("days", "weeks", "months")):
    return f"{rng.randint(2, 12)} {rng.choice(units)}"


def visit_questions(rng, visit):
    """[(slot, name in the question, answer, function that draws a wrong answer)] for what the visit says."""
    asks = []
    add = lambda slot, answer, wrong, name="": asks.append((slot, name, answer, wrong))
    near = lambda n, spread: str(max(1, n + rng.choice([-1, 1]) * rng.randint(1, spread)))
    any_condition = lambda: sided(rng.choice(CONDITIONS).name, visit.side)
    if "age" in visit.topics:
        add("q_age", str(visit.age), lambda: near(visit.age, 20))
    add("q_duration", time_words(*visit.duration), lambda: _other_time(rng, (visit.duration[1], "days", "weeks")))
    if visit.severity is not None:
        add("q_severity", str(visit.severity), lambda: str(rng.randint(1, 10)))
    for key, value, unit in visit.vitals:
        if key == "bp":
            add("q_bp", f"{value[0]}/{value[1]}", lambda: f"{rng.randint(96, 188)}/{rng.randint(54, 110)}")
        elif key == "hr":
            add("q_hr", str(value), lambda: str(rng.randint(50, 128)))
        elif key == "temp":
            add("q_temp", f"{value} {unit}", lambda unit=unit, value=value: f"{float(value) + rng.choice([-1, 1]) * rng.randint(2, 18) / 10:.1f} {unit}")
        elif key == "spo2":
            add("q_spo2", f"{value}%", lambda: f"{rng.randint(86, 100)}%")
    if "diagnosis" in visit.topics:
        add("q_dx", visit.diagnosis, any_condition)
    if len(visit.starts) == 1:
        add("q_start", visit.starts[0][0].name, lambda: rng.choice([m.name for m in visit.medicines] + list(MEDICINES)))
    for med, _, _ in visit.starts:
        add("q_start_dose", med.dose, lambda: medicine(rng).dose, med.name)
    for med in visit.medicines:
        add("q_dose", med.dose, lambda: medicine(rng).dose, med.name)
        add("q_freq", med.frequency, lambda: rng.choice(FREQUENCIES), med.name)
        if med.change in ("increase", "decrease"):
            add("q_increase", med.new.dose, lambda: medicine(rng).dose, med.name)
    stopped = [m for m in visit.medicines if m.change == "stop"]
    if len(stopped) == 1 and not any(m.change == "switch" for m in visit.medicines):
        add("q_stop", stopped[0].name, lambda: rng.choice([m.name for m in visit.medicines] + CHRONIC))
    if len(visit.allergies) == 1:
        add("q_allergy", visit.allergies[0][0], lambda: rng.choice(ALLERGENS))
    for agent, reaction in visit.allergies:
        add("q_reaction", reaction, lambda: rng.choice(list(REACTIONS)), agent)
    for relative, illness in visit.family:
        add("q_family", illness, lambda: rng.choice(list(FAMILY_ILLNESS)), relative)
    if len(visit.tests) == 1:
        add("q_test", visit.tests[0], lambda: rng.choice(ALL_TESTS))
    if visit.result:
        name, value, unit = visit.result
        decimals = len(value.split(".")[1]) if "." in value else 0
        add("q_result", f"{value} {unit}".strip(), lambda: f"{float(value) * rng.uniform(.6, 1.6):.{decimals}f} {unit}".strip(), name)
    if visit.follow_up:
        add("q_follow", f"in {time_words(*visit.follow_up)}", lambda: f"in {_other_time(rng)}")
    if visit.referral:
        add("q_referral", visit.referral, lambda: rng.choice(ALL_REFERRALS))
    if visit.job:
        add("q_job", visit.job, lambda: rng.choice(JOBS))
    return asks


def _questions(held):
    return HELD_QUESTIONS if held else TRAIN_QUESTIONS


def ask_visit(rng, visit, held=False):
    """One question about the visit: (question, answer, wrong-answer function, slot)."""
    slot, name, answer, wrong = rng.choice(visit_questions(rng, visit))
    return _questions(held).say(slot, rng, name=name), answer, wrong, slot


def four_choices(rng, question, answer, wrong):
    """The app's multiple-choice form: (prompt, answer line, right letter, choices)."""
    choices, tries = [answer], 0
    while len(choices) < 4 and tries < 200:
        tries += 1
        other = wrong()
        if other not in choices:
            choices.append(other)
    rng.shuffle(choices)
    letter = LETTERS[choices.index(answer)]
    lines = "".join(f"{LETTERS[i]}. {choice}\n" for i, choice in enumerate(choices))
    return f"{question}\n{lines}Answer with the letter.", f"{letter}. {answer}", letter, choices


def ask_table(rng, held=False):
    """A closed-book question: (question, answer, wrong-answer function). From facts, or from lay to clinical words."""
    words = _questions(held)
    if rng.random() < .5:
        clue, answer, kind = rng.choice(KNOWLEDGE)
        pool = [a for c, a, k in KNOWLEDGE if k == kind and a != answer]
        return words.say("q_fact", rng, clue=clue, kind=kind), answer, lambda: rng.choice(pool)
    clinical = rng.choice(list(SYMPTOMS))
    side = rng.choice(["left", "right"]) if "{s}" in clinical else ""
    lay = sided(rng.choice(SYMPTOMS[clinical]), side)
    return words.say("q_clinical", rng, lay=lay), sided(clinical, side), lambda: sided(rng.choice(list(SYMPTOMS)), side or "left")
