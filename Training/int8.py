"""The integer forward pass, and the model as the file holds it (MODEL_FORMAT.md, section 4).

The integers stand in 32-bit floats: |Σ (u − 64) w| ≤ 1536 × 63 × 127 < 2^24, so every sum is
exact in any order.
"""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import model_file
from model import Model

PAIRS = {"heads": "heads", "arc": "arc", "label": "label"} | {
    f"layers.{n}.{part}": f"layer.{n}.{part}"
    for n in range(6)
    for part in ("qkv", "attention", "up", "down")
}
NORMS = {"norm": "embeddings.norm"} | {
    f"layers.{n}.norm{k}": f"layer.{n}.norm{k}" for n in range(6) for k in (1, 2)
}
PLAIN = {
    "position.weight": "embeddings.position",
    "shape.weight": "embeddings.shape",
    "transition": "names.transition",
    "start": "names.start",
    "end": "names.end",
}


def rows_to_int8(weight):
    """int8 rows and their scales."""
    weight = np.asarray(weight, np.float32)
    scale = np.maximum(np.abs(weight).max(1), 1e-12).astype(np.float32) / np.float32(127)
    return np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8), scale


class IntegerLinear(nn.Module):
    """A linear layer with int8 weights; rows of the input are quantised to 7 bits."""

    def __init__(self, weight, scale, bias):
        super().__init__()
        self.weight = torch.tensor(weight.astype(np.float32))
        self.scale, self.bias = torch.tensor(scale), torch.tensor(bias)

    def forward(self, x):
        x = x.float()
        m = x.abs().amax(-1, keepdim=True)
        inverse = torch.where(m > 0, 63 / m, torch.zeros_like(m))
        q = torch.round(x * inverse)
        return F.linear(q, self.weight) * (m / 63 * self.scale) + self.bias


class FloatLinear(IntegerLinear):
    """The same weights without rounding the activations; tells errors of the one from errors of
    the other."""

    def forward(self, x):
        return F.linear(x, self.weight * self.scale[:, None], self.bias)


def load(path, linear=IntegerLinear):
    """The header, the model that the file describes, and the file's arrays and checksum."""
    header, arrays, checksum = model_file.read(path)
    labels = header["labels"]
    model = Model(labels)
    words = arrays["embeddings.word"].astype(np.float32) * arrays["embeddings.word.scale"][:, None]
    model.word.weight.data = torch.tensor(words)
    for ours, theirs in PLAIN.items():
        model.get_parameter(ours).data = torch.tensor(arrays[theirs])
    for ours, theirs in NORMS.items():
        module = model.get_submodule(ours)
        module.weight.data, module.bias.data = torch.tensor(
            arrays[theirs + ".weight"]
        ), torch.tensor(arrays[theirs + ".bias"])
    for ours, theirs in PAIRS.items():
        parent, _, name = ours.rpartition(".")
        new = linear(arrays[theirs], arrays[theirs + ".scale"], arrays[theirs + ".bias"])
        setattr(model.get_submodule(parent) if parent else model, name, new)
    return header, model.eval(), arrays, checksum
