"""The sentence of a finding: a rule's own words with the answers put in, and what a reader wants to know at once."""

from datetime import date

from checker.camps import gap, show
from checker.model import Amount, Camp, Days, Document, Fact, State
from checker.packs import NameInfo, label_of
from checker.rules import Rule
from checker.verdicts import Setting

NAMED = 4  # voices of a camp that are named; more are counted


def sentence(rule: Rule, setting: Setting, camps: list[Camp], why: str) -> str:
    """The words of a rule in English; `why` is what keeps the finding from being louder, if anything does."""
    question = setting.question
    listed = " against ".join(f"{_label(c)} ({_voices(c, setting.names)})" for c in camps)
    ask = question.ask.get("en", question.id)
    return rule.says["en"].format(ask=ask, camps=listed, tail=_tail(camps, setting.documents, why)).strip()


def _label(camp: Camp) -> str:
    """The answer; a state in quotation marks, since it is a word and no figure."""
    return f"'{camp.label}'" if isinstance(camp.value, State) else camp.label


def _voices(camp: Camp, names: dict[str, NameInfo]) -> str:
    if len(camp.voices) > NAMED:
        return f"{len(camp.voices)} voices"
    return ", ".join(label_of(v, names) for v in camp.voices)


def _tail(camps: list[Camp], documents: dict[str, Document], why: str) -> str:
    parts = [_distance(camps), _newer(camps, documents), _one_document(camps), why]
    return " ".join(f"{p[0].upper()}{p[1:]}." for p in parts if p)


def _distance(camps: list[Camp]) -> str:
    """How far the first and the last answer lie apart."""
    first, last = camps[0].value, camps[-1].value
    far = gap(first, last)
    if isinstance(first, Days) and far > 0:
        return f"{far:,.0f} day{'s' if far != 1 else ''} apart"
    if isinstance(first, Amount) and far > 0:
        unit = {"share": " points", "count": ""}.get(first.kind, f" {first.unit}" if first.unit else "")
        return f"{far:,.10g}{unit} apart"
    return ""


def _newer(camps: list[Camp], documents: dict[str, Document]) -> str:
    """Which answer was published last and when, if one was."""
    told = [max((_published(f, documents) for f in c.facts), default=date.min) for c in camps]
    last = max(told)
    if told.count(last) > 1 or last == date.min:
        return ""
    return f"{_label(camps[told.index(last)])} was told last, on {show(Days(start=last, end=last))}"


def _published(fact: Fact, documents: dict[str, Document]) -> date:
    published = documents[fact.document].published
    return date.min if published is None or published.end is None else published.end


def _one_document(camps: list[Camp]) -> str:
    """Whether one document stands on both sides."""
    seen: dict[str, int] = {}
    for camp in camps:
        for document in {f.document for f in camp.facts}:
            seen[document] = seen.get(document, 0) + 1
    both = sum(1 for n in seen.values() if n > 1)
    return "" if not both else "one document gives both" if both == 1 else f"{both} documents give both"
