"""A small report made by hand, so that what shows it can be tested without a run."""

from collections.abc import Sequence
from datetime import date

from checker.model import (
    Amount,
    Camp,
    Days,
    Discrepancy,
    Document,
    Fact,
    Fault,
    Mention,
    Name,
    Note,
    Question,
    Reason,
    Report,
    Span,
    Value,
)

NORTH = (
    "المستشار: انتهت المهمة\n\n"
    "قال مستشار الأمن القومي، اليوم الخميس، إن المهمة القتالية للتحالف في العراق انتهت رسمياً. "
    "ولم يبق في البلاد سوى 2500 مدرّب.\n"
)
SOUTH = (
    "Baghdad\r\nThe prime minister announced on 29 December the end of the coalition's combat mission | #7 @desk.\r\n"
)
OWN = "Our desk\n\nAbout 40 trainers remain, and 2,400 troops. \x1b[31mRed\u202e words.\n"

NINTH = Days(start=date(2021, 12, 9), end=date(2021, 12, 9))
LATE = Days(start=date(2021, 12, 29), end=date(2021, 12, 29))


def document(id: str, text: str, *, source: str | None, published: Days | None, language: str) -> Document:
    """A document without zones."""
    return Document(
        id=id,
        source=source,
        language=language,
        published=published,
        published_from=None if published is None else "documents.yaml",
        title=None,
        text=text,
        zones=[],
    )


def fact(
    source: Document, quote: str, mark: str, value: Value, *, question: str, voice: str, hedge: str = "exact"
) -> Fact:
    """A fact whose places are found by its words."""
    start = source.text.index(quote)
    first = start + quote.index(mark)
    return Fact(
        id=f"{source.id}#{first}",
        question=question,
        scope={"place": "iraq"},
        value=value,
        hedge=hedge,
        as_of=source.published,
        modality="done",
        voice=voice,
        speaker=voice,
        document=source.id,
        start=start,
        end=start + len(quote),
        quote=quote,
        mentions=[],
        zone="body",
        read_by="stated",
        mark=Span(first, first + len(mark)),
    )


def mention(source: Document, words: str, kind: str, value: Value | None, *, hedge: str = "exact") -> Mention:
    """A mention whose place is found by its words."""
    start = source.text.index(words)
    return Mention(
        document=source.id, start=start, end=start + len(words), kind=kind, value=value, hedge=hedge, read_by="made"
    )


def camp(label: str, facts: Sequence[Fact], *, also_fits: Sequence[Fact] = ()) -> Camp:
    """The camp of some facts, with the value of the first."""
    voices = sorted({fact.voice for fact in facts})
    return Camp(value=facts[0].value, label=label, facts=list(facts), voices=voices, also_fits=list(also_fits))


def finding(
    id: str,
    camps: Sequence[Camp],
    *,
    ask: dict[str, str],
    severity: str,
    verdict: str,
    fingerprint: str,
    sentence: str,
    decided: str | None = None,
) -> Discrepancy:
    """A finding of the rule answers-apart."""
    facts = [fact for camp in camps for fact in camp.facts]
    question = Question(id=id, ask=ask, scope={"place": "iraq"}, answer="date", facts=facts)
    reasons = Reason(
        holds=True,
        says="the values are apart",
        children=[Reason(holds=True, says="one question"), Reason(holds=False, says="a sequence in time")],
    )
    return Discrepancy(
        rule="answers-apart",
        question=question,
        camps=list(camps),
        verdict=verdict,
        severity=severity,
        sentence=sentence,
        reasons=reasons,
        fingerprint=fingerprint,
        decided=decided,
    )


def report(*, faults: Sequence[Fault] = (), decided: str | None = None) -> Report:
    """Three documents, an announcement on two days, and two numbers of troops."""
    north = document("wires/north.txt", NORTH, source="شمال", published=NINTH, language="ar")
    south = document("wires/south.txt", SOUTH, source="South Wire", published=LATE, language="en")
    own = document("drafts/own.md", OWN, source=None, published=None, language="en")
    wording = "قال مستشار الأمن القومي، اليوم الخميس، إن المهمة القتالية للتحالف في العراق انتهت رسمياً"
    announced = fact(north, wording, "اليوم الخميس", NINTH, question="mission-end-announced", voice="adviser")
    wording = "The prime minister announced on 29 December the end of the coalition's combat mission | #7 @desk"
    again = fact(south, wording, "29 December", LATE, question="mission-end-announced", voice="prime-minister")
    trainers = Amount(kind="count", low=2500.0, high=2500.0)
    fewer = Amount(kind="count", low=2400.0, high=2400.0)
    staying = fact(north, "ولم يبق في البلاد سوى 2500 مدرّب", "2500", trainers, question="troops", voice="adviser")
    ours = fact(own, "About 40 trainers remain, and 2,400 troops", "2,400", fewer, question="troops", voice="desk")
    red = fact(own, "\x1b[31mRed\u202e words", "Red\u202e", fewer, question="troops", voice="desk")
    dates = [camp("9 Dec 2021", [announced]), camp("29 Dec 2021", [again])]
    counts = [camp("2,500", [staying]), camp("2,400", [ours, red], also_fits=[staying])]
    found = [
        finding(
            "mission-end-announced",
            dates,
            ask={"en": "When was the end of the mission announced?", "ar": "متى أُعلنت نهاية المهمة؟"},
            severity="warning",
            verdict="tension",
            fingerprint="a1b2c3d4e5f6",
            sentence="20 days apart; 29 Dec 2021 is the newer.",
            decided=decided,
        ),
        finding(
            "troops",
            counts,
            ask={"en": "How many troops stay?"},
            severity="error",
            verdict="conflict",
            fingerprint="a1ffc3d4e5f6",
            sentence="100 apart.",
        ),
    ]
    mentions = [
        mention(north, "اليوم الخميس", "date", NINTH),
        mention(north, "العراق", "name", Name(id="iraq", type="country", within=("asia",))),
        mention(north, "2500", "count", trainers),
        mention(own, "About 40", "count", Amount(kind="count", low=36.0, high=44.0), hedge="about"),
        mention(own, "Our desk", "date", None),
    ]
    facts = [announced, staying, again, ours]
    return Report(
        documents=[own, north, south],
        discrepancies=found,
        faults=list(faults),
        notes=[Note(document="drafts/own.md", stage="documents", message="no day of publication: 1 expression open")],
        unjudged={"unresolved_mentions": 1, "facts_without_a_question": 0, "documents_skipped": 2},
        counts={"documents": 3, "mentions": 5, "facts": 4, "questions": 2, "discrepancies": 2},
        mentions=mentions,
        facts=facts,
        questions=[one.question for one in found],
    )
