"""As of when a clause is told: the day of its verb of saying, an as-of phrase, background, or publication."""

from datetime import timedelta

from checker.line import Item
from checker.model import Clause, Days, Mention
from checker.page import Page
from checker.subjects import Reading

FREE = frozenset(["on", "during"])  # a date with another bound belongs to what is said, not to the saying
SPOKEN = frozenset(["day", "days", "month", "part-of-day"])  # grains of a date on which somebody may speak
TAKING = 60  # between a predicate and a date behind it
HEAD = 14  # code points in front of a date that stands at the head of its sentence
LONG_AGO = 30  # days before publication; an earlier date at the head of a sentence begins background
RECENT = 10  # days before publication in which a count may be told up to


def say_date(reading: Reading, say: Item, a: int, b: int) -> Days | None:
    """The day on which somebody speaks: the nearest date of its clause that is no deadline and no other verb's."""
    low, high = reading.page.folded.start(a), reading.page.folded.end(b)
    verb = reading.page.folded.start(say.start)
    for date in sorted(reading.dates.between(low, high), key=lambda m: max(m.start - verb, verb - m.end)):
        if isinstance(date.value, Days) and date.value.bound in FREE:
            published = reading.document.published
            past = (
                published is None
                or published.end is None
                or (date.value.start is not None and date.value.start <= published.end)
            )
            if past and not _taken(reading, date, say) and date.value.grain in SPOKEN:
                return date.value
    return None


def _taken(reading: Reading, date: Mention, say: Item) -> bool:
    """Whether a predicate right in front of a date takes it from the verb of saying: killed on Monday, police said."""
    page = reading.page
    verb = page.folded.start(say.start)
    before = [p for p in reading.predicates.between(date.start - TAKING, date.start) if p.start != verb]
    if not before:
        return False
    nearest = before[-1]
    joined = page.folded.text.find(",", page.at(nearest.end), page.at(date.start)) < 0
    return joined and abs(verb - date.start) > date.start - nearest.end


def headed(reading: Reading, start: int, end: int) -> Days | None:
    """The date long before publication that stands at the head of a sentence: in 2014, ..."""
    if not reading.dated:
        return None
    published = reading.document.published
    low = reading.page.folded.start(start)
    for date in reading.dates.between(low, min(low + HEAD, reading.page.folded.end(end)))[:1]:
        value = date.value
        if (
            isinstance(value, Days)
            and value.bound in FREE
            and value.end is not None
            and published is not None
            and published.start is not None
            and value.end < published.start - timedelta(days=LONG_AGO)
        ):
            return value
    return None


def up_to(reading: Reading, clause: Clause) -> Days | None:
    """The day up to which a clause tells what it tells: as of Thursday, by Thursday evening."""
    published = reading.document.published
    if not reading.dated or published is None or published.start is None or published.end is None:
        return None
    page = reading.page
    for date in reading.dates.between(clause.start, clause.end):
        value = date.value
        if not isinstance(value, Days) or value.grain not in SPOKEN:
            continue
        as_of = value.bound == "since" and _as_of(page, date)
        day = value.start if as_of else value.end
        up_to_here = value.bound == "until" or (value.bound == "by" and date.start - clause.start <= HEAD)
        recent = day is not None and published.start - timedelta(days=RECENT) <= day <= published.end
        if (as_of or up_to_here) and recent and not any(cue.kind == "planned" for cue in clause.cues):
            return Days(start=day, end=day)
    return None


def _as_of(page: Page, date: Mention) -> bool:
    at = page.at(date.start)
    return page.before(at, "as-of") is not None or any(i.category == "as-of" for i in page.starting(at))


def told_before(reading: Reading, start: int, end: int) -> bool:
    """Whether a sentence is told in the pluperfect; behind a verb of saying that is only its sequence of tenses."""
    if "then" not in reading.held and "pluperfect" not in reading.held:
        return False
    says = reading.within("say", start, end)
    stop = min([end, start + 40, *(i.outer for i in says[:1])])
    return bool(reading.within("pluperfect", start, stop) or reading.within("then", start, end))
