"""From YAML to plain data: every mistake of every file with its place, and what the compiled form holds."""

from pathlib import Path

import pytest

from checker import lexicon
from checker.compiling import compile_files
from checker.errors import UnusableFile

LANGUAGE = """format: 1
language: ar
script: arabic
articles: [ال, لل]
subject: after
words:
  say: [قال]
  month: {12: [ديسمبر]}
  of: [من]
phrases:
  date: [day month]
"""
PLACES = """format: 1
names:
  iraq: {type: country, forms: {ar: [العراق]}, people: {ar: [عراقي]}}
  anbar: {type: governorate, in: iraq, forms: {ar: [الأنبار]}}
  ain-al-asad: {type: base, in: anbar, forms: {ar: [عين الأسد]}, short: {ar: [القاعدة]}, exact: {ar: [أسد]}}
"""
CONCEPTS = """format: 1
concepts:
  announce: {ar: [أعلن]}
  troops: {ar: [قوات برية, قاعدة]}
predicates: [announce]
"""
QUESTIONS = """format: 1
questions:
  told:
    ask: {en: When?, ar: متى؟}
    answer: date
    varies: over-time
    holds_for: 2 weeks
    settles_after: 1 month
    says: [announce, troops]
    take: {date-of: announce}
  going:
    ask: Is it over?
    answer: state
    varies: never
    states: {over: announce, to-come: {says: [[troops], [announce, troops]], modality: planned}}
    apart: [[over, to-come]]
"""
RULE = """format: 1
rule: dates
about: told
flag_when: {apart: {}}
says: {en: "{camps}"}
cases:
  flags: {one: {documents: [{text: a}]}}
  passes: {two: {documents: [{text: b}]}}
"""
FILES = {"ar": LANGUAGE, "places": PLACES, "concepts": CONCEPTS, "questions": QUESTIONS, "rule": RULE}
TEN = """format: 2
rule: Toll Falls
about: [told]
flag_when: {apart: none}
unless: evolves
severity: loud
says: {en: [no]}
colour: red
cases:
  flags: {}
  passes:
    a case:
      verdict: conflct
      documents: [{txt: none}]
"""


def compiled(folder: Path, **changed: str) -> dict[str, object]:
    """What the files make, some of them changed."""
    files = []
    for name, text in {**FILES, **changed}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        files.append((f"{name}.yaml", folder / f"{name}.yaml"))
    return compile_files(files, "a stamp")


def mistakes(folder: Path, **changed: str) -> list[str]:
    """Every mistake of the files, as printed."""
    with pytest.raises(UnusableFile) as raised:
        compiled(folder, **changed)
    assert raised.value.mistakes == sorted(raised.value.mistakes)
    return [str(mistake) for mistake in raised.value.mistakes]


# --- mistakes ---------------------------------------------------------------------------------------------------


def test_ten_mistakes_of_a_rule_are_ten_lines_with_their_places(tmp_path: Path) -> None:
    found = mistakes(tmp_path, rule=TEN)
    assert len(found) >= 10
    places = [line.partition(": ")[0] for line in found]
    wanted = ["1:9", "2:7", "4:20", "5:9", "6:11", "7:12", "8:1", "10:10", "13:16", "14:19", "14:20"]
    assert places == [f"rule.yaml:{place}" for place in wanted]
    assert [line for line in found if "'conflct'" in line and "did you mean 'conflict'?" in line] != []
    assert [line for line in found if "unknown key 'txt'; did you mean 'text'?" in line] != []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("places", "in: anbar", "in: anbra", "places.yaml:5:33: unknown name 'anbra'; did you mean 'anbar'?"),
        ("places", "in: anbar", "of: anbra", "places.yaml:5:33: unknown name 'anbra'; did you mean 'anbar'?"),
        ("places", "in: anbar", "roles: [irak]", "places.yaml:5:36: unknown name 'irak'; did you mean 'iraq'?"),
        ("places", "exact: {ar:", "exact: {arb:", "unknown language 'arb'; did you mean 'ar'?"),
        ("places", "type: base", "type: bse", "places.yaml:5:23: unknown word 'bse' for 'type'; did you mean 'base'?"),
        ("questions", "[announce, troops]", "[anounce, troops]", "unknown concept 'anounce'; did you mean 'announce'?"),
        ("questions", "date-of: announce", "date-of: anounce", "unknown concept 'anounce'; did you mean 'announce'?"),
        ("questions", "date-of: announce}", "date-of: announce}\n    nouns: [trops]", "unknown concept 'trops'"),
        ("questions", "date-of: announce}", "date-of: announce}\n    without: [trops]", "unknown concept 'trops'"),
        ("questions", "{over: announce,", "{over: anounce,", "unknown concept 'anounce'"),
        ("questions", "modality: planned", "without: [trops]", "unknown concept 'trops'"),
        ("questions", "date-of: announce}", "date-of: announce}\n    where: {place: irak}", "unknown name 'irak'"),
        ("questions", "date-of: announce}", "date-of: announce}\n    assume: {place: irak}", "unknown name 'irak'"),
        ("questions", "2 weeks", "a while", "questions.yaml:7:16: 'a while' is no length such as '30 days'"),
        ("questions", "1 month", "1 moon", "questions.yaml:8:20: '1 moon' is no length such as '30 days'"),
        ("questions", "[[over, to-come]]", "[[over, done]]", "unknown state 'done' in `apart`"),
        ("questions", "    states: {over", "    sates: {over", "unknown key 'sates'; did you mean 'states'?"),
        ("questions", "take: {date-of: announce}", "near: 3", "a question needs `says` and `take`"),
        ("rule", "{apart: {}}", "{apert: {}}", "rule.yaml:4:13: unknown operator 'apert'; did you mean 'apart'?"),
        ("rule", "{apart: {}}", "{apart: {}, not-yet: {}}", "`flag_when` names one operator"),
        (
            "rule",
            "{apart: {}}",
            "{apart: {by_more_then: 3}}",
            "unknown option 'by_more_then'; did you mean 'by_more_than'?",
        ),
        (
            "rule",
            "{apart: {}}",
            "{apart: {by_more_than: two}}",
            "rule.yaml:4:35: 'two' is no number; write one such as 3",
        ),
        ("rule", "{apart: {}}", "{apart: {by_more_than: inf}}", "'inf' is no number"),
        (
            "rule",
            "{apart: {}}",
            "{all: [{apert: {}}]}",
            "rule.yaml:4:20: unknown operator 'apert'; did you mean 'apart'?",
        ),
        (
            "rule",
            "{apart: {}}",
            "{all: [{not: [{slip: {digit: 3}}]}]}",
            "unknown option 'digit'; did you mean 'digits'?",
        ),
        ("rule", "{apart: {}}", "{any: [{title-body: {}}]}", "'title-body' looks at zones, so it can't be combined"),
        (
            "rule",
            "{apart: {}}",
            "{apart: {}}\ntolerates: {date: far}",
            "'far' is no distance; write one such as 2 or 5 %",
        ),
        ("rule", "{apart: {}}", "{apart: {}}\ntolerates: {date: 5 %}", "'5 %' is no distance"),
        ("rule", "{apart: {}}", "{apart: {}}\ninstead_of: [date]", "unknown rule 'date'; did you mean 'dates'?"),
        ("rule", "{apart: {}}", "{apart: {}}\ninstead_of: [dates]", "'dates' and 'dates' would silence each other"),
        ("rule", '{en: "{camps}"}', '{en: "{camp}"}', "unknown field 'camp' in `says`; did you mean 'camps'?"),
        ("rule", '{en: "{camps}"}', '{ar: "{camps}"}', "`says` has no English words (en)"),
        ("questions", "ask: {en: When?, ar", "ask: {ar", "`ask` has no English words (en)"),
        ("concepts", "{ar: [أعلن]}", "{arb: [أعلن]}", "concepts.yaml:3:"),
        (
            "concepts",
            "[announce]",
            "[anounce]",
            "concepts.yaml:5:14: unknown concept 'anounce'; did you mean 'announce'?",
        ),
        ("rule", "about: told", "about: tolled", "rule.yaml:3:8: unknown question 'tolled'; did you mean 'told'?"),
        ("ar", "  of: [من]", "  off: [من]", "unknown role 'off'"),
        ("ar", "month: {12:", "month: {dec:", "ar.yaml:"),
        ("ar", "say: [قال]", "say: {1: [قال]}", "the words of 'say' are a list"),
        ("ar", "month: {12: [ديسمبر]}", "month: [ديسمبر]", "the words of 'month' are a mapping of values to lists"),
        ("ar", "  date: [day month]", "  dtae: [day month]", "unknown phrase 'dtae'"),
        ("ar", "[day month]", "[NOPE month]", "unknown macro 'NOPE'"),
        ("ar", "month: {12: [ديسمبر]}", "vague: {20: [عشرات]}", "'20' is no range such as 20..120"),
    ],
)
def test_a_word_that_is_not_known_is_told_with_its_place(
    tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    assert old in FILES[file]
    found = mistakes(tmp_path, **{file: FILES[file].replace(old, new, 1)})
    assert message in "\n".join(found)
    assert {line.partition(":")[0] for line in found} == {f"{file}.yaml"}
    assert len(found) <= 2


def test_broken_files_are_all_told_in_one_go(tmp_path: Path) -> None:
    found = mistakes(
        tmp_path,
        ar=LANGUAGE.replace("subject: after", "subject: behind"),
        concepts="format: 1\nconcepts: [announce\n",
        rule=RULE.replace("apart", "apert"),
        stray="format: 1\nwords: []\n",
        empty="",
    )
    assert {line.partition(":")[0] for line in found} >= {
        "ar.yaml",
        "concepts.yaml",
        "rule.yaml",
        "stray.yaml",
        "empty.yaml",
    }
    (stray,) = [line for line in found if line.startswith("stray.yaml")]
    assert "so it can't be told what it is; begin with `format: 1` and one of these" in stray


def test_a_long_list_of_known_words_is_not_written_out(tmp_path: Path) -> None:
    many = "".join(f"  place-{n}: {{type: city, in: iraq, forms: {{ar: [مكان]}}}}\n" for n in range(20))
    (mistake,) = mistakes(tmp_path, places=f"{PLACES}{many}  x: {{type: city, in: place-99, forms: {{ar: [مكان]}}}}\n")
    assert "did you mean 'place-9'?" in mistake or "did you mean 'place-19'?" in mistake
    assert "known:" not in mistake


# --- what is compiled -------------------------------------------------------------------------------------------


def rows(folder: Path, form: str, **changed: str) -> list[list[object]]:
    """What a form can be: category, value, language, flags, and how it is written where that counts."""
    forms = compiled(folder, **changed)["forms"]
    assert isinstance(forms, dict)
    longer = {form: rows for opened in forms["several"].values() for form, rows in opened.items()}
    found = {**forms["single"], **longer}.get(form, [])
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize(
    ("form", "row"),
    [
        ("ديسمبر", ["month", 12, "ar", 0, ""]),
        ("قال", ["say", None, "ar", lexicon.SUFFIXES, ""]),
        ("من", ["of", None, "ar", lexicon.CLOSED, ""]),
        ("قوات بريه", ["concept", "troops", "ar", lexicon.SUFFIXES, ""]),
        ("القوات البريه", ["concept", "troops", "ar", lexicon.SUFFIXES, ""]),
        ("للقوات البريه", ["concept", "troops", "ar", lexicon.SUFFIXES, ""]),
        ("قاعدت", ["concept", "troops", "ar", lexicon.SUFFIXES | lexicon.SUFFIXED, ""]),
        ("القاعده", ["name", "ain-al-asad", "ar", lexicon.SHORT, ""]),
        ("للقاعده", ["name", "ain-al-asad", "ar", lexicon.SHORT, ""]),
        ("اسد", ["name", "ain-al-asad", "ar", lexicon.EXACT, "أسد"]),
        ("عراقي", ["people", "iraq", "ar", 0, ""]),
    ],
)
def test_a_form_is_folded_and_varied(tmp_path: Path, form: str, row: list[object]) -> None:
    assert row in rows(tmp_path, form)


def test_forms_that_fold_to_nothing_or_to_one_form_are_kept_once(tmp_path: Path) -> None:
    assert rows(tmp_path, "") == []
    doubled = CONCEPTS.replace("[أعلن]", "[أعلن, اعلن, َ]")
    assert len(rows(tmp_path, "اعلن", concepts=doubled)) == 1


def test_a_latin_name_asks_for_its_capital_only_where_it_is_written_with_one(tmp_path: Path) -> None:
    english = "format: 1\nlanguage: en\nscript: latin\nsubject: before\nwords: {}\nphrases: {}\n"
    places = "format: 1\nnames:\n  un: {type: organisation, forms: {en: [United Nations, the world body]}}\n"
    assert rows(tmp_path, "united nations", en=english, world=places)[0][3] == lexicon.CAPITAL
    assert rows(tmp_path, "the world body", en=english, world=places)[0][3] == 0


def test_names_know_what_they_lie_in_nearest_first_and_a_circle_ends(tmp_path: Path) -> None:
    names = compiled(tmp_path)["names"]
    assert isinstance(names, dict)
    assert names["ain-al-asad"]["within"] == ["anbar", "iraq"]
    assert names["ain-al-asad"]["label"] == {"ar": "عين الأسد"}
    circle = PLACES.replace("iraq: {type: country", "iraq: {type: country, in: ain-al-asad")
    names = compiled(tmp_path, places=circle)["names"]
    assert isinstance(names, dict)
    assert names["ain-al-asad"]["within"] == ["anbar", "iraq"]


def test_questions_are_whole_and_found_by_their_first_concept(tmp_path: Path) -> None:
    data = compiled(tmp_path)
    questions = data["questions"]
    assert isinstance(questions, dict)
    assert (questions["told"]["holds_for"], questions["told"]["settles_after"]) == (14, 30)
    assert questions["told"]["says"] == [["announce", "troops"]]
    assert questions["going"]["ask"] == {"en": "Is it over?"}
    assert questions["going"]["holds_for"] is None
    assert questions["going"]["states"]["to-come"]["modality"] == ["planned"]
    assert data["by_concept"] == {
        "announce": [["going", "over", 0], ["going", "to-come", 1], ["told", None, 0]],
        "troops": [["going", "to-come", 0]],
    }
    assert data["predicates"] == ["announce"]


def test_a_later_file_wins_entry_by_entry(tmp_path: Path) -> None:
    later = "format: 1\nnames:\n  anbar: {type: region, in: iraq, forms: {ar: [غرب العراق]}}\n"
    names = compiled(tmp_path, zz=later)["names"]
    assert isinstance(names, dict)
    assert names["anbar"]["type"] == "region"
    assert names["iraq"]["type"] == "country"


def test_words_that_a_later_file_adds_stand_beside_those_that_are_there(tmp_path: Path) -> None:
    later = "format: 1\nnames:\n  anbar: {add: yes, forms: {ar: [غرب العراق]}, cued: {ar: [الرمال]}}\n"
    data = compiled(tmp_path, zz=later)
    assert data["names"]["anbar"]["type"] == "governorate"  # type: ignore[index]  # plain data
    assert [rows(tmp_path, form, zz=later)[0][1] for form in ("الانبار", "غرب العراق", "الرمال")] == ["anbar"] * 3
    assert rows(tmp_path, "الرمال", zz=later)[0][3] == lexicon.CUED


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("anbar: {add: yes, in: iraq}", "brings forms"),
        ("basra: {add: yes, forms: {ar: [البصرة]}}", "unknown name 'basra'"),
        ("basra: {forms: {ar: [البصرة]}}", "needs its `type`"),
    ],
)
def test_an_entry_that_adds_needs_one_to_add_to_and_brings_words_only(tmp_path: Path, entry: str, said: str) -> None:
    (mistake,) = mistakes(tmp_path, zz=f"format: 1\nnames:\n  {entry}\n")
    assert said in mistake


def test_names_that_share_a_form_share_a_row(tmp_path: Path) -> None:
    later = "format: 1\nnames:\n  anbar-town: {type: city, forms: {ar: [الأنبار]}}\n"
    assert [row[1] for row in rows(tmp_path, "الانبار", zz=later)] == ["anbar anbar-town"]


def test_names_are_kept_by_their_sound(tmp_path: Path) -> None:
    heard = compiled(tmp_path)["sounds"]["arabic"]["heard"]  # type: ignore[index]  # plain data
    by_sound = dict(zip(heard["keys"].split("\n"), heard["ids"].split("\n"), strict=True))
    assert "anbar" in by_sound.values()
    assert "" not in by_sound


def test_a_file_that_cannot_be_read_does_not_make_others_wrong(tmp_path: Path) -> None:
    found = mistakes(tmp_path, concepts="format: 1\nconcepts: {announce: [\n")
    assert {line.partition(":")[0] for line in found} == {"concepts.yaml"}


def test_entries_of_a_file_with_another_mistake_are_known_to_others(tmp_path: Path) -> None:
    (mistake,) = mistakes(tmp_path, places=f"{PLACES}colour: red\n")
    assert mistake.startswith("places.yaml:6:1: unknown key 'colour'")
