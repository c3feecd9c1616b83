"""What the YAML of `rules/` may say: one schema per kind of file. Loaded only when a pack is compiled or validated."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ModelWrapValidatorHandler, model_validator

from checker import almanac, checks
from checker.terms import Combined, Options

ROLES = {
    # time
    "month": "int", "hijri-month": "int", "hijri-era": "", "era": "", "weekday": "int", "day-offset": "int",
    "year-offset": "int",
    "day-part": "str", "unit": "str", "units": "str", "unit-dual": "str", "rel": "int", "this": "", "part": "str",
    "possessive": "", "ago": "", "bound": "str", "few": "",
    "rel-after": "int", "lean": "int", "pointing": "", "last": "", "coming": "", "later": "int", "hence": "",
    "in-time": "", "within": "", "for": "", "every": "", "or": "", "ahead": "", "superlative": "", "behind": "",
    "ago-after": "",
    "of-time": "", "times": "", "more": "", "just-past": "",
    # other calendars, holidays, years of their own, the clock
    "solar-month": "int", "solar-era": "", "solar-cue": "", "same-day": "", "holiday": "holiday", "feast": "holiday",
    "eve": "", "year-kind": "str", "hour": "int", "hour-part": "int", "hour-name": "named-hour", "oclock": "",
    "oclock-glued": "", "past": "", "less": "", "at": "", "zone": "zone",
    # numbers
    "number": "float", "scale": "float", "scale-glued": "float", "fraction": "float", "vague": "range",
    "day": "int", "ordinal": "int", "ordinal-glued": "", "hedge": "str", "hedge-after": "str",
    "percent": "", "percent-point": "", "currency": "str", "measure": "str", "not-counted": "", "all": "",
    "number-of": "", "article": "", "number-alone": "float", "scale-dual": "float", "scale-decimal": "float",
    "denominator": "int", "point": "", "minus": "", "hedge-verb": "str", "hedge-open": "str", "hedge-close": "",
    "none": "", "nobody": "", "single": "", "portion": "range", "most": "range", "out-of": "",
    "cent": "str", "currency-dual": "str", "measure-dual": "str", "measure-before": "str", "point-dual": "",
    "result": "", "number-joined": "float", "numbered": "", "fraction-definite": "float",
    "designation": "", "calibre": "", "scale-alone": "float", "scale-signed": "float", "age": "",
    "aged": "", "of-age": "", "age-before": "", "death": "", "tenor": "", "change": "", "by-so-much": "",
    "labelled": "",
    # small words
    "in": "", "of": "", "the": "", "between": "", "from": "", "to": "", "and": "", "that": "", "relative": "",
    # who speaks, when, whether it is done
    "say": "", "continue": "", "according": "", "planned": "", "denied": "", "still": "", "conditional": "",
    "pluperfect": "", "among": "", "with": "", "near": "", "dual": "", "deny": "", "final": "", "first-report": "",
    "correction": "", "speaker": "str", "speaker-kind": "", "pronoun": "", "aside": "", "address": "", "passive": "",
    "subordinate": "", "behalf": "", "while": "", "untrue": "", "as-of": "", "then": "", "affirmed": "", "quoted": "",
    "relayed": "", "resumptive": "", "say-gender": "str",
    # names
    "place-word": "", "particle": "", "name-article": "", "name-particle": "", "courtesy": "", "unlike-person": "",
    # the page
    "furniture": "", "home": "", "label": "str", "button": "", "notice": "", "copyright": "", "fixed": "",
}  # fmt: skip
CHECKED = {"holiday": almanac.holiday, "zone": almanac.zone, "named-hour": almanac.named_hour}
KINDS = (
    "date", "nth-date", "shifted-date", "stretch", "set", "duration", "share", "ratio", "points", "money", "measure",
    "clock", "count", "vague", "none",
)  # fmt: skip
Answer = Literal["date", "count", "share", "money", "measure", "duration", "ordinal", "place", "state"]
ScopeKey = Literal[
    "agreement", "announcer", "country", "day", "deed", "group", "parties", "place", "site", "subject", "target"
]
HOME = "home"  # what a question assumes for a key: the country that the document is about
NameType = Literal[
    "base", "city", "governorate", "region", "country", "continent", "sea", "river", "person", "organisation", "force",
    "media", "committee", "agreement", "event", "equipment", "office",
]  # fmt: skip


def _listed(value: object) -> object:
    """One word may stand for a list of one (`says: announce`), and a list for a list of lists (`says: [a, b]`)."""
    if isinstance(value, str):
        value = [value]
    if isinstance(value, list) and not any(isinstance(v, list) for v in value):
        value = [value]
    return value


def _is_id(word: str) -> str:
    plain = word.replace("-", "")
    if not (plain.isascii() and plain.isalnum() and plain == plain.lower() and word[0].isalpha()):
        raise ValueError(f"'{word}' is no id: write small letters, digits and '-', a letter first")
    return word


class Strict(BaseModel):
    """A mapping whose unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class LanguageFile(Strict):
    """rules/languages/*.yaml: the words of one language with their roles, and the phrases they make."""

    format: Literal["1"]
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
    script: Literal["arabic", "latin"]
    prefixes: list[str] = []
    conjunctions: list[str] = []
    articles: list[str] = []
    future: list[str] = []
    suffixes: list[str] = []
    decimal_letters: list[str] = []
    decimal_comma: bool = False
    dot_groups: bool = False
    borrows: list[str] = []
    calendar: Literal["solar"] | None = None  # of years and months without a name
    decimal_marks: list[str] = []
    tens_first: bool = False
    leading: bool | None = None
    letters: list[str] = []  # what tells the language from others of its script
    conjunctive: bool = False
    day_first: bool = False
    subject: Literal["before", "after"]
    capitalised: list[str] = []
    ambiguous: dict[str, list[str]] = {}
    abbreviations: list[str] = []
    words: dict[str, dict[str, list[str]] | list[str]]
    macros: dict[str, list[str]] = {}
    phrases: dict[str, list[str]]
    examples: dict[str, dict[str, list[str]] | list[str]] = {}

    @model_validator(mode="wrap")
    @classmethod
    def roles_are_known(cls, data: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Every role is one of ROLES, with values where it needs them and of the right type."""
        return checks.whole(cls.__name__, data, handler, checks.language(data, ROLES, KINDS, role_value))


def role_value(role: str, written: str) -> int | float | str | list[float | None]:
    """The value of a word as its role has it: `12`, `0.5`, `about`, and 20..120 as [20, 120]. Raises ValueError."""
    wanted = ROLES[role]
    if wanted == "int":
        return int(written)
    if wanted == "float":
        over, _, under = written.partition("/")
        return float(over) / float(under or 1)
    if wanted == "range":
        low, dots, high = written.partition("..")
        if not dots:
            raise ValueError(f"{written!r} is no range such as 20..120")
        return [float(low), float(high) if high else None]
    read = CHECKED.get(wanted)
    return written if read is None else read(written)


WORDINGS = ("forms", "short", "exact", "cued", "people")  # what words a name has, each by language


class NameEntry(Strict):
    """One named thing."""

    type: NameType | None = None
    add: bool = False
    within: str | None = Field(None, alias="in")
    of: str | None = None
    roles: list[str] = []
    generic: bool = False
    forms: dict[str, list[str]] = {}
    short: dict[str, list[str]] = {}
    exact: dict[str, list[str]] = {}
    cued: dict[str, list[str]] = {}
    people: dict[str, list[str]] = {}

    @model_validator(mode="after")
    def is_whole_or_adds(self) -> "NameEntry":
        """An entry of its own says its type; one that adds to another brings words and nothing else."""
        if self.add and self.model_fields_set - {"add", *WORDINGS}:
            raise ValueError(f"an entry with `add: yes` brings {', '.join(WORDINGS)} and nothing else")
        if not self.add and self.type is None:
            raise ValueError("a name needs its `type`; `add: yes` adds words to the entry of an earlier file")
        return self


class NamesFile(Strict):
    """rules/names/*.yaml: people, places, bases, organisations, with every spelling in every language."""

    format: Literal["1"]
    names: dict[str, NameEntry]


class CurrencyEntry(Strict):
    """One currency: the countries whose money it is, and its words by language."""

    of: list[str] = []
    forms: dict[str, list[str]] = {}
    exact: dict[str, list[str]] = {}  # only letter for letter: codes and signs
    shared: dict[str, list[str]] = {}  # words that other currencies have too: pound, dinar
    dual: dict[str, list[str]] = {}  # two of it in one word
    shared_dual: dict[str, list[str]] = {}


Code = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


class CurrenciesFile(Strict):
    """rules/currencies/*.yaml: the money of the countries, by its ISO 4217 code."""

    format: Literal["1"]
    currencies: dict[Code, CurrencyEntry]


class ConceptsFile(Strict):
    """rules/concepts/*.yaml: what facts are about, in every language."""

    format: Literal["1"]
    concepts: dict[str, dict[str, list[str]]]
    predicates: list[str] = []  # the concepts that tell what happens; a date belongs to the nearest of them


Alternatives = Annotated[list[list[str]], Field(min_length=1)]


class Pattern(Strict):
    """What must stand together in a clause: a list is all of these, a list of lists one of these lists."""

    says: Alternatives
    without: list[str] = []
    modality: list[Literal["done", "planned", "denied", "reported"]] = []

    @model_validator(mode="before")
    @classmethod
    def short_form(cls, value: object) -> object:
        """A bare list is what it says."""
        if isinstance(value, list | str):
            value = {"says": value}
        if isinstance(value, dict):
            value = {**value, **{k: _listed(value[k]) for k in ("says",) if k in value}}
            if isinstance(value.get("modality"), str):
                value["modality"] = [value["modality"]]
        return value


class QuestionEntry(Strict):
    """One question that is asked of every text."""

    ask: dict[str, str] | str
    answer: Answer
    varies: Literal["never", "over-time", "only-up", "only-down"]
    says: Alternatives | None = None
    without: list[str] = []
    modality: list[Literal["done", "planned", "denied", "reported"]] = []
    take: dict[Literal["date-of", "count-of", "share-of", "place-of", "ordinal-of", "amount-of"], str] = {}
    states: dict[str, Pattern] = {}
    apart: list[list[str]] = []
    not_yet: list[list[str]] = []
    where: dict[str, str] = {}
    assume: dict[str, str] = {}
    separates: list[ScopeKey] = []
    softens: list[ScopeKey] = []
    needs: list[ScopeKey] = []  # keys of the scope without which there is no fact
    same_within: str | None = None  # answers that lie farther apart are about two things
    nouns: list[str] = []
    bounds: list[Literal["on", "by", "before", "after", "since", "until", "during"]] = ["on", "during"]
    people: bool = False
    holds_for: str | None = None
    settles_after: str | None = None
    lead_is_published: bool = False
    loose: Literal["tension", "silent"] = "tension"
    focus: bool = False  # a key that a sentence leaves open is taken from the lead of its document
    near: int = 160

    @model_validator(mode="before")
    @classmethod
    def short_form(cls, value: object) -> object:
        """`says: [a, b]` is one alternative."""
        if isinstance(value, dict):
            value = {**value, **{k: _listed(value[k]) for k in ("says",) if k in value}}
            for key in ("modality",):
                if isinstance(value.get(key), str):
                    value[key] = [value[key]]
        return value

    @model_validator(mode="wrap")
    @classmethod
    def answers_itself(cls, data: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """A question for a state names its states, any other what it takes."""
        return checks.whole(cls.__name__, data, handler, checks.question(data))


class QuestionsFile(Strict):
    """rules/questions/*.yaml: what is asked of a text."""

    format: Literal["1"]
    questions: dict[str, QuestionEntry]


class CaseDocument(Strict):
    """One small document of a case."""

    source: str | None = None
    published: str | None = None
    language: str | None = None
    title: str | None = None
    text: str


class Case(Strict):
    """Documents between which a rule must speak, or must be silent."""

    documents: list[CaseDocument]
    verdict: Literal["conflict", "tension", "evolving"] | None = None


def _some(cases: dict[str, Case]) -> dict[str, Case]:
    if not cases:
        raise ValueError("a rule needs at least one case of each sort, and here is none")
    return cases


Some = Annotated[dict[str, Case], AfterValidator(_some), Field(json_schema_extra={"minProperties": 1})]


class Cases(Strict):
    """What a rule flags and what it passes, each under a name that reads as a sentence."""

    flags: Some
    passes: Some


BETWEEN = Literal["sources", "documents", "voices", "one-document"]


class RuleFile(Strict):
    """rules/contradictions/*.yaml: when answers contradict each other."""

    format: Literal["1"]
    rule: Annotated[str, AfterValidator(_is_id), Field(json_schema_extra={"pattern": "^[a-z][a-z0-9-]*$"})]
    about: list[str]
    flag_when: dict[str, Options | list[Combined]]
    between: BETWEEN | None = None
    tolerates: dict[Answer, str] = {}  # by kind of answer: 2, or 5 %
    instead_of: list[str] = []  # rules that keep silent between two camps where this one speaks
    unless: list[Literal["evolves"]] = []
    severity: Literal["error", "warning", "info"] | None = None
    ask: dict[str, str] = {}
    says: dict[str, str]
    cases: Cases

    @model_validator(mode="before")
    @classmethod
    def short_form(cls, value: object) -> object:
        """`about: any` is a list of one."""
        if isinstance(value, dict) and isinstance(value.get("about"), str):
            value = {**value, "about": [value["about"]]}
        return value

    @model_validator(mode="wrap")
    @classmethod
    def names_one_operator(cls, data: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """One operator that there is, with options that it knows; words that can be filled in."""
        return checks.whole(cls.__name__, data, handler, checks.rule(data))


FILES = {
    "languages": LanguageFile,
    "names": NamesFile,
    "concepts": ConceptsFile,
    "currencies": CurrenciesFile,
    "questions": QuestionsFile,
    "contradictions": RuleFile,
}
