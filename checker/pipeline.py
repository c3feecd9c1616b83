"""The whole way from paths to a report. The only file that names all stages."""

from collections.abc import Sequence

from checker import collector
from checker import packs as all_packs
from checker.clauses import clauses
from checker.collect import Collected, collect
from checker.discrepancies import discrepancies, loudness
from checker.documents import document
from checker.facts import facts, with_ids
from checker.inside import inside
from checker.kinds import date
from checker.mentions import mentions
from checker.model import Fault, Mention, Note, Question, RawDocument, Report
from checker.packs import Packs, label_of
from checker.page import read_page
from checker.questions import questions
from checker.rules import rules_of
from checker.settings import Settings
from checker.stretches import going_on, shift, stretches, whole


def check(paths: Sequence[str], settings: Settings | None = None) -> Report:
    """Everything that the documents under some paths say, and where they contradict each other or themselves.

    Raises NoInput, WrongUse and UnusableFile; what can't be read of a document is a Fault in the report.
    """
    return judge(*_gathered(paths, settings), compare=True)


def extract(paths: Sequence[str], settings: Settings | None = None) -> Report:
    """The same without comparing: documents, mentions and facts."""
    return judge(*_gathered(paths, settings), compare=False)


def _gathered(paths: Sequence[str], settings: Settings | None) -> tuple[Collected, Packs]:
    """The documents, and the packs that can be used; a file of rules that can't be is a fault beside the others."""
    packs = all_packs.usable(() if settings is None else settings.rules)
    collected = collect(paths)
    for mistake in packs.mistakes:
        collected.faults.append(Fault(document=mistake.place, stage="rules", message=mistake.message))
    return collected, packs


@collector.paused()
def judge(collected: Collected, packs: Packs, *, compare: bool) -> Report:
    """The report on what was collected."""
    report = Report(
        documents=[],
        discrepancies=[],
        faults=list(collected.faults),
        notes=list(collected.notes),
        unjudged={},
        counts={},
    )
    for raw in collected.raw:
        try:
            _read(raw, packs, report)
        except Exception as error:  # noqa: BLE001  # one document must not stop the others: told as a fault
            message = f"{type(error).__name__}: {error}"
            report.faults.append(Fault(document=raw.id, stage="facts", message=message))
    report.questions = questions(report.facts, packs.questions)
    if compare:
        rules = rules_of(packs)
        found = discrepancies(report.questions, rules, packs, report.documents) + inside(report, rules, packs)
        report.discrepancies = sorted(found, key=loudness)
    ids = {v for d in report.discrepancies for c in d.camps for v in c.voices}
    ids |= {v for d in report.discrepancies for keys in d.question.scope.values() for v in keys.split("+")}
    report.labels = {id: label_of(id, packs.names) for id in sorted(ids)}
    for made in report.documents:
        made.path = collected.paths.get(made.id)
    _count(report, collected.skipped)
    return report


def _read(raw: RawDocument, packs: Packs, report: Report) -> None:
    """One document through the stages that need no other, a long one stretch by stretch."""
    parts = iter(stretches(raw))
    _, first = next(parts)
    page = read_page(first.text, packs, raw.metadata.get("language"))
    made, notes = document(first, page, packs)
    order = date.day_order(page)
    found = mentions(made, page, packs, order)
    said = facts(made, page, packs, clauses(made, page, packs, found))
    laid = list(made.zones)
    for start, part in parts:
        page = read_page(part.text, packs, made.language)
        scene = going_on(made, part, page)
        more = mentions(scene, page, packs, order)
        told = facts(scene, page, packs, clauses(scene, page, packs, more))
        shift(scene.zones, more, told, start)
        found += more
        said += told
        laid += scene.zones
    if first is not raw:
        made, said = whole(made, raw, laid), with_ids(said)
    report.documents.append(made)
    report.notes += notes
    unresolved = sum(1 for m in found if m.value is None)
    if made.published is None:
        left = f": {unresolved} expressions left unresolved" if unresolved else ""
        message = f"no day of publication{left}"
        report.notes.append(Note(document=raw.id, stage="documents", message=message))
    report.mentions += found
    report.facts += said


def _count(report: Report, skipped: int) -> None:
    alone: list[Question] = [q for q in report.questions if len(q.facts) < 2]
    report.notes.sort(key=lambda n: (n.document, n.stage, n.message))
    report.unjudged = {
        "facts_without_a_question": sum(len(q.facts) for q in alone),
        "unresolved_mentions": sum(1 for m in report.mentions if m.value is None),
        "documents_skipped": skipped,
    }
    report.counts = {
        "documents": len(report.documents),
        "mentions": _stated(report.mentions),
        "facts": len(report.facts),
        "questions": len(report.questions),
        "discrepancies": len(report.discrepancies),
    }


def _stated(found: list[Mention]) -> int:
    return sum(1 for m in found if not m.latent)
