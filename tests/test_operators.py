"""What each operator says of two camps, with its reasons."""

import pytest
from test_camps import ANBAR, IRAQ, NINEVEH, count, days
from test_voices import fact

from checker import parts
from checker.camps import gap, relate, show
from checker.errors import WrongUse
from checker.model import Amount, Camp, Clash, Document, Question, Reason, Side, State, Value
from checker.operands import Case, number

OVER, COMING, DENIED = State(id="over"), State(id="to-come"), State(id="denied")
ASKED = {"apart": [["over", "denied"]], "not_yet": [["over", "to-come"]]}


def camp(value: Value, *, modality: str = "done", hedge: str = "exact") -> Camp:
    """A camp of one fact."""
    one = fact(show(value), "North", value=value)
    one.modality, one.hedge = modality, hedge
    return Camp(value=value, label=show(value), facts=[one], voices=["North"])


def judged(operator: str, a: Camp, b: Camp, *, answer: str = "count", **options: str) -> Reason:
    """The reason of an operator."""
    question = Question(id="q", ask={}, scope={}, answer=answer, facts=[])
    case = Case(question=question, asked=ASKED, relate=relate, gap=gap)
    reason = parts.load("operators", operator).judge(a, b, case, options)
    assert isinstance(reason, Reason)
    return reason


@pytest.mark.parametrize("operator", parts.find("operators"))
def test_every_operator_says_what_it_takes_and_which_options_it_knows(operator: str) -> None:
    module = parts.load("operators", operator)
    assert module.TAKES in ("camps", "facts", "zones", "mention", "pair-of-questions")
    assert all(words != "" for words in module.OPTIONS.values())


@pytest.mark.parametrize(
    ("a", "b", "options", "holds"),
    [
        (count(3), count(5), {}, True),
        (count(3), count(5), {"by_more_than": "2"}, False),
        (count(3), count(5), {"by_more_than": "1.5"}, True),
        (count(3, None), count(5), {}, False),
        (days("2021-12-09"), days("2021-12-29"), {}, True),
        (days("2021-12-09"), days("2021-12-10"), {"by_more_than": "1"}, False),
        (OVER, DENIED, {}, True),
        (DENIED, OVER, {}, True),
        (OVER, COMING, {}, False),
    ],
)
def test_apart(a: Value, b: Value, options: dict[str, str], holds: bool) -> None:
    reason = judged("apart", camp(a), camp(b), **options)
    assert reason.holds is holds
    assert all(child.says for child in reason.children)
    assert judged("apart", camp(b), camp(a), **options).holds is holds


def test_places_are_not_the_work_of_apart() -> None:
    assert not judged("apart", camp(ANBAR), camp(NINEVEH), answer="place").holds


@pytest.mark.parametrize(
    ("a", "b", "holds"),
    [
        (camp(OVER), camp(COMING, modality="planned"), True),
        (camp(COMING, modality="planned"), camp(OVER), True),
        (camp(OVER), camp(COMING, modality="done"), False),
        (camp(OVER, modality="planned"), camp(COMING, modality="planned"), False),
        (camp(OVER), camp(DENIED), False),
        (camp(count(3)), camp(count(5)), False),
    ],
)
def test_not_yet(a: Camp, b: Camp, holds: bool) -> None:
    assert judged("not-yet", a, b, answer="state").holds is holds


@pytest.mark.parametrize(
    ("a", "b", "holds", "says"),
    [
        (ANBAR, NINEVEH, True, "Anbar and Nineveh lie apart: neither lies in the other"),
        (ANBAR, IRAQ, False, "Anbar and Iraq agree: Anbar lies in Iraq"),
        (IRAQ, ANBAR, False, "Iraq and Anbar agree: Anbar lies in Iraq"),
        (ANBAR, ANBAR, False, "Anbar and Anbar are one place"),
        (ANBAR, count(3), False, "the answers are no places"),
    ],
)
def test_part_of(a: Value, b: Value, holds: bool, says: str) -> None:
    reason = judged("part-of", camp(a), camp(b), answer="place")
    assert (reason.holds, reason.says) == (holds, says)


@pytest.mark.parametrize(
    ("title", "body", "holds"),
    [
        (camp(count(60)), camp(count(40)), [True, False]),
        (camp(count(60)), camp(count(54, 66), hedge="about"), [False, True]),
        (camp(count(54, 66), hedge="about"), camp(count(54, 66), hedge="about"), [False, False]),
        (camp(count(54, 66), hedge="about"), camp(count(60)), [False, False]),
        (camp(count(60)), camp(count(60)), [False, False]),
        (camp(count(60)), camp(count(20, 30), hedge="about"), [True, True]),
    ],
    ids=["another figure", "a hedge dropped", "a hedge kept", "a hedge added", "the same", "both"],
)
def test_title_body(title: Camp, body: Camp, holds: list[bool]) -> None:
    reason = judged("title-body", title, body)
    assert [child.holds for child in reason.children] == holds
    assert reason.holds is any(holds)


@pytest.mark.parametrize(
    ("operator", "sort", "gap", "options", "holds"),
    [
        ("weekday", "weekday", 2, {}, True),
        ("weekday", "calendar", 2, {}, False),
        ("calendar", "calendar", 1, {}, True),
        ("calendar", "weekday", 1, {}, False),
        ("calendar", "calendar", 0, {}, False),
        ("calendar", "calendar", 5, {"by_more_than": "5"}, False),
        ("span", "span", 2, {}, True),
        ("span", "span", 2, {"by_more_than": "1.5"}, True),
        ("span", "span", 2, {"by_more_than": "2"}, False),
        ("span", "calendar", 2, {}, False),
    ],
)
def test_the_two_sides_of_a_phrase(operator: str, sort: str, gap: float, options: dict[str, str], holds: bool) -> None:
    sides = (Side(0, 2, count(3), "three"), Side(4, 6, count(5), "five"))
    reason = parts.load("operators", operator).judge(Clash(sort, sides), gap, options)
    assert reason.holds is holds
    assert "three and five" in reason.children[0].says


@pytest.mark.parametrize(
    ("first", "then", "options", "holds"),
    [
        ("2021-12-09", "2021-11-30", {}, True),
        ("2021-11-30", "2021-12-09", {}, False),
        ("2021-12-09", "2021-12-09", {}, False),
        ("2021-12-09", "2021-12-01", {"by_more_than": "7"}, True),
        ("2021-12-09", "2021-12-01", {"by_more_than": "8"}, False),
    ],
)
def test_order(first: str, then: str, options: dict[str, str], holds: bool) -> None:
    assert judged("order", camp(days(first)), camp(days(then)), answer="date", **options).holds is holds


def test_what_has_no_day_is_in_no_order() -> None:
    assert not judged("order", camp(count(3)), camp(count(2))).holds


def test_an_option_is_a_number_or_wrong_use() -> None:
    assert number({}, "by_more_than", 3) == 3
    assert number({"by_more_than": "0"}, "by_more_than", 3) == 0
    with pytest.raises(WrongUse, match="'by_more_than' is no number: 'far'"):
        number({"by_more_than": "far"}, "by_more_than", 3)


# --- between two camps ------------------------------------------------------------------------------------------


def amount(value: float, *, kind: str = "count", unit: str | None = None) -> Amount:
    """A plain figure."""
    return Amount(kind=kind, low=value, high=value, unit=unit)


@pytest.mark.parametrize(
    ("a", "b", "options", "holds"),
    [
        (amount(2500), amount(25000), {}, True),
        (amount(25000), amount(2500), {}, True),
        (amount(2500), amount(250000), {}, True),
        (amount(2500), amount(2500000), {}, True),
        (amount(2500), amount(25000000), {}, False),
        (amount(2500), amount(26000), {}, False),
        (amount(3.4), amount(34), {}, True),
        (amount(0.15), amount(1.5), {}, True),
        (amount(3), amount(30), {}, False),
        (amount(3), amount(30), {"digits": "1"}, True),
        (amount(12), amount(120), {"digits": "3"}, False),
        (amount(1000), amount(10000), {}, True),
        (amount(900), amount(9000), {}, False),
        (amount(900), amount(9000), {"large": "900"}, True),
        (amount(0), amount(0), {}, False),
        (count(2500, None), amount(25000), {}, False),
        (amount(5, kind="money", unit="USD"), amount(5, kind="money", unit="EUR"), {}, True),
        (amount(5, kind="money", unit="USD"), amount(6, kind="money", unit="EUR"), {}, False),
        (amount(50, kind="money", unit="USD"), amount(500, kind="money", unit="EUR"), {}, False),
        (amount(5, kind="money", unit="USD"), amount(5, kind="money"), {}, False),
        (amount(30, kind="measure", unit="km"), amount(30, kind="measure", unit="mi"), {}, True),
        (days("2021-12-09"), days("2021-12-29"), {}, False),
    ],
)
def test_slip(a: Value, b: Value, options: dict[str, str], holds: bool) -> None:
    reason = judged("slip", camp(a), camp(b), **options)
    assert reason.holds is holds
    assert judged("slip", camp(b), camp(a), **options).holds is holds


@pytest.mark.parametrize(
    ("a", "b", "holds"),
    [
        (count(0), count(5), True),
        (count(5), count(0), True),
        (count(0), count(2, None), True),
        (count(0), count(0), False),
        (count(0), count(0, 5), False),
        (count(0, 5), count(6), False),
        (OVER, DENIED, False),
    ],
)
def test_zero_some(a: Value, b: Value, holds: bool) -> None:
    assert judged("zero-some", camp(a), camp(b)).holds is holds


def told(value: Value, on: str | None, *, source: str = "North", speaker: str | None = None, id: str = "") -> Camp:
    """A camp of one fact, told as of a day by an outlet, maybe on somebody's word."""
    made = camp(value)
    one = made.facts[0]
    one.id = id or f"{source} {show(value)} {on}"
    one.as_of = None if on is None else days(on)
    one.document, one.speaker, one.voice = source, speaker, speaker or source
    return made


def between(operator: str, a: Camp, b: Camp, *, varies: str = "never") -> Reason:
    """The reason of an operator that looks at time and outlets; a document is named as its outlet."""
    question = Question(id="q", ask={}, scope={}, answer="count", facts=[])
    documents = {one.id: one for one in (document("North"), document("South"))}
    case = Case(question=question, asked={**ASKED, "varies": varies}, relate=relate, gap=gap, documents=documents)
    reason = parts.load("operators", operator).judge(a, b, case, {})
    assert isinstance(reason, Reason)
    return reason


def document(source: str) -> Document:
    """A document of an outlet."""
    return Document(
        id=source, source=source, language="en", published=None, published_from=None, title=None, text="", zones=[]
    )


@pytest.mark.parametrize(
    ("varies", "a", "b", "holds"),
    [
        ("only-up", told(count(15), "2021-04-08"), told(count(12), "2021-04-09"), True),
        ("only-up", told(count(12), "2021-04-08"), told(count(15), "2021-04-09"), False),
        ("only-up", told(count(15), "2021-04-08"), told(count(12), "2021-04-08"), False),
        ("only-up", told(count(15), "2021-04-08"), told(count(12), None), False),
        ("only-up", told(count(15), "2021-04-08"), told(count(10, 20), "2021-04-09"), False),
        ("only-down", told(count(12), "2021-04-08"), told(count(15), "2021-04-09"), True),
        ("only-down", told(count(15), "2021-04-08"), told(count(12), "2021-04-09"), False),
        ("over-time", told(count(15), "2021-04-08"), told(count(12), "2021-04-09"), False),
        ("never", told(count(15), "2021-04-08"), told(count(12), "2021-04-09"), False),
    ],
)
def test_later_lower(varies: str, a: Camp, b: Camp, holds: bool) -> None:
    assert between("later-lower", a, b, varies=varies).holds is holds
    assert between("later-lower", b, a, varies=varies).holds is holds


NORTH = told(count(12), "2021-04-08", speaker="ministry")


@pytest.mark.parametrize(
    ("other", "holds"),
    [
        (told(count(15), "2021-04-08", source="South", speaker="ministry"), True),
        (told(count(12), "2021-04-08", source="South", speaker="ministry"), False),
        (told(count(15), "2021-04-08", source="North", speaker="ministry"), False),
        (told(count(15), "2021-04-08", source="Unknown", speaker="ministry"), False),
        (told(count(15), "2021-04-08", source="South", speaker="agency"), False),
        (told(count(15), "2021-04-08", source="South"), False),
        (told(count(15), "2021-04-09", source="South", speaker="ministry"), False),
        (told(count(15), None, source="South", speaker="ministry"), False),
    ],
    ids=["two figures", "one figure", "one outlet", "no outlet", "two origins", "no origin", "next day", "no day"],
)
def test_quoted(other: Camp, holds: bool) -> None:
    assert between("quoted", NORTH, other).holds is holds
    assert between("quoted", other, NORTH).holds is holds


def test_who_does_what_is_told_of_is_not_quoted_for_it() -> None:
    other = told(count(15), "2021-04-08", source="South", speaker="ministry")
    other.facts[0].scope = {"announcer": "ministry"}
    assert not between("quoted", NORTH, other).holds


@pytest.mark.parametrize(
    ("a", "b", "read", "holds"),
    [
        (count(15), count(17), ("summed", "stated"), True),
        (count(17), count(15), ("stated", "summed"), True),
        (count(15), count(15), ("summed", "stated"), False),
        (count(15), count(17), ("stated", "stated"), False),
        (count(15), count(17), ("summed", "summed"), False),
        (count(15, None), count(17), ("summed", "stated"), False),
    ],
)
def test_sum(a: Value, b: Value, read: tuple[str, str], holds: bool) -> None:
    one, other = camp(a), camp(b)
    one.facts[0].read_by, other.facts[0].read_by = read
    reason = judged("sum", one, other)
    assert reason.holds is holds
    assert judged("sum", other, one).holds is holds
