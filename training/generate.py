"""Greedy generation with torch in fp32, a batch of prompts at a time."""
import torch

from .tokenizer import END, EOS, PAD


@torch.no_grad()
def greedy(model, prompts, longest=320):
    """prompts: token id lists. Returns the new ids of each, without the end token."""
    width = max(map(len, prompts))
    ids = torch.full((len(prompts), width), PAD, dtype=torch.long)
    padding = torch.zeros(len(prompts), width + longest, dtype=torch.bool)
    for i, prompt in enumerate(prompts):
        ids[i, width - len(prompt):] = torch.tensor(prompt)
        padding[i, :width - len(prompt)] = True
    out, done = [[] for _ in prompts], [False] * len(prompts)
    logits, past = model.step(ids, None, padding)
    for _ in range(longest):
        chosen = logits[:, -1].argmax(-1)
        for i, token in enumerate(chosen.tolist()):
            done[i] = done[i] or token in (END, EOS)
            if not done[i]:
                out[i].append(token)
        if all(done):
            break
        logits, past = model.step(chosen[:, None], past, padding)
    return out


@torch.no_grad()
def greedy_ended(model, prompt, longest):
    """One prompt, alone: the new ids with the end token if it came."""
    logits, past, out = *model.step(torch.tensor([prompt])), []
    while True:
        out.append(logits[0, -1].argmax().item())
        if out[-1] in (END, EOS) or len(out) == longest:
            return out
        logits, past = model.step(torch.tensor([[out[-1]]]), past)


def greedy_all(model, prompts, longest=320, batch=16):
    """Many prompts, those of like length together; answers come back in the order of the prompts."""
    order, answers = sorted(range(len(prompts)), key=lambda i: len(prompts[i])), [None] * len(prompts)
    for at in range(0, len(order), batch):
        group = order[at:at + batch]
        for i, ids in zip(group, greedy(model, [prompts[i] for i in group], longest)):
            answers[i] = ids
    return answers
