"""How well a run did against annotated documents: mentions by precision and recall, findings by what they set apart.

A predicted mention hits a required one when its span covers at least half of the shorter of the two, its kind fits and
its value says the same. What touches neither a required nor an optional mention is a false alarm. A finding matches an
annotated discrepancy when facts of two of its camps lie on statements of two different sides; a loud one that sets two
sides of a look-alike against each other is a forbidden flag. Documents are matched by file name.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from checker import values
from checker.fits import Expected, expected
from checker.gold import Gold, GoldDocument, Member, Opposition
from checker.model import Discrepancy, Mention, Report

SORTS = ("date", "duration", "number", "place", "actor")
SORT_OF_KIND = {
    "date": "date",
    "duration": "duration",
    **dict.fromkeys(("count", "share", "money", "measure", "ordinal"), "number"),
}
LOUD = ("error", "warning")
LONGEST_FACT = 400  # code points; a longer wording points at nothing


@dataclass(slots=True, kw_only=True)
class Row:
    """The figures of one sort of mentions; `None` where there is nothing to divide by, or the gold is partial."""

    required: int
    found: int
    false: int | None
    precision: float | None
    recall: float | None
    f1: float | None


@dataclass(slots=True, kw_only=True)
class Findings:
    """The figures of the discrepancies."""

    expected: int
    found: int
    optional_found: int
    forbidden_flags: int
    loud_findings: int
    unlisted: int


@dataclass(slots=True, kw_only=True)
class Score:
    """All figures, and a line for everything missed, wrong or not asked for."""

    mentions: dict[str, Row]
    discrepancies: Findings
    misses: list[str] = field(default_factory=list)


def score(gold: Gold, report: Report, *, doubt: bool = False) -> Score:
    """The figures of a report. With `doubt`, a date that the text alone leaves open may be left open."""
    misses: list[str] = []
    rows = _score_mentions(gold, report, doubt, misses)
    return Score(mentions=rows, discrepancies=_score_discrepancies(gold, report.discrepancies, misses), misses=misses)


def overlap(a: Sequence[int], b: Sequence[int]) -> int:
    """How many code points two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def touches(a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether two spans share at least half of the shorter."""
    return overlap(a, b) * 2 >= min(a[1] - a[0], b[1] - b[0]) > 0


# --- mentions ---------------------------------------------------------------------------------------------------


def _score_mentions(gold: Gold, report: Report, doubt: bool, misses: list[str]) -> dict[str, Row]:
    found: Counter[str] = Counter()
    required: Counter[str] = Counter()
    false: Counter[str] = Counter()
    texts = {document.id: document.text for document in report.documents}
    for document in gold.documents:
        name = PurePosixPath(document.file).name
        read = [m for m in report.mentions if PurePosixPath(m.document).name == name and _is_prediction(m)]
        wanted = list(expected(document, doubt=doubt))
        for one in wanted:
            if one.status == "required":
                required[one.sort] += 1
                if any(touches(one.span, (m.start, m.end)) and one.fits(m) for m in read):
                    found[one.sort] += 1
                else:
                    near = [_told(m, texts) for m in read if overlap(one.span, (m.start, m.end))]
                    misses.append(
                        f"missed {one.sort} {name} {one.span.start}-{one.span.end}: read {'; '.join(near) or 'nothing'}"
                    )
        for mention in [] if gold.partial else read:
            sort = _wrong_sort(mention, wanted, document)
            if sort is not None:
                false[sort] += 1
                misses.append(f"false {sort} {name} {mention.start}-{mention.end}: {_told(mention, texts)}")
    return {sort: _row(required[sort], found[sort], None if gold.partial else false[sort]) for sort in SORTS}


def _is_prediction(mention: Mention) -> bool:
    return not mention.latent and mention.value is not None


def _told(mention: Mention, texts: dict[str, str]) -> str:
    value = "unresolved" if mention.value is None else values.words(mention.value)
    return f"{texts[mention.document][mention.start : mention.end]!r} as {mention.kind} {value}"


def _wrong_sort(mention: Mention, wanted: Iterable[Expected], document: GoldDocument) -> str | None:
    """The sort against which a mention counts as a false alarm; `None` where it is none."""
    span = (mention.start, mention.end)
    if mention.kind == "name":  # only another id over most of a required name is wrong
        covered = [one for one in wanted if _is_covered(one, span)]
        return covered[0].sort if covered and not any(one.fits(mention) for one in covered) else None
    sort = SORT_OF_KIND.get(mention.kind)
    if sort is None:
        return None
    near = [one for one in wanted if one.sort not in ("place", "actor") and overlap(one.span, span)]
    if sort == "number" and any(one.status == "trap" for one in near):
        return sort
    if any(stretch.start <= span[0] and span[1] <= stretch.end for stretch in document.furniture):
        return None
    good = any(one.status == "optional" or one.status == "required" and one.fits(mention) for one in near)
    return None if good else sort


def _is_covered(one: Expected, span: Sequence[int]) -> bool:
    if one.sort not in ("place", "actor") or one.status != "required":
        return False
    return overlap(one.span, span) * 2 > one.span.end - one.span.start


def _row(required: int, found: int, false: int | None) -> Row:
    recall = found / required if required else None
    precision = found / (found + false) if false is not None and found + false else None
    f1: float | None = 2 * precision * recall / (precision + recall) if precision and recall else 0.0
    if false is None:
        f1 = None
    return Row(required=required, found=found, false=false, precision=precision, recall=recall, f1=f1)


# --- discrepancies ----------------------------------------------------------------------------------------------

Place = tuple[str | None, int, int]  # id of the annotated document, start, end


def _score_discrepancies(gold: Gold, found: Sequence[Discrepancy], misses: list[str]) -> Findings:
    files = {PurePosixPath(document.file).name: document.id for document in gold.documents}
    camps = [_camps(finding, files) for finding in found]
    loud = [finding.severity in LOUD and finding.verdict != "evolving" for finding in found]
    known: list[set[frozenset[Place]]] = [set() for _ in found]
    matched: set[int] = set()
    hits: dict[str, bool] = {}
    for one in gold.discrepancies:
        hits[one.id] = False
        for i in range(len(found)):
            pairs = _opposed(camps[i], one)
            if one.expected_flag != "no":
                known[i] |= pairs
            if pairs and (loud[i] or one.severity not in LOUD):
                matched.add(i)
                hits[one.id] = True
    forbidden = unlisted = 0
    for i, finding in enumerate(found):
        lures = [one.id for one in gold.non_discrepancies if _opposed(camps[i], one) - known[i]] if loud[i] else []
        if lures:
            forbidden += 1
            misses.append(f"forbidden {lures[0]}: {_name(finding)}")
        elif loud[i] and i not in matched:
            unlisted += 1
            misses.append(f"unlisted {finding.severity}: {_name(finding)}")
    flags = {one.id: one.expected_flag for one in gold.discrepancies}
    expected_ids = [one for one, flag in flags.items() if flag == "yes"]
    misses += [f"missed discrepancy {one}" for one in expected_ids if not hits[one]]
    return Findings(
        expected=len(expected_ids),
        found=sum(hits[one] for one in expected_ids),
        optional_found=sum(hits[one] for one, flag in flags.items() if flag == "optional"),
        forbidden_flags=forbidden,
        loud_findings=sum(loud),
        unlisted=unlisted,
    )


def _name(finding: Discrepancy) -> str:
    return f"{finding.rule} {finding.question.id} {finding.sentence}"


def _camps(finding: Discrepancy, files: dict[str, str]) -> list[list[Place]]:
    return [
        [
            (files.get(PurePosixPath(fact.document).name), fact.start, fact.end)
            for fact in camp.facts
            if fact.end - fact.start <= LONGEST_FACT
        ]
        for camp in finding.camps
    ]


def _opposed(camps: Sequence[Sequence[Place]], one: Opposition) -> set[frozenset[Place]]:
    """Pairs of facts, from two camps, that lie on statements of two different sides."""
    sides = one.sides()
    on = [[(fact, j) for fact in camp for j, side in enumerate(sides) if _lies_on(fact, side)] for camp in camps]
    return {
        frozenset((fact, other))
        for i, camp in enumerate(on)
        for other_camp in on[:i]
        for fact, side in camp
        for other, other_side in other_camp
        if side != other_side
    }


def _lies_on(fact: Place, side: Iterable[Member]) -> bool:
    return any(fact[0] == member.doc and touches(fact[1:], (member.start, member.end)) for member in side)


# --- words ------------------------------------------------------------------------------------------------------


def table(scored: Score) -> str:
    """The figures for a person: a line for each sort of mentions, one for the discrepancies."""
    lines = []
    for sort, row in scored.mentions.items():
        false = "-" if row.false is None else str(row.false)
        rates = "  ".join(
            f"{name} {'-' if rate is None else f'{rate:.3f}':>5}"
            for name, rate in (("precision", row.precision), ("recall", row.recall), ("F1", row.f1))
        )
        lines.append(f"{sort:9} required {row.required:4}  found {row.found:4}  false {false:>4}  {rates}")
    found = scored.discrepancies
    lines.append(
        f"discrepancies {found.found} of {found.expected} expected, {found.optional_found} optional, "
        f"{found.forbidden_flags} forbidden, {found.unlisted} unlisted of {found.loud_findings} loud"
    )
    return "\n".join(lines) + "\n"
