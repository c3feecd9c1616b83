"""YAML files with slips in them, drawn from a seed; run as a script it looks at many thousands of them.

python tests/mutated.py 10000 --seconds 600
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from test_compiling import FILES

from checker.compiling import compile_usable
from checker.lint import remarks

ROOT = Path(__file__).parent.parent
LONGEST = 6000  # letters of a file that is mutated; of a longer one a stretch of its lines
PIECES = (
    ":", ": ", "- ", "[", "]", "{", "}", "'", '"', "\t", "\n", "  ", "#", "&a ", "*a", "!!int ", "<<: ", "|", ">", "%",
    "@", "?", "---\n", "...\n", "\x00", "\ufeff", "\u202e", "é", "ن", "9" * 400, "1e999", "-1", "..", "null", "{camps",
    "yes", "no", "12:30", "2021-02-31", "any", "en", "format: 1\n", "1/0", "²", "٣ days", "²² days",
)  # fmt: skip


def sources() -> list[tuple[str, str]]:
    """Files with the name of what each stands for: small ones, and heads of all that come along."""
    found = [(name, text) for _ in range(4) for name, text in FILES.items()]
    for path in sorted((ROOT / "rules").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines(keepends=True)
        while sum(map(len, lines)) > LONGEST:
            lines = lines[: max(4, len(lines) * 2 // 3)] if len(lines) > 6 else [line[:800] + "\n" for line in lines]
        found.append(("", "".join(lines)))
    return found


def mutants(seed: int, number: int) -> Iterator[tuple[str, str]]:
    """Files with one to four slips each, most with one; the same seed gives the same files."""
    chance = random.Random(seed)
    given = sources()
    for _ in range(number):
        name, text = chance.choice(given)
        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            text = slip(chance, text)
        yield name, text


def slip(chance: random.Random, text: str) -> str:
    """A text with one thing wrong: letters or lines gone, doubled, moved, put in, or a word in place of another."""
    at = chance.randrange(len(text) + 1)
    until = min(len(text), at + chance.randint(1, 12))
    lines = text.splitlines(keepends=True) or [""]
    here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
    sort = chance.randrange(8)
    if sort == 0:
        return text[:at] + text[until:]
    if sort == 1:
        return text[:at] + chance.choice(PIECES) + text[at:]
    if sort == 2:
        return text[:at] + chance.choice(PIECES) + text[until:]
    if sort == 3:
        return "".join([*lines[:here], *lines[here + 1 :]])
    if sort == 4:
        return "".join([*lines[:here], lines[there], *lines[here:]])
    if sort == 5:
        return "".join([*lines[:here], " " * chance.randint(1, 3), *lines[here:]])
    if sort == 6:
        return text[:at]
    words = text.split(" ")
    here, there = chance.randrange(len(words)), chance.randrange(len(words))
    words[here], words[there] = words[there], words[here]
    return " ".join(words)


def outcome(path: Path, text: str, beside: list[tuple[str, Path]]) -> str:
    """How a mutated file comes out beside sound ones: `usable` or `refused`; anything but told mistakes raises."""
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    files = [*beside, (path.name, path)]
    data = compile_usable(files, "stamp", own={name for name, _ in files})
    told = [one["path"] for one in data["mistakes"] if one["what"]]
    assert len(told) == len(data["mistakes"])
    if told:  # in the mutant, or in a file that needs what it has lost
        return "refused"
    remarks([(path.name, path)])
    return "usable"


def beside(folder: Path, name: str) -> list[tuple[str, Path]]:
    """The sound files without the one that a mutant stands for."""
    files = [(f"{one}.yaml", folder / f"{one}.yaml") for one in FILES]
    for (_, path), text in zip(files, FILES.values(), strict=True):
        if not path.exists():
            path.write_text(text, encoding="utf-8")
    return [file for file in files if file[0] != f"{name}.yaml"]


def main() -> int:
    """Looks at mutants until their number or the time is up, and tells the seeds of those that raise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=600)
    given = parser.parse_args()
    end = time.monotonic() + given.seconds
    counts: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for number, (name, text) in enumerate(mutants(given.seed, given.number)):
            if time.monotonic() > end:
                break
            try:
                found = outcome(folder / "mutant.yaml", text, beside(folder, name))
            except Exception as error:  # noqa: BLE001  # what is looked for
                found = f"raised {type(error).__name__}: {error}"[:200]
                Path(f"{tempfile.gettempdir()}/mutant-{number}.yaml").write_text(text, encoding="utf-8")
            counts[found] = counts.get(found, 0) + 1
    for found, times in sorted(counts.items()):
        sys.stdout.write(f"{times:6}  {found}\n")
    return int(any(found.startswith("raised") for found in counts))


if __name__ == "__main__":
    sys.exit(main())
