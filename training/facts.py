"""The visit's facts in the pack's form, each with the id of its mark in the dialogue and the words the note has for it."""
from .data.people import FAMILY_ILLNESS, HISTORY
from .data.symptoms import SYMPTOMS
from .note import VITAL_WORDS, medicine_words
from .speech import time_words

SEX = {"woman": ["woman", "female"], "man": ["man", "male"]}
VITAL_NAMES = {"bp": ("blood pressure", ["BP"]), "hr": ("heart rate", ["HR", "pulse"]), "temp": ("temperature", ["Temp"]),
               "spo2": ("oxygen saturation", ["SpO2", "sats"]), "rr": ("respiratory rate", ["RR"]), "weight": ("weight", [])}


def _lay(clinical, side=""):
    for key, words in SYMPTOMS.items():
        if key.replace("{s}", side + " " if side else "") == clinical:
            return [w.replace("{s}", side + " " if side else "") for w in words]
    return []


def _medication(med, status, route=False, full=True):
    fact = dict(category="medication", name=med.name, status=status)
    if full:
        fact.update(dose=med.dose, frequency=med.frequency)
    if route:
        fact["route"] = med.route
    return fact


def facts_of(visit):
    """[(mark id, fact, words in the note)], in the order of the note."""
    found = []
    add = lambda mark, words, **fact: found.append((mark, fact, words))
    if "age" in visit.topics:
        add("age", f"{visit.age}-year-old", category="demographic", name="age", value=str(visit.age), unit="years", status="present")
    add("sex", visit.sex if "age" in visit.topics else visit.sex.capitalize(), category="demographic", name="sex", synonyms=SEX[visit.sex], value=SEX[visit.sex][1], status="present")
    for i, (clinical, _) in enumerate(visit.symptoms):
        side = visit.side if clinical.startswith(visit.side + " ") else ""
        fact = dict(category="finding", name=clinical, status="present")
        if side:
            fact["side"] = side
        synonyms = _lay(clinical, side)
        if synonyms:
            fact["synonyms"] = synonyms
        if i == 0:
            found.append(("duration", dict(category="finding", name="duration", value=time_words(*visit.duration), status="present"),
                          f"for {time_words(*visit.duration)}"))
        found.append((f"symptom{i}", fact, clinical))
    if visit.severity is not None:
        add("severity", f"Severity {visit.severity}/10", category="finding", name="severity", value=f"{visit.severity}/10", status="present")
    for mark, factor in (("worse", visit.worse), ("better", visit.better)):
        if factor:
            add(mark, f"{mark} {factor}", category="finding", name=f"{mark} {factor}", status="present")
    for i, (clinical, _) in enumerate(visit.denied):
        add(f"denied{i}", clinical, category="finding", name=clinical, synonyms=SYMPTOMS[clinical], status="denied")
    for i, illness in enumerate(visit.history):
        add(f"history{i}", illness, category="history", name=illness, synonyms=HISTORY[illness], status="present")
    for i, (who, illness) in enumerate(visit.family):
        add(f"family{i}", f"{illness} ({who})", category="history", name=f"{illness} in {who}", synonyms=[f"{illness} ({who})", f"{who} {FAMILY_ILLNESS[illness][0]}"], status="present")
    _medicine_facts(visit, found)
    for i, (agent, reaction) in enumerate(visit.allergies):
        add(f"allergy{i}", f"{agent} ({reaction})", category="allergy", name=agent, value=reaction, status="present")
    if "allergies" in visit.topics and not visit.allergies:
        add("no_allergy", "Allergies: none known", category="allergy", name="allergies", status="denied")
    if visit.smoking:
        kind, n = visit.smoking
        if kind == "current":
            add("smoking", f"smokes {n} cigarettes a day", category="social", name="smoking", synonyms=["smokes"], value=str(n), unit="cigarettes a day", status="present")
        elif kind == "former":
            add("smoking", f"quit smoking {n} years ago", category="social", name="smoking", value=str(n), unit="years", status="stopped")
        else:
            add("smoking", "never smoked", category="social", name="smoking", synonyms=["smoked", "smokes"], status="denied")
    if visit.drinks:
        add("drinks", f"{visit.drinks} alcoholic drinks a week", category="social", name="alcohol", synonyms=["alcoholic drinks"], value=str(visit.drinks), unit="drinks a week", status="present")
    elif visit.drinks == 0:
        add("drinks", "no alcohol", category="social", name="alcohol", status="denied")
    if visit.job:
        add("job", visit.job, category="social", name=visit.job, status="present")
    for key, value, unit in visit.vitals:
        name, synonyms = VITAL_NAMES[key]
        add(key, VITAL_WORDS[key](value, unit), category="vital", name=name, synonyms=synonyms, value=f"{value[0]}/{value[1]}" if key == "bp" else str(value), unit=unit, status="present")
    for i, find in enumerate(visit.exam):
        absent = find.startswith("no ")
        fact = dict(category="exam", name=find[3:] if absent else find, status="denied" if absent else "present")
        if f"{visit.side} " in find:
            fact["side"] = visit.side
        found.append((f"exam{i}", fact, find))
    if visit.result:
        name, value, unit = visit.result
        fact = dict(category="test", name=name, value=value, status="present")
        if unit:
            fact["unit"] = unit
        found.append(("result", fact, f"{name} {value}"))
    if "diagnosis" in visit.topics:
        fact = dict(category="diagnosis", name=visit.diagnosis, status="present")
        if visit.condition.sided:
            fact["side"] = visit.side
        found.append(("diagnosis", fact, visit.diagnosis[1:]))
    _plan_facts(visit, found)
    return [(mark, {k: v for k, v in fact.items() if v != []}, words) for mark, fact, words in found]


def _medicine_facts(visit, found):
    for i, med in enumerate(visit.medicines):
        status = "stopped" if med.change in ("stop", "switch") else "present"
        found.append((f"medicine{i}", _medication(med, status), medicine_words(med)))
        if med.change in ("increase", "decrease"):
            found.append((f"change{i}", dict(category="medication", name=med.name, dose=med.new.dose, status="started"), f"{med.change.capitalize()} {med.name} to {med.new.dose}"))
        elif med.change == "switch":
            found.append((f"change{i}", _medication(med.new, "started"), f"Switch {med.name} to {medicine_words(med.new)}"))
        elif med.change == "stop":
            found.append((f"change{i}", dict(category="plan", name=f"stop {med.name}", status="present"), f"Stop {med.name}"))
    for i, (med, course, route) in enumerate(visit.starts):
        fact = _medication(med, "started", route)
        if course:
            fact["value"], fact["unit"] = course.split(" ")
        found.append((f"start{i}", fact, medicine_words(med, route)))


def _plan_facts(visit, found):
    for i, test in enumerate(visit.tests):
        found.append((f"test{i}", dict(category="plan", name=test, status="present"), test))
    for i, advice in enumerate(visit.advice):
        found.append((f"advice{i}", dict(category="plan", name=advice, status="present"), advice))
    if visit.referral:
        found.append(("referral", dict(category="plan", name=f"refer to {visit.referral}", synonyms=[visit.referral, f"referral to {visit.referral}"], status="present"), f"Refer to {visit.referral}"))
    if visit.follow_up:
        time = time_words(*visit.follow_up)
        found.append(("follow_up", dict(category="plan", name="follow up", synonyms=["follow-up", "return", "come back"], value=time, status="present"), f"Follow up in {time}"))
    if visit.warning:
        found.append(("warning", dict(category="plan", name=visit.warning, status="present"), visit.warning))
