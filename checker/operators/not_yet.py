"""not-yet: one camp tells as done what another tells as still to come, of the same time."""

from checker.model import Camp, Reason
from checker.operands import Case, Options

TAKES = "camps"
OPTIONS: dict[str, str] = {}


def judge(a: Camp, b: Camp, case: Case, options: Options) -> Reason:
    """Whether the question sets the two states against each other as done and not yet done."""
    ids = [str(getattr(camp.value, "id", "")) for camp in (a, b)]
    pair = next((p for p in case.asked["not_yet"] if sorted(p) == sorted(ids)), None)
    if pair is None:
        return Reason(holds=False, says="the question sets no such states against each other")
    done, coming = (a, b) if ids[0] == pair[0] else (b, a)
    children = [
        Reason(holds=any(f.modality == "done" for f in done.facts), says=f"'{done.label}' is told as done"),
        Reason(
            holds=any(f.modality == "planned" for f in coming.facts), says=f"'{coming.label}' is told as still to come"
        ),
    ]
    holds = all(child.holds for child in children)
    return Reason(holds=holds, says="done and not yet done, of one time" if holds else "not both", children=children)
