"""The model: a small Llama (RMSNorm, SwiGLU, rotary positions, tied embeddings, biases on q, k and v).

Rotary positions span the whole head, but only ACTIVE pairs turn; the others have frequency zero and stay free for matching
content. So the weights also fit llama.cpp, which wants full rotary (its rope_freqs factors stop the idle pairs).
"""
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn

from .cpu_ops import CausalAttention, RMSNorm, SwiGLU

ACTIVE = 8          # turning pairs per head
ACTIVE_SPAN = 16    # their frequencies are those of a 16-dimension rotary embedding


@dataclass
class Config:
    vocabulary: int = 3072
    width: int = 256
    layers: int = 5
    heads: int = 4
    hidden: int = 640
    context: int = 2048
    theta: float = 10000.0
    epsilon: float = 1e-5

    @property
    def head(self):
        return self.width // self.heads


SIZES = {
    "5m": Config(),
    "13m": Config(width=384, layers=6, heads=6, hidden=1024, vocabulary=3072),
}


def active_frequencies(config):
    return config.theta ** (-torch.arange(0, ACTIVE_SPAN, 2).float() / ACTIVE_SPAN)


def rotary_tables(config):
    """cos and sin over [context, head/2] in the layout of transformers: dimension i turns with dimension i + head/2."""
    frequencies = torch.zeros(config.head // 2)
    frequencies[:ACTIVE] = active_frequencies(config)
    angles = torch.outer(torch.arange(config.context).float(), frequencies)
    return torch.cos(angles), torch.sin(angles)


def rotate(x, cos, sin):
    """x: [batch, heads, time, head]. Only the active pairs are computed."""
    half = x.shape[-1] // 2
    a, idle_a, b, idle_b = x.split([ACTIVE, half - ACTIVE, ACTIVE, half - ACTIVE], -1)
    return torch.cat([a * cos - b * sin, idle_a, b * cos + a * sin, idle_b], -1)


class Block(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config, d = config, config.width
        self.norm1, self.norm2 = nn.Parameter(torch.ones(d)), nn.Parameter(torch.ones(d))
        self.qkv = nn.Parameter(torch.randn(3 * d, d) * d ** -0.5)
        self.qkv_bias = nn.Parameter(torch.zeros(3 * d))
        # Output projections start at zero: the analytic start below is then not drowned in noise.
        self.out = nn.Parameter(torch.zeros(d, d))
        self.gate_up = nn.Parameter(torch.randn(2 * config.hidden, d) * d ** -0.5)
        self.down = nn.Parameter(torch.zeros(d, config.hidden))

    def _heads(self, x, cos, sin):
        c, (batch, time, d) = self.config, x.shape
        h = RMSNorm.apply(x, self.norm1, c.epsilon)
        y = F.linear(h, self.qkv, self.qkv_bias)
        q, k, v = y.view(batch, time, 3, c.heads, c.head).permute(2, 0, 3, 1, 4)
        return rotate(q, cos, sin), rotate(k, cos, sin), v

    def _feed_forward(self, x):
        h = RMSNorm.apply(x, self.norm2, self.config.epsilon)
        gate, up = F.linear(h, self.gate_up).split(self.config.hidden, -1)
        return x + F.linear(SwiGLU.apply(gate, up), self.down)

    def forward(self, x, cos, sin, keep=None):
        """Training: the whole sequence at once. `keep` drops positions that nothing needs any more."""
        q, k, v = self._heads(x, cos, sin)
        o = CausalAttention.apply(q, k, v, self.config.head ** -0.5).transpose(1, 2).reshape(x.shape)
        if keep is not None:
            o, x = o.reshape(-1, self.config.width)[keep], x.reshape(-1, self.config.width)[keep]
        return self._feed_forward(x + F.linear(o, self.out))

    def step(self, x, cos, sin, past, padding=None):
        """Generation in fp32: the new positions only, with the keys and values of earlier ones.

        `padding` [batch, total] marks keys that are no text: prompts of a batch are padded on the left, which changes nothing
        for the rest, since positions only matter relative to each other.
        """
        q, k, v = self._heads(x, cos, sin)
        if past is not None:
            k, v = torch.cat([past[0], k], 2), torch.cat([past[1], v], 2)
        scores = (q * self.config.head ** -0.5) @ k.transpose(-1, -2)
        new, total = q.shape[2], k.shape[2]
        if new > 1:
            later = torch.ones(new, total, dtype=torch.bool).triu(total - new + 1)
            scores = scores.masked_fill(later, -1e9)
        if padding is not None:
            scores = scores.masked_fill(padding[:, None, None, :total], -1e9)
        o = torch.softmax(scores, -1) @ v
        x = x + F.linear(o.transpose(1, 2).reshape(x.shape), self.out)
        return self._feed_forward(x), (k, v)


class Model(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config = config
        self.embedding = nn.Parameter(torch.randn(config.vocabulary, config.width) * 0.02)
        self.blocks = nn.ModuleList([Block(config) for _ in range(config.layers)])
        self.norm = nn.Parameter(torch.ones(config.width))
        cos, sin = rotary_tables(config)
        self.register_buffer("cos", cos[:, :ACTIVE].contiguous(), False)
        self.register_buffer("sin", sin[:, :ACTIVE].contiguous(), False)

    def hidden(self, ids, keep=None):
        """The last layer's states; with `keep`, of these positions of the flattened batch only."""
        time = ids.shape[1]
        cos, sin = self.cos[:time], self.sin[:time]
        x = F.embedding(ids, self.embedding)
        for i, block in enumerate(self.blocks):
            x = block(x, cos, sin, keep if i + 1 == len(self.blocks) else None)
        return RMSNorm.apply(x, self.norm, self.config.epsilon)

    def kept_logits(self, ids, targets, weights):
        """(logits, targets) of the positions that have a weight: most of a prompt has none and is spared the last steps."""
        keep = (weights > 0).reshape(-1).nonzero().squeeze(1)
        return F.linear(self.hidden(ids, keep), self.embedding), targets.reshape(-1)[keep]

    def loss(self, ids, targets, weights):
        """Weighted mean loss."""
        logits, wanted = self.kept_logits(ids, targets, weights)
        w = weights[weights > 0]
        return (F.cross_entropy(logits, wanted, reduction="none") * w).sum() / w.sum()

    @torch.no_grad()
    def step(self, ids, past=None, padding=None):
        """fp32 logits for each new position, and the cache. ids: [batch, new]."""
        start = past[0][0].shape[2] if past else 0
        cos, sin = self.cos[start:start + ids.shape[1]], self.sin[start:start + ids.shape[1]]
        x, cache = F.embedding(ids, self.embedding), []
        for i, block in enumerate(self.blocks):
            x, kv = block.step(x, cos, sin, past[i] if past else None, padding)
            cache.append(kv)
        return F.linear(RMSNorm.apply(x, self.norm, self.config.epsilon), self.embedding), cache

    def parameter_count(self):
        return sum(p.numel() for p in self.parameters())
