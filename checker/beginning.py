"""A rule to begin with: its file, with a case that flags and one that passes, which hold before they are edited."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker import packs
from checker.errors import WrongUse
from checker.located import nearest
from checker.rules import Rule, rules_of
from checker.schemas import Case
from checker.terms import INSIDE
from checker.trials import report_on

Documents = list[dict[str, str]]
TEMPLATE = """format: 1
rule: {rule}
about: {about}  # ids of questions, or any
flag_when: {{{operator}: {{}}}}  # one operator with its options: docs/writing-rules.md#the-operators
severity: warning  # the loudest that its findings may be: error, warning or info
says: {{en: "{{ask}} {{camps}}. {{tail}}"}}
cases:
  flags:
    two reports contradict each other:
      documents:
{flags}
  passes:
    two reports agree:
      documents:
{passes}
"""


@dataclass(slots=True, kw_only=True)
class Begun:
    """The text of a new rule, and whether its cases hold as they stand."""

    text: str
    holds: bool


def begin(rule: str, about: str | None, loaded: packs.Packs) -> Begun:
    """A new rule about a question, or about any; raises WrongUse where there is a rule of that id, or no such question.

    Its cases are those of a rule that is there; where none has any, their texts are left to be written.
    """
    rules = rules_of(loaded)
    if rule in {one.id for one in rules}:
        raise WrongUse(f"there is a rule '{rule}'; give the new one another id")
    if about is not None and about not in loaded.questions:
        raise WrongUse(f"no question '{about}'; {nearest(about, loaded.questions)}")
    found = next(_cases(about, rules, loaded), None)
    operator = "apart" if found is None else found[0].operator
    flags, passes = ([{"text": "..."}], [{"text": "..."}]) if found is None else found[1:]
    text = TEMPLATE.format(
        rule=rule,
        about="any" if about is None else f"[{about}]",
        operator=operator,
        flags=_written(flags),
        passes=_written(passes),
    )
    return Begun(text=text, holds=found is not None)


def _written(documents: Documents) -> str:
    """Documents as YAML, a line each; the quotation of JSON is that of YAML."""
    rows = (", ".join(f"{key}: {_word(value)}" for key, value in one.items()) for one in documents)
    return "\n".join(f"        - {{{row}}}" for row in rows)


def _word(value: str) -> str:
    return value if value.replace("-", "").isascii() and value.replace("-", "").isalnum() else _quoted(value)


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(case: Mapping[str, Any]) -> Documents:
    return [
        {key: one[key] for key in one if one[key] is not None}
        for one in Case.model_validate(case).model_dump()["documents"]
    ]


def _cases(
    about: str | None, rules: Sequence[Rule], loaded: packs.Packs
) -> Iterator[tuple[Rule, Documents, Documents]]:
    """Cases of the rules that are there: one that flags the question, and one in which several documents answer it."""
    single = [rule for rule in rules if not rule.terms and rule.takes() not in INSIDE]  # whose operator needs no more
    for rule in sorted(single, key=lambda one: (one.operator != "apart", one.id)):
        flags = [case for case in rule.cases.flags.values() if _flagged(case, rule, about, loaded)]
        if flags:
            passes = [case for case in rule.cases.passes.values() if _answered(case, about, loaded)]
            first, *others = _plain(flags[0])
            again = [first, {**first, "source": "South Post"}]
            yield rule, [first, *others], _plain(passes[0]) if passes else again


def _flagged(case: Mapping[str, Any], rule: Rule, about: str | None, loaded: packs.Packs) -> bool:
    found = report_on(case, loaded).discrepancies
    return any(one.rule == rule.id and about in (None, one.question.id) for one in found)


def _answered(case: Mapping[str, Any], about: str | None, loaded: packs.Packs) -> bool:
    """Whether two documents of a case answer the question."""
    facts = report_on(case, loaded).facts
    return len({fact.document for fact in facts if about in (None, fact.question)}) > 1


def path_of(rule: str, folder: Path) -> Path:
    """Where a new rule goes; raises WrongUse for what is no id, or where a file lies already."""
    plain = rule.replace("-", "")
    if not (plain.isascii() and plain.isalnum() and plain == plain.lower() and rule[0].isalpha()):
        raise WrongUse(f"'{rule}' is no id: write small letters, digits and '-', a letter first")
    path = folder / f"{rule}.yaml"
    if path.exists():
        raise WrongUse(f"{path} is there already; give the rule another id, or edit that file")
    return path
