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


def _exercises(tokenizer, rng, repeats, lookups, letters):
    items = [_answer(tokenizer, tasks.repeat_item(rng)) for _ in range(repeats)]
    for _ in range(lookups):
        item = tasks.lookup_item(rng)
        items.append(_answer(tokenizer, item, None if item[2] == "repeat" else SHORT_ANSWER_WEIGHT))
    return items + [_answer(tokenizer, tasks.choice_lookup_item(rng), SHORT_ANSWER_WEIGHT) for _ in range(letters)]


def base_items(tokenizer, rng, step):
    """The base model's diet: copying first, then talk and notes (never one with the other) and questions. No paired notes."""
    conditions, words = SPLITS["train"]
    items = _exercises(tokenizer, rng, 8, 10, 4)
    if step < 60:
        return items  # what is set at the start has to take hold before other things pull on it
    for _ in range(2):
        visit = draw_visit(rng, conditions)
        items.append(_text(tokenizer, USER, tasks.transcript(rng, build_dialogue(rng, visit, words))))
        items.append(_text(tokenizer, ASSISTANT, write_note(draw_visit(rng, conditions))))
    items += [_answer(tokenizer, tasks.table_question_item(rng), SHORT_ANSWER_WEIGHT) for _ in range(6)]
    items += [_answer(tokenizer, tasks.visit_question_item(rng), VISIT_ANSWER_WEIGHT) for _ in range(2)]
    return items


def tuned_items(tokenizer, rng, step):
    """After the base: transcripts with their notes; first many short parts, then mostly whole visits, and questions."""
    ramp = min(1.0, step / 200)
    items = [_answer(tokenizer, tasks.note_item(rng)) for _ in range(1 + round(4 * ramp))]
    items += [_answer(tokenizer, tasks.part_item(rng)) for _ in range(round(16 - 10 * ramp))]
    items += [_answer(tokenizer, tasks.visit_question_item(rng), VISIT_ANSWER_WEIGHT) for _ in range(2)]
    items += [_answer(tokenizer, tasks.visit_choice_item(rng), VISIT_ANSWER_WEIGHT) for _ in range(1)]
    items += [_answer(tokenizer, tasks.table_question_item(rng), SHORT_ANSWER_WEIGHT) for _ in range(2)]
    items += [_answer(tokenizer, tasks.table_choice_item(rng), SHORT_ANSWER_WEIGHT) for _ in range(1)]
    return items + _exercises(tokenizer, rng, 2, 3, 2)


STAGES = {"base": base_items, "tuned": tuned_items}


def step_batches(tokenizer, stage, step, context):
    """The padded batches of one step, items of like length together: [(ids, targets, weights)]."""
    rng = random.Random(f"bedside/train/{stage}/{step}")
    items = [item for item in STAGES[stage](tokenizer, rng, step) if len(item[0]) + len(item[1]) < context]
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
