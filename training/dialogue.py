"""Turns a visit into talk: who says what, in which order, with slips, interruptions and things remembered late."""
from .data import people
from .data.medicines import MEDICINES
from .disturb import disturb
from .long_visits import GOES_ON_LONGEST, LONG_RATE, LONGEST_RATE, explain, spread, story
from .medicine_talk import changes_talk, medicines_talk, starts_talk
from .note import a_job
from .speech import (article, capitalised, joined, mark, maybe_repaired, spoken_number, spoken_time, strip_marks)
from .talk import Talk


TALKS = []   # filled below: (topic, function) in the usual order of a clinic


def build_dialogue(rng, visit, words, opening=True, parts=None):
    """[(role, text, {fact: (start, end)})] for the topics of the visit.

    `opening` is the greeting, the complaint and the goodbye; `parts` limits an exercise to some topics.
    """
    talk = Talk(rng, words, terse=rng.random() < .35)
    who = f"{visit.title} {visit.surname}"
    if opening:
        _complaint(talk, visit, mark("sex", who))
    blocks = [function for topic, function in TALKS if topic in visit.topics and topic not in talk.said]
    if opening and parts is None and talk.chance(.12):
        blocks.append(_other_person)
    # Some visits run long: stories that belong in no note, and explanations.
    long = opening and parts is None and not talk.terse and talk.chance(LONG_RATE)
    longest = long and talk.chance(LONGEST_RATE)
    if longest:
        talk.goes_on = GOES_ON_LONGEST
    blocks += [story] * (rng.randint(4, 8) if longest else rng.randint(2, 7) if long else 0)
    if opening and talk.chance(.05 if talk.terse else .35):
        blocks.append(lambda t, v: (t.d("d_chat", False), t.p("p_chat", False)))
    if long:
        rng.shuffle(blocks) if talk.chance(.3) else spread(rng, blocks, story)
    # Clinics have an order, and people break it: mostly in order with some topics displaced, sometimes shuffled.
    if talk.chance(.4):
        rng.shuffle(blocks)
    elif len(blocks) > 2 and talk.chance(.6):
        blocks.insert(rng.randrange(len(blocks)), blocks.pop(rng.randrange(len(blocks))))
    if "vitals" in visit.topics:
        blocks.insert(rng.randrange(len(blocks) + 1) if talk.chance(.25) else len(blocks), _vitals)
    _play(talk, visit, blocks)
    _findings(talk, visit)
    _plan(talk, visit, explained=rng.randint(2, 4) if longest else rng.randint(1, 3) if long else 0)
    if opening and parts is None:
        _goodbye(talk, who)
    return [(role, *strip_marks(capitalised(text))) for role, text in disturb(rng, words, talk)]


def _play(talk, visit, blocks):
    """Plays the blocks; now and then two short ones become one: both questions, then both answers."""
    before = None
    for block in blocks:
        start = len(talk.turns)
        block(talk, visit)
        made = talk.turns[start:]
        short = len(made) == 2 and [role for role, _ in made] == ["doctor", "patient"]
        if short and before == start - 2 and talk.chance(.18):
            talk.turns[start - 2][1] += " " + made[0][1]
            talk.turns[start - 1][1] += " " + made[1][1]
            del talk.turns[start:]
            before = None
        else:
            before = start if short else None


def _complaint(talk, visit, who):
    talk.d("d_greet", False, who=who)
    n, unit = visit.duration
    first = mark("symptom0", visit.symptoms[0][1])
    duration = lambda: maybe_repaired(talk.rng, talk.words, "duration", spoken_time(talk.rng, n, unit))
    if talk.chance(.55):
        talk.p("p_complaint", sx=first, dur=duration())
    else:
        talk.p("p_complaint_only", sx=first)
        talk.d("d_ask_duration")
        talk.p("p_duration", dur=duration())
    if "age" in visit.topics and talk.chance(.12):
        talk.p("p_volunteer_age", False, age=mark("age", spoken_number(talk.rng, visit.age)))
        talk.said.add("age")
    if visit.denied and talk.chance(.15):
        talk.p("p_volunteer_denied", False, neg=joined([mark(f"denied{i}", lay) for i, (_, lay) in enumerate(visit.denied)], "or"))
        talk.said.add("denied")
    if talk.chance(.12):
        talk.p("p_anything_tried", False, rel=talk.rng.choice(list(people.RELATIVES)))
    rest = [mark(f"symptom{i}", lay) for i, (_, lay) in enumerate(visit.symptoms) if i]
    if rest:
        talk.d("d_ask_more")
        if len(rest) > 1 and talk.chance(.35):
            talk.p("p_more", sx=rest[0])
            talk.d("d_ask_more")
            talk.p("p_more", sx=joined(rest[1:]))
        else:
            talk.p("p_more", sx=joined(rest))


def _age(talk, visit):
    if talk.chance(.3):
        talk.d("d_state_age", age=mark("age", str(visit.age)))
        talk.p("p_yes", False)
    else:
        talk.d("d_ask_age")
        talk.p("p_age", age=talk.number("age", visit.age))


def _severity(talk, visit):
    talk.d("d_ask_severity")
    talk.p("p_severity", sev=talk.number("severity", visit.severity))


def _modifiers(talk, visit):
    talk.d("d_ask_modifiers")
    if visit.worse:
        talk.p("p_worse", worse=mark("worse", talk.rng.choice(people.WORSE[visit.worse])))
    if visit.better:
        talk.p("p_better", not visit.worse, better=mark("better", talk.rng.choice(people.BETTER[visit.better])))


def _course(talk, visit):
    talk.d("d_ask_course")
    talk.p("p_course", course=mark("course", talk.rng.choice(people.COURSE[visit.course])))


def _denied(talk, visit):
    marked = [mark(f"denied{i}", lay) for i, (_, lay) in enumerate(visit.denied)]
    groups = [[m] for m in marked] if len(marked) > 1 and talk.chance(.3) else [marked]
    for group in groups:
        talk.d("d_ask_denied", neg=joined(group, "or"))
        talk.p("p_deny")


def _history(talk, visit):
    said = [mark(f"history{i}", talk.rng.choice(people.HISTORY[h])) for i, h in enumerate(visit.history)]
    if said and talk.chance(.2):
        talk.d("d_confirm_history", hx=joined(said).replace("my ", "your "))
        talk.p("p_yes", False)
        return
    talk.d("d_ask_history")
    if said:
        talk.p("p_history", hx=joined(said))
    else:
        talk.p("p_history_none")


def _family(talk, visit):
    talk.d("d_ask_family")
    if not visit.family:
        talk.p("p_family_none")
    for i, (relative, illness) in enumerate(visit.family):
        # The whole phrase is worded first and marked after, because either part may come first.
        ill, rel = talk.rng.choice(people.FAMILY_ILLNESS[illness]), talk.rng.choice(people.RELATIVES[relative])
        talk.p("p_family", i == 0, rel=rel, ill=mark(f"family{i}", ill))


def _allergies(talk, visit):
    if len(visit.allergies) == 1 and talk.chance(.2):
        (agent, reaction), = visit.allergies
        talk.d("d_confirm_allergy", agent=mark("allergy0", agent), reaction=talk.rng.choice(people.REACTIONS[reaction]).replace("my ", "your "))
        talk.p("p_yes", False)
        return
    talk.d("d_ask_allergy")
    if not visit.allergies:
        talk.p("p_allergy_none", False)
        talk.turns[-1][1] = mark("no_allergy", talk.turns[-1][1])
    for i, (agent, reaction) in enumerate(visit.allergies):
        if i:
            talk.d("d_more_meds" if talk.chance(.3) else "d_ask_more")
        talk.p("p_allergy", agent=mark(f"allergy{i}", agent), reaction=talk.rng.choice(people.REACTIONS[reaction]))


def _social(talk, visit):
    parts = []
    if visit.smoking:
        parts.append(_smoking)
    if visit.drinks is not None:
        parts.append(_drinking)
    if visit.job:
        parts.append(lambda t, v: (t.d("d_ask_job"), t.p("p_job", job=mark("job", a_job(v.job)))))
    talk.rng.shuffle(parts)
    for part in parts:
        part(talk, visit)


def _smoking(talk, visit):
    kind, n = visit.smoking
    talk.d("d_ask_smoking")
    if kind == "never":
        talk.p("p_never_smoker", False)
        talk.turns[-1][1] = mark("smoking", talk.turns[-1][1])
    else:
        talk.p("p_smoker" if kind == "current" else "p_ex_smoker", n=talk.number("smoking", n))


def _drinking(talk, visit):
    talk.d("d_ask_alcohol")
    if visit.drinks:
        talk.p("p_drinks", n=talk.number("drinks", visit.drinks))
    else:
        talk.p("p_no_alcohol", False)
        talk.turns[-1][1] = mark("drinks", talk.turns[-1][1])


def _vital(talk, key, value, unit):
    slip = talk.rng.random() < .04
    if key == "bp":
        a, b = value
        first = f"{a + talk.rng.choice([-10, 10])}, sorry, {a}" if slip else str(a)
        # the marked span runs from one number to the other, so it is set on the worded phrase
        text = talk.words.say("v_bp", talk.rng, a=first, b=str(b))
        start, end = text.rindex(str(a), 0, text.rindex(str(b))), text.rindex(str(b)) + len(str(b))
        return text[:start] + mark("bp", text[start:end]) + text[end:]
    if key == "temp":
        spoken_unit = {"F": [" degrees Fahrenheit", " Fahrenheit", " F", ""], "C": [" degrees Celsius", " Celsius", " C", ""]}[unit]
        return talk.words.say("v_temp", talk.rng, a=mark("temp", value), unit=talk.rng.choice(spoken_unit))
    if key == "weight":
        spoken_unit = {"kg": ["kilos", "kilograms", "kg"], "lb": ["pounds", "lb"]}[unit]
        return talk.words.say("v_weight", talk.rng, a=mark("weight", str(value)), unit=talk.rng.choice(spoken_unit))
    return talk.words.say("v_" + key, talk.rng, a=maybe_repaired(talk.rng, talk.words, key, str(value), .04))


def _vitals(talk, visit):
    order = list(visit.vitals)
    if talk.chance(.4):
        talk.rng.shuffle(order)
    said = [_vital(talk, *vital) for vital in order]
    cut = talk.rng.randint(1, len(said)) if talk.chance(.35) else len(said)
    talk.d("d_vitals", list=joined(said[:cut]))
    if said[cut:]:
        talk.p("p_interrupt", False)
        talk.d("d_vitals", list=joined(said[cut:]))


def _other_person(talk, visit):
    """A medicine that is named and not taken: the note must leave it out."""
    given = visit.given
    name = talk.rng.choice([name for name in MEDICINES if name not in given])
    talk.p("p_other_person", rel=talk.rng.choice(list(people.RELATIVES)), name=name)
    talk.d("d_not_that", name=name)


def _findings(talk, visit):
    if visit.exam:
        said = [mark(f"exam{i}", find) for i, find in enumerate(visit.exam)]
        if len(said) > 1 and talk.chance(.5):
            talk.d("d_exam", ex=said[0])
            if talk.chance(.3):
                talk.p("p_interrupt", False)
            talk.d("d_exam_more", False, ex=joined(said[1:]))
        else:
            talk.d("d_exam", ex=joined(said))
    if visit.result:
        name, value, unit = visit.result
        spoken = {"%": " percent", "": ""}.get(unit, " " + unit)
        talk.d("d_result", test=name, value=mark("result", value), unit=spoken if talk.chance(.85) or unit == "%" else "")


def _plan(talk, visit, explained=0):
    if "diagnosis" in visit.topics:
        if talk.chance(.6):
            talk.p("p_ask_dx")
        talk.d("d_dx", dx=mark("diagnosis", visit.diagnosis))
        if talk.chance(.5):
            talk.p("p_dx_reply")
        explain(talk, explained)
    steps = [starts_talk, changes_talk, _tests, _advice]
    if talk.chance(.4):
        talk.rng.shuffle(steps)
    for step in steps:
        step(talk, visit)
        if talk.turns and talk.turns[-1][0] == "doctor" and talk.chance(.2 if talk.terse else .45):
            talk.p("p_ack", False)
    if visit.referral:
        talk.d("d_refer", ref=mark("referral", visit.referral))
    if visit.follow_up:
        n, unit = visit.follow_up
        if talk.chance(.4):
            talk.p("p_when")
        talk.d("d_follow", fu=maybe_repaired(talk.rng, talk.words, "follow_up", spoken_time(talk.rng, n, unit)))
    if visit.warning:
        talk.d("d_return", warn=mark("warning", visit.warning))


def _tests(talk, visit):
    if "tests" not in visit.topics:
        return
    if visit.tests:
        talk.d("d_test", test=joined(mark(f"test{i}", article(test)) for i, test in enumerate(visit.tests)))
    else:
        talk.d("d_no_test")


def _advice(talk, visit):
    if visit.advice:
        talk.d("d_advice", ad=joined(mark(f"advice{i}", advice) for i, advice in enumerate(visit.advice)))


def _goodbye(talk, who):
    if talk.chance(.6):
        talk.d("d_bye", who=who)
    if talk.chance(.8):
        talk.p("p_bye", False)


TALKS += [("age", _age), ("severity", _severity), ("modifiers", _modifiers), ("course", _course), ("denied", _denied), ("history", _history),
          ("family", _family), ("medicines", medicines_talk), ("allergies", _allergies), ("social", _social)]
