"""Muon for the matrices (orthogonalised momentum), AdamW for embeddings, norms and biases."""
import torch

MATRICES = ("qkv", "out", "gate_up", "down")
OTHERS = ("norm1", "norm2", "qkv_bias")


class Optimizer:
    def __init__(self, model, muon_rate, adam_rate):
        self.model, self.muon_rate, self.adam_rate = model, muon_rate, adam_rate
        others = [model.embedding, model.norm] + [getattr(b, name) for b in model.blocks for name in OTHERS]
        self.adam = torch.optim.AdamW(others, lr=adam_rate, betas=(0.9, 0.97), weight_decay=0.0)
        # A stacked weight holds several matrices; each is orthogonalised on its own. Equal shapes go through as one batch.
        d, hidden = model.config.width, model.config.hidden
        parts = dict(qkv=[d, d, d], out=[d], gate_up=[hidden, hidden], down=[d])
        self.momentum, self.groups = {}, {}
        for i, block in enumerate(model.blocks):
            for name in MATRICES:
                weight, at = getattr(block, name), 0
                key = f"{i}.{name}"
                self.momentum[key] = torch.zeros_like(weight)
                for rows in parts[name]:
                    self.groups.setdefault((rows, weight.shape[1]), []).append((weight, key, at, at + rows))
                    at += rows

    @torch.no_grad()
    def step(self, scale, momentum, pool):
        """One update; `scale` is the learning-rate schedule in 0..1."""
        torch.nn.utils.clip_grad_norm_([self.model.embedding], 1.0)
        for group in self.adam.param_groups:
            group["lr"] = self.adam_rate * scale
        self.adam.step()
        ahead = {}
        for i, block in enumerate(self.model.blocks):
            for name in MATRICES:
                key, grad = f"{i}.{name}", getattr(block, name).grad
                self.momentum[key].mul_(momentum).add_(grad, alpha=1 - momentum)
                ahead[key] = grad.lerp(self.momentum[key], momentum)
        jobs = [(shape, members[at::pool.threads]) for shape, members in self.groups.items() for at in range(pool.threads)]
        done = pool.map(lambda job: _orthogonal(torch.stack([ahead[key][a:b] for _, key, a, b in job[1]])), jobs)
        for ((rows, columns), members), updates in zip(jobs, done):
            size = max(1, rows / columns) ** 0.5
            for (weight, _, a, b), update in zip(members, updates):
                weight[a:b].mul_(1 - self.muon_rate * scale * 0.01).add_(update, alpha=-self.muon_rate * scale * size)
        self.model.zero_grad(set_to_none=True)

    def state(self):
        return dict(adam=self.adam.state_dict(), momentum=self.momentum)

    def load(self, state):
        self.adam.load_state_dict(state["adam"])
        if state.get("momentum"):
            self.momentum = state["momentum"]


@torch.no_grad()
def _orthogonal(x):
    """Newton-Schulz iteration towards the nearest orthogonal matrices."""
    tall = x.shape[1] > x.shape[2]
    if tall:
        x = x.transpose(1, 2).contiguous()
    x = x / (x.flatten(1).norm(dim=1)[:, None, None] + 1e-7)
    for _ in range(5):
        square = x @ x.transpose(1, 2)
        x = 3.4445 * x + (-4.7750 * square + 2.0315 * (square @ square)) @ x
    return x.transpose(1, 2) if tall else x
