"""Scores for the training log and the model card's draft. The card's own tables come from the product's scorers."""
import collections
import re

from .data.medicines import MEDICINES
from .facts import facts_of
from .note import medicine_words, write_note

SECTIONS = ("Subjective", "Objective", "Assessment", "Plan")
LINE = {"demographic": "Subjective", "finding": "Subjective", "vital": "Objective", "exam": "Objective", "test": "Objective", "diagnosis": "Assessment",
        "allergy": "Allergies", "social": "Social"}


def words_of(text):
    return re.findall(r"[a-z0-9]+", text.lower())


def _f1(matched, a, b):
    return 2 * matched / (a + b) if matched else 0.0


def rouge_n(output, reference, n):
    grams = lambda words: collections.Counter(tuple(words[i:i + n]) for i in range(len(words) - n + 1))
    a, b = grams(words_of(output)), grams(words_of(reference))
    return _f1(sum((a & b).values()), sum(a.values()), sum(b.values()))


def rouge_l(output, reference):
    a, b = words_of(output), words_of(reference)
    row = [0] * (len(b) + 1)
    for x in a:
        before = 0
        for j, y in enumerate(b, 1):
            keep = row[j]
            row[j] = before + 1 if x == y else max(row[j], row[j - 1])
            before = keep
    return _f1(row[-1], len(a), len(b))


def line_of(note, heading):
    found = re.search(rf"^{heading}: (.*)$", note, re.M)
    return found.group(1) if found else ""


def _medicines_named(note):
    """Medicine names on the Medications line: what stands before the first number of each entry."""
    return [re.split(r"\s\d", entry)[0].strip() for entry in line_of(note, "Medications").rstrip(".").split("; ") if re.search(r"\d", entry)]


def score_note(visit, output):
    """{measure: (right, asked)} for one note, and its ROUGE."""
    reference = write_note(visit)
    counts = collections.Counter()
    marks = {}

    def tick(name, right):
        counts[name, "right"] += bool(right)
        counts[name, "asked"] += 1

    for name, value in (("rouge1", rouge_n(output, reference, 1)), ("rouge2", rouge_n(output, reference, 2)), ("rougeL", rouge_l(output, reference))):
        marks[name] = value
    tick("all four sections", all(line_of(output, s) for s in SECTIONS))
    tick("exact note", output.strip() == reference.strip())
    for heading in ("Subjective", "History", "Medications", "Allergies", "Objective", "Assessment", "Plan"):
        tick(f"line exact: {heading}", line_of(output, heading) == line_of(reference, heading))
    for mark, fact, words in facts_of(visit):
        where = line_of(output, LINE[fact["category"]]) if fact["category"] in LINE else output
        if fact["category"] == "demographic" or fact["name"] == "duration":
            where = output  # the heading is part of the words
        if words.startswith("Allergies: "):
            where = output
        tick(f"fact: {fact['category']}" + (" denied" if fact["status"] == "denied" else ""), words.lower() in where.lower())
        tick("all facts", words.lower() in where.lower())
    for med in visit.medicines:
        tick("current medicine, name + dose", f"{med.name} {med.dose}" in line_of(output, "Medications"))
        tick("current medicine, all", medicine_words(med) in line_of(output, "Medications"))
    plan = line_of(output, "Plan")
    for med, _, route in visit.starts:
        tick("new prescription, name + dose", f"Start {med.name} {med.dose}" in plan)
        tick("new prescription, all", f"Start {medicine_words(med, route)}" in plan)
    known = {m.name for m in visit.medicines}
    for name in _medicines_named(output):
        tick("listed medicine is invented", name not in known)
    everything = known | {m.name for m, _, _ in visit.starts} | {m.new.name for m in visit.medicines if m.new}
    stray = [name for name in MEDICINES if re.search(rf"\b{re.escape(name)}\b", line_of(output, "Medications") + plan) and not any(name in said for said in everything) and name not in reference]
    tick("note with a medicine nobody said", bool(stray))
    return counts, marks


def table(rows):
    """Mean ROUGE and shares over [(counts, marks)], as lines."""
    total, n = collections.Counter(), len(rows)
    for counts, _ in rows:
        total.update(counts)
    lines = [f"{name} {sum(marks[name] for _, marks in rows) / n:.3f}" for name in ("rouge1", "rouge2", "rougeL")]
    for name in dict.fromkeys(name for name, _ in total):
        right, asked = total[name, "right"], total[name, "asked"]
        lines.append(f"{name} {100 * right / asked:.1f} % ({right}/{asked})")
    return lines
