"""The reference note, in one consistent style, and the structured facts that it must hold.

Both come from the visit alone, never from its wording: the note is the same however the talk went.
"""
from .speech import joined, time_words


def _first_upper(text):
    return text[0].upper() + text[1:]


def medicine_words(med, route=False):
    return f"{med.name} {med.dose} " + (f"{med.route} " if route else "") + med.frequency


def a_job(job):
    return ("an " if job[0] in "aeiou" else "a ") + job


def social_words(visit):
    words = []
    if visit.smoking:
        kind, n = visit.smoking
        words.append({"current": f"smokes {n} cigarettes a day", "former": f"quit smoking {n} years ago", "never": "never smoked"}[kind])
    if visit.drinks is not None:
        words.append(f"{visit.drinks} alcoholic drinks a week" if visit.drinks else "no alcohol")
    if visit.job:
        words.append("works as " + a_job(visit.job))
    return words


VITAL_WORDS = {
    "bp": lambda v, u: f"BP {v[0]}/{v[1]}", "hr": lambda v, u: f"HR {v}", "temp": lambda v, u: f"Temp {v} {u}",
    "spo2": lambda v, u: f"SpO2 {v}%", "rr": lambda v, u: f"RR {v}", "weight": lambda v, u: f"Weight {v} {u}",
}


def subjective(visit):
    who = f"{visit.age}-year-old {visit.sex}" if "age" in visit.topics else visit.sex.capitalize()
    text = f"Subjective: {who} with {joined(clinical for clinical, _ in visit.symptoms)} for {time_words(*visit.duration)}."
    if visit.severity is not None:
        text += f" Severity {visit.severity}/10."
    if visit.course:
        text += f" {visit.course}."
    changes = [f"worse {visit.worse}"] * bool(visit.worse) + [f"better {visit.better}"] * bool(visit.better)
    if changes:
        text += f" {_first_upper('; '.join(changes))}."
    if visit.denied:
        text += f" Denies {joined([clinical for clinical, _ in visit.denied], 'or')}."
    return text


def plan_words(visit):
    words = []
    for med, course, route in visit.starts:
        words.append(f"Start {medicine_words(med, route)}" + (f" for {course}" if course else ""))
    for med in visit.medicines:
        if med.change == "stop":
            words.append(f"Stop {med.name}")
        elif med.change in ("increase", "decrease"):
            words.append(f"{med.change.capitalize()} {med.name} to {med.new.dose}")
        elif med.change == "switch":
            words.append(f"Switch {med.name} to {medicine_words(med.new)}")
    if "tests" in visit.topics:
        words.append(f"Order {joined(visit.tests)}" if visit.tests else "No tests today")
    if visit.advice:
        words.append(f"Advice: {'; '.join(visit.advice)}")
    if visit.referral:
        words.append(f"Refer to {visit.referral}")
    if visit.follow_up:
        words.append(f"Follow up in {time_words(*visit.follow_up)}")
    if visit.warning:
        words.append(f"Return if {visit.warning}")
    return words


def note_lines(visit):
    """The note's lines in order, as (heading, text)."""
    asked = lambda topic, items: "; ".join(items) if items else "none" if topic in visit.topics else "not discussed"
    lines = [("Subjective", subjective(visit))]
    lines.append(("History", f"History: {asked('history', visit.history)}."))
    if "family" in visit.topics:
        lines.append(("Family history", "Family history: " + asked("family", [f"{illness} ({who})" for who, illness in visit.family]) + "."))
    lines.append(("Medications", f"Medications: {asked('medicines', [medicine_words(m) for m in visit.medicines])}."))
    lines.append(("Allergies", "Allergies: " + asked("allergies", [f"{a} ({r})" for a, r in visit.allergies]).replace("none", "none known") + "."))
    if social_words(visit):
        lines.append(("Social", f"Social: {'; '.join(social_words(visit))}."))
    parts = []
    if visit.vitals:
        parts.append(", ".join(VITAL_WORDS[key](value, unit) for key, value, unit in visit.vitals) + ".")
    if visit.exam:
        parts.append(f"Exam: {'; '.join(visit.exam)}.")
    if visit.result:
        parts.append(f"Result: {' '.join(visit.result).strip()}.")
    lines.append(("Objective", "Objective: " + (" ".join(parts) or "not examined.")))
    if "diagnosis" in visit.topics:
        lines.append(("Assessment", f"Assessment: {_first_upper(visit.diagnosis)}."))
    lines.append(("Plan", "Plan: " + (". ".join(plan_words(visit)) or "not discussed") + "."))
    return lines


def write_note(visit):
    return "\n".join(text for _, text in note_lines(visit))
