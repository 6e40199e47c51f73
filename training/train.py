"""The trainer: counts steps, writes resumable checkpoints, and can finish (let the learning rate fall) from any of them.

A stage is warm-up, then a constant rate; `finish` then lets the rate fall to 2 % over its own steps. So a run can be stopped at
any checkpoint, finished for use, and still gone on with later from the constant phase.
"""
import random
import signal
import threading
import time
from pathlib import Path

import torch

from . import tasks
from .batches import answer_item, pad, step_batches
from .induction import set_induction
from .model import SIZES, Model
from .optimizer import Optimizer
from .tokenizer import Tokenizer

MUON_RATE, ADAM_RATE = 0.01, 2e-3
WARM_UP = 40            # steps, of a stage or of going on with one
PROBE_EVERY = 100
LANDING = 12   # steps that a finish still takes when it is asked to end early


def fresh(size, seed=0):
    torch.manual_seed(seed)
    model = Model(SIZES[size])
    set_induction(model)
    return model


def save(path, model, optimizer, **where):
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save(dict(model=model.state_dict(), optimizer=optimizer.state(), **where), str(path) + ".part")
    Path(str(path) + ".part").rename(path)  # a killed run never leaves half a checkpoint


def save_small(source, path):
    """The same checkpoint for the repository: weights in half precision, Adam's state in bfloat16, no momentum (it comes back in 50 steps)."""
    saved = torch.load(source)
    adam = saved["optimizer"]["adam"]
    for state in adam["state"].values():
        for key, value in state.items():
            if torch.is_tensor(value) and value.dim():
                state[key] = value.bfloat16()
    saved["model"] = {name: value.half() for name, value in saved["model"].items()}
    saved["optimizer"] = dict(adam=adam, momentum=None)
    torch.save(saved, path)


def load(path, size):
    saved = torch.load(path)
    model = Model(SIZES[size])
    model.load_state_dict({k: v.float() for k, v in saved["model"].items()})
    optimizer = Optimizer(model, MUON_RATE, ADAM_RATE)
    if saved.get("optimizer"):
        optimizer.load(saved["optimizer"])
    return model, optimizer, saved


def held_accuracy(model, items, pool):
    """(loss, share of answer tokens that are the likeliest) over held-out items, teacher-forced."""
    def judge(group):
        with torch.no_grad():
            logits, wanted = model.kept_logits(*pad(group))
            return torch.nn.functional.cross_entropy(logits, wanted).item(), (logits.argmax(-1) == wanted).sum().item(), len(wanted)
    found = pool.map(judge, [items[i:i + 4] for i in range(0, len(items), 4)])
    return sum(loss for loss, _, _ in found) / len(found), sum(right for _, right, _ in found) / sum(n for _, _, n in found)


def probe_sets(tokenizer):
    """Small held-out sets (a seed that training never uses) for a line in the log."""
    rng = random.Random("bedside/probe")
    kinds = dict(note=(tasks.note_item, 16), part=(tasks.part_item, 24), ask=(tasks.visit_question_item, 24),
                 choice=(tasks.visit_choice_item, 24), table=(tasks.table_question_item, 24), lookup=(tasks.lookup_item, 24))
    return {name: sorted((answer_item(tokenizer, make(rng)) for _ in range(n)), key=lambda item: len(item[0]))
            for name, (make, n) in kinds.items()}


GRADIENTS = threading.Lock()


def accumulate(model, batch, whole):
    """Adds a batch's gradients to the model's, weighed by its share of the step; gives its part of the loss. Safe from several threads."""
    ids, targets, weights = batch
    parameters = list(model.parameters())
    loss = model.loss(ids, targets, weights) * (weights.sum().item() / whole)
    gradients = torch.autograd.grad(loss, parameters)
    with GRADIENTS:
        for parameter, gradient in zip(parameters, gradients):
            parameter.grad = gradient if parameter.grad is None else parameter.grad.add_(gradient)
    return loss.item()


class StopSignal:
    """True once the process is asked to end (kill, Ctrl-C): the step in work is finished and saved first."""

    def __init__(self):
        self.asked = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: setattr(self, "asked", True))


def run_stage(model, optimizer, tokenizer, stage, start, steps, folder, pool, finish=False, every_seconds=600, counts=None, log=print, peak=1.0):
    """Runs steps start..start+steps of a stage."""
    counts = counts or dict(tokens=0, steps=0, cpu_seconds=0.0)
    stop = StopSignal()
    probes, began, last_save = probe_sets(tokenizer), time.process_time(), time.time()
    cpu_before, loss_sum, loss_n = counts["cpu_seconds"], 0.0, 0
    rate, fall, until = peak, peak, steps  # a finish falls from `fall` over `until` steps
    where = lambda at: dict(stage=stage, step=at, counts=counts, finished=finish)
    coming = pool.ahead(step_batches, tokenizer, stage, start, model.config.context)
    for step in range(start, start + steps):
        done = step - start
        if finish and stop.asked and steps - done > LANDING:
            log(f"finish cut short at {stage} step {step}: the rate falls over {LANDING} steps")
            steps, fall = done + LANDING, rate
            until = LANDING
        rate = (max(0.02, fall * (steps - done - 1) / until) if finish else peak * min(1.0, (done + 1) / WARM_UP))
        batches = coming.result()
        coming = pool.ahead(step_batches, tokenizer, stage, step + 1, model.config.context)
        whole = sum(weights.sum().item() for _, _, weights in batches)
        longest_first = sorted(batches, key=lambda batch: -batch[0].numel())
        loss_sum += sum(pool.map(lambda batch: accumulate(model, batch, whole), longest_first))
        counts["tokens"] += sum(ids.numel() for ids, _, _ in batches)
        loss_n += 1
        optimizer.step(rate, min(0.95, 0.85 + 0.1 * counts["steps"] / 150), pool)
        counts["steps"] += 1
        counts["cpu_seconds"] = cpu_before + time.process_time() - began
        if (step + 1) % PROBE_EVERY == 0 or done + 1 == steps:
            line = " ".join(f"{name} {loss:.3f}/{right:.3f}" for name, (loss, right) in ((n, held_accuracy(model, items, pool)) for n, items in probes.items()))
            log(f"{time.strftime('%H:%M:%S')} {stage} {step + 1} rate {rate:.2f} tokens {counts['tokens'] / 1e6:.2f}M cpu {counts['cpu_seconds']:.0f}s loss {loss_sum / loss_n:.3f} | {line}")
            loss_sum, loss_n = 0.0, 0
        if (stop.asked and not finish) or time.time() - last_save > every_seconds:
            name = f"{stage}-finishing.pt" if finish else f"{stage}-latest.pt"  # only to look at: a finish is not resumed
            save(Path(folder) / name, model, optimizer, **where(step + 1))
            last_save = time.time()
            if stop.asked and not finish:
                raise SystemExit(f"stopped at {stage} step {step + 1}, saved")
        if done + 1 == steps:
            break
    name = f"{stage}-final.pt" if finish else f"{stage}-latest.pt"
    save(Path(folder) / name, model, optimizer, **where(start + steps))
    return counts


def tokenizer_at(folder):
    return Tokenizer(Path(folder) / "tokenizer.json")
