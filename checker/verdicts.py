"""What two facts that answer apart make: a conflict, a tension, a step in time, or nothing. Each with its reasons."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from checker.camps import gap, relate
from checker.kinds import quantity
from checker.model import Amount, Document, Fact, Question, Reason, State

RANK = {"conflict": 3, "tension": 2, "evolving": 1, "none": 0}
LOUDNESS = {"error": 3, "warning": 2, "info": 1}
SEVERITY = {"conflict": "error", "tension": "warning", "evolving": "info"}
SOFT = frozenset(["about", "nearly", "vague"])  # hedges under which two answers that lie apart are no conflict
SOFT_FROM = 3  # "at least n" says little of what lies beyond 3 n


class Verdict(NamedTuple):
    """What a pair of facts makes, and why."""

    verdict: str
    severity: str
    reasons: list[Reason]


@dataclass(slots=True, kw_only=True)
class Setting:
    """What the facts of one question are judged under."""

    question: Question
    asked: dict[str, Any]
    documents: dict[str, Document]
    voices: dict[str, str]  # the voice of each fact, by its id, with copies counted as one
    first: date | None = field(default=None)  # the earliest as-of of the question


def judge(a: Fact, b: Fact, setting: Setting) -> Verdict:
    """The verdict on two facts whose values lie apart."""
    reasons: list[Reason] = []

    def weaker(holds: bool, says: str) -> bool:
        reasons.append(Reason(holds=holds, says=says))
        return holds

    stopped = _no_pair(a, b, setting)
    if stopped is not None:
        return Verdict("none", "info", [Reason(holds=True, says=stopped)])
    timed = _in_time(a, b, setting)
    if timed is not None:
        return timed
    if _both_named_in_one(a, b, setting):
        says = "the text itself reports two voices that differ"
        return Verdict("tension", "info", [Reason(holds=True, says=says)])
    soft = [
        weaker(bool({a.id, b.id} & setting.question.loose), "one side leaves open what it is about"),
        weaker(
            setting.asked["focus"] and bool(a.assumed | b.assumed), "one side takes its place or its day from the lead"
        ),
        weaker(a.modality != b.modality, f"told as {a.modality} and as {b.modality}"),
        weaker(bool(SOFT & {a.hedge, b.hedge}) or _far_beyond(a, b), "one side is hedged"),
        weaker(a.background or b.background, "one side is told as background, of an earlier day"),
        weaker(not _strictly_apart(a, b, setting), "rounding may explain the difference"),
        weaker(a.document == b.document and a.as_of != b.as_of, "one document, speaking of two days"),
        *(weaker(True, says) for says in _softened(a, b, setting)),
    ]
    verdict = "tension" if any(soft) else "conflict"
    return Verdict(
        verdict,
        SEVERITY[verdict],
        [r for r in reasons if r.holds] or [Reason(holds=True, says="same question, same time, no hedge")],
    )


def _no_pair(a: Fact, b: Fact, setting: Setting) -> str | None:
    """Why two facts are not set against each other at all, if they aren't."""
    if setting.asked["loose"] == "silent" and {a.id, b.id} & setting.question.loose:
        return "one side leaves open what it is about"
    if a.document == b.document and setting.asked["focus"] and (a.assumed | b.assumed):
        return "one document, and one side does not say which event it means"
    if a.document == b.document and "title" in (a.zone, b.zone) and a.zone != b.zone:
        return "a title against its own body is judged by itself"
    if a.document == b.document and a.start < b.end and b.start < a.end:
        return "both are read from the same words"
    if "denied" in (a.modality, b.modality) and not isinstance(a.value, State):
        return "one side is a denial, whose figure is what it rejects"
    if {a.modality, b.modality} == {"planned", "done"} and not isinstance(a.value, State):
        return "a plan and a deed don't contradict each other"
    if setting.asked["varies"] == "over-time" and a.document == b.document and not _windows_meet(a, b):
        return "they hold at different times"
    return None


def _windows_meet(a: Fact, b: Fact) -> bool:
    """Whether two as-of days may be the same day."""
    return a.as_of is None or b.as_of is None or relate(a.as_of, b.as_of) != "apart"


def _both_named_in_one(a: Fact, b: Fact, setting: Setting) -> bool:
    named = a.speaker is not None and b.speaker is not None
    return a.document == b.document and named and setting.voices[a.id] != setting.voices[b.id]


def _far_beyond(a: Fact, b: Fact) -> bool:
    """A figure beyond three times an open bound lies apart from nothing; kept for values that a bound closes."""
    return any(isinstance(f.value, Amount) and f.value.high is None and (f.value.low or 0) > 0 for f in (a, b))


def _strictly_apart(a: Fact, b: Fact, setting: Setting) -> bool:
    if not isinstance(a.value, Amount) or not isinstance(b.value, Amount):
        return True
    people = bool(setting.asked["people"])
    left = quantity.compared(a.value, people=people, strict=True)
    right = quantity.compared(b.value, people=people, strict=True)
    return relate(left, right) == "apart" and gap(left, right) > 0


def _softened(a: Fact, b: Fact, setting: Setting) -> list[str]:
    """The softening keys that differ, or that only one side states."""
    found = []
    for key in setting.asked["softens"]:
        mine, theirs = a.scope.get(key), b.scope.get(key)
        if mine == theirs:
            continue
        if mine is None or theirs is None:
            found.append(f"only one side says the {key}")
        elif not set(mine.split("+")) & set(theirs.split("+")):
            found.append(f"the {key} differs: {mine} and {theirs}")
    return found


# --- in time ----------------------------------------------------------------------------------------------------


def _day(fact: Fact) -> date | None:
    return None if fact.as_of is None else fact.as_of.end


def _in_time(a: Fact, b: Fact, setting: Setting) -> Verdict | None:
    """What time makes of the two: a revision, a running count that rose or fell; `None` where time explains nothing."""
    varies = setting.asked["varies"]
    early, late = (a, b) if (_day(a) or date.min) <= (_day(b) or date.min) else (b, a)
    one_voice = setting.voices[a.id] == setting.voices[b.id]
    if a.document != b.document and one_voice and _revises(early, late, setting):
        return Verdict("evolving", "info", [Reason(holds=True, says="the same source corrects itself later")])
    if varies not in ("only-up", "only-down") or not isinstance(a.value, Amount) or not isinstance(b.value, Amount):
        return None
    if _settled(early, setting):
        return None
    rises = (
        (early.value.low or 0) <= (late.value.low or 0)
        if isinstance(early.value, Amount) and isinstance(late.value, Amount)
        else True
    )
    grows = rises if varies == "only-up" else not rises
    if _day(early) is not None and _day(early) != _day(late):
        if grows:
            return Verdict(
                "evolving", "info", [Reason(holds=True, says="a later figure in the direction in which it runs")]
            )
        if "correction" in late.markers:
            return Verdict("evolving", "info", [Reason(holds=True, says="a later figure that says it corrects")])
        verdict = "conflict" if one_voice else "tension"
        return Verdict(
            verdict,
            SEVERITY[verdict],
            [Reason(holds=True, says="a later figure against the direction in which it runs")],
        )
    if one_voice or {"first-report"} & (a.markers | b.markers):
        return Verdict("evolving", "info", [Reason(holds=True, says="one day, and one voice or a first report")])
    if "final" in a.markers & b.markers:
        return None
    return Verdict("tension", "warning", [Reason(holds=True, says="one day of a running count, two voices")])


def _revises(early: Fact, late: Fact, setting: Setting) -> bool:
    """The same outlet and the same voice, on a later day."""
    before, after = setting.documents[early.document], setting.documents[late.document]
    if before.source is None or before.source != after.source or before.published is None or after.published is None:
        return False
    return (
        before.published.end is not None
        and after.published.start is not None
        and before.published.end < after.published.start
    )


def _settled(early: Fact, setting: Setting) -> bool:
    """Whether the question has had its time to settle when the earlier of the two speaks."""
    days = setting.asked["settles_after"]
    day = _day(early)
    return days is not None and day is not None and setting.first is not None and (day - setting.first).days > days
