"""Training items: (prompt, answer, kind). The prompts are those the app sends, plus short exercises for early training."""
from .data.medicines import MEDICINES
from .data.people import ALLERGENS, JOBS, SURNAMES
from .data.symptoms import SYMPTOMS
from .dialogue import build_dialogue
from .note import note_lines, write_note
from .qa import ask_table, ask_visit, four_choices
from .splits import SPLITS, TRAIN_QUESTIONS
from .visit import TOPICS, draw_visit, medicine

APP_INSTRUCTION = "Write a SOAP note for this visit."
PART_INSTRUCTION = "Write the note lines for this part."
TAGS = [("D:", "P:"), ("[doctor]", "[patient]"), ("Doctor:", "Patient:")]
MIN_TURNS, MAX_TURNS = 8, 40

ALL_WORDS = [[s.replace("{s}", "") for s in SYMPTOMS], ALLERGENS, JOBS, list(MEDICINES)]

# a part of a visit -> the topics it needs and the note line it makes
PARTS = {
    "history": ({"history"}, "History"), "family": ({"family"}, "Family history"), "medicines": ({"medicines"}, "Medications"),
    "allergies": ({"allergies"}, "Allergies"), "social": ({"social"}, "Social"), "findings": ({"vitals", "exam", "result"}, "Objective"),
    "diagnosis": ({"diagnosis"}, "Assessment"), "plan": ({"start", "tests", "advice", "referral", "follow_up", "warning"}, "Plan"),
    "changes": ({"medicines", "changes"}, "Plan"), "complaint": ({"age", "severity", "course", "denied", "modifiers"}, "Subjective"),
}


def transcript(rng, dialogue, tags=None):
    """The lines of the talk under one style of speaker tags; the app's own style most often."""
    doctor, patient = tags or (TAGS[0] if rng.random() < .6 else rng.choice(TAGS))
    return "\n".join(f"{doctor if role == 'doctor' else patient} {text}" for role, text, _ in dialogue)


def full_visit(rng, split="train", invented=None):
    """(visit, dialogue) of a whole visit with 8 to 40 turns."""
    conditions, words = SPLITS[split]
    while True:
        visit = draw_visit(rng, conditions, **({} if invented is None else {"invented": invented}))
        dialogue = build_dialogue(rng, visit, words)
        if MIN_TURNS <= len(dialogue) <= MAX_TURNS:
            return visit, dialogue


def note_item(rng):
    return _note_item(rng, *full_visit(rng))


def _note_item(rng, visit, dialogue):
    instruction = APP_INSTRUCTION if rng.random() < .7 else TRAIN_QUESTIONS.say("instruction", rng)
    return f"{instruction}\n{transcript(rng, dialogue)}", write_note(visit), "note"


def part_item(rng):
    """A slice of a visit and its note lines: short, so that copying is learnt early."""
    conditions, words = SPLITS["train"]
    names = rng.sample(list(PARTS), rng.choice([1, 1, 2, 2, 3]))
    topics, headings = set(), []
    for name in names:
        topics |= PARTS[name][0]
        headings.append(PARTS[name][1])
    while True:
        visit = draw_visit(rng, conditions, topics)
        dialogue = build_dialogue(rng, visit, words, opening="Subjective" in headings, parts=topics)
        if dialogue:
            break
    lines = [text for heading, text in note_lines(visit) if heading in headings]
    return f"{PART_INSTRUCTION}\n{transcript(rng, dialogue)}", "\n".join(lines), "part"


def _visit_text(rng):
    """A visit to ask about: the talk, the note, or a short part of the talk."""
    conditions, words = SPLITS["train"]
    how = rng.random()
    if how < .45:
        visit, dialogue = full_visit(rng)
        return visit, transcript(rng, dialogue)
    if how < .65:
        visit, _ = full_visit(rng)
        return visit, write_note(visit)
    topics = set(rng.sample(TOPICS, 5)) | {"medicines"}
    visit = draw_visit(rng, conditions, topics)
    return visit, transcript(rng, build_dialogue(rng, visit, words))


def _asked(rng, visit, kind):
    """(question, answer) about a visit in one of the app's two forms."""
    question, answer, wrong, _ = ask_visit(rng, visit)
    if kind == "choice":
        return four_choices(rng, question, answer, wrong)[:2]
    return f"{'Question: ' if rng.random() < .3 else ''}{question}", answer


def _more_questions(rng, visit, how_many):
    return [_asked(rng, visit, rng.choice(("question", "question", "choice"))) for _ in range(how_many)]


def visit_questions_item(rng, kind):
    """An item, and more questions about its text as (question, answer)."""
    visit, text = _visit_text(rng)
    question, answer = _asked(rng, visit, kind)
    return (f"{text}\n{question}", answer, kind), _more_questions(rng, visit, 8)


def note_and_questions_item(rng):
    """A visit with its note, often followed by a few questions about it."""
    visit, dialogue = full_visit(rng)
    return _note_item(rng, visit, dialogue), _more_questions(rng, visit, rng.choice((0, 2, 3)))


def visit_question_item(rng):
    return visit_questions_item(rng, "question")[0]


def visit_choice_item(rng):
    return visit_questions_item(rng, "choice")[0]


def table_question_item(rng):
    question, answer, _ = ask_table(rng)
    return question, answer, "table"


def table_choice_item(rng):
    question, answer, wrong = ask_table(rng)
    prompt, line, _, _ = four_choices(rng, question, answer, wrong)
    return prompt, line, "table-choice"


def repeat_item(rng):
    """Words in no sensible order, to repeat: only copying helps, so copying is what is learnt."""
    words = []
    for _ in range(rng.randint(6, 30)):
        how = rng.random()
        if how < .4:
            words.append(medicine(rng, invented=.7).name)
        elif how < .6:
            words.append(str(rng.randint(1, 9999)))
        elif how < .8:
            words.append(rng.choice(rng.choice(ALL_WORDS)))
        else:
            words.append(rng.choice(SURNAMES))
    text = " ".join(words)
    return f"Repeat the list.\n{text}", text, "repeat"


def lookup_item(rng):
    """A list to repeat or to look something up in: the skill below copying and answering."""
    rows, names = [], set()
    while len(rows) < rng.randint(2, 8):
        med = medicine(rng, invented=.5)
        if med.name not in names:
            names.add(med.name)
            rows.append(med)
    table = "\n".join(f"{m.name} {m.dose} {m.frequency}" for m in rows)
    med, how = rng.choice(rows), rng.random()
    if how < .4:
        return f"Repeat the list.\n{table}", table, "repeat"
    if how < .7:
        return f"{table}\n{TRAIN_QUESTIONS.say('q_dose', rng, name=med.name)}", med.dose, "lookup"
    return f"{table}\n{TRAIN_QUESTIONS.say('q_freq', rng, name=med.name)}", med.frequency, "lookup"


def choice_lookup_item(rng):
    """Four lettered options and which letter a given one has: the skill below multiple choice."""
    names = rng.sample(list(MEDICINES), 4)
    pick = rng.choice(names)
    prompt, line, _, _ = four_choices(rng, f"Which of these is {pick}?", pick, lambda: rng.choice(names))
    return prompt, line, "choice-lookup"
