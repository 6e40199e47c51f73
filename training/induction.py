"""The start that makes a small model learn to copy: two layers set by hand to find an earlier token and repeat what followed.

Layer 0, heads 0 and 1 look one and two positions back (through biases on the turning pairs) and write that token's slice A
into slices B and C of the stream. Layer 1, heads 0 and 1 match the present token against those slices and copy slice A of
what came after. Everything else stays random, and all of it is trained on.
"""
import math

import torch

from .model import ACTIVE, active_frequencies


# The embedding and what the two layers write are made this much larger (and the last norm smaller, so logits are the same):
# otherwise the first full-size updates are as large as the weights, and what was set here is lost within 40 steps.
SCALE = 4.0


def _free_dimensions(config):
    """Dimensions of a head that no turning pair uses: matching content there does not depend on distance."""
    half = config.head // 2
    return list(range(ACTIVE, half)) + list(range(half + ACTIVE, config.head))


def _look_back(block, config, head, distance, strength=8.0):
    """Biases that make this head attend `distance` positions back whatever the tokens are."""
    half, size = config.head // 2, math.sqrt(strength * math.sqrt(config.head))
    frequencies = active_frequencies(config)
    q, k = torch.zeros(config.head), torch.zeros(config.head)
    q[:ACTIVE] = size
    k[:ACTIVE] = size * torch.cos(frequencies * distance)
    k[half:half + ACTIVE] = size * torch.sin(frequencies * distance)
    rows = slice(head * config.head, (head + 1) * config.head)
    key_rows = slice(config.width + rows.start, config.width + rows.stop)
    block.qkv_bias[rows], block.qkv_bias[key_rows] = q, k
    block.qkv[rows] *= 0.05
    block.qkv[key_rows] *= 0.05


@torch.no_grad()
def set_induction(model):
    c, n = model.config, model.config.head
    d, eye = c.width, torch.eye(n)
    a, b, third = slice(0, n), slice(n, 2 * n), slice(2 * n, 3 * n)
    first, second = model.blocks[0], model.blocks[1]
    model.embedding *= 1.41 * SCALE
    model.norm /= SCALE
    model.embedding[:, b] *= 0.1
    model.embedding[:, third] *= 0.1
    for head, target in ((0, b), (1, third)):
        _look_back(first, c, head, head + 1)
        rows = slice(head * n, (head + 1) * n)
        value = first.qkv[2 * d + rows.start:2 * d + rows.stop]
        value *= 0.1
        value[:, a] += eye
        first.out[target, rows] += 0.02 * SCALE * eye
    free = _free_dimensions(c)
    match_one = ([(f, i) for i, f in enumerate(free)], [(f, n + i) for i, f in enumerate(free)])
    half = len(free) // 2
    match_two = (
        [(free[i], i) for i in range(half)] + [(free[half + i], n + i) for i in range(half)],
        [(free[i], n + i) for i in range(half)] + [(free[half + i], 2 * n + i) for i in range(half)],
    )
    for head, (queries, keys) in enumerate((match_one, match_two)):
        rows = slice(head * n, (head + 1) * n)
        second.qkv[rows] *= 0.1
        second.qkv[d + rows.start:d + rows.stop] *= 0.1
        for dimension, source in queries:
            second.qkv[rows.start + dimension, source] += 1.4
        for dimension, source in keys:
            second.qkv[d + rows.start + dimension, source] += 1.4
        value = second.qkv[2 * d + rows.start:2 * d + rows.stop]
        value *= 0.1
        value[:, a] += eye
        second.out[a, rows] += 0.03 * SCALE * eye
