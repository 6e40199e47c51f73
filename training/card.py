"""The model card: what the model is, what it was trained on and how, and the measured tables."""
from .model import SIZES, Model

FIRST_LINE = "Demonstration model, trained on generated text to show this tool. Not for care."
TITLES = {"tuned": "Demo model, tuned", "base": "Demo model, base"}
TRAINED_ON = {
    "base": ("visits' talk and notes as plain language, never a transcript with its note; copying exercises, look-ups in lists, closed-book and short visit "
             "questions. It has seen no paired note, and is otherwise the same run: nothing was done to make it worse."),
    "tuned": "the base, then transcripts with their notes (parts of visits first, then whole ones), questions and multiple choice about visits and tables.",
}
FORMATS = {
    "tuned": "`fp32`, `q4f16` (for WebGPU with shader-f16), `int8` (MatMulInteger, fastest for writing on WebAssembly), `q8` and `q4` (MatMulNBits; for log-probabilities)",
    "base": "`int8` (MatMulInteger, fastest for writing on WebAssembly), `q8` and `q4` (MatMulNBits; for log-probabilities)",
}


def card(name, saved, tables, size):
    c, counts = SIZES[size], saved["counts"]
    parameters = Model(c).parameter_count() / 1e6
    how = "its learning rate has fallen" if saved["finished"] else "UNFINISHED: its learning rate has not fallen"
    return f"""{FIRST_LINE}

# {TITLES[name]}

- **Size:** {parameters:.2f} million parameters (width {c.width}, {c.layers} layers, {c.heads} heads, SwiGLU {c.hidden}, tied embeddings, byte-level BPE of {c.vocabulary}), in the layout of transformers.js with `model_type` `llama`.
- **Context:** {c.context} positions; trained on sequences of up to about 1,600 tokens, whole visits mostly 540 to 700.
- **Data:** visits, notes and questions written by a generator of the project (`training/`), from a seed; no patient's text and no public data set. No clinician has reviewed it.
- **Training:** {TRAINED_ON[name]}
- **Amount:** {counts['steps']} steps, {counts['tokens'] / 1e6:.1f} million tokens, {counts['cpu_seconds'] / 60:.0f} minutes of processor time; {how}. Loss on answers only; Muon for matrices and AdamW for the rest; analytic induction initialisation.
- **Number formats:** {FORMATS[name]}.
- **Licence:** Apache-2.0.

## Measured quality

By the product's own scorers (`bedside score`, `bedside compare`) on greedy answers; means with 95 % intervals. Held-out visits are of the generator that trained the model: new visits, wordings it never used in training, conditions never seen, and wordings by an author who knew three training examples of each kind and nothing else (“blind wordings”). The score on visits written by hand says most.

{tables}"""
