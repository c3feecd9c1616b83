"""Files of a desk that can't be used: told with every mistake of every file, and no hindrance to the others."""

import json
from pathlib import Path

import pytest
from stand_in import fails_with
from test_packs import COUNTED, folder_of, small
from test_rules import MINE

from checker import cli, packs
from checker.errors import UnusableFile

__all__ = ["small"]  # a fixture
Capture = pytest.CaptureFixture[str]
NAMED = "format: 1\nnames:\n  iraq: {type: country, forms: {en: [Iraq, Mesopotamia]}}\n"


def mistakes(*folders: Path) -> list[str]:
    """Every mistake of some folders, as printed."""
    with pytest.raises(UnusableFile) as raised:
        packs.load(folders)
    return [str(mistake) for mistake in raised.value.mistakes]


# --- all mistakes at once ---------------------------------------------------------------------------------------

TEN = """format: 1
questions:
  a:
    ask: {ar: كم}
    answer: cuont
    varies: nevr
    says: [[trops]]
    taek: {count-of: troops}
    holds_for: soon
    near: far
  b:
    ask: Is it over?
    answer: state
    varies: never
    states: {over: [troops], gone: {says: troops, modality: don}}
    apart: [[over, goen]]
    where: {place: irak}
"""


def test_ten_mistakes_of_one_file_are_all_told_also_those_of_different_sorts(small: Path, tmp_path: Path) -> None:
    found = mistakes(folder_of(tmp_path / "desk", {"q.yaml": TEN}))
    wanted = [
        "desk/q.yaml:4:5: a question needs `says` and `take`; add `take`",
        "desk/q.yaml:4:10: `ask` has no English words (en)",
        "desk/q.yaml:5:13: unknown word 'cuont' for 'answer'; did you mean 'count'?",
        "desk/q.yaml:6:13: unknown word 'nevr' for 'varies'; did you mean 'never'?",
        "desk/q.yaml:7:13: unknown concept 'trops'; did you mean 'troops'?",
        "desk/q.yaml:8:5: unknown key 'taek'; did you mean 'take'?",
        "desk/q.yaml:9:16: 'soon' is no length such as '30 days'",
        "desk/q.yaml:10:11: 'far' where a whole number is expected",
        "desk/q.yaml:15:61: unknown word 'don' for 'modality'; did you mean 'done'?",
        "desk/q.yaml:16:20: unknown state 'goen' in `apart`; did you mean 'gone'?",
        "desk/q.yaml:17:20: unknown name 'irak'; did you mean 'iraq'?",
    ]
    assert [told for told, start in zip(found, wanted, strict=True) if not told.startswith(start)] == []


def test_one_mistake_in_each_of_ten_files_is_ten_lines(small: Path, tmp_path: Path) -> None:
    files = {f"q{n}.yaml": COUNTED.replace("present", f"in-{n}").replace("count\n", "cuont\n") for n in range(10)}
    found = mistakes(folder_of(tmp_path / "desk", files))
    assert [line.split(";")[0] for line in found] == [
        f"desk/q{n}.yaml:5:13: unknown word 'cuont' for 'answer'" for n in range(10)
    ]


def test_each_wrong_pattern_and_word_of_a_language_is_told(small: Path, tmp_path: Path) -> None:
    text = "format: 1\nlanguage: eo\nscript: latin\nsubject: before\nwords:\n  month: {dec: [decembro], 1: [januaro]}\n"
    text += "  thta: [ke]\n  number: {two: [du]}\nphrases:\n  date: [NOPE month, day, NADA]\n  dtae: [day]\n"
    found = mistakes(folder_of(tmp_path / "desk", {"eo.yaml": text}))
    assert [line.partition(": ")[2] for line in found] == [
        "'dec' where the value of 'month' is a whole number",
        "unknown role 'thta'; did you mean 'that'?",
        "'two' where the value of 'number' is a number such as 0.5 or 1/2",
        "unknown macro 'NOPE'",
        "unknown macro 'NADA'",
    ] + [line.partition(": ")[2] for line in found if "'dtae'" in line]
    assert any("unknown phrase 'dtae'; did you mean 'date'?" in line for line in found)


# --- what can be used is used -----------------------------------------------------------------------------------


def test_a_file_that_cannot_be_used_is_left_out_and_told(small: Path, tmp_path: Path) -> None:
    broken = COUNTED.replace("present", "gone").replace("count\n", "cuont\n")
    desk = folder_of(tmp_path / "desk", {"good.yaml": COUNTED, "broken.yaml": broken, "torn.yaml": "format: [1\n"})
    used = packs.usable([desk])
    assert set(used.questions) == {"troops-present"}
    assert sorted({mistake.path for mistake in used.mistakes}) == ["desk/broken.yaml", "desk/torn.yaml"]
    folder_of(desk, {"broken.yaml": COUNTED.replace("present", "x"), "torn.yaml": NAMED})
    assert set(packs.load([desk]).questions) == {"troops-present", "troops-x"}


def test_what_needs_a_file_that_is_left_out_is_told_as_that(small: Path, tmp_path: Path) -> None:
    broken = COUNTED.replace("present", "gone").replace("count\n", "cuont\n")
    rule = MINE.replace("[troops-present]", "[troops-gone]")
    desk = folder_of(tmp_path / "desk", {"q.yaml": broken, "rule.yaml": rule, "good.yaml": COUNTED})
    used = packs.usable([desk])
    assert (set(used.questions), used.rules) == ({"troops-present"}, [])
    (follows,) = [str(one) for one in used.mistakes if one.path == "desk/rule.yaml"]
    assert follows == (
        "desk/rule.yaml:3:9: 'troops-gone' is in a file that can't be used, so this one can't either; mend that file"
    )
    assert mistakes(desk) == [str(one) for one in used.mistakes if one.path == "desk/q.yaml"]


def test_packs_that_come_along_must_be_right(small: Path) -> None:
    folder_of(small, {"questions/q.yaml": COUNTED.replace("count\n", "cuont\n")})
    with pytest.raises(UnusableFile, match="unknown word 'cuont'"):
        packs.usable()


REPORTS = {
    "a.txt": "There are 2,500 US troops in Iraq.\n",
    "b.txt": "There are 5,200 US troops in Iraq.\n",
    "documents.yaml": "a.txt: {source: North, published: 2021-04-08}\nb.txt: {source: South, published: 2021-04-08}\n",
}


def test_the_report_tells_what_was_left_out_and_the_exit_code_says_so(tmp_path: Path, capsys: Capture) -> None:
    news = folder_of(tmp_path / "news", REPORTS)
    desk = folder_of(tmp_path / "desk", {"far.yaml": MINE, "slip.yaml": MINE.replace("apart:", "apert:")})
    command = ["check", str(news), "--rules", str(desk), "--format", "json"]
    assert cli.main(command) == 2
    report = json.loads(capsys.readouterr().out)
    assert {one["rule"] for one in report["discrepancies"]} >= {"answers-apart", "far-apart"}
    (fault,) = [one for one in report["faults"] if "apert" in one["message"]]
    assert (fault["document"], fault["stage"]) == ("desk/slip.yaml:4:13", "rules")
    assert fault["message"].startswith("unknown operator 'apert'; did you mean 'apart'?")
    assert cli.main([*command, "--allow-incomplete"]) == 1
    assert cli.main(["check", str(news), "--rules", str(folder_of(tmp_path / "fine", {"far.yaml": MINE}))]) == 1


@pytest.mark.parametrize(
    "command",
    [["explain", "abcd"], ["decide", "abcd", "--verdict", "known", "--reason", "x"]],
    ids=["explain", "decide"],
)
def test_where_a_part_of_the_rules_would_mislead_nothing_is_answered(
    command: list[str], tmp_path: Path, capsys: Capture
) -> None:
    news = folder_of(tmp_path / "news", REPORTS)
    desk = folder_of(tmp_path / "desk", {"slip.yaml": MINE.replace("apart:", "apert:")})
    told = fails_with(capsys, *command[:2], str(news), *command[2:], "--rules", str(desk))
    assert told.startswith("desk/slip.yaml:4:13: unknown operator 'apert'; did you mean 'apart'?")


# --- folders of one's own ---------------------------------------------------------------------------------------


def test_two_folders_of_one_s_own_that_say_one_id_are_told_with_both_places(small: Path, tmp_path: Path) -> None:
    one = folder_of(tmp_path / "one", {"q.yaml": COUNTED})
    two = folder_of(tmp_path / "two", {"deep/q.yaml": f"# ours\n{COUNTED}"})
    (clash,) = mistakes(one, two)
    assert clash.startswith("two/deep/q.yaml:4:3: 'troops-present' stands at one/q.yaml:3:3 already")
    assert "give one of them another id" in clash
    folder_of(two, {"deep/q.yaml": COUNTED.replace("present", "gone")})
    assert set(packs.load([one, two]).questions) == {"troops-present", "troops-gone"}


def test_one_folder_over_what_comes_along_is_no_clash(small: Path, tmp_path: Path) -> None:
    desk = folder_of(tmp_path / "desk", {"n.yaml": NAMED})
    assert "mesopotamia" in packs.load([desk]).lexicon.single
    again = folder_of(tmp_path / "more", {"n.yaml": NAMED.replace("type: country", "add: yes").replace("Mes", "Has")})
    assert {"mesopotamia", "hasopotamia"} <= set(packs.load([desk, again]).lexicon.single)


def test_a_folder_given_twice_is_read_once(small: Path, tmp_path: Path) -> None:
    desk = folder_of(tmp_path / "desk", {"q.yaml": COUNTED})
    assert len(packs.pack_files([desk, desk, tmp_path / "desk" / ".." / "desk"])) == 1
    assert set(packs.load([desk, desk]).questions) == {"troops-present"}


def test_folders_of_one_name_are_told_apart(small: Path, tmp_path: Path) -> None:
    folders = [folder_of(tmp_path / at / "desk", {"q.yaml": COUNTED}) for at in ("a", "b")]
    (clash,) = mistakes(*folders)
    assert f"{tmp_path}/a/desk/q.yaml:3:3" in clash
    assert clash.startswith(f"{tmp_path}/b/desk/q.yaml:3:3")
