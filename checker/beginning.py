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
from checker.trials import report_on

Documents = list[dict[str, str]]
TEMPLATE = """format: 1
rule: {rule}
about: {about}  # ids of questions, or any
flag_when: {{{operator}: {{{options}}}}}  # one operator with its options: docs/writing-rules.md#the-operators
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
DAY = "2021-12-09"
WORDED = {  # an answer that a made-up report gives, and another that contradicts it, as they are written in English
    "date": ("on December 6, 2021", "on December 9, 2021"),
    "count": ("12", "31"),
    "share": ("20 percent of", "60 percent of"),
    "money": ("12 million dollars", "31 million dollars"),
    "measure": ("12 km", "31 km"),
    "duration": ("2 years", "5 years"),
    "ordinal": ("the second", "the fifth"),
}


@dataclass(slots=True, kw_only=True)
class Begun:
    """The text of a new rule, and whether its cases hold as they stand."""

    text: str
    holds: bool


def begin(rule: str, about: str | None, loaded: packs.Packs) -> Begun:
    """A new rule about a question, or about any; raises WrongUse where there is a rule of that id, or no such question.

    Its cases are those of a rule that is there, else made of the words of the question.
    """
    rules = rules_of(loaded)
    if rule in {one.id for one in rules}:
        raise WrongUse(f"there is a rule '{rule}'; give the new one another id")
    if about is not None and about not in loaded.questions:
        raise WrongUse(f"no question '{about}'; {nearest(about, loaded.questions)}")
    found = next(_cases(about, rules, loaded), None) or next(_made(about, rules, loaded), None)
    operator = "apart" if found is None else found[0].operator
    flags, passes = ([{"text": "..."}], [{"text": "..."}]) if found is None else found[1:]
    text = TEMPLATE.format(
        rule=rule,
        about="any" if about is None else f"[{about}]",
        operator=operator,
        options="",
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
    for rule in sorted(rules, key=lambda one: (one.operator != "apart", one.id)):
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


def _made(about: str | None, rules: Sequence[Rule], loaded: packs.Packs) -> Iterator[tuple[Rule, Documents, Documents]]:
    """Cases of small English reports, made of the words of the question and two answers; those alone that hold."""
    question = loaded.questions.get(about or "", {})
    values = WORDED.get(question.get("answer", ""))
    rule = next((one for one in rules if one.operator == "apart" and "any" in one.about), None)
    if values is None or rule is None or about is None:
        return
    for alternative in question["says"]:
        for words in _sentences(alternative, question, loaded):
            one, other = (words.replace("\0", value) for value in values)
            flags, passes = _pair(one, other), _pair(one, one)
            if _flagged({"documents": flags}, rule, about, loaded) and _answered({"documents": passes}, about, loaded):
                yield rule, flags, passes


def _pair(one: str, other: str) -> Documents:
    return [
        {"source": "North Wire", "published": DAY, "language": "en", "text": one},
        {"source": "South Post", "published": DAY, "language": "en", "text": other},
    ]


def _sentences(alternative: Sequence[str], question: Mapping[str, Any], loaded: packs.Packs) -> Iterator[str]:
    """Sentences of the words of some concepts, with a gap for the answer."""
    taken = next(iter(question["take"].values()), None)
    place = question["where"].get("place")
    tail = f" in {packs.label_of(place, loaded.names)}" if place else ""
    rows = [_words(concept, loaded) for concept in alternative]
    for number in range(max(map(len, rows), default=0)):
        words = [
            row[min(number, len(row) - 1)] if row else concept for row, concept in zip(rows, alternative, strict=True)
        ]
        if question["answer"] == "date":
            yield f"The {' '.join(words)}{tail} \0."
        else:
            marked = [f"\0 {w}" if concept == taken else w for w, concept in zip(words, alternative, strict=True)]
            yield f"The {' '.join(marked)}{tail}."
            yield f"There were {' '.join(reversed(marked))}{tail}."


def _words(concept: str, loaded: packs.Packs) -> list[str]:
    """The English words of a concept or a name, as they are folded."""
    if concept in loaded.names:
        return [packs.label_of(concept, loaded.names)]
    forms = loaded.lexicon.single
    return [
        form
        for form, rows in forms.items()
        if any(r[0] == "concept" and r[1] == concept and r[2] == "en" for r in rows)
    ]


def path_of(rule: str, folder: Path) -> Path:
    """Where a new rule goes; raises WrongUse for what is no id, or where a file lies already."""
    plain = rule.replace("-", "")
    if not (plain.isascii() and plain.isalnum() and plain == plain.lower() and rule[0].isalpha()):
        raise WrongUse(f"'{rule}' is no id: write small letters, digits and '-', a letter first")
    path = folder / f"{rule}.yaml"
    if path.exists():
        raise WrongUse(f"{path} is there already; give the rule another id, or edit that file")
    return path
