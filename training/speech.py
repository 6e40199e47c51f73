"""Saying values aloud: numbers as words, units spelled out, slips corrected in mid-sentence, and marks that remember facts."""
import re

from .data.medicines import FREQUENCIES, UNITS

ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen").split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
ROUTES = {
    "oral": ["by mouth"], "inhaled": ["breathed in"], "nasal": ["in each nostril"], "topical": ["on the skin"],
    "subcutaneous": ["under the skin"], "ophthalmic": ["in the eye"], "otic": ["in the ear"], "sublingual": ["under the tongue"],
    "vaginal": ["in the vagina"],
}
REPAIR_RATE = 0.05
NUMBER_WORDS_RATE = 0.12

# A mark is \x01 fact id \x02 spoken text \x03; it travels with the text and becomes the fact's span at the end.
MARK = re.compile("\x01([^\x02]*)\x02([^\x03]*)\x03")


def mark(fact, text):
    return f"\x01{fact}\x02{text}\x03"


def strip_marks(text):
    """Text without marks, and where each marked fact is: {fact: (start, end)}. The last mention of a fact wins."""
    spans, out, at = {}, [], 0
    for match in MARK.finditer(text):
        out.append(text[at:match.start()])
        start = sum(map(len, out))
        out.append(match.group(2))
        spans[match.group(1)] = (start, start + len(match.group(2)))
        at = match.end()
    out.append(text[at:])
    return "".join(out), spans


def number_words(n):
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + ("-" + ONES[n % 10] if n % 10 else "")
    if n < 1000 and n % 100 == 0:
        return ONES[n // 100] + " hundred"
    return str(n)


def spoken_number(rng, n, rate=NUMBER_WORDS_RATE):
    return number_words(n) if rng.random() < rate else str(n)


def time_words(n, unit):
    """The note's form: "1 week", "5 days". Units are kept in the plural."""
    return f"{n} {unit[:-1] if n == 1 else unit}"


def spoken_time(rng, n, unit):
    if n == 1:
        return rng.choice(["one", "1", "an" if unit[0] == "h" else "a"]) + " " + unit[:-1]
    if n == 2 and rng.random() < .3:
        return f"a couple of {unit}"
    if n == 6 and unit == "months" and rng.random() < .2:
        return "half a year"
    return f"{spoken_number(rng, n)} {unit}"


def spoken_dose(rng, dose):
    number, _, unit = dose.partition(" ")
    if number.isdigit():
        number = spoken_number(rng, int(number), .3 if unit not in UNITS else NUMBER_WORDS_RATE)
    return f"{number} {rng.choice(UNITS.get(unit, [unit]))}"


def spoken_frequency(rng, frequency):
    return rng.choice(FREQUENCIES[frequency])


def wrong_number(rng, text):
    """The same text with its first number changed: what a person says before correcting themselves."""
    found = re.search(r"\d+(\.\d+)?", text)
    if not found:
        return None
    value = found.group(0)
    if "." in value:
        other = f"{float(value) + rng.choice([-.5, -.2, .3, .4, 1]):.{len(value.split('.')[1])}f}"
    else:
        step = 10 if int(value) >= 40 else 1
        other = str(max(1, int(value) + rng.choice([-2, -1, 1, 2, 3]) * step))
    return None if other == value else text[:found.start()] + other + text[found.end():]


def maybe_repaired(rng, words, fact, spoken, rate=REPAIR_RATE):
    """The marked value, sometimes after a slip: "3 days, no wait, 4 days"."""
    if rng.random() < rate:
        wrong = wrong_number(rng, spoken)
        if wrong:
            return words.say("repair", rng, wrong=wrong, right=mark(fact, spoken))
    return mark(fact, spoken)


def capitalised(text):
    """Upper case at the start of each sentence; marks are skipped, decimals ("12.5") are no sentence end."""
    out, start, inside = [], True, False
    for i, char in enumerate(text):
        if char == "\x01":
            inside = True
        if not inside and start and char.isalnum():
            char, start = char.upper(), False
        if char == "\x02":
            inside = False
        out.append(char)
        if not inside and char in ".?!" and (i + 1 < len(text) and text[i + 1] == " "):
            # "..." is a pause, not an end
            start = not (char == "." and i and text[i - 1] == ".")
    return "".join(out)


def joined(items, last="and"):
    items = list(items)
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + f" {last} " + items[-1]


def article(noun):
    """"an X-ray", "a TSH", "urinalysis": tests are said with an article when they are things one takes."""
    things = ("X-ray", "scan", "MRI", "CT", "ultrasound", "test", "culture", "panel", "swab", "count", "electrocardiogram", "echocardiogram",
              "colonoscopy", "endoscopy", "study", "diary", "biopsy", "EEG", "smear", "index", "scraping", "level", "scale", "flow")
    if not noun.endswith(things):
        return noun
    return ("an " if noun[0] in "aeiou" or noun.startswith(("EEG", "MRI", "X-")) else "a ") + noun
