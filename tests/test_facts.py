"""From clauses to facts: what is read as an answer, how it is told, and what is left alone."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import judging
import pytest

from checker import packs
from checker.camps import show
from checker.model import Fact

QUESTIONS = """format: 1
questions:
  t-killed:
    {ask: K?, answer: count, varies: never, says: killed, take: {count-of: killed}, nouns: [people, troops], near: 60,
     separates: [place, country, site, day], loose: silent}
  t-troops:
    {ask: T?, answer: count, varies: over-time, holds_for: 3 days, says: troops, take: {count-of: troops}, near: 40,
     separates: [group]}
  t-round:
    {ask: R?, answer: ordinal, varies: never, says: [round, talks], take: {ordinal-of: round}, separates: [parties]}
  t-budget: {ask: B?, answer: money, varies: never, says: budget, take: {amount-of: budget}, separates: [country]}
  t-announced:
    {ask: A?, answer: date, varies: never, says: [announce, withdraw], take: {date-of: announce}, softens: [announcer],
     lead_is_published: yes}
  t-deadline:
    {ask: D?, answer: date, varies: never, says: withdraw, take: {date-of: withdraw}, bounds: [by, until, before]}
  t-hit:
    {ask: H?, answer: count, varies: never, says: [attack, rockets], take: {count-of: rockets}, separates: [target],
     where: {place: iraq}, assume: {place: iraq}}
  t-lies: {ask: L?, answer: place, varies: never, says: any-base, take: {place-of: any-base}, separates: [subject]}
  t-leave:
    {ask: G?, answer: state, varies: over-time, separates: [], near: 60,
     states: {gone: {says: [[leave, troops]], modality: done}, going: {says: [[leave, troops]], modality: planned},
              kept: {says: [[leave, troops]], modality: denied}}}
  t-focus:
    {ask: F?, answer: count, varies: never, says: wounded, take: {count-of: wounded}, nouns: [people], focus: yes,
     separates: [site, day]}
"""


@cache
def mine() -> packs.Packs:
    """The packs that come along, with the questions of these tests beside theirs."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "questions.yaml").write_text(QUESTIONS, encoding="utf-8")
        return packs.load([Path(folder)])


def facts(text: str, *, on: str | None = "2021-04-08", title: str | None = None) -> list[Fact]:
    """What a text says to the questions of these tests."""
    report = judging.report([judging.document("1.txt", text, source="North", published=on, title=title)], mine())
    return [one for one in report.facts if one.question.startswith("t-")]


def told(text: str, **given: str | None) -> list[str]:
    """The facts of a text as `question: value (modality)`, the modality only where it is not done."""
    return [
        f"{one.question[2:]}: {show(one.value)}" + (f" ({one.modality})" if one.modality != "done" else "")
        for one in facts(text, **given)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 people were killed in Mosul.", ["killed: 12"]),
        ("The blast killed 12 people in Mosul.", ["killed: 12"]),
        ("The number of people killed is 12.", ["killed: 12"]),
        ("12 were killed.", ["killed: 12"]),
        ("12 people were killed, 30 wounded.", ["killed: 12", "focus: 30"]),
        ("No one was killed in Mosul.", ["killed: 0"]),
        ("قتل 12 شخصا في الموصل.", ["killed: 12"]),
        ("عدد القتلى 12.", ["killed: 12"]),
        ("The people of Mosul were killed.", []),
        ("There are 2,500 US troops and 900 French troops.", ["troops: 2,500", "troops: 900"]),
        ("هناك 2500 جندي أميركي و900 جندي فرنسي.", ["troops: 2,500", "troops: 900"]),
        ("The third round of talks began.", ["round: 3"]),
        ("بدأت الجولة الثالثة من الحوار.", ["round: 3"]),
        ("The round of talks began.", []),
        ("Parliament passed a budget of 90 billion dollars.", ["budget: 90,000,000,000 USD"]),
        ("Parliament passed a budget.", []),
        ("The army will withdraw by December 31, 2021.", ["deadline: 31 Dec 2021 (planned)"]),
        ("The army will withdraw on December 31, 2021.", []),
    ],
)
def test_a_value_belongs_to_the_noun_or_the_verb_that_takes_it(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five rockets hit Ain al-Asad base in Iraq.", ["hit: 5", "lies: Iraq"]),
        ("Five rockets hit Mosul.", ["hit: 5"]),
        ("Five rockets hit a base in Syria.", []),
        ("Rockets hit Mosul.", []),
        ("The Ain al-Asad base in Anbar is large.", ["lies: Anbar"]),
        ("Ain al-Asad base and Baghdad airport are large.", []),
        ("Balad air base, far away from the river and the roads of the province, in Iraq.", []),
    ],
)
def test_a_place_is_where_the_words_put_it(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 people were killed.", ["killed: 12"]),
        ("12 people will be killed.", ["killed: 12 (planned)"]),
        ("12 people were not killed.", ["killed: 12 (denied)"]),
        ("If 12 people were killed, nobody said so.", []),
        ("12 people might be killed.", []),
        ("The troops left.", ["leave: gone"]),
        ("The troops will leave.", ["leave: going (planned)"]),
        ("The troops did not leave.", ["leave: kept (denied)"]),
        ("If the troops left, nobody said so.", []),
        ("غادرت القوات.", ["leave: gone"]),
        ("ستغادر القوات.", ["leave: going (planned)"]),
        ("لم تغادر القوات.", ["leave: kept (denied)"]),
        ("إذا غادرت القوات.", []),
    ],
)
def test_a_fact_is_done_planned_or_denied_and_a_condition_is_none(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "day", "read_by"),
    [
        ("Mustafa al-Kadhimi announced the withdrawal.", "8 Apr 2021", "published"),
        ("Mustafa al-Kadhimi announced the withdrawal on Tuesday.", "6 Apr 2021", "stated"),
        (
            "Mustafa al-Kadhimi announced on Tuesday that the withdrawal ends by December 31, 2021.",
            "6 Apr 2021",
            "stated",
        ),
        ("أعلن مصطفى الكاظمي الانسحاب.", "8 Apr 2021", "published"),
        ("أعلن مصطفى الكاظمي، الثلاثاء، الانسحاب.", "6 Apr 2021", "stated"),
    ],
)
def test_an_announcement_has_its_own_day_or_in_the_lead_that_of_publication(text: str, day: str, read_by: str) -> None:
    (one,) = [fact for fact in facts(text) if fact.question == "t-announced"]
    assert (show(one.value), one.read_by, one.voice) == (day, read_by, "kadhimi")


def test_below_the_lead_the_day_of_publication_says_nothing() -> None:
    text = "The army met. Mustafa al-Kadhimi announced the withdrawal."
    assert [line for line in told(text) if line.startswith("announced")] == []


@pytest.mark.parametrize("text", ["The army met. The troops left.", "Mustafa al-Kadhimi announced the withdrawal."])
def test_without_a_day_of_publication_nothing_leans_on_it(text: str) -> None:
    found = facts(text, on=None)
    assert [one.as_of for one in found] == [None] * len(found)
    assert [one for one in found if one.question == "t-announced"] == []


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("There are 170 US troops.", "8 Apr 2021"),
        ("In 2014 there were 170 US troops.", "2014"),
        ("On April 1 there were 170 US troops.", "1 Apr 2021"),
        ("On April 1 there were 170 US troops, Qasim al-Araji said.", "1 Apr 2021"),
        ("The army had kept 170 US troops.", "up to 8 Apr 2021"),
        ("في عام 2014 كان هناك 170 جنديا أميركيا.", "2014"),
    ],
)
def test_a_count_that_changes_held_on_the_day_that_its_words_give(text: str, as_of: str) -> None:
    (one,) = [fact for fact in facts(text) if fact.question == "t-troops"]
    assert one.as_of is not None
    assert show(one.as_of) == as_of


def test_a_first_report_is_one_whoever_reports_it() -> None:
    (one,) = facts("Initial reports say that 12 people were killed.")
    assert one.markers == {"first-report"}
    (other,) = facts("Reporters say that 12 people were killed.")
    assert other.markers == set()


# --- the lead ---------------------------------------------------------------------------------------------------


def test_the_lead_lends_its_place_and_day_to_what_leaves_them_open() -> None:
    title = "Attack in Mosul on April 5"
    (one,) = facts(f"{title}\n\n30 people were wounded.", title=title)
    assert one.scope == {"site": "mosul", "day": "2021-04-05"}
    assert one.assumed == {"site", "day"}


def test_below_the_lead_nothing_is_lent() -> None:
    text = "An attack hit Mosul on April 5. Officers met. 30 people were wounded."
    (one,) = facts(text)
    assert (one.scope, one.assumed) == ({}, frozenset())


# --- words and ids ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["The blast killed 12 people in Mosul.", "قتل 12 شخصا في الموصل.", "Five rockets hit Ain al-Asad base in Iraq."],
)
def test_a_fact_shows_exactly_its_words(text: str) -> None:
    for one in facts(text):
        assert text[one.start : one.end] == one.quote
        assert one.start <= one.mark.start < one.mark.end <= one.end
        assert all(one.start <= mention.start and mention.end <= one.end for mention in one.mentions)


def test_an_id_comes_from_what_is_said_and_not_from_where_it_stands() -> None:
    (first,) = facts("12 people were killed in Mosul.")
    (moved,) = facts("Officers met in the city. 12 people were killed in Mosul.")
    (other,) = facts("13 people were killed in Mosul.")
    assert first.id == moved.id
    assert first.id != other.id
    twice = facts("12 people were killed in Mosul. Officers met. 12 people were killed in Mosul.")
    assert len({one.id for one in twice}) == len(twice) == 2
