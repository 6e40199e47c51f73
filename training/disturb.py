"""What makes talk untidy: turns cut in two, short noises of attention, and medicines remembered late."""


def _cut_in_two(rng, words, turns):
    """Someone breaks into a longer turn at a comma or full stop, and the speaker goes on."""
    places = []
    for i, (role, text) in enumerate(turns):
        inside = False
        for j, char in enumerate(text):
            inside = (inside or char == "\x01") and char != "\x03"
            if not inside and char in ",." and 12 < j < len(text) - 12 and text[j + 1] == " ":
                places.append((i, j))
    if not places:
        return
    i, j = rng.choice(places)
    role, text = turns[i]
    other = "doctor" if role == "patient" else "patient"
    slot = "d_interrupt" if other == "doctor" else "p_interrupt"
    turns[i:i + 1] = [[role, text[:j] + (" -" if text[j] == "," else ".")], [other, words.say(slot, rng)], [role, text[j + 2:]]]


def disturb(rng, words, talk):
    """The turns of the talk as (role, text), with disturbances; marks stay where their words are."""
    turns = [list(turn) for turn in talk.turns]
    for slot, values in talk.late:
        after = [i for i, (role, _) in enumerate(turns) if role == "doctor" and i > len(turns) // 2]
        at = rng.choice(after) if after else len(turns)
        # a remembered medicine goes before a doctor's turn, and the doctor acknowledges it
        turns[at:at] = [["patient", words.say(slot, rng, **values)], ["doctor", words.say("d_late_ack", rng)]]
    for _ in range(rng.choice([0, 0, 1, 1, 2])):
        _cut_in_two(rng, words, turns)
    merged = []
    for role, text in turns:
        if merged and merged[-1][0] == role:
            merged[-1][1] += " " + text
        else:
            merged.append([role, text])
    return merged
