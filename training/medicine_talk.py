"""How medicines come up: what is taken, a dose that has to be asked for, one remembered late, changes and new ones."""
from .speech import REPAIR_RATE, ROUTES, mark, spoken_dose, spoken_frequency, spoken_number, wrong_number


def _dose(talk, dose):
    """The dose as spoken, sometimes after a slip. Not marked: the medicine's name carries the mark."""
    spoken = spoken_dose(talk.rng, dose)
    if talk.rng.random() < REPAIR_RATE:
        wrong = wrong_number(talk.rng, spoken)
        if wrong:
            return talk.words.say("repair", talk.rng, wrong=wrong, right=spoken)
    return spoken


def _values(talk, med, fact):
    return dict(name=mark(fact, med.name), dose=_dose(talk, med.dose), freq=spoken_frequency(talk.rng, med.frequency))


def _one_medicine(talk, med, fact, first):
    values = _values(talk, med, fact)
    if talk.chance(.12):
        talk.d("d_confirm_med", **values)
        talk.p("p_yes", False)
    elif talk.chance(.18):
        talk.p("p_med_name", name=values["name"])
        talk.d("d_ask_dose", name=med.name)
        talk.p("p_dose", dose=values["dose"], freq=values["freq"])
    elif med.lay and talk.chance(.25):
        talk.p("p_med_lay", lay=med.lay, **values)
    else:
        talk.p("p_med" if first else "p_next_med", first, **values)


def medicines_talk(talk, visit):
    if not visit.medicines or talk.chance(.9):
        talk.d("d_ask_meds")
    if not visit.medicines:
        talk.p("p_meds_none", False)
        return
    late = len(visit.medicines) - 1 if len(visit.medicines) > 1 and talk.chance(.2) else None
    for i, med in enumerate(visit.medicines):
        if i == late:
            talk.late.append(("p_late_med", _values(talk, med, f"medicine{i}")))
            continue
        if i and talk.chance(.45):
            talk.d("d_more_meds")
        _one_medicine(talk, med, f"medicine{i}", i == 0)


def starts_talk(talk, visit):
    for i, (med, course, say_route) in enumerate(visit.starts):
        route = " " + talk.rng.choice(ROUTES[med.route]) if say_route else ""
        number, _, unit = course.partition(" ")
        length = f" for {spoken_number(talk.rng, int(number))} {unit}" if course else ""
        talk.d("d_start", route=route, course=length, **_values(talk, med, f"start{i}"))
        if talk.chance(.25):
            talk.p("p_ack", False)
        if talk.chance(.08):
            talk.d("d_recap", name=med.name, dose=spoken_dose(talk.rng, med.dose))


def changes_talk(talk, visit):
    for i, med in enumerate(visit.medicines):
        fact = f"change{i}"
        if med.change == "stop":
            talk.d("d_stop", name=mark(fact, med.name))
        elif med.change in ("increase", "decrease"):
            talk.d("d_" + med.change, name=mark(fact, med.name), dose=_dose(talk, med.new.dose), old=spoken_dose(talk.rng, med.dose))
        elif med.change == "switch":
            talk.d("d_switch", old=med.name, **_values(talk, med.new, fact))
