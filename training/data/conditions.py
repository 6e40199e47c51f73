"""Reads the condition blocks into one table, and checks each name they use against the other tables."""
from dataclasses import dataclass

from . import conditions_a, conditions_b, conditions_c
from .medicines import MEDICINES
from .symptoms import SYMPTOMS


@dataclass
class Result:
    """A number that a test of this condition plausibly gives."""
    name: str
    low: float
    high: float
    decimals: int
    unit: str


@dataclass
class Condition:
    name: str
    specialty: str
    symptoms: list
    exam: list
    tests: list
    result: Result
    medicines: list
    advice: list
    referral: str
    sex: str

    @property
    def sided(self):
        return "{s}" in self.name


def _result(text):
    name, rest = text.split(":")
    span, decimals, unit = (part.strip() for part in rest.split(","))
    # T-scores are negative on both ends: "-3.6--2.5"
    cut = span.index("-", 1)
    low, high = float(span[:cut]), float(span[cut + 1:])
    return Result(name.strip(), low, high, int(decimals), "" if unit == "-" else unit)


def _parse(text):
    found, specialty, name, fields = [], None, None, {}

    def close():
        if name is None:
            return
        split = lambda key, by: [part.strip() for part in fields.get(key, "").split(by) if part.strip()]
        found.append(Condition(
            name=name, specialty=specialty, symptoms=split("sx", ","), exam=split("ex", ";"),
            tests=[test for test in split("te", ";") if test != "none"],
            result=_result(fields["rs"]) if "rs" in fields else None,
            medicines=[m for m in split("rx", ";") if m != "none"], advice=split("ad", ";"),
            referral=fields.get("rf", ""), sex=fields.get("sex", ""),
        ))

    for line in text.strip().splitlines():
        if line.startswith("#"):
            close()
            name = None
            specialty = line[1:].split(" - ")[0].strip()
        elif line.startswith(" "):
            key, value = line.strip().split(" ", 1)
            fields[key] = value
        elif line.strip():
            close()
            name, fields = line.strip(), {}
    close()
    return found


CONDITIONS = _parse(conditions_a.TEXT) + _parse(conditions_b.TEXT) + _parse(conditions_c.TEXT)

for _condition in CONDITIONS:
    for _symptom in _condition.symptoms:
        assert _symptom in SYMPTOMS, (_condition.name, _symptom)
    for _medicine in _condition.medicines:
        assert _medicine in MEDICINES, (_condition.name, _medicine)
    assert len(_condition.symptoms) >= 2 and _condition.exam and _condition.advice, _condition.name
