"""How fast facts are judged: a million in a hundred thousand questions, and a hundred thousand in one.

The facts are made up from a seed, as the stages before would state them. In one question of ten the reports differ, by
a later figure or by another; in the others they agree, some with a hedge.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from measure import Figure, processor_seconds

from checker import packs as all_packs
from checker.collector import paused
from checker.discrepancies import discrepancies
from checker.model import Amount, Days, Discrepancy, Document, Fact, Name, Span, Value
from checker.packs import Packs
from checker.questions import questions
from checker.rules import rules_of

FACTS = 1_000_000
IN_A_QUESTION = 10
IN_ONE = 100_000
DOCUMENTS = 5_000
OUTLETS = 300
RUNS = 6  # eight-word runs of a sentence
FIRST = date(2021, 1, 1)
DAYS = 300  # over which the reports are published
DIFFERING = 10  # of so many questions the reports differ in one
COPIED = 0.1  # of the sentences are another report's
ANSWERS = ("people-killed", "troops-present", "rockets-fired", "agreement-made", "base-lies-in")
PLACES = ("anbar", "erbil", "nineveh", "basra", "diyala", "kirkuk")


def figures(number: int = FACTS) -> Iterator[Figure]:
    """The seconds for many questions, and for one that all reports answer."""
    packs = all_packs.load()
    documents = _documents()
    many = list(_facts(number, number // IN_A_QUESTION, documents, ANSWERS))
    seconds, found = _judged(many, documents, packs)
    bar = 15 if number == FACTS else None
    yield Figure(name=f"{number:,} facts in {number // IN_A_QUESTION:,} questions", value=seconds, unit="s", most=bar)
    yield Figure(name="time of a fact", value=seconds / number * 1e6, unit="µs")
    yield Figure(name="findings", value=len(found), unit="")
    del many, found
    crowd = number * IN_ONE // FACTS
    for answer in ANSWERS:
        seconds, _ = _judged(list(_facts(crowd, 1, documents, (answer,))), documents, packs)
        bar = 2 if number == FACTS else None
        yield Figure(name=f"{crowd:,} facts in one question, {answer}", value=seconds, unit="s", most=bar)


def _judged(facts: list[Fact], documents: list[Document], packs: Packs) -> tuple[float, list[Discrepancy]]:
    """The seconds that it takes to ask the questions and to judge them, and what is found."""
    found: list[Discrepancy] = []
    rules = rules_of(packs)

    @paused()
    def run() -> None:
        found.extend(discrepancies(questions(facts, packs.questions), rules, packs, documents))

    return processor_seconds(run), found


def _documents() -> list[Document]:
    """Reports that only say who published them and when."""
    drawn = random.Random(7)  # noqa: S311  # the same reports on every run
    made = []
    for number in range(DOCUMENTS):
        day = FIRST + timedelta(days=drawn.randrange(DAYS))
        made.append(
            Document(
                id=f"{number}.txt",
                source=f"Outlet {drawn.randrange(OUTLETS)}",
                language="en",
                published=Days(start=day, end=day),
                published_from=None,
                title=None,
                text="",
                zones=[],
            )
        )
    return made


def _facts(number: int, asked: int, documents: list[Document], answers: tuple[str, ...]) -> Iterator[Fact]:
    """Facts that answer so many questions, dealt out one after the other as reports would tell them."""
    drawn = random.Random(number)  # noqa: S311  # the same facts on every run
    for at in range(number):
        event = at % asked
        answer = answers[event % len(answers)]
        document = documents[drawn.randrange(DOCUMENTS)]
        value, hedge = _value(answer, event, drawn)
        sentence = event if drawn.random() < COPIED else asked + at
        yield Fact(
            id=f"f{at}",
            question=answer,
            scope=_scope(answer, event),
            value=value,
            hedge=hedge,
            as_of=document.published,
            modality="done",
            voice=str(document.source),
            speaker=None,
            document=document.id,
            start=at % 5000,
            end=at % 5000 + 40,
            quote="",
            mentions=[],
            zone="body",
            read_by="stated",
            mark=Span(at % 5000, at % 5000 + 4),
            shingles=frozenset(range(sentence * RUNS, (sentence + 1) * RUNS)),
        )


def _scope(answer: str, event: int) -> dict[str, str]:
    """Where and when, so that every event is a question of its own."""
    if answer == "people-killed":
        return {"site": f"town-{event}", "day": "2021-01-01"}
    if answer == "troops-present":
        return {"group": "us", "place": f"land-{event}"}
    if answer == "rockets-fired":
        return {"target": f"base-{event}", "day": "2021-01-01"}
    return {"parties": f"land-{event}+us"} if answer == "agreement-made" else {"subject": f"base-{event}"}


def _value(answer: str, event: int, drawn: random.Random) -> tuple[Value, str]:
    """What a report answers: most give the figure of the event, some another."""
    stray = drawn.choice((0, 0, 0, 1, 2, 5)) if event // len(ANSWERS) % DIFFERING == 0 else 0
    if answer == "base-lies-in":
        return Name(id=PLACES[(event + stray) % len(PLACES)], type="governorate", within=("iraq",)), "exact"
    if answer == "agreement-made":
        day = FIRST - timedelta(days=event % 200 + stray)
        return Days(start=day, end=day), "exact"
    figure = event % 4000 + 7 * stray + 3
    if drawn.random() < 0.1:
        return Amount(kind="count", low=figure, high=None), "at-least"
    if drawn.random() < 0.1:
        return Amount(kind="count", low=figure * 0.9, high=figure * 1.1), "about"
    return Amount(kind="count", low=figure, high=figure), "exact"
