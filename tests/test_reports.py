"""Reports: what each format shows. The whole texts lie in fixtures/shown, to be read by a person."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import made
import pytest
from wcwidth import wcswidth

from checker import output, parts
from checker.model import Amount, Concept, Days, Document, Fault, Mention, Name, Report, State, Value
from checker.reports import markdown, table
from checker.values import from_data, lies_in, relate, to_data, words
from checker.view import FSI, PDI, Places, View, ask, counted, found_words, isolated, marked, one_line, summary

SHOWN = Path(__file__).parent.parent / "fixtures" / "shown"
FAULT = Fault(document="wires/x.bin", stage="read", message="not a text: NUL at byte 3\x07")
ANSI = re.compile(r"\x1b\[[0-9;]*m")
RENDERINGS = [
    ("table", "check", "report.txt"),
    ("markdown", "check", "report.md"),
    ("json", "check", "report.json"),
    ("jsonl", "check", "report.jsonl"),
    ("table", "extract", "extract.txt"),
    ("jsonl", "extract", "extract.jsonl"),
    ("csv", "extract", "extract.csv"),
]


def whole() -> Report:
    """The report with a decided finding and a fault."""
    return made.report(faults=[FAULT], decided="two announcements | told apart")


# --- every format -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("format", "verb", "file"), RENDERINGS)
def test_a_format_shows_what_was_agreed(format: str, verb: str, file: str) -> None:
    assert "".join(output.render(whole(), format, View(), verb=verb)) == (SHOWN / file).read_text(encoding="utf-8")


@pytest.mark.parametrize(("format", "verb", "file"), RENDERINGS)
def test_the_same_report_gives_the_same_text_whatever_order_its_numbers_came_in(
    format: str, verb: str, file: str
) -> None:
    report = whole()
    turned = replace(
        report,
        counts=dict(reversed(report.counts.items())),
        unjudged=dict(reversed(report.unjudged.items())),
    )
    assert "".join(output.render(turned, format, View(), verb=verb)) == "".join(
        output.render(report, format, View(), verb=verb)
    )
    assert file.endswith(parts.load("reports", format).SUFFIXES[0])


@pytest.mark.parametrize(("format", "verb", "file"), RENDERINGS)
def test_an_empty_report_is_shown(format: str, verb: str, file: str) -> None:
    empty = Report(documents=[], discrepancies=[], faults=[], notes=[], unjudged={}, counts={})
    text = "".join(output.render(empty, format, View(), verb=verb))
    if file.endswith((".txt", ".md")):
        assert "Read 0 documents: 0 mentions, 0 facts, 0 questions." in text
    elif file.endswith(".csv"):
        assert text.count("\n") == 1
    else:
        assert (json.loads(text)["documents"] == []) if file.endswith(".json") else (text == "")


def test_every_part_of_the_drawer_renders_something_and_names_its_suffixes() -> None:
    modules: list[ModuleType] = [parts.load("reports", one) for one in parts.find("reports")]
    assert all(hasattr(module, "render") or hasattr(module, "render_extract") for module in modules)
    suffixes = [suffix for module in modules for suffix in module.SUFFIXES]
    assert len(suffixes) == len(set(suffixes))


# --- terminal and Markdown --------------------------------------------------------------------------------------


@pytest.mark.parametrize("module", [table, markdown])
def test_nothing_from_a_document_can_command_a_terminal_or_turn_a_line(module: ModuleType) -> None:
    text = module.render(whole(), View())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067]", text)
    assert "␛[31m" in text.replace("\\", "")


@pytest.mark.parametrize("module", [table, markdown])
def test_isolates_are_closed_where_they_are_opened(module: ModuleType) -> None:
    for line in module.render(whole(), View()).split("\n"):
        depth = 0
        for letter in line:
            depth += (letter == FSI) - (letter == PDI)
            assert depth in (0, 1)
        assert depth == 0


def test_colour_changes_no_word() -> None:
    plain = table.render(whole(), View(width=100))
    coloured = table.render(whole(), View(width=100, colour=True))
    assert "\x1b[7m" in coloured
    assert ANSI.sub("", coloured).split("\n")[0] == plain.split("\n")[0]
    words_only = table.render(whole(), View()).replace("⟦", "").replace("⟧", "")
    assert ANSI.sub("", table.render(whole(), View(colour=True))) == words_only


@pytest.mark.parametrize("width", [90, 100, 140])
def test_a_card_keeps_to_the_width_of_the_screen(width: int) -> None:
    card = table.render(whole(), View(width=width)).split("\n\n")[0]
    assert all(wcswidth(line) <= width for line in card.split("\n"))
    assert wcswidth(card.split("\n")[0]) == width


def test_a_narrow_screen_still_shows_the_mark() -> None:
    text = table.render(whole(), View(width=20))
    assert "⟦2500⟧" in text
    assert "⟦اليوم الخميس⟧" in text


def test_quotes_start_in_one_column() -> None:
    card = table.render(whole(), View()).split("\n\n")[0].split("\n")[1:-1]
    starts = {wcswidth(line[: re.search("(wires|drafts)/", line).start()]) for line in card}  # type: ignore[union-attr]
    assert len(starts) == 1


def test_an_arabic_question_is_asked_in_arabic_where_the_view_says_so() -> None:
    finding = whole().discrepancies[0]
    assert isolated("متى أُعلنت نهاية المهمة؟ (iraq)") in table.render(whole(), View(language="ar"))
    assert ask(finding.question, "fa") == "When was the end of the mission announced?"
    assert ask(replace(finding.question, ask={"ar": "متى؟"}), "en") == "متى؟"
    assert ask(replace(finding.question, ask={}), "en") == "mission-end-announced"


def test_many_voices_are_counted_and_few_are_named() -> None:
    finding = whole().discrepancies[1]
    finding.camps[0].voices = ["one-long-voice", "another-long-voice"]
    finding.camps[1].voices = []
    text = table.render(replace(whole(), discrepancies=[finding]), View())
    assert "2 voices" in text
    assert "0 voices" in text
    assert "one-long-voice" not in text
    assert "one-long-voice, another-long-voice" in markdown.render(replace(whole(), discrepancies=[finding]), View())


def test_rows_of_a_markdown_table_have_their_cells_and_one_width() -> None:
    lines = [line for line in markdown.render(whole(), View()).split("\n") if line.startswith("|")]
    assert len(lines) == 9
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines} == {5}
    assert len({wcswidth(line) for line in lines[:5]}) == 1


@pytest.mark.parametrize(
    ("given", "escaped"),
    [
        ("a|b", r"a\|b"),
        ("<b>&", "&lt;b&gt;&amp;"),
        ("*a* _b_ `c` [d](e) ~f~ $g$ \\", r"\*a\* \_b\_ \`c\` \[d\](e) \~f\~ \$g\$ " + "\\\\"),
        ("@desk #7 # a@ b", "@\u2060desk #\u20607 # a@ b"),
        ("- a", r"\- a"),
        ("12. a", r"12\. a"),
        ("12.5 a - b", "12.5 a - b"),
        ("# a", r"\# a"),
        ("2021-12-09", "2021-12-09"),
        ("قال: 5", "قال: 5"),
    ],
)
def test_words_of_a_document_make_no_markup(given: str, escaped: str) -> None:
    assert markdown.escape(given) == escaped


# --- data -------------------------------------------------------------------------------------------------------


def test_the_json_has_the_promised_names() -> None:
    report = json.loads("".join(output.render(whole(), "json", View(), verb="check")))
    top = ["format", "documents", "discrepancies", "faults", "notes", "unjudged", "counts"]
    assert list(report) == top
    assert list(report["documents"][0]) == ["id", "source", "published", "published_from", "language", "title"]
    found = report["discrepancies"][0]
    promised = {"rule", "verdict", "severity", "question", "sentence", "fingerprint", "reasons", "camps"}
    assert promised | {"decided", "timeline"} == set(found)
    assert found["question"].keys() == {"id", "ask", "scope"}
    assert found["camps"][0].keys() == {"label", "value", "voices", "facts", "also_fits"}
    names = {"id", "document", "start", "end", "quote", "as_of", "voice", "speaker", "modality", "value", "read_by"}
    assert names | {"hedge"} == set(found["camps"][0]["facts"][0])
    assert found["reasons"]["children"][1] == {"holds": False, "says": "a sequence in time", "children": []}
    assert report["documents"][0]["published"] is None
    assert report["documents"][1]["published"] == {"start": "2021-12-09", "end": "2021-12-09"}
    assert report["discrepancies"][1]["camps"][1]["also_fits"][0]["quote"].endswith("2500 مدرّب")


def test_a_table_for_spreadsheets_has_a_cell_for_every_column() -> None:
    rows = list(csv.DictReader(io.StringIO("".join(output.render(whole(), "csv", View(), verb="extract")))))
    assert len(rows) == 5 + 4 + 2
    assert all(None not in row and None not in row.values() for row in rows)
    by_words = {row["words"]: row for row in rows if row["type"] == "mention"}
    assert by_words["About 40"]["low"] == "36"
    assert by_words["العراق"]["id"] == "iraq"
    assert by_words["العراق"]["in"] == "asia"
    assert by_words["اليوم الخميس"]["value_end"] == "2021-12-09"
    assert (by_words["2500"]["line"], by_words["2500"]["column"]) == ("3", "113")
    assert rows[-1]["message"] == "no day of publication: 1 expression open"


VALUES: list[tuple[Value, dict[str, object], str]] = [
    (made.NINTH, {"kind": "date", "start": "2021-12-09", "end": "2021-12-09", "grain": "day"}, "2021-12-09"),
    (Days(start=None, end=None, grain="vague"), {"kind": "date", "start": None, "end": None, "grain": "vague"}, "any"),
    (
        Days(start=made.NINTH.start, end=None),
        {"kind": "date", "start": "2021-12-09", "end": None, "grain": "day"},
        "from 2021-12-09",
    ),
    (Amount(kind="count", low=0.0, high=0.0), {"kind": "count", "low": 0, "high": 0}, "0"),
    (Amount(kind="count", low=40.0, high=None), {"kind": "count", "low": 40, "high": None}, "at least 40"),
    (Amount(kind="count", low=None, high=2500.0), {"kind": "count", "low": None, "high": 2500}, "up to 2500"),
    (Amount(kind="share", low=59.65, high=59.75), {"kind": "share", "low": 59.65, "high": 59.75}, "59.65 to 59.75 %"),
    (
        Amount(kind="money", low=3.0, high=3.0, unit="USD"),
        {"kind": "money", "low": 3, "high": 3, "currency": "USD"},
        "3 USD",
    ),
    (
        Amount(kind="duration", low=2.0, high=2.0, unit="year"),
        {"kind": "duration", "low": 2, "high": 2, "unit": "year"},
        "2 year",
    ),
    (
        Amount(kind="time", low=1110.0, high=1110.5, unit="UTC"),
        {"kind": "time", "low": "18:30", "high": "18:30:30", "zone": "UTC"},
        "18:30 to 18:30:30 UTC",
    ),
    (Amount(kind="ordinal", low=4.0, high=4.0), {"kind": "ordinal", "low": 4, "high": 4}, "4"),
    (
        Name(id="balad", type="base", within=("salah-al-din", "iraq")),
        {"kind": "name", "id": "balad", "type": "base", "in": ["salah-al-din", "iraq"]},
        "balad",
    ),
    (
        Amount(kind="count", low=3.0, high=3.0, unit="km"),
        {"kind": "count", "low": 3, "high": 3, "unit": "km"},
        "3 km",
    ),
    (
        Amount(kind="time", low=None, high=605.0, unit=None),
        {"kind": "time", "low": None, "high": "10:05", "zone": None},
        "up to 10:05",
    ),
    (State(id="over"), {"kind": "state", "is": "over"}, "over"),
    (Concept(id="troops"), {"kind": "concept", "id": "troops"}, "troops"),
]


@pytest.mark.parametrize(("value", "data", "said"), VALUES)
def test_a_value_goes_out_as_data_and_comes_back(value: Value, data: dict[str, object], said: str) -> None:
    assert to_data(value) == data
    assert list(to_data(value)) == list(data)
    assert json.dumps(to_data(value)) == json.dumps(data)
    assert from_data(data) == value
    assert words(value) == said


@pytest.mark.parametrize(
    ("data", "what"),
    [
        ({"kind": "count", "low": "9", "high": "8"}, "it ends"),
        ({"kind": "count", "low": "nan"}, "'low' is not a number"),
        ({"kind": "date", "start": "2021-12-09", "end": "2021-12-08"}, "it ends"),
        ({"kind": "time", "low": "18h"}, "'low' is not a clock time"),
        ({"kind": "name", "id": "x", "in": "iraq"}, "'in' is not a list"),
        ({"kind": "state"}, "'is' is missing"),
        ({"kind": "state", "is": ""}, "'is' is not a word"),
        ({"kind": ["state"]}, "'kind' is not a word"),
    ],
)
def test_data_that_is_no_value_is_told(data: dict[str, object], what: str) -> None:
    with pytest.raises(ValueError, match=what):
        from_data(data)


RELATIONS = [
    (made.NINTH, made.NINTH, "same"),
    (made.NINTH, Days(start=None, end=made.LATE.end), "narrower"),
    (made.NINTH, made.LATE, "apart"),
    (Days(start=None, end=made.NINTH.end), Days(start=made.NINTH.end, end=None), "overlaps"),
    (Amount(kind="count", low=1, high=5), Amount(kind="count", low=5, high=9), "overlaps"),
    (Amount(kind="count", low=1, high=4), Amount(kind="count", low=5, high=9), "apart"),
    (Amount(kind="money", low=1, high=1, unit="USD"), Amount(kind="money", low=1, high=1, unit="IQD"), None),
    (Amount(kind="count", low=1, high=1), State(id="over"), None),
    (State(id="over"), Concept(id="over"), None),
    (State(id="over"), State(id="over"), "same"),
    (Concept(id="a"), Concept(id="b"), "apart"),
    (Name(id="balad", type="base", within=("iraq",)), Name(id="iraq", type="country"), "narrower"),
    (Name(id="balad", type="base", within=("iraq",)), Name(id="syria", type="country"), "apart"),
]
MIRROR = {"narrower": "wider"}


@pytest.mark.parametrize(("a", "b", "relation"), RELATIONS)
def test_values_relate_and_mirror(a: Value, b: Value, relation: str | None) -> None:
    assert relate(a, b) == relation
    assert relate(b, a) == (None if relation is None else MIRROR.get(relation, relation))
    assert lies_in(a, b) is (relation in ("same", "narrower"))


# --- places and words -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "offset", "where"),
    [
        ("", 0, (1, 1)),
        ("ab\ncd", 1, (1, 2)),
        ("ab\ncd", 3, (2, 1)),
        ("ab\r\ncd\r\nef", 8, (3, 1)),
        ("ab\rcd\ref", 7, (3, 2)),
        ("أب\n\nج𐎀د", 6, (3, 3)),
        ("\ufeffab", 1, (1, 2)),
    ],
)
def test_lines_and_columns_count_from_one_in_code_points(text: str, offset: int, where: tuple[int, int]) -> None:
    source = Document(
        id="a", source=None, language=None, published=None, published_from=None, title=None, text=text, zones=[]
    )
    assert Places([source]).at("a", offset) == where


@pytest.mark.parametrize(
    ("before", "mark", "after", "room", "cut"),
    [
        ("one two ", "40", " three four", 99, "one two ⟦40⟧ three four"),
        ("one two ", "40", " three four", 17, "…two ⟦40⟧ three…"),
        ("one two ", "40", " three four", 9, "…⟦40⟧…"),
        ("", "40", " three four", 13, "⟦40⟧ three…"),
        ("one\n\ttwo\n", "40", "\nthree", 99, "one two ⟦40⟧ three"),
        ("و", "40", " رجلاً", 99, f"{FSI}و⟦40⟧ رجلاً{PDI}"),
        ("incomprehensibilities ", "40", " men of it", 20, "…⟦40⟧ men of it"),
        ("a ", "one two three four five", " b", 14, "…⟦one t… five⟧…"),
    ],
)
def test_a_quote_is_cut_to_the_words_around_its_mark(before: str, mark: str, after: str, room: int, cut: str) -> None:
    assert marked((before, mark, after), room=room, colour=False) == cut


def test_a_cut_quote_fits_its_room() -> None:
    before, after = "قال المتحدث باسم القوات إن عدد ", " من المدربين ما زالوا في البلاد حتى اليوم"
    for room in range(12, 90):
        cut = marked((before, "2500", after), room=room, colour=False)
        assert wcswidth(cut) <= room
        assert "⟦2500⟧" in cut


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("title\nA first. Then ", " men left.\nMore.", "Then ⟦40⟧ men left."),
        ("title\r\nA first. Then ", " men left.\r\nMore.", "Then ⟦40⟧ men left."),
        ("مُقدَّمة. ثُمَّ ", "؟ بعد.", f"{FSI}ثُمَّ ⟦40⟧؟{PDI}"),
        ("", "", "⟦40⟧"),
        ("x\n", "\n", "⟦40⟧"),
        ("word " * 100_000, " word" * 100_000, "…word word ⟦40⟧ word…"),
    ],
)
def test_a_quote_is_the_sentence_around_its_mark(before: str, after: str, shown: str) -> None:
    source = Document(
        id="a",
        source=None,
        language=None,
        published=None,
        published_from=None,
        title=None,
        text=f"{before}40{after}",
        zones=[],
    )
    fact = made.fact(source, "40", "40", State(id="x"), question="q", voice="v")
    assert Places([source]).quote(fact, room=23) == shown


def test_words_are_made_safe() -> None:
    assert one_line("a\x1b[2J\u202eb\u2066c\u2069\x9b\x7f\u200fd") == "a␛[2Jbc\ufffd␡\u200fd"
    assert isolated("9 Dec") == "9 Dec"
    assert isolated("٩ Dec") == f"{FSI}٩ Dec{PDI}"


def test_numbers_agree_with_their_nouns() -> None:
    assert counted(1, "discrepancy") == "1 discrepancy"
    assert counted(0, "discrepancy") == "0 discrepancies"
    assert counted(2, "facts_without_a_question") == "2 facts without a question"
    assert counted(1, "odd_thing") == "1 odd thing"
    assert counted(2, "odd_thing") == "2 odd things"


def test_what_was_found_is_told_by_severity() -> None:
    report = whole()
    assert found_words(report) == "Found 1 discrepancy: 1 error; 1 decided by the desk."
    infos = [replace(report.discrepancies[1], severity="info")] * 2
    assert found_words(replace(report, discrepancies=infos)) == "Found 2 discrepancies: 2 info."
    assert found_words(replace(report, discrepancies=[])) == "Found no discrepancy."
    assert len(summary(replace(report, unjudged={"unresolved_mentions": 0}, faults=[]))) == 2


def test_an_unresolved_mention_says_so() -> None:
    report = whole()
    mentions: list[Mention] = [one for one in report.mentions if one.value is None]
    assert "unresolved" in table.render_extract(replace(report, mentions=mentions, facts=[]), View())
