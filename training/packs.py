"""The product's packs as prompts, worded as its prompt templates word them (src/core/prompts)."""
import json
import re
from pathlib import Path

from .tasks import APP_INSTRUCTION

PACKS = Path(__file__).parent.parent / "public" / "packs"
TAGS = {"doctor": "D", "patient": "P"}


def read_pack(path):
    return json.loads(Path(path).read_text())


def read(pack):
    return read_pack(PACKS / f"{pack}.json")["samples"]


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


def note_prompt(sample):
    """The template "soap-note"."""
    return f"{APP_INSTRUCTION}\n{documents_text(sample)}{input_text(sample)}"


def plain_prompt(sample):
    """The template "plain", for samples of one message."""
    return documents_text(sample) + input_text(sample)


def choice_prompt(sample):
    """The template "mcq-letter"."""
    lines = "".join(f"{choice['id']}. {choice['text']}\n" for choice in sample["choices"])
    return f"{documents_text(sample)}{input_text(sample)}\n{lines}Answer with the letter."


def pack_prompts(pack, how_many):
    """[(place, prompt)] for notes."""
    for sample in spread(read(pack), how_many):
        yield dict(packId=pack, sampleId=sample["id"]), note_prompt(sample)


def choice_prompts(pack, how_many):
    """[(place, prompt, letters, right letter)]."""
    for sample in spread(read(pack), how_many):
        yield dict(packId=pack, sampleId=sample["id"]), choice_prompt(sample), [choice["id"] for choice in sample["choices"]], sample["answer"]
