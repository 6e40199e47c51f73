"""What each training step sees. A step's items depend on the stage, the step number and the seed alone, so a run can resume."""
import hashlib
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
FOLLOW_UP_WEIGHT = 12.0
TOKENS_PER_BATCH = 2400
BATCH_OVERHEAD = 100   # what one more batch costs, in tokens' worth of time
SLIPS = 0.03           # share of written tokens that are wrong, in rows with slips
ROUND = 8              # padded lengths are multiples of this


def answer_item(tokenizer, item, weight=None, follow_ups=()):
    """(ids, weights) of a prompt and its answer: a weight says how much the prediction of that token counts.

    `follow_ups` are more questions about the same text, as further messages: the text is read once for all of them.
    """
    ids, weights = [], []
    for first, (question, answer), heavy in [(True, item[:2], weight)] + [(False, pair, FOLLOW_UP_WEIGHT) for pair in follow_ups]:
        asked = tokenizer.prompt(question) if first else tokenizer.follow_up(question)
        said = tokenizer.encode(answer) + [END]
        ids += asked + said
        weights += [0.0] * len(asked) + [heavy / len(said) if heavy else 1.0] * len(said)
    return ids, weights


def _text(tokenizer, role, text):
    """Language without a question: every token of the text is learnt."""
    said = tokenizer.encode(text) + [END]
    return [BOS, role] + said, [0.0, 0.0] + [0.5] * len(said)


def _exercises(tokenizer, rng, repeats, lookups, letters):
    items = [answer_item(tokenizer, tasks.repeat_item(rng)) for _ in range(repeats)]
    for _ in range(lookups):
        item = tasks.lookup_item(rng)
        items.append(answer_item(tokenizer, item, None if item[2] == "repeat" else SHORT_ANSWER_WEIGHT))
    return items + [answer_item(tokenizer, tasks.choice_lookup_item(rng), SHORT_ANSWER_WEIGHT) for _ in range(letters)]


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
    items += [answer_item(tokenizer, tasks.table_question_item(rng), SHORT_ANSWER_WEIGHT) for _ in range(6)]
    items += [answer_item(tokenizer, tasks.visit_question_item(rng), VISIT_ANSWER_WEIGHT) for _ in range(2)]
    return items


def tuned_items(tokenizer, rng, step):
    """After the base: transcripts with their notes; first many short parts, then mostly whole visits, and questions."""
    ramp = min(1.0, step / 200)
    items = []
    for _ in range(1 + round(4 * ramp)):
        item, more = tasks.note_and_questions_item(rng)
        items.append(answer_item(tokenizer, item, None, more))
    items += [answer_item(tokenizer, tasks.part_item(rng)) for _ in range(round(16 - 10 * ramp))]
    for kind in ("question", "question", "choice"):
        item, more = tasks.visit_questions_item(rng, kind)
        items.append(answer_item(tokenizer, item, VISIT_ANSWER_WEIGHT, more))
    items += [answer_item(tokenizer, tasks.table_question_item(rng), SHORT_ANSWER_WEIGHT) for _ in range(2)]
    items += [answer_item(tokenizer, tasks.table_choice_item(rng), SHORT_ANSWER_WEIGHT) for _ in range(1)]
    return items + _exercises(tokenizer, rng, 2, 3, 2)


STAGES = {"base": base_items, "tuned": tuned_items}


def step_batches(tokenizer, stage, step, context):
    """The padded batches of one step, items of like length together: [(ids, targets, weights)]."""
    rng = random.Random(f"bedside/train/{stage}/{step}")
    items = [item for item in STAGES[stage](tokenizer, rng, step) if len(item[0]) < context]
    batches = [pad(group) for group in grouped(sorted(items, key=lambda item: len(item[0])))]
    return [with_slips(*batch, f"{stage}/{step}/{i}") for i, batch in enumerate(batches)] if stage == "tuned" else batches


def with_slips(ids, targets, weights, seed):
    """In half of the rows, some tokens of what the model is to have written itself are replaced by others of the row; targets stay.

    A model that has only ever read right notes does not know how to go on after a wrong word of its own, and then repeats itself
    without end.
    """
    chance = torch.Generator().manual_seed(int.from_bytes(hashlib.sha256(seed.encode()).digest()[:7], "big"))
    slipped = torch.rand(ids.shape, generator=chance) < SLIPS
    slipped &= torch.rand(len(ids), 1, generator=chance) < 0.5
    slipped[:, 1:] &= (weights[:, 1:] > 0) & (weights[:, :-1] > 0)  # a written token that another written one follows
    slipped[:, 0] = False
    elsewhere = (torch.rand(ids.shape, generator=chance) * (ids != PAD).sum(1, keepdim=True)).long()
    return torch.where(slipped, ids.gather(1, elsewhere), ids), targets, weights


def grouped(items):
    """Cuts items, sorted by length, into batches with the least padding; each batch costs BATCH_OVERHEAD besides its tokens."""
    best = [(0.0, 0)]  # per number of items: the least cost and where the last batch starts
    for end in range(1, len(items) + 1):
        longest = -(-len(items[end - 1][0]) // ROUND) * ROUND
        choices = [(best[start][0] + longest * (end - start) + BATCH_OVERHEAD, start) for start in range(end)
                   if end - start == 1 or longest * (end - start) <= TOKENS_PER_BATCH]
        best.append(min(choices))
    groups, end = [], len(items)
    while end:
        start = best[end][1]
        groups.append(items[start:end])
        end = start
    return groups[::-1]


def pad(group):
    time = max(len(ids) for ids, _ in group)
    time = -(-time // ROUND) * ROUND + 1
    ids = torch.full((len(group), time), PAD, dtype=torch.long)
    weights = torch.zeros(len(group), time)
    for i, (tokens, counts) in enumerate(group):
        ids[i, :len(tokens)] = torch.tensor(tokens)
        weights[i, :len(tokens)] = torch.tensor(counts)
    return ids[:, :-1].contiguous(), ids[:, 1:].contiguous(), weights[:, 1:].contiguous()
