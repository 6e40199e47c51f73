"""The product's packs as prompts, worded as its prompt templates word them (src/core/prompts)."""
import json
import re
from pathlib import Path

from .tasks import APP_INSTRUCTION

PACKS = Path(__file__).parent.parent / "public" / "packs"
TAGS = {"doctor": "D", "patient": "P"}


def read(pack):
    return json.loads((PACKS / f"{pack}.json").read_text())["samples"]


def _joined(text):
    """A line break and the white space around it is one space; white space within a line stays."""
    return re.sub(r"\s+", lambda found: " " if "\n" in found.group(0) else found.group(0), text)


def input_text(sample):
    if "messages" in sample["input"]:
        return "\n".join(message["content"] for message in sample["input"]["messages"])
    return "\n".join(f"{TAGS.get(turn['speaker'].lower(), turn['speaker'])}: {_joined(turn['text'])}" for turn in sample["input"]["turns"])


def documents_text(sample):
    return "".join(f"{document.get('title', document['id'])}:\n{document['text']}\n\n" for document in sample.get("documents", []))


def spread(samples, how_many):
    return [samples[i * len(samples) // how_many] for i in range(how_many)]


def pack_prompts(pack, how_many):
    """[(place, prompt)] of the template "soap-note"."""
    for sample in spread(read(pack), how_many):
        yield dict(packId=pack, sampleId=sample["id"]), f"{APP_INSTRUCTION}\n{documents_text(sample)}{input_text(sample)}"


def choice_prompts(pack, how_many):
    """[(place, prompt, letters, right letter)] of the template "mcq-letter"."""
    for sample in spread(read(pack), how_many):
        lines = "".join(f"{choice['id']}. {choice['text']}\n" for choice in sample["choices"])
        prompt = f"{documents_text(sample)}{input_text(sample)}\n{lines}Answer with the letter."
        yield dict(packId=pack, sampleId=sample["id"]), prompt, [choice["id"] for choice in sample["choices"]], sample["answer"]
