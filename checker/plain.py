"""The nouns as plain data: the one place that knows the names of the JSON."""

from collections.abc import Iterator

from checker.model import Camp, Days, Discrepancy, Document, Fact, Fault, Mention, Note, Question, Reason, Report
from checker.timelines import Step, timeline
from checker.values import days_to_data, to_data

FORMAT = 1
Data = dict[str, object]


def report(found: Report) -> Data:
    """A whole report, as `--format json` prints it."""
    return {
        "format": FORMAT,
        "documents": [document(one) for one in found.documents],
        "discrepancies": [discrepancy(one) for one in found.discrepancies],
        "faults": [message(one) for one in found.faults],
        "notes": [message(one) for one in found.notes],
        "unjudged": dict(sorted(found.unjudged.items())),
        "counts": dict(sorted(found.counts.items())),
    }


def extract(found: Report) -> Iterator[Data]:
    """Each document's mentions and facts, then the faults and notes; every row says its type."""
    mentions: dict[str, list[Mention]] = {one.id: [] for one in found.documents}
    facts: dict[str, list[Fact]] = {one.id: [] for one in found.documents}
    for read in found.mentions:
        mentions[read.document].append(read)
    for stated in found.facts:
        facts[stated.document].append(stated)
    for one in found.documents:
        for read in mentions[one.id]:
            yield {"type": "mention", **mention(read, one.text)}
        for stated in facts[one.id]:
            yield {"type": "fact", **fact_row(stated)}
    yield from messages(found)


def messages(found: Report) -> Iterator[Data]:
    """The faults and notes as rows that say their type."""
    for fault in found.faults:
        yield {"type": "fault", **message(fault)}
    for note in found.notes:
        yield {"type": "note", **message(note)}


def document(one: Document) -> Data:
    """A document without its text."""
    return {
        "id": one.id,
        "source": one.source,
        "published": _days(one.published),
        "published_from": one.published_from,
        "language": one.language,
        "title": one.title,
    }


def discrepancy(found: Discrepancy) -> Data:
    """A finding with its camps, their facts, and the tree of reasons; one that evolves with its steps in time."""
    return {
        "rule": found.rule,
        "verdict": found.verdict,
        "severity": found.severity,
        "question": question(found.question),
        "sentence": found.sentence,
        "fingerprint": found.fingerprint,
        "decided": found.decided,
        "reasons": reason(found.reasons),
        "camps": [camp(one) for one in found.camps],
        "timeline": [step(one) for one in timeline(found)],
    }


def step(one: Step) -> Data:
    """One answer of a timeline, as of its day, with who gives it and who had given another."""
    return {
        "as_of": days_to_data(one.as_of),
        "label": one.label,
        "voices": list(one.voices),
        "revised": list(one.revised),
        "facts": [stated.id for stated in one.facts],
    }


def question(asked: Question) -> Data:
    """A question without its facts, asked in English where it can be."""
    ask = asked.ask.get("en", next((asked.ask[language] for language in sorted(asked.ask)), asked.id))
    return {"id": asked.id, "ask": ask, "scope": dict(sorted(asked.scope.items()))}


def reason(one: Reason) -> Data:
    """A reason with the reasons under it."""
    return {"holds": one.holds, "says": one.says, "children": [reason(child) for child in one.children]}


def camp(one: Camp) -> Data:
    """One answer with its voices and facts."""
    return {
        "label": one.label,
        "value": to_data(one.value),
        "voices": list(one.voices),
        "facts": [fact(stated) for stated in one.facts],
        "also_fits": [fact(stated) for stated in one.also_fits],
    }


def fact(stated: Fact) -> Data:
    """A fact as it stands in a camp."""
    return {
        "id": stated.id,
        "document": stated.document,
        "start": stated.start,
        "end": stated.end,
        "quote": stated.quote,
        "as_of": _days(stated.as_of),
        "voice": stated.voice,
        "speaker": stated.speaker,
        "modality": stated.modality,
        "value": to_data(stated.value),
        "hedge": stated.hedge,
        "read_by": stated.read_by,
    }


def fact_row(stated: Fact) -> Data:
    """A fact that stands alone, so with the question that it answers."""
    row = fact(stated)
    return {
        "document": row.pop("document"),
        "question": stated.question,
        "scope": dict(sorted(stated.scope.items())),
        "value": row.pop("value"),
        **row,
        "zone": stated.zone,
    }


def mention(read: Mention, text: str) -> Data:
    """A mention with its words cut from the text of its document."""
    return {
        "document": read.document,
        "start": read.start,
        "end": read.end,
        "text": text[read.start : read.end],
        "kind": read.kind,
        "value": None if read.value is None else to_data(read.value),
        "hedge": read.hedge,
        "of": read.of,
        "zone": read.zone,
        "latent": read.latent,
        "read_by": read.read_by,
    }


def message(one: Fault | Note) -> Data:
    """A fault or a note."""
    return {"document": one.document, "stage": one.stage, "message": one.message}


def _days(days: Days | None) -> Data | None:
    return None if days is None else days_to_data(days)
