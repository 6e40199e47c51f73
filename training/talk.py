"""The turns of a visit while it is told: who says what, and small repairs of grammar where wordings meet."""
import re

from .long_visits import GOES_ON
from .speech import maybe_repaired, spoken_number

# "Your" before a list that begins with its own article: "Your the pressure is ..."
DOUBLED = re.compile(r"\b([Yy]our|[Tt]oday your) (?:the|an|a|your) ")
# ... and before one that begins with a number: "Your 138 over 71 for the pressure"
YOUR_NUMBER = re.compile("\\b[Yy]our (?=(?:\x01[^\x02]*\x02)?\\d)")
# "No a rash": after "no" the lay words lose their article; a mark may stand between
NO_ARTICLE = re.compile("\\b([Nn]o) (\x01[^\x02]*\x02)?(?:a|an|the) ")


class Talk:
    """The turns so far. `d` and `p` add a turn of the doctor or the patient, worded by a slot."""

    def __init__(self, rng, words, terse):
        self.rng, self.words, self.terse = rng, words, terse
        self.turns = []      # [role, marked text]
        self.said = set()    # topics that came up before they were asked for
        self.goes_on = GOES_ON   # how likely a story or an explanation has another sentence
        self.late = []       # things the patient will remember later: functions of no argument

    def _add(self, role, text, opener):
        goes_on = self.turns and self.turns[-1][0] == role
        if opener and not goes_on and self.rng.random() < (.1 if self.terse else .3):
            first = self.words.say("d_opener" if role == "doctor" else "p_opener", self.rng).strip()
            text = f"{first} {text if first[-1] in '.?!' else lower_first(text)}"
        text = NO_ARTICLE.sub(r"\1 \2", YOUR_NUMBER.sub("", DOUBLED.sub(r"\1 ", text)))
        if goes_on:
            self.turns[-1][1] += " " + text
        else:
            self.turns.append([role, text])

    def d(self, slot, opener=True, /, **values):
        self._add("doctor", self.words.say(slot, self.rng, **values), opener)

    def p(self, slot, opener=True, /, **values):
        self._add("patient", self.words.say(slot, self.rng, **values), opener)

    def chance(self, rate):
        return self.rng.random() < rate

    def number(self, fact, n):
        return maybe_repaired(self.rng, self.words, fact, spoken_number(self.rng, n))


def lower_first(text):
    """After "Well," a sentence goes on in lower case, unless it starts with "I" or a name with capitals."""
    word = text.split(" ")[0]
    keep = word.rstrip(",") == "I" or word.startswith(("I'", "\x01")) or word[1:2].isupper()
    return text if keep else text[0].lower() + text[1:]
