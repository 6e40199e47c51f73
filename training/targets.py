"""The few numbers that say whether the model is good enough to ship, each by the product's own scorers.

Some are about a part of a note. Then the pack is narrowed, not the scorer: the same visits with fewer facts, or with the medication
line alone as the reference. So `bedside score` judges these too.
"""
import json
import subprocess
from pathlib import Path

from .judge import ROOT, estimate, score
from .packs import read_pack

LINE = "Medications:"


def medication_line(note):
    """"" where a note has none: then nothing can be right."""
    return next((line.strip() for line in note.splitlines() if line.startswith(LINE)), "")


def _narrowed(pack, suffix, title, samples, scorers):
    kept = {key: value for key, value in pack.items() if key != "seal"}
    return kept | dict(id=f"{pack['id']}-{suffix}", title=title, samples=samples, scorers=scorers, sliceFields=[])


def _doses(fact):
    return {key: value for key, value in fact.items() if key not in ("frequency", "value", "unit", "span")}


def doses(pack, suffix, title, started_only):
    """Medicines by name, status and dose alone: every one, or those that the visit starts."""
    wanted = lambda fact: fact["category"] == "medication" and (fact["status"] == "started" or not started_only)
    samples = [sample | dict(facts=[_doses(fact) for fact in sample["facts"] if wanted(fact)]) for sample in pack["samples"]]
    return _narrowed(pack, suffix, title, [sample for sample in samples if sample["facts"]], ["facts"])


def medication_lines(pack):
    """The whole line, word for word."""
    samples = [{k: v for k, v in sample.items() if k != "facts"} | dict(target=[medication_line(sample["target"][0])]) for sample in pack["samples"]]
    return _narrowed(pack, "medication-lines", "Whole medication lines", samples, ["exact"])


def exact_notes(pack):
    return _narrowed(pack, "whole", "Whole notes, word for word", [{k: v for k, v in s.items() if k != "facts"} for s in pack["samples"]], ["exact"])


def outputs(path):
    """{sample id: text} of predictions or of a run file, whose first line is its header."""
    rows = map(json.loads, Path(path).read_text().splitlines())
    return {row["id"]: row.get("output") for row in rows if row.get("kind", "record") == "record"}


def judged(folder, pack, answers, change=lambda text: text):
    """The product's metrics of a narrowed pack."""
    path, predictions = folder / f"{pack['id']}.json", folder / f"{pack['id']}.answers.jsonl"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(pack, ensure_ascii=False))
    subprocess.run(["npx", "tsx", "scripts/seal-pack.ts", path.resolve()], cwd=ROOT, check=True, capture_output=True)
    said = {sample["id"]: answers.get(sample["id"]) for sample in pack["samples"]}
    lines = [json.dumps(dict(id=name, output=None if text is None else change(text)), ensure_ascii=False) for name, text in said.items()]
    predictions.write_text("\n".join(lines) + "\n")
    return score(path, predictions)


def target_rows(pack_path, answers_path, folder):
    """[(words, metric name, estimate)] of one pack of notes."""
    pack, said = read_pack(pack_path), outputs(answers_path)
    whole = score(pack_path, answers_path)
    part = lambda narrowed, metric, change=lambda text: text: judged(folder, narrowed, said, change).get(metric)
    return [
        ("ROUGE-L F", "", whole.get("rouge.rougeL.f")),
        ("all sections", "", whole.get("sections.complete")),
        ("vitals", "", whole.get("facts.recall.vital")),
        ("new prescriptions, name + dose", "", part(doses(pack, "prescriptions", "New prescriptions, name and dose", True), "facts.recall")),
        ("all medicines, name + dose", "", part(doses(pack, "doses", "Medicines, name and dose", False), "facts.recall")),
        ("whole medication line", "", part(medication_lines(pack), "exact.accuracy", medication_line)),
        ("invented facts a note", "facts.invented", whole.get("facts.invented")),
        ("whole note, word for word", "", part(exact_notes(pack), "exact.accuracy")),
    ]


def target_table(packs, answers, folder):
    """Markdown: a line a measure, a column a pack."""
    columns = [(read_pack(path)["title"].removeprefix("SOAP notes, generated visits: "), target_rows(path, answers / f"{read_pack(path)['id']}.jsonl", folder)) for path in packs]
    lines = ["| measure | " + " | ".join(title for title, _ in columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for i, (words, kind, _) in enumerate(columns[0][1]):
        lines.append(f"| {words} | " + " | ".join(estimate(rows[i][2], kind) for _, rows in columns) + " |")
    return "\n".join(lines) + "\n"
