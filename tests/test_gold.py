"""Gold annotations point at the words that they quote, and leave no figure out."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
GOLD = sorted((ROOT / "fixtures" / "gold").rglob("*.yaml"))
ANNOTATIONS = ("dates", "numbers", "names", "claims")
SITE = ("furniture", "breadcrumb", "front-matter")  # kinds of furniture whose figures nobody reads
DIGITS = re.compile(r"\d+")

Tree = dict[str, Any]


def load(path: Path) -> tuple[Tree, dict[str, str]]:
    """The annotations of a gold file, and its texts by document id."""
    gold: Tree = yaml.load(path.read_bytes(), yaml.CSafeLoader)
    folder = ROOT / gold["folder"]
    return gold, {
        d["id"]: (folder / d["file"]).read_bytes().decode(d.get("encoding", "utf-8")) for d in gold["documents"]
    }


def quotes(node: object, document: str | None) -> Iterator[tuple[str | None, Tree]]:
    """Everything with a `quote`, and the id of the document that it is cut from."""
    if isinstance(node, dict):
        document = node.get("doc", document)
        if "quote" in node:
            yield document, node
        for child in node.values():
            yield from quotes(child, document)
    elif isinstance(node, list):
        for child in node:
            yield from quotes(child, document)


def rows(gold: Tree) -> Iterator[tuple[str, Tree]]:
    """Discrepancies and look-alikes, each with the name of its list."""
    for key in ("discrepancies", "non_discrepancies"):
        for row in gold.get(key, []):
            yield key, row


def wrong_quotes(gold: Tree, texts: dict[str, str]) -> list[str]:
    """Quotes that their offsets don't cut, or that have no document."""
    found = [pair for d in gold["documents"] for pair in quotes(d, d["id"])]
    found += [pair for _, row in rows(gold) for pair in quotes(row, None)]
    return [
        f"{document}: {x['quote']!r}"
        for document, x in found
        if document not in texts or x["start"] >= x["end"] or texts[document][x["start"] : x["end"]] != x["quote"]
    ]


def wrong_references(gold: Tree) -> list[str]:
    """Ids given twice, and references to nothing."""
    known = {d["id"] for d in gold["documents"]}
    entities = {e["id"] for e in gold.get("entities", [])}
    annotated = [x for d in gold["documents"] for key in ANNOTATIONS for x in d.get(key, [])]
    ids = Counter(
        [d["id"] for d in gold["documents"]] + [x["id"] for x in annotated] + [row["id"] for _, row in rows(gold)]
    )
    wrong = [f"twice: {one}" for one, times in ids.items() if times > 1]
    for x in annotated:
        entity = x.get("entity", "")
        if entity and entities and entity not in entities and not entity.startswith("furniture."):
            wrong.append(f"{x['id']}: no entity {entity}")
    for key, row in rows(gold):
        sides = (
            [camp["members"] for camp in row["camps"]] if row.get("camps") else [[m] for m in row.get("members", [])]
        )
        if not all(sides) or len(sides) < (2 if key == "discrepancies" else 1):
            wrong.append(f"{row['id']}: a side is missing")
        wrong += [f"{row['id']}: no document {m['doc']}" for side in sides for m in side if m["doc"] not in known]
    return wrong


def unread_figures(document: Tree, text: str) -> list[str]:
    """Digit runs outside the site's furniture that no annotation covers."""
    spans = [(x["start"], x["end"]) for key in ("dates", "numbers", "names") for x in document[key]]
    spans += [(x["start"], x["end"]) for x in document.get("furniture", []) if x["kind"] in SITE]
    return [
        f"{document['id']}:{m.start()}: {m.group()}"
        for m in DIGITS.finditer(text)
        if not any(start <= m.start() and m.end() <= end for start, end in spans)
    ]


def test_there_is_gold_for_the_reports_that_come_with_the_checker() -> None:
    assert "seeds" in [path.stem for path in GOLD]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_offsets_cut_exactly_their_quotes(path: Path) -> None:
    gold, texts = load(path)
    assert wrong_quotes(gold, texts) == []
    lengths = {document: len(text) for document, text in texts.items()}
    assert [d["id"] for d in gold["documents"] if d.get("chars") not in (None, lengths[d["id"]])] == []


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_ids_are_unique_and_references_hold(path: Path) -> None:
    assert wrong_references(load(path)[0]) == []


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_figure_is_annotated(path: Path) -> None:
    gold, texts = load(path)
    if gold.get("partial"):
        pytest.skip("only key mentions are annotated")
    assert [figure for d in gold["documents"] for figure in unread_figures(d, texts[d["id"]])] == []


def small_gold() -> tuple[Tree, dict[str, str]]:
    """One document with nothing wrong."""
    date = {"id": "a.d1", "quote": "9 May", "start": 3, "end": 8}
    member = {"doc": "a", "quote": "On 9 May", "start": 0, "end": 8}
    gold: Tree = {
        "documents": [{"id": "a", "dates": [date], "numbers": [], "names": [], "furniture": []}],
        "discrepancies": [{"id": "D1", "camps": [{"members": [dict(member)]}, {"members": [dict(member)]}]}],
    }
    return gold, {"a": "On 9 May"}


def test_small_gold_has_nothing_wrong() -> None:
    gold, texts = small_gold()
    assert wrong_quotes(gold, texts) + wrong_references(gold) + unread_figures(gold["documents"][0], texts["a"]) == []


def test_an_offset_beside_its_quote_is_found() -> None:
    gold, texts = small_gold()
    gold["documents"][0]["dates"][0]["start"] = 2
    assert wrong_quotes(gold, texts) == ["a: '9 May'"]


def test_a_quote_of_an_unknown_document_is_found() -> None:
    gold, texts = small_gold()
    gold["discrepancies"][0]["camps"][1]["members"][0]["doc"] = "b"
    assert wrong_quotes(gold, texts) == ["b: 'On 9 May'"]
    assert wrong_references(gold) == ["D1: no document b"]


def test_an_id_given_twice_is_found() -> None:
    gold, _ = small_gold()
    gold["discrepancies"][0]["id"] = "a.d1"
    assert wrong_references(gold) == ["twice: a.d1"]


def test_a_discrepancy_with_one_side_is_found() -> None:
    gold, _ = small_gold()
    del gold["discrepancies"][0]["camps"][1]
    assert wrong_references(gold) == ["D1: a side is missing"]


def test_a_figure_that_nobody_annotated_is_found() -> None:
    gold, _ = small_gold()
    assert unread_figures(gold["documents"][0], "On 9 May, ٦٠ left") == ["a:10: ٦٠"]
