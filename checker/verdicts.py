"""What two facts that answer apart make: a conflict, a tension, a step in time, or nothing. Each with its reasons."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from checker.camps import gap, relate
from checker.kinds import quantity
from checker.model import Amount, Document, Fact, Question, Reason, State, Value
from checker.packs import NameInfo, label_of
from checker.values import bounds

RANK = {"conflict": 3, "tension": 2, "evolving": 1, "none": 0}
LOUDNESS = {"error": 3, "warning": 2, "info": 1}
SEVERITY = {"conflict": "error", "tension": "warning", "evolving": "info"}
RUNNING = ("only-up", "only-down")
SOFT = frozenset(["about", "nearly", "vague"])  # hedges under which two answers that lie apart are no conflict


class Verdict(NamedTuple):
    """What a pair of facts makes, and why."""

    verdict: str
    severity: str
    reasons: list[Reason]
    why: str  # what keeps it from being louder, in a clause for a reader; empty when nothing does


@dataclass(slots=True, kw_only=True)
class Setting:
    """What the facts of one question are judged under."""

    question: Question
    asked: dict[str, Any]
    documents: dict[str, Document]
    names: dict[str, NameInfo]
    voices: dict[str, str]  # the voice of each fact, by its id, with copies counted as one
    told: dict[tuple[str, str], list[Fact]] = field(default_factory=dict)  # facts by question and document
    given: dict[tuple[str, str], dict[object, list[Amount]]] = field(default_factory=dict)  # amounts, once asked for
    first: date | None = field(default=None)  # the earliest as-of of the question


def judge(a: Fact, b: Fact, setting: Setting) -> Verdict:
    """The verdict on two facts whose values lie apart."""
    stopped = _no_pair(a, b, setting)
    if stopped is not None:
        return _made("none", stopped)
    if setting.asked["focus"] and a.assumed | b.assumed:
        return _made("tension", "one side takes its place or its day from the lead", severity="info")
    timed = _in_time(a, b, setting)
    if timed is not None:
        return timed
    if _both_named_in_one(a, b, setting):
        return _made("tension", "the text itself reports two voices that differ", severity="info")
    weaker = _weaker(a, b, setting)
    if weaker:
        reasons = [Reason(holds=True, says=says) for says in weaker]
        return Verdict("tension", SEVERITY["tension"], reasons, weaker[0])
    return _made("conflict", "same question, same time, no hedge", why="")


def _made(verdict: str, says: str, *, severity: str | None = None, why: str | None = None) -> Verdict:
    """A verdict with one reason, which is also what a reader is told unless `why` says otherwise."""
    loudness = SEVERITY.get(verdict, "info") if severity is None else severity
    return Verdict(verdict, loudness, [Reason(holds=True, says=says)], says if why is None else why)


def _weaker(a: Fact, b: Fact, setting: Setting) -> list[str]:
    """What makes of a conflict a tension: everything that leaves a way in which both may be right."""
    varies = setting.asked["varies"]
    found = {
        "one side leaves open what it is about": bool({a.id, b.id} & setting.question.loose),
        f"told as {a.modality} and as {b.modality}": a.modality != b.modality,
        "one side is hedged": bool(SOFT & {a.hedge, b.hedge}),
        "one side lies far beyond the other's lower bound": _far_beyond(a, b),
        "neither side says when": a.as_of is None and b.as_of is None and varies != "never",
        "one side is told as background, of an earlier day": (a.background or b.background) and varies != "never",
        "rounding may explain the difference": not _strictly_apart(a, b, setting),
        "one document tells it by two voices": a.document == b.document
        and setting.voices[a.id] != setting.voices[b.id],
        "one document speaks of two days": a.document == b.document and a.as_of != b.as_of,
    }
    return [says for says, holds in found.items() if holds] + _softened(a, b, setting)


def _no_pair(a: Fact, b: Fact, setting: Setting) -> str | None:
    """Why two facts are not set against each other at all, if they aren't."""
    loose = setting.question.loose
    if setting.asked["loose"] == "silent" and (a.id in loose or b.id in loose):
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
    limit = setting.asked["same_within"]
    if limit is not None and gap(a.value, b.value) > limit:
        return "the answers lie so far apart that they are about two things"
    if _foretold(a, b):
        return "the one told as still to come was told first"
    if setting.asked["varies"] == "over-time" and a.document == b.document and not _windows_meet(a, b):
        return "they hold at different times"
    return None


def _foretold(a: Fact, b: Fact) -> bool:
    """A state that was still to come on an earlier day than the one on which it is told as done."""
    if {a.modality, b.modality} != {"planned", "done"} or not isinstance(a.value, State):
        return False
    coming, done = (a, b) if a.modality == "planned" else (b, a)
    before, after = _day(coming), None if done.as_of is None else done.as_of.start
    return before is not None and after is not None and before < after


def _windows_meet(a: Fact, b: Fact) -> bool:
    """Whether two as-of days may be the same day."""
    return a.as_of is None or b.as_of is None or relate(a.as_of, b.as_of) != "apart"


def _both_named_in_one(a: Fact, b: Fact, setting: Setting) -> bool:
    named = a.speaker is not None and b.speaker is not None
    return a.document == b.document and named and setting.voices[a.id] != setting.voices[b.id]


def _far_beyond(a: Fact, b: Fact) -> bool:
    """Whether two amounts lie apart only since what lies far beyond "at least n" is taken for another figure."""
    plain = isinstance(a.value, Amount) and isinstance(b.value, Amount)
    return plain and relate(a.value, b.value) != "apart" and (a.value.high is None or b.value.high is None)  # type: ignore[union-attr]  # both are amounts here


def _strictly_apart(a: Fact, b: Fact, setting: Setting) -> bool:
    if not isinstance(a.value, Amount) or not isinstance(b.value, Amount):
        return True
    if relate(a.value, b.value) is None:  # one figure in two currencies
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
            labels = [" and ".join(label_of(v, setting.names) for v in side.split("+")) for side in (mine, theirs)]
            found.append(f"the {key} differs: {labels[0]}, {labels[1]}")
    return found


# --- in time ----------------------------------------------------------------------------------------------------


def _day(fact: Fact) -> date | None:
    return None if fact.as_of is None else fact.as_of.end


def _in_time(a: Fact, b: Fact, setting: Setting) -> Verdict | None:
    """What time makes of the two: a revision, a running count that rose or fell; `None` where time explains nothing."""
    early, late = (a, b) if (_day(a) or date.min) <= (_day(b) or date.min) else (b, a)
    one_voice = setting.voices[a.id] == setting.voices[b.id]
    if a.document != b.document and one_voice and _revises(a, b, setting):
        return _made("evolving", "the same source says something else on a later day")
    if setting.asked["varies"] == "over-time" and _told_of(early, late, setting):
        return _made("evolving", "one of the two texts gives both figures, as before and after")
    if setting.asked["varies"] not in RUNNING or _settled(early, setting):
        return None
    if _day(early) is None or _day(late) is None or _day(early) == _day(late):
        return _on_one_day(a, b, one_voice=one_voice)
    if _grows(early.value, late.value) == (setting.asked["varies"] == "only-up"):
        return _made("evolving", "the later figure goes the way in which the count runs")
    if "correction" in late.markers:
        return _made("evolving", "the later figure says that it corrects")
    says = "a later figure against the way in which the count runs"
    return _made("conflict" if one_voice else "tension", says)


def _told_of(early: Fact, late: Fact, setting: Setting) -> bool:
    """Whether the later text knows the earlier figure, or the earlier one the later: a change that is told as one."""
    if not isinstance(early.value, Amount) or early.document == late.document:
        return False
    return _gives(late.document, early, setting) or _gives(early.document, late, setting)


def _gives(document: str, fact: Fact, setting: Setting) -> bool:
    """Whether a document gives the figure of a fact, for whatever place or day."""
    if not isinstance(fact.value, Amount):
        return False
    place = (fact.question, document)
    amounts = setting.given.get(place)
    if amounts is None:
        amounts = setting.given[place] = {}
        for other in setting.told.get(place, []):
            if isinstance(other.value, Amount):
                amounts.setdefault(_ends(other.value), []).append(other.value)
    return any(relate(value, fact.value) == "same" for value in amounts.get(_ends(fact.value), []))


def _ends(value: Amount) -> object:
    """What two amounts that are the same have in common; a time of day depends on its zone."""
    return value.kind if value.kind == "time" else bounds(value)


def _on_one_day(a: Fact, b: Fact, *, one_voice: bool) -> Verdict | None:
    if one_voice or "first-report" in a.markers | b.markers:
        return _made("evolving", "one day, and one voice or a first report")
    if "final" in a.markers & b.markers:
        return None
    return _made("tension", "a running count, by two voices on one day")


def _grows(early: Value, late: Value) -> bool:
    low = [v.low or 0 if isinstance(v, Amount) else 0 for v in (early, late)]
    return low[0] <= low[1]


def _revises(a: Fact, b: Fact, setting: Setting) -> bool:
    """Whether one outlet published the two on two days: what it says later, of whichever day, is what it says now."""
    one, other = setting.documents[a.document], setting.documents[b.document]
    if one.source is None or one.source != other.source or one.published is None or other.published is None:
        return False
    return relate(one.published, other.published) == "apart"


def _settled(early: Fact, setting: Setting) -> bool:
    """Whether the question has had its time to settle when the earlier of the two speaks."""
    days = setting.asked["settles_after"]
    day = _day(early)
    return days is not None and day is not None and setting.first is not None and (day - setting.first).days > days
