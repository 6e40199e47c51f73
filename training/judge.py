"""The product's own judgement of written answers: `bedside score` and `bedside compare`, and their numbers as tables for the model card."""
import json
import subprocess
from pathlib import Path

from .packs import read_pack

ROOT = Path(__file__).parent.parent
# product metric -> heading; a table shows those that its pack's scorers gave
NOTE_METRICS = {
    "facts.recall": "facts kept", "facts.recall.medication": "medicines kept", "facts.recall.vital": "vitals kept", "facts.precision": "statements supported",
    "facts.contradicted": "contradicted a note", "facts.invented": "invented a note", "rouge.rougeL.f": "ROUGE-L F", "sections.complete": "all sections",
}
ANSWER_METRICS = {"exact.accuracy": "right", "choice.accuracy": "right"}
COUNTS = {"facts.contradicted", "facts.invented"}


def bedside(*args):
    run = subprocess.run(["npx", "tsx", "src/cli/main.ts", *map(str, args), "--json"], cwd=ROOT, capture_output=True, text=True)
    if run.returncode not in (0, 1) or not run.stdout:
        raise SystemExit(f"bedside {' '.join(map(str, args))}\n{run.stderr}")
    return json.loads(run.stdout)


def score(pack, predictions):
    return bedside("score", Path(pack).resolve(), "--predictions", Path(predictions).resolve())["metrics"]


def compare(pack, a, b):
    return bedside("compare", Path(a).resolve(), Path(b).resolve(), "--pack", Path(pack).resolve())["metrics"]


def _number(value, name):
    return "–" if value is None else f"{value:.2f}" if name in COUNTS else f"{value:.3f}"


def estimate(found, name):
    """".963 (.945–.974)": a mean never stands without its interval."""
    if found is None or found["value"] is None:
        return "–"
    interval = "" if found["low"] is None else f" ({_number(found['low'], name)}–{_number(found['high'], name)})"
    return _number(found["value"], name) + interval


def difference(found, name):
    one = found["difference"]
    if one["value"] is None:
        return "–"
    sign = lambda value: f"{value:+.2f}" if name in COUNTS else f"{value:+.3f}"
    return sign(one["value"]) + ("" if one["low"] is None else f" ({sign(one['low'])} to {sign(one['high'])})")


def shown(metrics):
    names = [name for name in (*NOTE_METRICS, *ANSWER_METRICS) if name in metrics]
    return names, [NOTE_METRICS.get(name) or ANSWER_METRICS[name] for name in names]


def score_table(rows):
    """Markdown of [(words, {metric: estimate})], all of packs with the same scorers."""
    names, heads = shown(rows[0][1])
    lines = ["| pack | n | " + " | ".join(heads) + " |", "|---" * (len(heads) + 2) + "|"]
    for words, metrics in rows:
        lines.append(f"| {words} | {metrics[names[0]]['n']} | " + " | ".join(estimate(metrics.get(name), name) for name in names) + " |")
    return "\n".join(lines)


def compare_table(rows):
    """Markdown of [(words, {metric: comparison})]: A, B and their paired difference, a line a metric."""
    lines = ["| pack | measure | base | tuned | tuned − base, paired |", "|---|---|---|---|---|"]
    for words, metrics in rows:
        for name, head in zip(*shown(metrics)):
            one = metrics[name]
            lines.append(f"| {words} | {head} | {estimate(one['a'], name)} | {estimate(one['b'], name)} | {difference(one, name)} |")
    return "\n".join(lines)


def tables(packs, tuned, base=None):
    """Markdown: notes and questions by the product's scorers; with `base` also the paired comparison. Folders hold <pack id>.jsonl."""
    notes, asked, compared = [], [], []
    for path in packs:
        pack = read_pack(path)
        answers = Path(tuned) / f"{pack['id']}.jsonl"
        if not answers.exists():
            continue
        words = pack["title"][0].lower() + pack["title"][1:] if not pack["title"].startswith("SOAP") else pack["title"].removeprefix("SOAP notes, ")
        (notes if "facts" in pack["scorers"] else asked).append((words, score(path, answers)))
        if base and (Path(base) / answers.name).exists():
            compared.append((words, compare(path, Path(base) / answers.name, answers)))
    by_kind = {}
    for row in asked:
        by_kind.setdefault(shown(row[1])[0][0], []).append(row)
    parts = [score_table(rows) for rows in [notes, *by_kind.values()] if rows] + ([compare_table(compared)] if compared else [])
    return "\n\n".join(parts) + "\n"
