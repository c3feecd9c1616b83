"""From facts to questions: facts that answer the same question with the same separating keys meet in one."""

from collections.abc import Iterator
from typing import Any

from checker.model import Fact, Question

Key = tuple[tuple[str, str | None], ...]


def questions(facts: list[Fact], asked: dict[str, dict[str, Any]]) -> list[Question]:
    """The questions that the facts answer, sorted. No fact is dropped.

    A fact that leaves one separating key unstated is loose: it meets each compatible question and joins none to
    another. Facts that leave the same keys unstated also meet among themselves.
    """
    by_question: dict[str, dict[Key, list[Fact]]] = {}
    for fact in facts:
        separates = asked[fact.question]["separates"]
        key = tuple((k, fact.scope.get(k)) for k in separates)
        by_question.setdefault(fact.question, {}).setdefault(key, []).append(fact)
    found = []
    for id, groups in sorted(by_question.items()):
        for key in sorted(groups, key=str):
            if asked[id]["loose"] == "silent":
                found.append(_alone(id, asked[id], key, groups[key]))
                continue
            found.append(_question(id, asked[id], key, groups))
    return found


def _alone(id: str, asked: dict[str, Any], key: Key, facts: list[Fact]) -> Question:
    """A question that loose facts do not join; facts that leave a key open stay beside each other unjudged."""
    made = _question(id, asked, key, {key: facts})
    if any(value is None for _, value in key):
        made.loose = frozenset(f.id for f in facts)
    return made


def _question(id: str, asked: dict[str, Any], key: Key, groups: dict[Key, list[Fact]]) -> Question:
    own = groups[key]
    loose = [f for other in _looser(key) for f in groups.get(other, [])]
    return Question(
        id=id,
        ask=asked["ask"],
        scope={k: v for k, v in key if v is not None},
        answer=asked["answer"],
        facts=sorted([*own, *loose], key=lambda f: (f.document, f.start, f.end, f.id)),
        loose=frozenset(f.id for f in loose),
    )


def _looser(key: Key) -> Iterator[Key]:
    """The keys whose facts are loose here: the same but for one part that is stated here, which they leave unstated."""
    for at, (name, value) in enumerate(key):
        if value is not None:
            yield (*key[:at], (name, None), *key[at + 1 :])
