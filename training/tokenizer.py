"""Byte-level BPE with Qwen2's pre-tokenizer, which transformers.js and llama.cpp both know by name."""
import collections
import json
import re
from pathlib import Path

# Qwen2's pattern, as written into tokenizer.json, and the same for Python's re (which has no \p{L}).
PATTERN_JSON = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+")


def for_python(pattern):
    """The pattern for Python's re: letters are word characters but digits and underscore, and so on."""
    for theirs, ours in ((r"[^\r\n\p{L}\p{N}]", r"(?:[^\r\n\w]|_)"), (r"[^\s\p{L}\p{N}]", r"(?:[^\s\w]|_)"), (r"\p{L}", r"[^\W\d_]"), (r"\p{N}", r"\d")):
        pattern = pattern.replace(theirs, ours)
    return re.compile(pattern)


PATTERN = for_python(PATTERN_JSON)

SPECIAL = ["<|pad|>", "<|bos|>", "<|eos|>", "<|system|>", "<|user|>", "<|assistant|>", "<|end|>", "<|unused|>"]
PAD, BOS, EOS, SYSTEM, USER, ASSISTANT, END = range(7)
CHAT_TEMPLATE = ("{{ bos_token }}{% for m in messages %}{{ '<|' + m['role'] + '|>' + m['content'] + '<|end|>' }}{% endfor %}"
                 "{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}")


def _byte_alphabet():
    """GPT-2's printable stand-in for each byte."""
    printable = list(range(33, 127)) + list(range(161, 173)) + list(range(174, 256))
    table, extra = {b: chr(b) for b in printable}, 0
    for b in range(256):
        if b not in table:
            table[b] = chr(256 + extra)
            extra += 1
    return table


BYTE_TO_CHAR = _byte_alphabet()
CHAR_TO_BYTE = {c: b for b, c in BYTE_TO_CHAR.items()}


def train_bpe(texts, vocabulary_size):
    """(tokens, merges). Ties are broken by the pair itself, so the result does not depend on dictionary order."""
    counts = collections.Counter()
    for text in texts:
        counts.update(PATTERN.findall(text))
    words = [[[BYTE_TO_CHAR[b] for b in word.encode()], n] for word, n in sorted(counts.items())]
    tokens, merges = SPECIAL + [BYTE_TO_CHAR[b] for b in range(256)], []
    pairs, where = collections.Counter(), collections.defaultdict(set)
    for i, (symbols, n) in enumerate(words):
        for pair in zip(symbols, symbols[1:]):
            pairs[pair] += n
            where[pair].add(i)
    while len(tokens) < vocabulary_size:
        best = max(pairs.items(), key=lambda item: (item[1], item[0]))[0]
        merges.append(best)
        tokens.append(best[0] + best[1])
        for i in list(where[best]):
            symbols, n = words[i]
            for pair in zip(symbols, symbols[1:]):
                pairs[pair] -= n
            words[i][0] = symbols = _merge(symbols, best)
            for pair in zip(symbols, symbols[1:]):
                pairs[pair] += n
                where[pair].add(i)
        pairs.pop(best, None)
    return tokens, merges


def _merge(symbols, pair):
    out, j = [], 0
    while j < len(symbols):
        if j + 1 < len(symbols) and (symbols[j], symbols[j + 1]) == pair:
            out.append(symbols[j] + symbols[j + 1])
            j += 2
        else:
            out.append(symbols[j])
            j += 1
    return out


def save(folder, tokens, merges, context):
    folder = Path(folder)
    added = [dict(id=i, content=token, single_word=False, lstrip=False, rstrip=False, normalized=False, special=True)
             for i, token in enumerate(SPECIAL)]
    pre = dict(type="Sequence", pretokenizers=[
        dict(type="Split", pattern=dict(Regex=PATTERN_JSON), behavior="Isolated", invert=False),
        dict(type="ByteLevel", add_prefix_space=False, trim_offsets=False, use_regex=False),
    ])
    model = dict(type="BPE", dropout=None, unk_token=None, continuing_subword_prefix="", end_of_word_suffix="", fuse_unk=False,
                 byte_fallback=False, ignore_merges=False, vocab={token: i for i, token in enumerate(tokens)}, merges=[f"{a} {b}" for a, b in merges])
    whole = dict(version="1.0", truncation=None, padding=None, added_tokens=added, normalizer=None, pre_tokenizer=pre, post_processor=None,
                 decoder=dict(type="ByteLevel", add_prefix_space=True, trim_offsets=True, use_regex=True), model=model)
    (folder / "tokenizer.json").write_text(json.dumps(whole, ensure_ascii=False))
    config = dict(tokenizer_class="PreTrainedTokenizerFast", bos_token="<|bos|>", eos_token="<|end|>", pad_token="<|pad|>",
                  model_max_length=context, clean_up_tokenization_spaces=False, chat_template=CHAT_TEMPLATE)
    (folder / "tokenizer_config.json").write_text(json.dumps(config, indent=1))


class Tokenizer:
    def __init__(self, path):
        whole = json.loads(Path(path).read_text())
        model, first = whole["model"], whole["pre_tokenizer"]["pretokenizers"][0]
        self.pattern = for_python(first["pattern"]["Regex"])
        self.ids = model["vocab"]
        self.rank = {tuple(merge.split(" ")): i for i, merge in enumerate(model["merges"])}
        self.tokens = {i: token for token, i in self.ids.items()}
        self.known = {}

    def _word(self, word):
        if word not in self.known:
            symbols = [BYTE_TO_CHAR[b] for b in word.encode()]
            while len(symbols) > 1:
                pair = min(zip(symbols, symbols[1:]), key=lambda p: self.rank.get(p, 1 << 30))
                if pair not in self.rank:
                    break
                symbols = _merge(symbols, pair)
            self.known[word] = [self.ids[s] for s in symbols]
        return self.known[word]

    def encode(self, text):
        return [i for word in self.pattern.findall(text) for i in self._word(word)]

    def decode(self, ids):
        return bytes(CHAR_TO_BYTE[c] for i in ids if i >= len(SPECIAL) for c in self.tokens[i]).decode("utf8", "replace")

    def prompt(self, text):
        """The chat template with one user message, ready for the answer."""
        return [BOS, USER] + self.encode(text) + [END, ASSISTANT]

    def follow_up(self, text):
        """A further user message of the same talk, after an answer and its end token."""
        return [USER] + self.encode(text) + [END, ASSISTANT]
