"""What README and docs show: commands run, files are accepted, and what is quoted is what the program says."""

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import made
import pydantic
import pytest

from checker import cli, gate, gathered, parts, plain, schemas, scopes, settings, yamlio
from checker.collect import Collected
from checker.model import Fault, RawDocument, Report
from checker.packs import load
from checker.pipeline import judge

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LEFT_OUT = "[...]"  # a line that stands for lines of an output
PICTURE_MOST = 200_000  # bytes
OTHERS = ("make", "pip", "pipx", "source")  # commands of the docs that are not ours

Capture = pytest.CaptureFixture[str]


@dataclass
class Block:
    """A fenced block with what the line in front of it says of it: a comment, or the name of a file."""

    page: Path
    line: int  # of its first words, from 1
    language: str
    what: str  # file, output, written, case, keys, recipe; empty: plain
    about: str
    text: str

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"


def blocks_of(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    lines = page.read_text(encoding="utf-8").split("\n")
    at = 0
    while at < len(lines):
        if lines[at].startswith("```"):
            end = lines.index("```", at + 1)
            named, told = re.fullmatch(r"`(.+)`:", lines[at - 1]), re.fullmatch(r"<!-- (\w+): (.+) -->", lines[at - 1])
            what, about = ("file", named[1]) if named else told.groups() if told else ("", "")
            yield Block(page, at + 2, lines[at][3:], what, about, "\n".join(lines[at + 1 : end]) + "\n")
            at = end
        at += 1


BLOCKS = [block for page in PAGES for block in blocks_of(page)]


def those(what: str, language: str = "") -> list[Any]:
    """The blocks of a sort, as parameters that name their place."""
    found = [b for b in BLOCKS if b.what == what and (not language or b.language == language)]
    return [pytest.param(block, id=str(block)) for block in found]


def commands(block: Block) -> list[str]:
    """What a reader is to type."""
    return [line.removeprefix("$ ") for line in block.text.splitlines() if line.startswith("$ ")]


# --- followed word by word --------------------------------------------------------------------------------------


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what a checkout has, to follow a page in."""
    for folder in ("seeds", "fixtures"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_can_be_followed_word_by_word(page: Path, desk: Path, capsys: Capture) -> None:
    for block in blocks_of(page):
        if block.what == "file":
            _put(desk / block.about, block.text)
        elif block.what == "output":
            assert_quoted(block, _answer(block, block.about, capsys))
        elif block.what == "written":
            assert (desk / block.about).read_text(encoding="utf-8") == block.text, block
        for command in commands(block):
            _answer(block, command, capsys)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    if path.name == settings.FILE:
        (path.parent / "desk").mkdir(exist_ok=True)
        settings.load(path.parent, config=path)


def _answer(block: Block, command: str, capsys: Capture) -> str:
    """What a command of ours prints; it must find an answer. Of `make`, that there is such a target."""
    program, *words = shlex.split(command)
    if program == "make":
        assert f"\n{words[0]}:" in (ROOT / "Makefile").read_text(encoding="utf-8"), f"{block}: {command}"
    if program != "checker":
        assert program in OTHERS, f"{block}: {command}"
        return ""
    capsys.readouterr()
    code = cli.main(words)
    answer = capsys.readouterr()
    assert code in (gate.PASS, gate.FAIL), f"{block}: {command}\n{answer.err}"
    assert answer.out, f"{block}: {command}"
    return answer.out


def assert_quoted(block: Block, answer: str) -> None:
    """The lines of a block stand in an answer in their order, and only where it says so is one left out."""
    lines, wanted = answer.splitlines(), block.text.splitlines()
    at, gap = 0, False
    for number, line in enumerate(wanted):
        if line == LEFT_OUT:
            gap = True
            continue
        found = lines.index(line, at) if gap and line in lines[at:] else at
        told = f"{block}: line {number + 1} is not what the program says here:\n{line}\n\nIt says:\n{answer}"
        assert lines[found : found + 1] == [line], told
        at, gap = found + 1, False
    assert gap or at == len(lines), f"{block}: the program says more than is quoted:\n{answer}"


def test_a_quotation_that_leaves_out_unsaid_or_tells_more_is_noticed() -> None:
    block = Block(ROOT, 1, "text", "output", "", f"one\n{LEFT_OUT}\nfour\n")
    assert_quoted(block, "one\ntwo\nthree\nfour\n")
    for answer in ("one\ntwo\n", "zero\none\nfour\n", "one\nfour\nfive\n"):
        with pytest.raises(AssertionError):
            assert_quoted(block, answer)


@pytest.mark.parametrize("block", those("recipe"))
def test_the_recipe_of_make_is_quoted_whole(block: Block) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.partition(f"\n{block.about}:")[2].partition("\n")[2].partition("\n\n")[0]
    wanted = [line.strip().replace("$(BIN)", ".venv/bin") for line in recipe.splitlines()]
    assert [line for line in block.text.splitlines() if line.startswith(".venv/bin/")] == wanted


# --- commands that only stand in words or in other people's files -----------------------------------------------


def parses(words: list[str]) -> bool:
    """Whether the command line takes these words, with a path behind them if one is wanting."""
    for behind in ([], ["PATH"]):
        try:
            cli._parser().parse_args([*words, *behind])
        except SystemExit:
            continue
        return True
    return False


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_in_a_line_of_text_is_one(page: Path, capsys: Capture) -> None:
    for span in re.findall(r"`checker ([^`]+)`", page.read_text(encoding="utf-8")):
        words = shlex.split(span)
        if any(word.startswith("-") for word in words):
            assert parses(words), f"{page.name}: checker {span}"
        else:
            with pytest.raises(SystemExit) as left:
                cli.main([*words, "--help"])
            assert left.value.code == 0, f"{page.name}: checker {span}"
    capsys.readouterr()


@pytest.mark.parametrize("block", those("", "yaml"))
def test_yaml_for_other_programs_is_yaml_and_its_commands_are_ours(block: Block) -> None:
    yamlio.parse(block.text, name=str(block))
    lines = [shlex.split(line.partition("- ")[2]) for line in block.text.splitlines() if " checker check " in line]
    assert lines
    for words in lines:
        assert parses(words[words.index("checker") + 1 :]), f"{block}: {words}"


def test_words_that_are_no_command_are_noticed(capsys: Capture) -> None:
    assert not parses(["check", "--fail-on", "loud"])
    assert not parses(["chek", "--output", "a.md"])
    assert parses(["check", "--output", "a.md"])
    capsys.readouterr()


# --- examples of judgement --------------------------------------------------------------------------------------


def _judged(block: Block) -> Report:
    data: Any = yamlio.parse(block.text, name=str(block)).data
    raw = [
        RawDocument(id=f"{number}.txt", text=one.pop("text"), metadata=dict(one)) for number, one in enumerate(data, 1)
    ]
    return judge(Collected(raw=raw), load(), compare=True)


@pytest.mark.parametrize("block", [p for p in those("case") if p.values[0].about != "silent"])
def test_an_example_comes_out_as_the_line_above_it_says(block: Block) -> None:
    found = _judged(block).discrepancies
    assert [f"{one.severity} {one.verdict} {one.rule}" for one in found] == [block.about]


@pytest.mark.parametrize("block", [p for p in those("case") if p.values[0].about == "silent"])
def test_an_example_of_silence_is_read_and_not_flagged(block: Block) -> None:
    report = _judged(block)
    assert report.discrepancies == []
    asked = [{fact.question for fact in report.facts if fact.document == one.id} for one in report.documents]
    assert set.intersection(*asked), f"{block}: no question is answered by all of them"


def test_each_verdict_has_an_example_in_each_language() -> None:
    seen = {(block.about, bool(re.search("[\u0621-\u064a]", block.text))) for block in BLOCKS if block.what == "case"}
    assert {about for about, arabic in seen if arabic} == {about for about, _ in seen}
    verdicts = ("error conflict", "warning tension", "info tension", "info evolving", "silent")
    assert all(any(about.startswith(one) for about, _ in seen) for one in verdicts)


# --- every key is told of ---------------------------------------------------------------------------------------


def told(page: str) -> set[str]:
    """The words that a page has in code spans."""
    text = re.sub(r"```.*?```", "", (ROOT / "docs" / page).read_text(encoding="utf-8"), flags=re.DOTALL)
    return set(re.findall(r"`([^`]+)`", text))


def _keys(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from _keys(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _keys(part)


@pytest.mark.parametrize("kind", schemas.FILES)
def test_every_key_of_the_yaml_is_described(kind: str) -> None:
    files: dict[str, Any] = dict(schemas.FILES)
    keys = set(_keys(pydantic.TypeAdapter(files[kind]).json_schema())) - {"format"}
    assert keys - told("writing-rules.md") == set()


def test_every_word_with_a_meaning_of_its_own_is_described() -> None:
    take = get_args(get_args(schemas.QuestionEntry.model_fields["take"].annotation)[0])
    words = {*schemas.ROLES, *schemas.KINDS, *get_args(schemas.Answer), *get_args(schemas.NameType), *take}
    words |= {*scopes.READERS, *parts.find("operators")}
    words |= {option for one in parts.find("operators") for option in parts.load("operators", one).OPTIONS}
    assert words - told("writing-rules.md") == set()


@pytest.mark.parametrize("block", [p for p in those("file", "yaml") if "yaml" in p.values[0].about])
def test_a_file_of_rules_fits_the_schema_that_it_claims(block: Block) -> None:
    located = yamlio.parse(block.text, name=str(block))
    assert isinstance(located.data, dict)
    kinds = [kind for key, kind in gathered.KEYS.items() if key in located.data]
    if Path(block.about).parent.name in ("cookbook", "desk", "spanish", "turkish"):
        assert len(kinds) == 1
        files: dict[str, Any] = dict(schemas.FILES)
        yamlio.fit(located, pydantic.TypeAdapter(files[kinds[0]]))
    else:
        assert Path(block.about).name in ("documents.yaml", "decisions.yaml")  # read where the page is followed


# --- formats ----------------------------------------------------------------------------------------------------

FREE = ("scope", "value", "reasons")  # mappings whose keys are the data's own


def shape(data: Any) -> Any:
    """The keys of a JSON value in their order, of a list those of its first member."""
    if isinstance(data, dict):
        return [(key, None if key in FREE else shape(value)) for key, value in data.items()]
    return [shape(data[0])] if isinstance(data, list) and data and isinstance(data[0], dict) else None


def test_the_json_is_described_as_it_is() -> None:
    blocks = {block.about: json.loads(block.text) for block in BLOCKS if block.what == "keys"}
    fault = Fault(document="x.txt", stage="read", message="...")
    report = made.report(faults=[fault])
    rows = list(plain.extract(report))
    real = plain.report(report)
    both: Any = (blocks["json"], real)
    for one in both:
        for camp in (camp for finding in one["discrepancies"] for camp in finding["camps"]):
            camp["also_fits"] = []
        for document in one["documents"]:
            document["published"] = None
        for fact in (f for finding in one["discrepancies"] for camp in finding["camps"] for f in camp["facts"]):
            fact["as_of"] = None
    assert shape(blocks["json"]) == shape(real)
    for sort in ("mention", "fact"):
        row = next(row for row in rows if row["type"] == sort)
        assert list(blocks[sort]) == list(row)


@pytest.mark.parametrize("page", ["README.md", "docs/formats.md"])
def test_every_exit_code_is_told(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for code in (gate.PASS, gate.FAIL, gate.UNANSWERED, gate.INTERRUPTED):
        assert f"\n| {code} | " in text


def test_every_suffix_that_is_read_is_told() -> None:
    suffixes = {suffix for part in parts.find("readers") for suffix in parts.load("readers", part).suffixes}
    assert suffixes - told("formats.md") == set()


# --- links and the picture --------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CHANGELOG.md"], ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if target.startswith("https://"):
            continue
        path, _, heading = target.partition("#")
        assert (page.parent / path).exists(), f"{page.name}: {target}"
        if heading:
            headings = re.findall(r"^#+ (.+)$", (page.parent / path).read_text(encoding="utf-8"), flags=re.MULTILINE)
            assert heading in [one.lower().replace(" ", "-") for one in headings], f"{page.name}: {target}"


def test_the_picture_is_a_small_png() -> None:
    picture = (ROOT / "docs" / "report.png").read_bytes()
    assert picture.startswith(b"\x89PNG\r\n")
    assert len(picture) <= PICTURE_MOST


def test_the_changelog_starts_with_what_is_unreleased() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, flags=re.MULTILINE)[0] == "[Unreleased]"
