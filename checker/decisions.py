"""What the desk has decided about findings: read from YAML, matched by what the sides say, written as new entries."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import cast

from checker import values, yamlio
from checker.errors import Mistake, UnusableFile
from checker.located import Data, Located, Trail, nearest
from checker.model import Discrepancy, Note, Report, Value
from checker.settings import VERDICTS

FORMAT = 1
REQUIRED = ("rule", "question", "camps", "verdict", "reason")
KEYS = ("fingerprint", "rule", "question", "scope", "camps", "verdict", "reason", "by", "until", "evidence")
STAGE = "decisions"
UNBARE = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])  # words with a type in other readers
# Letters that JSON leaves as they are and YAML takes for line ends or refuses.
ESCAPED = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF)}


@dataclass(slots=True, kw_only=True)
class Decision:
    """One entry: which finding, what the desk thinks of it, and why."""

    rule: str
    question: str
    scope: dict[str, str]
    camps: list[Value]
    verdict: str
    reason: str
    by: str | None = None
    until: date | None = None  # the last day on which it counts; None: for good
    evidence: str | None = None
    fingerprint: str | None = None  # of the finding when it was decided; only for a reader's eye
    path: str = ""
    line: int = 0  # from 1; 0: not from a file


# --- matching ---------------------------------------------------------------------------------------------------


def cover(report: Report, decisions: Sequence[Decision], *, today: date) -> Report:
    """The report with the reason of a decision on each finding that it covers.

    A note tells of every entry that is past its last day or covers nothing, so that none is kept by mistake.
    """
    current = [one for one in decisions if one.until is None or one.until >= today]
    found = []
    used: set[int] = set()
    for finding in report.discrepancies:
        covering = [one for one in current if covers(one, finding)]
        used |= {id(one) for one in covering}
        found.append(replace(finding, decided=covering[0].reason) if covering else finding)
    notes = [note for one in decisions if (note := _note(one, report, today=today, used=id(one) in used)) is not None]
    return replace(report, discrepancies=found, notes=[*report.notes, *notes])


def covers(decision: Decision, finding: Discrepancy) -> bool:
    """Whether a decision speaks of a finding: one rule, question and scope, and each camp in a stored camp of its own.

    Two camps inside one stored camp are a disagreement that the desk has not seen.
    """
    question = finding.question
    if (decision.rule, decision.question, decision.scope) != (finding.rule, question.id, question.scope):
        return False
    fits = [
        [i for i, stored in enumerate(decision.camps) if values.lies_in(camp.value, stored)] for camp in finding.camps
    ]
    taken: dict[int, int] = {}
    return all(_place(camp, fits, taken, set()) for camp in range(len(fits)))


def _place(camp: int, fits: list[list[int]], taken: dict[int, int], seen: set[int]) -> bool:
    """Gives a camp a stored camp of its own, moving others where that helps (augmenting paths, Kuhn 1955)."""
    for stored in fits[camp]:
        if stored in seen:
            continue
        seen.add(stored)
        if stored not in taken or _place(taken[stored], fits, taken, seen):
            taken[stored] = camp
            return True
    return False


def _note(decision: Decision, report: Report, *, today: date, used: bool) -> Note | None:
    where = f"line {decision.line}: " if decision.line else ""
    what = f"{decision.verdict} '{decision.reason}' ({decision.rule}, {decision.question})"
    if decision.until is not None and decision.until < today:
        again = any(covers(decision, finding) for finding in report.discrepancies)
        now = (
            "and its finding is back; decide it again or mend the text" if again else "and nothing needs it; remove it"
        )
        message = f"{where}expired on {decision.until}: {what}, {now}"
    elif not used:
        message = f"{where}covers no finding of this run: {what}; remove it if the texts were mended"
    else:
        return None
    return Note(document=decision.path, stage=STAGE, message=message)


# --- reading ----------------------------------------------------------------------------------------------------


def read(path: Path) -> list[Decision]:
    """The entries of a file of decisions; raises UnusableFile with every mistake in it."""
    located = yamlio.read(path)
    mistakes: list[Mistake] = []
    entries = _entries(located, mistakes)
    decisions = [_decision(located, i, entry, mistakes) for i, entry in enumerate(entries)]
    if mistakes:
        raise UnusableFile(sorted(mistakes))
    return [one for one in decisions if one is not None]


def _entries(located: Located, mistakes: list[Mistake]) -> list[Data]:
    data = located.data
    if not isinstance(data, dict):
        mistakes.append(located.mistake((), "not a mapping", "start with 'format: 1' and 'decisions:'"))
        return []
    mistakes += _unknown_keys(located, (), data, ("format", "decisions"))
    if data.get("format") != str(FORMAT):
        mistakes.append(located.mistake(("format",), "no format that can be read", f"write 'format: {FORMAT}'"))
    entries = data.get("decisions", [])
    if entries == "":
        return []  # a file that waits for its first entry
    if not isinstance(entries, list):
        mistakes.append(located.mistake(("decisions",), "'decisions' is not a list", "start each entry with '- '"))
        return []
    return entries


def _decision(located: Located, i: int, entry: Data, mistakes: list[Mistake]) -> Decision | None:
    trail = ("decisions", i)
    if not isinstance(entry, dict):
        mistakes.append(located.mistake(trail, "an entry that is not a mapping", f"give it {', '.join(REQUIRED)}"))
        return None
    wrong = _unknown_keys(located, trail, entry, KEYS)
    for key in REQUIRED:
        if entry.get(key) in (None, "", []):
            wrong.append(located.mistake(trail, f"the entry says no {key}", f"add '{key}:'"))
    for key in KEYS:
        if key not in ("scope", "camps") and not isinstance(entry.get(key, ""), str):
            wrong.append(located.mistake((*trail, key), f"'{key}' is not a word or a line of text"))
    verdict = entry.get("verdict")
    if isinstance(verdict, str) and verdict and verdict not in VERDICTS:
        way_out = nearest(verdict, VERDICTS)
        wrong.append(located.mistake((*trail, "verdict"), f"unknown verdict '{verdict}'", way_out))
    until = _until(located, trail, entry.get("until"), wrong)
    camps = _camps(located, trail, entry.get("camps"), wrong)
    scope = _scope(located, trail, entry.get("scope", {}), wrong)
    mistakes += wrong
    if wrong:
        return None
    plain = cast(dict[str, str], entry)
    return Decision(
        rule=plain["rule"],
        question=plain["question"],
        scope=scope,
        camps=camps,
        verdict=plain["verdict"],
        reason=plain["reason"],
        by=plain.get("by"),
        until=until,
        evidence=plain.get("evidence"),
        fingerprint=plain.get("fingerprint"),
        path=Path(located.path).name,  # a report says nothing of where it was made
        line=located.place(trail)[0],
    )


def _unknown_keys(located: Located, trail: Trail, data: dict[str, Data], known: Sequence[str]) -> list[Mistake]:
    return [
        located.key_mistake((*trail, key), f"unknown key '{key}'", nearest(key, known))
        for key in data
        if key not in known
    ]


def _until(located: Located, trail: Trail, word: object, wrong: list[Mistake]) -> date | None:
    if not isinstance(word, str) or not word:
        return None
    try:
        return date.fromisoformat(word)
    except ValueError:
        what = f"'until' is not a day: '{word}'"
        wrong.append(located.mistake((*trail, "until"), what, "write it as 2021-12-31"))
        return None


def _camps(located: Located, trail: Trail, data: object, wrong: list[Mistake]) -> list[Value]:
    if data in (None, "", []):
        return []
    if not isinstance(data, list):
        wrong.append(located.mistake((*trail, "camps"), "'camps' is not a list", "give one value a side"))
        return []
    camps: list[Value] = []
    for i, camp in enumerate(data):
        try:
            camps.append(values.from_data(camp if isinstance(camp, dict) else {}))
        except ValueError as error:
            way_out = "copy the value from the JSON report"
            wrong.append(located.mistake((*trail, "camps", i), str(error), way_out))
    return camps


def _scope(located: Located, trail: Trail, data: object, wrong: list[Mistake]) -> dict[str, str]:
    if data == "":
        return {}
    if isinstance(data, dict) and all(isinstance(value, str) for value in data.values()):
        return dict(data)
    wrong.append(located.mistake((*trail, "scope"), "'scope' is not a mapping of words", "write {place: iraq}"))
    return {}


# --- writing ----------------------------------------------------------------------------------------------------


def decide(
    finding: Discrepancy, *, verdict: str, reason: str, by: str | None, until: date | None, evidence: str | None = None
) -> Decision:
    """A decision on a finding as it stands today."""
    return Decision(
        rule=finding.rule,
        question=finding.question.id,
        scope=dict(sorted(finding.question.scope.items())),
        camps=[camp.value for camp in finding.camps],
        verdict=verdict,
        reason=reason,
        by=by,
        until=until,
        evidence=evidence,
        fingerprint=finding.fingerprint,
    )


def appended(text: str | None, decision: Decision, *, name: str) -> str:
    """The text of a file of decisions with one entry more; `None` stands for a file that isn't there yet.

    What is written already stays as it is, comments too. Raises UnusableFile where the file can't be read, or is laid
    out so that an entry can't be put at its end.
    """
    if text is None:
        return f"format: {FORMAT}\ndecisions:\n{_entry(decision, 0)}"
    located = yamlio.parse(text, name=name)
    entries = located.data.get("decisions", []) if isinstance(located.data, dict) else []
    indent = located.place(("decisions",))[1] - 1 if entries else 0
    text = text if text.endswith("\n") else text + "\n"
    longer = text + ("" if "decisions" in located.data else "decisions:\n") + _entry(decision, indent)
    try:
        after = yamlio.parse(longer, name=name).data
    except UnusableFile:
        after = {}
    kept = isinstance(after, dict) and isinstance(after.get("decisions"), list)
    if kept and cast(dict[str, list[Data]], after)["decisions"][:-1] == (entries or []):
        return longer
    what = "no entry can be added at the end of this file"
    way_out = "put 'decisions:' last, with each entry on lines of its own that start with '- '"
    raise UnusableFile([located.key_mistake(("decisions",), what, way_out)])


def _entry(decision: Decision, indent: int) -> str:
    """An entry in YAML; words are quoted as in JSON, which YAML reads alike."""
    lines = []
    for key in KEYS:
        value = getattr(decision, key)
        if key == "camps":
            lines.append("camps:")
            lines += [f"- {_flow(values.to_data(camp))}" for camp in value]
        elif isinstance(value, dict):
            lines.append(f"{key}: {_flow(value)}")
        elif value is not None:
            lines.append(f"{key}: {value}" if isinstance(value, date) else f"{key}: {_quoted(value)}")
    first, *rest = lines
    return "".join(f"{' ' * indent}{start}{line}\n" for start, line in [("- ", first), *(("  ", one) for one in rest)])


def _flow(data: object) -> str:
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {_flow(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(_flow(value) for value in data) + "]"
    if data is None:
        return "null"
    return _quoted(data) if isinstance(data, str) else str(data)


def _quoted(words: str) -> str:
    """Bare where no YAML reader can take it for anything else, else in the quotation marks of JSON."""
    if words.isascii() and words[:1].isalpha() and words.replace("-", "").isalnum() and words not in UNBARE:
        return words
    return json.dumps(words, ensure_ascii=False).translate(ESCAPED)
