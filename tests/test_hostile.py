"""Input that means no good, or was never meant to be read: each gets an answer, and none takes more than its share.

The long texts are so long that a stage which looks at every pair of their words would not come to an end. No time is
measured here: who breaks this sees a suite that hangs.
"""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from types import FrameType

import pytest
import reading

from checker import cli
from checker.collect import Collected
from checker.model import RawDocument, Report
from checker.pipeline import judge

ROOT = Path(__file__).parent.parent
Capture = pytest.CaptureFixture[str]

REPORT = "Baghdad, 9 December 2021\n\nThe ministry said on Thursday that 12 people were killed in Basra.\n"
MANY = 8_000  # of what costs some time each
FEW = 200  # of what costs much, since each answers a question: several sentences full
LONG = 100_000  # letters without any meaning
GROWTH = 2.25  # times the calls of functions that twice the text may make


def report(text: str) -> Report:
    """The report on one long text, checked to be whole: no stage failed, and every span lies in the text."""
    raw = RawDocument(id="a.txt", text=text, metadata={"source": "Wire", "published": "2021-12-09"})
    made = judge(Collected(raw=[raw]), reading.packs(), compare=True)
    assert made.faults == []
    assert all(0 <= one.start < one.end <= len(text) for one in made.mentions)
    assert all(0 <= one.start < one.end <= len(text) for one in made.facts)
    return made


# --- long texts -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        pytest.param("Baghdad ", "name", id="names"),
        pytest.param("Baghdad and Basra, ", "name", id="names with a conjunction"),
        pytest.param("بغداد والبصرة ", "name", id="Arabic names"),
        pytest.param("9 December 2021, ", "date", id="dates"),
        pytest.param("9 December 2021\n", "date", id="dates in lines"),
        pytest.param("9 كانون الأول/ ديسمبر 2021، ", "date", id="Arabic dates"),
        pytest.param("yesterday ", "date", id="days that lean on publication"),
        pytest.param("7 ", "count", id="figures"),
        pytest.param("60% ", "share", id="shares"),
        pytest.param("twenty ", "count", id="numerals"),
        pytest.param("one thousand and ", "count", id="numerals with a conjunction"),
    ],
)
def test_a_crowd_in_a_row_is_read_to_its_end(unit: str, kind: str) -> None:
    lead = "The ministry said: "
    text = lead + unit * MANY
    found = [m for m in report(text).mentions if m.kind == kind]
    assert found[0].start < len(lead) + 2 * len(unit)
    assert found[-1].start > len(text) - 3 * len(unit)
    assert len(found) >= MANY // 2


@pytest.mark.parametrize("unit", ["12 people were killed and ", "قتل 12 شخصا و"], ids=["English", "Arabic"])
def test_a_crowd_of_deaths_in_one_sentence_is_read_to_its_end(unit: str) -> None:
    made = report(unit * FEW)
    assert len([m for m in made.mentions if m.kind == "count"]) == FEW
    assert made.facts[-1].start > len(unit) * (FEW - 20)
    assert made.discrepancies == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("7" * LONG, id="digits"),
        pytest.param("٧" * LONG, id="Arabic digits"),
        pytest.param("1" + ",111" * LONG, id="thousands marks"),
        pytest.param('"' * LONG, id="quotation marks"),
        pytest.param("“ ” " * LONG, id="quotation marks with blanks"),
        pytest.param("«" * LONG, id="opening quotation marks"),
        pytest.param("(" * LONG, id="brackets"),
        pytest.param("," * LONG, id="commas"),
        pytest.param("." * LONG, id="full stops"),
        pytest.param("-" * LONG, id="hyphens"),
        pytest.param("@" * LONG, id="at signs"),
        pytest.param("a" + " " * LONG + "b", id="blanks"),
        pytest.param("a" + "\n" * LONG + "b", id="empty lines"),
        pytest.param("م" + "\u064e" * LONG, id="marks on one letter"),
        pytest.param("بـ" * LONG, id="letters drawn out"),
        pytest.param("👍" * LONG, id="pictures"),
        pytest.param("a" * LONG, id="one word"),
        pytest.param("و" * LONG, id="one Arabic word of conjunctions"),
        pytest.param("ال" * LONG, id="one Arabic word of articles"),
        pytest.param("\u2068a\u2069" * LONG, id="isolates"),
        pytest.param("\u202e" * LONG, id="direction controls"),
    ],
)
def test_letters_without_end_mean_little(text: str) -> None:
    assert len(report(text).mentions) <= 1


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("Title:\n", id="titles"),
        pytest.param("العنوان:\n", id="Arabic titles"),
        pytest.param("Related:\n", id="headings of links"),
        pytest.param("Home > News > ", id="breadcrumbs"),
        pytest.param("one | two\n", id="bars"),
        pytest.param("a short line\n", id="captions"),
        pytest.param("a;", id="semicolons"),
        pytest.param("twenty-", id="numerals with hyphens"),
        pytest.param("December/", id="months with slashes"),
        pytest.param("1/", id="figures with slashes"),
        pytest.param("1:", id="figures with colons"),
        pytest.param("he said that ", id="reports in reports"),
        pytest.param("قال إن ", id="Arabic reports in reports"),
        pytest.param("according to ", id="sources without a name"),
        pytest.param("the number of the number of ", id="numbers of numbers"),
        pytest.param("a b c\r\n", id="line ends of Windows"),
        pytest.param("http://a.b/c?d=1&", id="addresses"),
    ],
)
def test_a_pattern_without_end_is_no_answer(unit: str) -> None:
    assert report(unit * MANY).discrepancies == []


@pytest.mark.parametrize(
    "words",
    [
        "the minister walked over a long and quiet road to town ",
        "وسار الوزير على طريق طويل وهادئ إلى المدينة في ذلك اليوم ",
    ],
    ids=["Latin", "Arabic"],
)
def test_a_line_of_words_without_a_full_stop_is_read_to_its_end(words: str) -> None:
    text = words * 4_000 + "Baghdad بغداد"
    assert [m.start for m in report(text).mentions if m.kind == "name"][-1] == len(text) - len("بغداد")


def test_a_crowd_of_one_answer_is_one_answer() -> None:
    made = report("12 people were killed in Basra. " * (MANY // 4))
    assert len(made.facts) >= MANY // 4
    assert made.discrepancies == []


def test_a_crowd_of_answers_is_one_finding_at_most_for_a_question() -> None:
    made = report(" ".join(f"{number} US troops are in Iraq." for number in range(2000, 2400, 3)))
    assert len(made.facts) > 100
    told = [(one.rule, one.question.id, one.severity) for one in made.discrepancies]
    assert len(told) == len(set(told))


def calls(text: str) -> int:
    """How many functions are called while one text is read and judged."""
    made = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        report(text)
    finally:
        sys.setprofile(None)
    return made


@pytest.mark.parametrize("size", [1_500, 4_500], ids=["within a sentence", "over many sentences"])
@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("killed 12 ", id="killed without and"),
        pytest.param("12 killed; ", id="killed in clauses"),
        pytest.param("12 killed Baghdad ", id="killed at places"),
        pytest.param("قتل 12 شخصا و", id="Arabic dead in one sentence"),
        pytest.param("the number of killed is 12, ", id="numbers of"),
        pytest.param("12 killed and 13 wounded, ", id="killed and wounded"),
        pytest.param("he said that 5 were killed; ", id="reports of dead"),
        pytest.param("12 will be killed if not ", id="plans and conditions"),
        pytest.param("قتل 12 people في Baghdad يوم Monday ", id="both scripts"),
        pytest.param("$5m, 3 billion pounds in Syria, ", id="sums of money"),
        pytest.param("between Baghdad and Washington ", id="parties"),
        pytest.param("troops withdraw by 31 December, ", id="plans with days"),
        pytest.param("“he said ‘12 killed ", id="quotations in quotations"),
        pytest.param("the mission ended on 9 December 2021, ", id="ends"),
    ],
)
def test_twice_the_text_is_twice_the_work(unit: str, size: int) -> None:
    copies = size // len(unit)
    report(unit * copies)  # what is built once for all texts is built now
    assert calls(unit * (2 * copies)) <= GROWTH * calls(unit * copies)


def days(number: int) -> str:
    """One sentence for each of some days, each with a figure of its own."""
    on = [(date(2000, 1, 1) + timedelta(days=n)).isoformat() for n in range(number)]
    return " ".join(f"There were {n + 10} US troops in Iraq on {day}." for n, day in enumerate(on))


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(lambda n: " ".join(f"{k + 5} people were killed in Basra." for k in range(n)), id="answers"),
        pytest.param(days, id="days"),
        pytest.param(
            lambda n: "12 people were killed in Basra\n\n" + "12 people were killed in Basra. " * n, id="title"
        ),
    ],
)
def test_twice_the_facts_are_twice_the_work(made: Callable[[int], str]) -> None:
    report(made(150))
    assert calls(made(300)) <= GROWTH * calls(made(150))


# --- files and folders, the whole way ---------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `news` with one sound report, which is the working folder's only content."""
    news = tmp_path / "news"
    news.mkdir()
    (news / "sound.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return news


def answer(capsys: Capture, *arguments: str) -> tuple[int, str, str]:
    """The exit code of a command, what it answers, and what it says beside."""
    code = cli.main(arguments)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


BOMB = b"---\na: &a [x,x]\n%b---\nThe text.\n" % b"".join(
    b"%c: &%c [*%c,*%c]\n" % (letter + 1, letter + 1, letter, letter) for letter in range(ord("a"), ord("u"))
)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("binary.txt", bytes(range(256)) * 40, "a binary file"),
        ("broken.txt", "قال الوزير".encode() + b"\xff\xfe" + "اليوم".encode(), "is not UTF-8"),
        ("front.md", b"---\nsource: [a\n---\nThe text.\n", "front.md: read: line 2, column 9: "),
        ("bomb.md", BOMB, "aliases make more than 200,000 values"),
        ("nested.md", b"---\na: " + b"[" * 5000 + b"\n---\nThe text.\n", "more than 50 lists and mappings inside"),
        ("lines.jsonl", b'{"text": "Calm."}\n{"text": \n', "this line is not JSON"),
        ("deep.jsonl", b'{"text": ' + b"[" * 100_000 + b"\n", "this line is JSON beyond all measure"),
        ("digits.jsonl", b'{"text": ' + b"7" * 100_000 + b"}\n", "this line is JSON beyond all measure"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_fault_and_the_others_are_read(
    folder: Path, capsys: Capture, name: str, content: bytes, says: str
) -> None:
    (folder / name).write_bytes(content)
    code, out, _ = answer(capsys, "check", "news", "--fail-on", "never")
    assert code == 2
    assert says in " ".join(out.split())
    assert "sound.txt" not in " ".join(line for line in out.splitlines() if says in line)
    code, out, _ = answer(capsys, "extract", "news", "--format", "jsonl", "--allow-incomplete")
    assert code == 0
    assert '"document": "sound.txt"' in out or '"document":"sound.txt"' in out


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl"])
def test_a_line_beyond_the_limit_is_a_fault(folder: Path, capsys: Capture, name: str) -> None:
    with (folder / name).open("wb") as file:
        file.truncate(150_000_000)
    code, out, _ = answer(capsys, "check", "news", "--fail-on", "never")
    assert code == 2
    assert "larger than 100 MB" in out


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_fault(folder: Path, capsys: Capture) -> None:
    (folder / "closed.txt").write_text(REPORT, encoding="utf-8")
    (folder / "closed.txt").chmod(0)
    code, out, _ = answer(capsys, "check", "news")
    assert code == 2
    assert "permission denied" in out


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("nowhere", "no such path: 'nowhere'"),
        ("no*thing", "no such path: 'no*thing'"),
        ("empty", "no document in the folder 'empty'"),
        ("blank.txt", "nothing to read in 'blank.txt'"),
        ("", "no such path: ''"),
        pytest.param("a\0b", "no such path", id="with a NUL"),
        pytest.param("x" * 5000, "no such path", id="too long"),
    ],
)
def test_where_there_is_nothing_the_answer_is_2(folder: Path, capsys: Capture, path: str, says: str) -> None:
    (folder.parent / "empty").mkdir()
    (folder.parent / "blank.txt").touch()
    code, out, err = answer(capsys, "check", path)
    assert (code, out) == (2, "")
    assert says in err
    assert "Traceback" not in err


def test_an_empty_file_beside_a_sound_one_is_told_and_fails_nothing(folder: Path, capsys: Capture) -> None:
    (folder / "blank.txt").touch()
    code, out, _ = answer(capsys, "check", "news", "--format", "json")
    assert code == 0
    assert '"documents_skipped": 1' in out


def test_folders_in_folders_and_a_link_to_itself_are_walked_once(folder: Path, capsys: Capture) -> None:
    deep = folder
    for _ in range(150):
        deep /= "in"
    deep.mkdir(parents=True)
    (deep / "deep.txt").write_text(REPORT, encoding="utf-8")
    (deep / "again").symlink_to(folder, target_is_directory=True)
    (folder / "self").symlink_to(folder, target_is_directory=True)
    code, out, _ = answer(capsys, "check", "news", "--format", "json")
    assert code == 0
    assert '"documents": 2' in out


def test_a_listing_of_unknown_files_is_noted(folder: Path, capsys: Capture) -> None:
    (folder / "documents.yaml").write_text("gone.txt: {source: A}\nsound.txt: {source: B}\n", encoding="utf-8")
    code, out, _ = answer(capsys, "check", "news", "--format", "json")
    assert code == 0
    assert "lists what is not there: gone.txt (line 1)" in out


def test_a_listing_that_cannot_be_used_is_told_with_all_its_mistakes(folder: Path, capsys: Capture) -> None:
    (folder / "documents.yaml").write_text("../a.txt: {source: A}\nsound.txt: {sauce: B, url: []}\n", encoding="utf-8")
    code, out, err = answer(capsys, "check", "news")
    assert (code, out) == (2, "")
    assert [line.split(": ")[0] for line in err.splitlines()] == [
        "news/documents.yaml:1:1",
        "news/documents.yaml:2:13",
        "news/documents.yaml:2:28",
    ]


# --- output -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("target", ["none/a.json", "news", "json:sound.txt/a.json", "news/a.unknown"])
def test_where_nothing_can_be_written_nothing_is_run(folder: Path, capsys: Capture, target: str) -> None:
    code, out, err = answer(capsys, "check", "news", "--output", target)
    assert (code, out) == (2, "")
    assert target.removeprefix("json:").split("/", maxsplit=1)[0] in err
    assert "Traceback" not in err
    assert [path.name for path in folder.iterdir()] == ["sound.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(folder: Path, capsys: Capture) -> None:
    folder.chmod(0o500)
    try:
        code, _, err = answer(capsys, "check", "news", "--output", "news/a.json")
    finally:
        folder.chmod(0o700)
    assert code == 2
    assert "can't be written: permission denied" in err


START = "import sys; from checker.cli import main; sys.exit(main(sys.argv[1:]))"


def start(*arguments: str, cwd: Path) -> subprocess.Popen[bytes]:
    """A real process of the checkout."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", START, *arguments]
    return subprocess.Popen(command, cwd=cwd, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def interrupted(process: subprocess.Popen[bytes]) -> tuple[bytes, bytes]:
    """What a process wrote that was interrupted; again where the first signal met a place that swallows exceptions."""
    for _ in range(5):
        process.send_signal(signal.SIGINT)
        try:
            return process.communicate(timeout=12)
        except subprocess.TimeoutExpired:
            continue
    return process.communicate(timeout=1)


def test_an_interrupt_while_a_report_is_read_ends_with_130(folder: Path) -> None:
    """The interrupt comes while documents are read: one of them is a pipe that nobody fills."""
    os.mkfifo(folder / "pipe.txt")
    target = folder.parent / "report.json"
    target.write_text("old", encoding="utf-8")
    process = start("check", "news/sound.txt", "news/pipe.txt", "--output", "report.json", cwd=folder.parent)
    ends: list[int] = []
    opening = threading.Thread(target=lambda: ends.append(os.open(folder / "pipe.txt", os.O_WRONLY)), daemon=True)
    opening.start()
    opening.join(timeout=60)  # it opens once the other side reads
    out, err = interrupted(process)
    for end in ends:
        os.close(end)
    assert len(ends) == 1
    assert (process.returncode, out, err) == (130, b"", b"")
    assert target.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in folder.parent.iterdir()) == ["news", "report.json"]


def test_who_stops_reading_a_long_answer_is_not_told_of_it(folder: Path) -> None:
    (folder / "long.txt").write_text("Baghdad, " * 5_000, encoding="utf-8")
    process = start("extract", "news", "--format", "jsonl", cwd=folder.parent)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), said) == (0, b"")
