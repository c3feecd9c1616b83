"""Which words belong together: concepts in the tightest stretch, a count and its noun, a date and its predicate."""

from datetime import date

import pytest

from checker import binding
from checker.model import Amount, Clause, Concept, Cue, Days, Document, Mention, Name, Value

TEXT = "x" * 200
CALENDAR = Days(start=date(2021, 4, 5), end=date(2021, 4, 5))


def at(start: int, value: Value | str | None, *, end: int | None = None, latent: bool = False) -> Mention:
    """A mention five code points long; a word stands for a concept."""
    kind = "count" if isinstance(value, Amount) else "date" if isinstance(value, Days) else "concept"
    if isinstance(value, Name):
        kind = "name"
    held = Concept(id=value) if isinstance(value, str) else value
    stop = start + 5 if end is None else end
    return Mention(document="1.txt", start=start, end=stop, kind=kind, value=held, latent=latent)


def clause(*mentions: Mention, cues: tuple[Cue, ...] = (), denied: bool = False) -> Clause:
    """A clause that holds the mentions."""
    held = sorted(mentions, key=lambda m: m.start)
    return Clause(
        start=0, end=200, sentence=0, governor=None, zone="body", mentions=held, speaker=None, as_of=None,
        cues=list(cues), denied=denied,
    )  # fmt: skip


BASE = Name(id="balad", type="base", within=("iraq",))
ONE = Amount(kind="count", low=1, high=1)


@pytest.mark.parametrize(
    ("mention", "wanted", "holds"),
    [
        (at(0, "troops"), "troops", True),
        (at(0, "troops"), "people", False),
        (at(0, BASE), "balad", True),
        (at(0, BASE), "any-base", True),
        (at(0, BASE), "any-city", False),
        (at(0, BASE, latent=True), "balad", False),
        (at(0, ONE), "troops", False),
        (at(0, None), "troops", False),
    ],
)
def test_a_mention_answers_to_its_id_and_to_its_type(mention: Mention, wanted: str, holds: bool) -> None:
    assert binding.answers_to(mention, wanted) is holds


@pytest.mark.parametrize(
    ("places", "wanted", "widest", "starts"),
    [
        ([(0, "end"), (50, "announce"), (60, "end")], ["announce", "end"], 100, [50, 60]),
        ([(0, "announce"), (90, "end")], ["announce", "end"], 95, [0, 90]),
        ([(0, "announce"), (90, "end")], ["announce", "end"], 94, None),
        ([(0, "announce")], ["announce", "end"], 100, None),
        ([(0, "announce"), (20, "talks"), (30, "end")], ["end", "announce"], 100, [30, 0]),
        ([(0, "end"), (10, "announce"), (20, "end"), (100, "announce")], ["announce", "end"], 100, [10, 0]),
        ([(0, "end"), (20, "announce"), (30, "end")], ["announce", "end"], 100, [20, 30]),
    ],
)
def test_the_tightest_stretch_holds_one_of_each(
    places: list[tuple[int, str]], wanted: list[str], widest: int, starts: list[int] | None
) -> None:
    words = binding.tightest(wanted, [at(start, id) for start, id in places], widest)
    assert (words if words is None else [word.start for word in words]) == starts


@pytest.mark.parametrize(
    ("dates", "rivals", "expected"),
    [
        ([(60, "on")], [], 60),
        ([(60, "by")], [], None),
        ([(30, "on"), (60, "on")], [], 60),
        ([(40, "on"), (55, "on")], [], 40),
        ([(40, "on"), (60, "on")], [], 40),
        ([(60, "on")], [(70, "end")], None),
        ([(60, "on")], [(90, "end")], 60),
        ([(60, "on")], [(70, "talks")], 60),
        ([], [], None),
    ],
)
def test_the_nearest_date_belongs_to_a_predicate_unless_a_rival_is_nearer(
    dates: list[tuple[int, str]], rivals: list[tuple[int, str]], expected: int | None
) -> None:
    predicate = at(47, "announce", end=52)
    placed = [at(s, Days(start=CALENDAR.start, end=CALENDAR.end, bound=b), end=s + 5) for s, b in dates]
    whole = clause(predicate, *placed, *(at(s, id) for s, id in rivals))
    found = binding.date_of(predicate, whole, frozenset(["on"]), frozenset(["announce", "end"]), TEXT)
    assert (None if found is None else found.start) == expected


def test_a_date_as_near_before_as_behind_is_the_one_behind() -> None:
    predicate = at(50, "announce")
    before, behind = at(40, CALENDAR), at(60, CALENDAR)
    found = binding.date_of(predicate, clause(before, predicate, behind), frozenset(["on"]), frozenset(), TEXT)
    assert found is behind


def test_a_comma_pushes_a_date_away() -> None:
    predicate, before, behind = at(50, "announce"), at(40, CALENDAR), at(59, CALENDAR)
    held = clause(before, predicate, behind)
    comma = TEXT[:57] + "," + TEXT[58:]
    assert binding.date_of(predicate, held, frozenset(["on"]), frozenset(), TEXT) is behind
    assert binding.date_of(predicate, held, frozenset(["on"]), frozenset(), comma) is before


def test_words_of_the_pattern_are_no_rivals() -> None:
    predicate, other, day = at(50, "announce"), at(70, "end"), at(62, CALENDAR)
    held, rivals = clause(predicate, other, day), frozenset(["announce", "end"])
    assert binding.date_of(predicate, held, frozenset(["on"]), rivals, TEXT) is None
    assert binding.date_of(predicate, held, frozenset(["on"]), rivals, TEXT, [other]) is day


@pytest.mark.parametrize(
    ("mentions", "verb", "expected"),
    [
        ([(0, 3), (6, "killed")], 6, [0]),
        ([(0, 3), (6, "people"), (20, "killed")], 20, [0]),
        ([(0, "killed"), (10, 3), (16, "people")], 0, [10]),
        ([(0, "killed"), (10, 3)], 0, [10]),
        ([(0, "killed"), (10, 3), (16, "rockets")], 0, []),
        ([(0, 3), (6, "people"), (20, 4), (26, "people"), (40, "killed")], 40, [20]),
        ([(0, "wounded"), (10, 3), (16, "people"), (40, "killed")], 40, []),
        ([(0, 3), (6, "people"), (90, "killed")], 90, []),
    ],
)
def test_a_verb_takes_the_count_that_is_nearest_to_it(
    mentions: list[tuple[int, int | str]], verb: int, expected: list[int]
) -> None:
    placed = [at(s, v if isinstance(v, str) else Amount(kind="count", low=v, high=v)) for s, v in mentions]
    (anchor,) = [one for one in placed if one.start == verb]
    rivals = frozenset(["killed", "wounded"])
    found = binding.counts_of(anchor, clause(*placed), frozenset(["people"]), rivals, TEXT, [])
    assert [one.start for one in found] == expected


def test_the_number_of_a_noun_counts_it_from_afar() -> None:
    noun, number = at(10, "troops"), at(60, ONE)
    held = clause(noun, number)
    assert binding.counts_of(noun, held, frozenset(), frozenset(), TEXT, [noun]) == [number]
    assert binding.counts_of(noun, held, frozenset(), frozenset(), TEXT, []) == []


def test_a_latent_or_unread_count_counts_nothing() -> None:
    noun = at(10, "troops")
    unread = Mention(document="1.txt", start=0, end=5, kind="count", value=None)
    for number in (at(0, ONE, latent=True), unread):
        assert binding.counts_of(noun, clause(number, noun), frozenset(), frozenset(), TEXT, []) == []


def test_a_share_belongs_to_the_nearest_noun() -> None:
    noun = at(50, "troops")
    near, far = (Mention(document="", start=s, end=s + 3, kind="share", value=ONE) for s in (60, 20))
    assert binding.share_of(noun, clause(near, far, noun), "share") is near
    assert binding.share_of(noun, clause(at(150, "troops"), noun), "share") is None


@pytest.mark.parametrize(
    ("cues", "denied", "expected"),
    [
        ([], False, "done"),
        ([(40, "denied")], False, "denied"),
        ([(10, "denied")], False, "done"),
        ([(30, "planned")], False, "planned"),
        ([(0, "planned")], False, "done"),
        ([(0, "conditional")], False, "reported"),
        ([(60, "conditional")], False, "done"),
        ([(40, "denied"), (30, "planned")], False, "denied"),
        ([], True, "denied"),
    ],
)
def test_a_cue_colours_the_word_behind_it(cues: list[tuple[int, str]], denied: bool, expected: str) -> None:
    word = at(50, "leave")
    made = clause(word, cues=tuple(Cue(start, start + 4, kind) for start, kind in cues), denied=denied)
    assert binding.modality([word], made) == expected


def test_a_future_verb_is_a_plan() -> None:
    word = at(50, "leave")
    word.hedge = "future"
    assert binding.modality([word], clause(word)) == "planned"


@pytest.mark.parametrize(
    ("day", "published", "expected"),
    [
        (date(2021, 4, 9), date(2021, 4, 8), True),
        (date(2021, 4, 8), date(2021, 4, 8), False),
        (date(2021, 4, 9), None, False),
        (None, date(2021, 4, 8), False),
    ],
)
def test_a_day_behind_publication_lies_ahead(day: date | None, published: date | None, expected: bool) -> None:
    word, when = at(50, "leave"), at(60, Days(start=day, end=day))
    known = None if published is None else Days(start=published, end=published)
    made = Document(
        id="", source=None, language=None, published=known, published_from=None, title=None, text="", zones=[]
    )
    assert binding.lies_ahead([word], clause(word, when), made) is expected
    assert not binding.lies_ahead([], clause(word, when), made)
    assert not binding.lies_ahead([at(150, "leave")], clause(word, when), made)
