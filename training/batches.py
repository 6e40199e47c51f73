"""What each training step sees. A step's items depend on the stage, the step number and the seed alone, so a run can resume."""
import random

import torch

from . import tasks
from .dialogue import build_dialogue
from .note import write_note
from .splits import SPLITS
from .tokenizer import ASSISTANT, BOS, END, PAD, USER
from .visit import draw_visit

# Short answers are few tokens; their loss is raised to about this many tokens' worth so that notes do not drown them.
SHORT_ANSWER_WEIGHT = 15.0
VISIT_ANSWER_WEIGHT = 30.0
TOKENS_PER_BATCH = 3600


def _answer(tokenizer, item, weight=None):
    prompt, answer, _ = item
    y = tokenizer.encode(answer) + [END]
    return tokenizer.prompt(prompt), y, (weight / len(y) if weight else 1.0)


def _text(tokenizer, role, text):
    """Language without a question: every token of the text is learnt."""
    return [BOS, role], tokenizer.encode(text) + [END], 0.5


def base_items(tokenizer, rng, progress):
    """The base model's diet: talk and notes, never one with the other, then copying and questions. No paired notes."""
    conditions, words = SPLITS["train"]
    items = []
    for _ in range(3):
        visit = draw_visit(rng, conditions)
        items.append(_text(tokenizer, USER, tasks.transcript(rng, build_dialogue(rng, visit, words))))
    for _ in range(3):
        items.append(_text(tokenizer, ASSISTANT, write_note(draw_visit(rng, conditions))))
    for _ in range(10):
        item = tasks.lookup_item(rng)
        items.append(_answer(tokenizer, item, None if item[2] == "repeat" else SHORT_ANSWER_WEIGHT))
    for _ in range(4):
        items.append(_answer(tokenizer, tasks.choice_lookup_item(rng), SHORT_ANSWER_WEIGHT))
    for _ in range(6):
        items.append(_answer(tokenizer, tasks.table_question_item(rng), SHORT_ANSWER_WEIGHT))
    for _ in range(2 if progress > .3 else 0):
        items.append(_answer(tokenizer, tasks.visit_question_item(rng), VISIT_ANSWER_WEIGHT))
    return items


def tuned_items(tokenizer, rng, progress):
    """After the base: transcripts with their notes; first many short parts, then mostly whole visits, and questions."""
    ramp = min(1.0, progress / 0.12)
    items = []
    for _ in range(1 + round(5 * ramp)):
        items.append(_answer(tokenizer, tasks.note_item(rng)))
    for _ in range(round(16 - 10 * ramp)):
        items.append(_answer(tokenizer, tasks.part_item(rng)))
    for _ in range(3):
        items.append(_answer(tokenizer, tasks.visit_question_item(rng), VISIT_ANSWER_WEIGHT))
    for _ in range(2):
        items.append(_answer(tokenizer, tasks.visit_choice_item(rng), VISIT_ANSWER_WEIGHT))
    for _ in range(3):
        items.append(_answer(tokenizer, tasks.table_question_item(rng), SHORT_ANSWER_WEIGHT))
    for _ in range(3):
        items.append(_answer(tokenizer, rng.choice([tasks.table_choice_item, tasks.choice_lookup_item])(rng), SHORT_ANSWER_WEIGHT))
    for _ in range(3):
        item = tasks.lookup_item(rng)
        items.append(_answer(tokenizer, item, None if item[2] == "repeat" else SHORT_ANSWER_WEIGHT))
    return items


STAGES = {"base": base_items, "tuned": tuned_items}


def step_batches(tokenizer, stage, step, progress, context):
    """The padded batches of one step, items of like length together: [(ids, targets, weights)]."""
    rng = random.Random(f"bedside/train/{stage}/{step}")
    items = [item for item in STAGES[stage](tokenizer, rng, progress) if len(item[0]) + len(item[1]) < context]
    items.sort(key=lambda item: len(item[0]) + len(item[1]))
    groups, group = [], []
    for item in items:
        longest = len(item[0]) + len(item[1])
        if group and longest * (len(group) + 1) > TOKENS_PER_BATCH:
            groups.append(group)
            group = []
        group.append(item)
    return [pad(group) for group in groups + [group]]


def pad(group):
    time = max(len(x) + len(y) for x, y, _ in group)
    time = -(-time // 8) * 8 + 1
    ids = torch.full((len(group), time), PAD, dtype=torch.long)
    weights = torch.zeros(len(group), time - 1)
    for i, (x, y, weight) in enumerate(group):
        ids[i, :len(x) + len(y)] = torch.tensor(x + y)
        weights[i, len(x) - 1:len(x) + len(y) - 1] = weight
    return ids[:, :-1].contiguous(), ids[:, 1:].contiguous(), weights
