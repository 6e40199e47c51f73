"""What makes some visits long: stories that belong in no note, questions about life, explanations."""
from .data import people

LONG_RATE = 0.3
LONGEST_RATE = 0.12   # of the long ones: everybody tells at length, up to about 1,500 tokens with the note
GOES_ON, GOES_ON_LONGEST = 0.45, 0.7


def story(talk, visit):
    if talk.chance(.5):
        talk.d("d_lifestyle_chat")
    rel = talk.rng.choice(list(people.RELATIVES))
    talk.p("p_story", rel=rel)
    while talk.chance(talk.goes_on):
        talk.p("p_story", False, rel=rel)
    talk.d("d_story_ack", False)


def spread(rng, blocks, what):
    """Puts every block that is `what` at a place of its own; the others keep their order."""
    others = [block for block in blocks if block is not what]
    for _ in range(len(blocks) - len(others)):
        others.insert(rng.randint(0, len(others)), what)
    blocks[:] = others


def explain(talk, how_often):
    for _ in range(how_often):
        talk.d("d_explain")
        while talk.chance(talk.goes_on):
            talk.d("d_explain", False)
        if talk.chance(.7):
            talk.p("p_understood", rel=talk.rng.choice(list(people.RELATIVES)))
