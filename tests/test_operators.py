"""What each operator says of two camps, with its reasons."""

import pytest
from test_camps import ANBAR, IRAQ, NINEVEH, count, days
from test_voices import fact

from checker import parts
from checker.camps import gap, relate, show
from checker.errors import WrongUse
from checker.model import Camp, Clash, Question, Reason, Side, State, Value
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
    assert module.TAKES in ("camps", "zones", "mention", "pair-of-questions")
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
