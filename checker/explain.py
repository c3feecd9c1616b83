"""Why: a finding down to its words, a rule as prose, and what stands between two statements."""

import shlex
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from checker import values
from checker.errors import WrongUse
from checker.located import nearest
from checker.model import Camp, Discrepancy, Document, Fact, Reason, Report, Value
from checker.rules import Rule, Term
from checker.view import Places, ask, in_time, isolated, shown

ROOM = 600  # columns for a quote: a long paragraph whole, but not a whole page that stands on one line
JOINED = {"all": " and ", "any": " or "}
BETWEEN = {
    "sources": "two outlets",
    "documents": "two documents",
    "voices": "two voices",
    "one-document": "the parts of one document",
}
LEAST = 4  # letters of a fingerprint that name a finding, if no other starts with them

Relate = Callable[[Value, Value], str | None]


# --- a finding --------------------------------------------------------------------------------------------------


def find(report: Report, fingerprint: str) -> Discrepancy:
    """The finding that a fingerprint, or its first letters, names; raises WrongUse where it is none or several."""
    found = [one for one in report.discrepancies if one.fingerprint.startswith(fingerprint)]
    if len(found) == 1 and len(fingerprint) >= LEAST:
        return found[0]
    if found:
        named = ", ".join(one.fingerprint for one in found)
        raise WrongUse(f"'{fingerprint}' could be {named}; give more letters, at least {LEAST}")
    known = ", ".join(one.fingerprint for one in report.discrepancies) or "none"
    raise WrongUse(f"no finding here has the fingerprint '{fingerprint}'; there are: {known}")


def finding(found: Discrepancy, report: Report, *, language: str = "en", paths: Sequence[str] = ()) -> str:
    """The whole of a finding: both sides in full, how each value was read, why, and what would silence it."""
    documents = {document.id: document for document in report.documents}
    places = Places(report.documents)
    lines = [
        f"{found.severity} ({found.verdict})  {shown(ask(found.question, language))}",
        f"{found.rule}  {found.fingerprint}",
        shown(found.sentence),
        f"question {found.question.id}{_scope(found.question.scope)}",
    ]
    lines += [line for line in (in_time(found, report.labels),) if line]
    if found.decided is not None:
        lines.append(f"decided by the desk: {shown(found.decided)}")
    for number, camp in enumerate(found.camps, 1):
        lines += ["", *_camp(number, camp, documents, places)]
    lines += ["", "Why:", *_tree(found.reasons, 1), "", "What would silence it:", *_silencers(found, paths)]
    return "\n".join(lines) + "\n"


def _camp(number: int, camp: Camp, documents: dict[str, Document], places: Places) -> list[str]:
    voices = ", ".join(shown(voice) for voice in camp.voices) or "no voice"
    lines = [f"Side {number}: {shown(camp.label)} ({isolated(values.words(camp.value))}), said by {voices}"]
    for fact in camp.facts:
        lines += _fact(fact, documents[fact.document], places)
    for fact in camp.also_fits:
        lines.append(f"  would also fit: {places.of(fact)}  {places.quote(fact, room=ROOM)}")
    return lines


def _fact(fact: Fact, document: Document, places: Places) -> list[str]:
    lines = [f"  {places.of(fact)}", f"    {places.quote(fact, room=ROOM)}"]
    hedge = "" if fact.hedge == "exact" else f", {fact.hedge}"
    lines.append(f"    read as {isolated(values.words(fact.value))}{hedge}; {shown(fact.read_by)}")
    speaker = "" if fact.speaker is None else f", speaker {shown(fact.speaker)}"
    lines.append(f"    {fact.modality}, {_as_of(fact)}, voice {shown(fact.voice)}{speaker}")
    if fact.assumed:
        lines.append(f"    assumed by the question, not said: {', '.join(sorted(fact.assumed))}")
    source = "source not known" if document.source is None else shown(document.source)
    published = "day of publication not known"
    if document.published is not None:
        published = f"published {values.words(document.published)}"
        if document.published_from is not None:
            published += f", from {shown(document.published_from)}"
    lines.append(f"    {source}, {published}")
    return lines


def _as_of(fact: Fact) -> str:
    return "as of a time not known" if fact.as_of is None else f"as of {values.words(fact.as_of)}"


def _scope(scope: dict[str, str]) -> str:
    return f" ({', '.join(f'{key}: {shown(scope[key])}' for key in sorted(scope))})" if scope else ""


def _tree(reason: Reason, depth: int) -> list[str]:
    lines = [f"{'  ' * depth}{'yes' if reason.holds else 'no '}  {shown(reason.says)}"]
    for child in reason.children:
        lines += _tree(child, depth + 1)
    return lines


def _silencers(found: Discrepancy, paths: Sequence[str]) -> list[str]:
    places = shlex.join(paths) if paths else "PATH..."
    sides = " and ".join(shown(camp.label) for camp in found.camps)
    return [
        f"  edit: bring {sides} together, or let the text say what sets them apart (who, when, where, how sure)",
        f"  decide: checker decide {found.fingerprint} {places} --verdict known --reason '...' --by NAME",
    ]


# --- a rule -----------------------------------------------------------------------------------------------------


def find_rules(names: Sequence[str], rules: Iterable[Rule]) -> list[Rule]:
    """The rules of some ids, in their order; raises WrongUse with the nearest id for each that there is none of."""
    known = {rule.id: rule for rule in rules}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise WrongUse("\n".join(f"no rule '{name}'; {nearest(name, known)}" for name in unknown))
    return [known[name] for name in names]


def _term(term: Term) -> str:
    """What a rule flags, in words."""
    if term.terms:
        inner = [_term(one) if not one.terms else f"({_term(one)})" for one in term.terms]
        return (
            f"none of this holds: {'; '.join(inner)}" if term.operator == "not" else JOINED[term.operator].join(inner)
        )
    options = ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in term.options.items())
    return f"the operator '{term.operator}' holds{f' ({shown(options)})' if options else ''}"


def rule(explained: Rule, *, language: str = "en") -> str:
    """A rule as prose: what it looks at, what it says, and the places that it flags and passes."""
    about = "any question" if "any" in explained.about else f"the questions {', '.join(explained.about)}"
    if explained.ask:
        inside = "what each phrase says" if "any" in explained.about else f"{about}, in this order"
        about = f"one document at a time, at {inside}"
    lines = [
        f"{explained.id} looks at {about}.",
        f"It speaks where {_term(explained.term())}.",
    ]
    if explained.between is not None:
        lines.append(f"It looks between {BETWEEN[explained.between]}.")
    if explained.tolerates:
        listed = ", ".join(f"{kind} {far}" for kind, far in sorted(explained.tolerates.items()))
        lines.append(f"It passes answers that lie no farther apart than this: {listed}.")
    if explained.instead_of:
        lines.append(f"Between two camps where it speaks, these are silent: {', '.join(explained.instead_of)}.")
    if explained.unless:
        lines.append(f"It is silent where one of these holds: {', '.join(explained.unless)}.")
    if explained.severity is not None:
        lines.append(f"Its findings are never louder than {explained.severity}.")
    says = explained.says.get(language, explained.says.get("en", ""))
    if says:
        lines.append(f"It says: {shown(says)}")
    for title, cases in (("It flags:", explained.cases.flags), ("It passes:", explained.cases.passes)):
        lines += ["", title, *(f"  * {shown(name)}" for name in cases or ["no case"])]
    return "\n".join(lines) + "\n"


# --- between two places -----------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True)
class Spot:
    """A place that a person points at: a document, a line, and a column or the whole line."""

    document: str
    line: int  # from 1
    column: int | None = None  # from 1, in code points

    def __str__(self) -> str:
        place = f"{shown(self.document)}:{self.line}"
        return place if self.column is None else f"{place}:{self.column}"


def spot(words: str) -> Spot:
    """What FILE:LINE or FILE:LINE:COLUMN points at; raises WrongUse for anything else."""
    parts = words.rsplit(":", 2)
    if len(parts) == 3 and parts[0] and _is_number(parts[1]) and _is_number(parts[2]):
        return Spot(document=parts[0], line=int(parts[1]), column=int(parts[2]))
    document, _, line = words.rpartition(":")
    if document and _is_number(line):
        return Spot(document=document, line=int(line))
    raise WrongUse(f"'{words}' is no place in a document; write FILE:LINE or FILE:LINE:COLUMN")


def _is_number(words: str) -> bool:
    return words.isascii() and words.isdecimal() and int(words) > 0


def between(report: Report, first: Spot, second: Spot, *, language: str = "en", relate: Relate = values.relate) -> str:
    """Why the facts at two places were, or were not, set against each other."""
    places = Places(report.documents)
    sides = []
    lines = []
    for one in (first, second):
        document = _document(report, one.document)
        facts = [fact for fact in report.facts if fact.document == document.id and _is_at(fact, places, one)]
        sides.append(facts)
        lines += [*_stated(one, document, facts, report, places), ""]
    pairs = [(a, b) for a in sides[0] for b in sides[1] if a.id != b.id]
    if not pairs:
        lines.append("Nothing was set against each other: there are no two facts.")
    for a, b in pairs:
        lines += [*_pair(a, b, report, language, relate), ""]
    return "\n".join(lines).rstrip() + "\n"


def _document(report: Report, name: str) -> Document:
    """The document of that id, else the only one whose id ends a given path or is ended by it."""
    for document in report.documents:
        if document.id == name:
            return document
    near = [one for one in report.documents if f"/{one.id}".endswith(f"/{name}") or f"/{name}".endswith(f"/{one.id}")]
    if len(near) == 1:
        return near[0]
    known = ", ".join(shown(document.id) for document in near or report.documents) or "none"
    raise WrongUse(f"'{name}' is not one document of this run; there are: {known}")


def _is_at(fact: Fact, places: Places, one: Spot) -> bool:
    """Whether the wording of a fact touches a line, or covers a column of it."""
    start, end = places.at(fact.document, fact.start), places.at(fact.document, max(fact.start, fact.end - 1))
    if one.column is None:
        return start[0] <= one.line <= end[0]
    return start <= (one.line, one.column) <= end


def _stated(one: Spot, document: Document, facts: Sequence[Fact], report: Report, places: Places) -> list[str]:
    """The facts at a place, or the mentions that were read there and made none."""
    if facts:
        return [f"{one} states:", *(line for fact in facts for line in _fact_in_short(fact, places))]
    lines = [f"{one} states no fact."]
    for read in report.mentions:
        if read.document == document.id and places.at(document.id, read.start)[0] == one.line:
            value = "unresolved" if read.value is None else isolated(values.words(read.value))
            words = shown(document.text[read.start : read.end])
            lines.append(f"  read but not part of a fact: {words} ({read.kind}, {value})")
    return lines


def _fact_in_short(fact: Fact, places: Places) -> Iterable[str]:
    yield f"  {fact.question}{_scope(fact.scope)} = {isolated(values.words(fact.value))}"
    yield f"    {places.of(fact)}  {places.quote(fact, room=ROOM)}"


def _pair(a: Fact, b: Fact, report: Report, language: str, relate: Relate) -> list[str]:
    title = f"{a.question} = {isolated(values.words(a.value))}, {b.question} = {isolated(values.words(b.value))}:"
    if a.question != b.question:
        return [title, "  not set against each other: they answer different questions"]
    found = [one for one in report.discrepancies if _sides_of(one, a, b)]
    if found:
        named = [f"  set against each other by {one.rule}: {one.fingerprint} ({one.severity})" for one in found]
        return [title, *named, *_differences(a, b, relate)]
    shared = [one for one in report.questions if {a.id, b.id} <= {fact.id for fact in one.facts}]
    if not shared:
        reason = "  not set against each other: one question, but its scopes differ"
        return [title, reason, *_scopes(a, b), *_differences(a, b, relate)]
    loose = [fact for fact in (a, b) if any(fact.id in one.loose for one in shared)]
    lines = [title, f"  both answer: {shown(ask(shared[0], language))}{_scope(shared[0].scope)}"]
    if relate(a.value, b.value) != "apart":
        lines.append("  not set against each other: both can be right, since their values are not apart")
    else:
        lines.append("  compared, and no rule flags them")
    for fact in loose:
        lines.append(f"  loose: {isolated(values.words(fact.value))} leaves unstated what sets such questions apart")
    return [*lines, *_differences(a, b, relate)]


def _sides_of(found: Discrepancy, a: Fact, b: Fact) -> bool:
    """Whether two facts stand on two sides of a finding."""
    sides = [{fact.id for fact in camp.facts} for camp in found.camps]
    return any(a.id in one and b.id in other for one in sides for other in sides if one is not other)


def _scopes(a: Fact, b: Fact) -> list[str]:
    lines = []
    for key in sorted(a.scope.keys() | b.scope.keys()):
        left, right = (shown(fact.scope[key]) if key in fact.scope else "not stated" for fact in (a, b))
        if left != right:
            lines.append(f"  {key}: {left} / {right}")
    return lines


def _differences(a: Fact, b: Fact, relate: Relate) -> list[str]:
    """What else there is to know of a pair: how the values relate, the times, the modality, the voices."""
    related = relate(a.value, b.value)
    lines = [f"  values: {'not comparable' if related is None else related}"]
    if a.as_of is None or b.as_of is None:
        lines.append(f"  times: {_as_of(a)} / {_as_of(b)}")
    else:
        meet = "meet" if values.relate(a.as_of, b.as_of) != "apart" else "do not meet"
        lines.append(f"  times: {_as_of(a)} / {_as_of(b)}: they {meet}")
    for name, left, right in (("modality", a.modality, b.modality), ("voice", a.voice, b.voice)):
        lines.append(f"  {name}: {shown(left)}" if left == right else f"  {name}: {shown(left)} / {shown(right)}")
    if a.document == b.document:
        lines.append("  one document gives both")
    for fact in (a, b):
        if fact.background:
            lines.append(f"  told as background: {isolated(values.words(fact.value))}")
    return lines
