"""The network: MiniLM's encoder with shape embeddings, and one linear layer whose rows feed all
heads."""

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

import pieces
import shapes

WIDTH, LAYERS, HEADS, FEED = 384, 6, 12, 1536
ARC, LABEL = 192, 96
EPSILON = 1e-12
TAG_LAYERS = ["upos", "xpos", "features", "lemma", "entity", "name"]
FORBIDDEN = -10000.0


def sections(labels):
    """Row ranges of the heads' linear layer, in order."""
    widths = [(k, len(labels[k])) for k in TAG_LAYERS]
    widths += [
        ("arcDependent", ARC),
        ("labelDependent", LABEL),
        ("arcHead", ARC),
        ("labelHead", LABEL),
    ]
    out, begin = {}, 0
    for name, width in widths:
        out[name] = (begin, begin + width)
        begin += width
    return out


def fake_int8(weight):
    """The weights after symmetric int8 quantisation by row."""
    scale = weight.abs().amax(1, keepdim=True).clamp_min(1e-12) / 127
    return (weight / scale).round().clamp(-127, 127) * scale


class Layer(nn.Module):
    """A transformer layer with the norms after the sums, as BERT has it."""

    def __init__(self, dropout=0.1):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.attention = nn.Linear(WIDTH, WIDTH)
        self.up = nn.Linear(WIDTH, FEED)
        self.down = nn.Linear(FEED, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.norm2 = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = (q @ k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5).masked_fill(~mask, FORBIDDEN)
        joined = (scores.softmax(-1, dtype=v.dtype) @ v).transpose(1, 2).reshape(b, t, WIDTH)
        x = self.norm1(x + self.dropout(self.attention(joined)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x), approximate="tanh"))))


class Model(nn.Module):
    """Encoder and heads; the word embeddings stay as pretrained, already rounded to int8."""

    def __init__(self, labels, dropout=0.3):
        super().__init__()
        self.sections = sections(labels)
        self.word = nn.Embedding(30522, WIDTH)
        self.position = nn.Embedding(512, WIDTH)
        self.shape = nn.Embedding(len(shapes.NAMES), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.heads = nn.Linear(WIDTH, self.sections["labelHead"][1])
        self.arc = nn.Linear(ARC, ARC)
        relations, names = len(labels["relation"]), len(labels["name"])
        self.label = nn.Linear(LABEL, relations * (LABEL + 1))
        self.transition = nn.Parameter(torch.zeros(names, names))
        self.start = nn.Parameter(torch.zeros(names))
        self.end = nn.Parameter(torch.zeros(names))
        self.embedding_dropout = nn.Dropout(0.1)
        self.dropout = nn.Dropout(dropout)
        self.register_buffer("allowed", allowed_transitions(labels["name"]), persistent=False)
        self.register_buffer(
            "starts",
            torch.tensor([not n.startswith("I-") for n in labels["name"]]),
            persistent=False,
        )
        nn.init.zeros_(self.shape.weight)
        nn.init.eye_(self.arc.weight)
        self.arc.weight.data.mul_(0.1)
        nn.init.normal_(self.label.weight, std=0.02)
        nn.init.zeros_(self.label.bias)

    def load_pretrained(self):
        """Reads MiniLM-L6; BERT's token type 0 is added to the positions."""
        w = load_file(str(pieces.pretrained_folder() / "model.safetensors"))
        e = "embeddings."
        self.word.weight.data = fake_int8(w[e + "word_embeddings.weight"])
        self.position.weight.data = (
            w[e + "position_embeddings.weight"] + w[e + "token_type_embeddings.weight"][0]
        )
        copy(self.norm, w, e + "LayerNorm")
        for n, layer in enumerate(self.layers):
            p = f"encoder.layer.{n}."
            parts = [p + f"attention.self.{x}" for x in ("query", "key", "value")]
            layer.qkv.weight.data = torch.cat([w[x + ".weight"] for x in parts])
            layer.qkv.bias.data = torch.cat([w[x + ".bias"] for x in parts])
            copy(layer.attention, w, p + "attention.output.dense")
            copy(layer.up, w, p + "intermediate.dense")
            copy(layer.down, w, p + "output.dense")
            copy(layer.norm1, w, p + "attention.output.LayerNorm")
            copy(layer.norm2, w, p + "output.LayerNorm")

    def encode(self, ids, kinds, mask):
        """Last layer's vectors of padded pieces [sentences, positions]."""
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.shape(kinds)
        x = self.embedding_dropout(self.norm(x))
        mask = mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, batch):
        """All heads' raw outputs at the root and words: [sentences, 1 + words, rows]."""
        x = self.encode(batch["ids"], batch["kinds"], batch["mask"])
        index = batch["first"][:, :, None].expand(-1, -1, WIDTH)
        return self.heads(self.dropout(torch.gather(x, 1, index)))

    def part(self, out, name):
        begin, end = self.sections[name]
        return out[..., begin:end]

    def arcs(self, out):
        """Scores [sentences, words, 1 + words] of each head for each word."""
        dependent = self.drop(F.leaky_relu(self.part(out, "arcDependent")[:, 1:], 0.1))
        head = self.drop(F.leaky_relu(self.part(out, "arcHead"), 0.1))
        return self.arc(dependent) @ head.transpose(1, 2)

    def relations(self, dependent, head):
        """Scores [arcs, relations] from rows of the heads' output for dependents and heads."""
        d = self.drop(F.leaky_relu(self.part(dependent, "labelDependent"), 0.1))
        h = self.drop(F.leaky_relu(self.part(head, "labelHead"), 0.1))
        t = self.label(d).view(d.shape[0], -1, LABEL + 1)
        return torch.einsum("nrk,nk->nr", t[:, :, :LABEL], h) + t[:, :, LABEL]

    def drop(self, x):
        return self.dropout(x)

    def name_scores(self):
        """Transition, start and end scores with the impossible ones ruled out."""
        return (
            self.transition.masked_fill(~self.allowed, FORBIDDEN),
            self.start.masked_fill(~self.starts, FORBIDDEN),
            self.end,
        )

    def names_loss(self, emissions, allowed, lengths):
        """Negative log-likelihood of all label paths that the annotation allows, one a sentence."""
        narrowed = emissions.masked_fill(~allowed, FORBIDDEN)
        return self.partition(emissions, lengths) - self.partition(narrowed, lengths)

    def partition(self, emissions, lengths):
        transition, start, end = self.name_scores()
        alpha, last = start + emissions[:, 0], []
        for t in range(1, emissions.shape[1] + 1):
            last.append(alpha)
            if t < emissions.shape[1]:
                alpha = torch.logsumexp(alpha[:, :, None] + transition, 1) + emissions[:, t]
        at_end = torch.stack(last, 1)[torch.arange(len(lengths)), lengths - 1]
        return torch.logsumexp(at_end + end, 1)


def copy(module, weights, name):
    module.weight.data = weights[name + ".weight"].clone()
    module.bias.data = weights[name + ".bias"].clone()


def allowed_transitions(names):
    """True where label `to` may follow label `from`."""
    return torch.tensor(
        [[not b.startswith("I-") or a[2:] == b[2:] and a != "O" for b in names] for a in names]
    )
