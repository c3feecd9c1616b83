"""An underspecified date: the parts that words give, before any day of publication is known."""

from dataclasses import dataclass, field

from checker.kinds.date.dated import Dated
from checker.kinds.date.lengths import Length


@dataclass(slots=True)
class Spec:
    """The parts that the words give; `None` is what they leave to the context."""

    year: int | None = None
    year_to: int | None = None  # the last of several years: 1980-88
    year_rel: int | None = None  # -1 last, 0 this, 1 next
    month: int | None = None
    month_rel: int | None = None
    month_to: int | None = None  # the last of several months: between March and May
    day: int | None = None
    day_from: int | None = None  # the first day where days of one month are named as a range
    weekday: int | None = None  # ISO: Monday is 1
    weekday_rel: int | None = None
    offset: int | None = None  # days from the day of speech: yesterday is -1
    unit: str | None = None  # a period by its place: this week, last year
    unit_rel: int | None = None
    plural: bool = False  # the coming days, the last years
    part: str | None = None  # start, early, middle, late, end; of a year also its quarters, halves and seasons
    part_rel: int | None = None  # last summer, this spring
    inner: str | None = None  # the part of which `part` is one: the end of the first half
    decade: int | None = None  # its first year
    century: int | None = None  # its number
    ago: Length | None = None  # how long before the anchor
    hence: Length | None = None  # how long after the anchor
    within: Length | None = None  # the days that lie no farther from the anchor than this
    stretch: Length | None = None  # the last three days, the next two years: as many units, on the side of unit_rel
    rolling: bool = False  # a stretch that is counted from today, not in whole weeks, months or years
    past: bool = False  # it lies behind: since 24 February
    point: bool = False  # the beginning or end of a period is meant as a day
    around: str | None = None  # the unit around the day: the week of 5 May
    nth: int | None = (
        None  # which of the units or weekdays of `inside`; -1 is the last. Without `inside`: of the month,
    )
    # where the day of that number is another weekday
    many: int = 1  # how many of them: the first nine months
    inside: "Spec | None" = None
    anchor: "Spec | None" = None  # the day from which `ago` or `hence` counts; `None`: the day of speech
    leans: bool = False  # counts from the last date that was read in the text: two days later, that year
    other: Dated | None = None  # of another calendar, a holiday, or a fiscal year
    numeric: tuple[int, int, int] | None = None  # three parts as written, order unknown
    dotted: bool = False  # with full stops, as only those write who put the day first
    pair: tuple[int, int] | None = None  # day and month as written, order unknown
    months: list[int] = field(default_factory=list)  # every month that is named
