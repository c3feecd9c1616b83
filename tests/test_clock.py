"""Clock times: what makes a number one, stretches over midnight, zones, and how two times relate."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import found, of_kind, words_of, written

from checker import packs as all_packs
from checker.almanac import offset
from checker.documents import document
from checker.kinds import quantity
from checker.mentions import mentions
from checker.model import Amount, RawDocument
from checker.page import read_page

LAW = settings(derandomize=True, max_examples=300, deadline=None)
DAY = 24 * 60
MIRROR = {"same": "same", "narrower": "wider", "wider": "narrower", "overlaps": "overlaps", "apart": "apart"}
ZONES = st.sampled_from([None, "local", "UTC", "UTC+3", "UTC-5", "UTC+5:30", "Europe/London"])


def time(low: float | None, high: float | None = None, zone: str | None = None) -> Amount:
    """A time, or the stretch from one to another."""
    return Amount(kind="time", low=low, high=low if high is None else high, unit=zone)


@st.composite
def times(draw: st.DrawFn) -> Amount:
    """Times of a minute or of some hours, over midnight too."""
    low = draw(st.integers(0, DAY - 1))
    return time(low, low + draw(st.sampled_from([0, 0, 1, 30, 200, 700])), draw(ZONES))


@given(times(), times())
@LAW
def test_relations_of_times_mirror_each_other(a: Amount, b: Amount) -> None:
    forth, back = quantity.relate(a, b), quantity.relate(b, a)
    assert (forth is None) == (back is None)
    if forth is not None and back is not None:
        assert MIRROR[forth] == back
        assert (quantity.gap(a, b) > 0) == (forth == "apart")
    assert quantity.gap(a, b) == quantity.gap(b, a)


@given(st.integers(0, DAY - 1), st.sampled_from(["UTC", "UTC+3", "UTC-5", "UTC+5:30"]))
@LAW
def test_one_moment_is_the_same_in_every_zone_that_is_known(minute: int, zone: str) -> None:
    ahead = offset(zone)
    assert ahead is not None
    there = time((minute + ahead) % DAY, zone=zone)
    assert quantity.relate(time(minute, zone="UTC"), there) == "same"
    assert quantity.relate(there, time((minute + 61) % DAY, zone="UTC")) == "apart"


@pytest.mark.parametrize(
    ("a", "b", "relation", "gap"),
    [
        (time(1200, zone="UTC"), time(1380, zone="UTC+3"), "same", 0),
        (time(1410, zone="UTC-5"), time(270, zone="UTC"), "same", 0),  # 23:30 is 04:30 of the day after
        (time(1200, zone="UTC"), time(1200, zone="UTC+3"), "apart", 180),
        (time(1200), time(1200, zone="local"), "same", 0),
        (time(1200), time(1210), "apart", 10),
        (time(1200), time(1200, zone="UTC"), None, 0),  # it may be a local time
        (time(1200, zone="Europe/London"), time(1200, zone="UTC"), None, 0),  # that changes with the season
        (time(1200, zone="Europe/London"), time(1200, zone="Europe/London"), "same", 0),
        (time(1320, 1740), time(60), "wider", 0),  # one in the morning lies between ten and five
        (time(1320, 1740), time(600), "apart", 300),
        (time(1435), time(5), "apart", 10),
        (time(0), time(1440), "same", 0),
    ],
)
def test_two_times_relate_as_their_zones_have_it(a: Amount, b: Amount, relation: str | None, gap: float) -> None:
    assert quantity.relate(a, b) == relation
    assert quantity.gap(a, b) == gap


def test_open_times_leave_no_gap() -> None:
    assert quantity.gap(Amount(kind="time", low=None, high=60), time(120)) == 0


@pytest.mark.parametrize(
    ("zone", "minutes"),
    [
        ("UTC", 0),
        ("UTC+3", 180),
        ("UTC-3:30", -210),
        ("UTC+14", 840),
        ("local", None),
        ("Europe/London", None),
        (None, None),
    ],
)
def test_the_offset_of_a_zone(zone: str | None, minutes: int | None) -> None:
    assert offset(zone) == minutes


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("from 9:30 to 11:00", ["9:30 to 11:00"]),
        ("at 9:30 and at 11:00", ["9:30", "11:00"]),
        ("between 9:30 and 11:00", ["9:30 and 11:00"]),
        ("at 9:30, and later at 11:00", ["9:30", "11:00"]),
        ("It ran 9:30-11:00, 12:00.", ["9:30-11:00", "12:00"]),
        ("من الساعة السادسة صباحا وحتى الثامنة مساء", ["الساعة السادسة صباحا وحتى الثامنة مساء"]),
        ("الساعة السادسة صباحا، ثم الساعة الثامنة مساء", ["الساعة السادسة صباحا", "الساعة الثامنة مساء"]),
        ("8 p.m. (1700 GMT)", ["8 p.m.", "1700 GMT"]),
    ],
)
def test_two_times_become_one_stretch_only_where_the_words_say_so(text: str, spans: list[str]) -> None:
    assert [words_of(text, m) for m in of_kind(text, "time")] == spans


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("killed 5 local officials", ["count"]),
        ("الجولة الثانية مساء السبت", ["ordinal", "date"]),  # what is no time may hold an ordinal
        ("It was built in 1530 hours.", ["duration"]),
        ("at 1530 hours", ["time"]),
        ("The share grew to 50 per cent.", ["share"]),
        ("one or two moments", ["count"]),
    ],
)
def test_what_is_no_time_stays_what_it_is(text: str, kinds: list[str]) -> None:
    assert [m.kind for m in found(text) if m.kind not in ("name", "concept")] == kinds


@pytest.mark.parametrize(
    ("text", "value", "hedge"),
    [
        ("about 8 pm", "19:45..20:15", "about"),
        ("nearly 8 pm", "19:45..20:00", "nearly"),
        ("around 8:07 pm", "20:02..20:12", "about"),
        ("about midnight", "23:45..24:15", "about"),
        ("حوالي الساعة الثامنة مساء", "19:45..20:15", "about"),
        ("8 pm", "20:00", "exact"),
    ],
)
def test_a_hedge_widens_a_time(text: str, value: str, hedge: str) -> None:
    assert [(written(m.value), m.hedge) for m in of_kind(text, "time")] == [(value, hedge)]


def test_a_language_writes_its_hours_in_its_own_way(tmp_path: Path) -> None:
    words = "words:\n  oclock-glued: [h]\n  hour-name: {12:00: [zwolf]}\n  zone: {UTC+1: [mez]}\n"
    phrases = "phrases:\n  clock: [number oclock-glued zone?, clock, hour-name zone?]\n"
    pack = f"format: 1\nlanguage: xx\nscript: latin\nsubject: before\n{words}{phrases}"
    (tmp_path / "xx.yaml").write_text(pack, encoding="utf-8")
    known = all_packs.load([tmp_path])
    text = "um 17h MEZ, dann 17h30, dann zwolf"
    raw = RawDocument(id="a.txt", text=text, metadata={"published": "2021-12-09"})
    whole = read_page(text, known)
    listed = mentions(document(raw, whole, known)[0], whole, known, None)
    assert [written(m.value) for m in listed if m.kind == "time"] == ["17:00 UTC+1", "17:30", "12:00"]
