"""Clock times: minutes after midnight, from digits (10:02, 10.02 pm), hours in words, and the part of the day."""

from checker.model import Amount
from checker.phrases import Phrase

NOON = 12
LATE_FROM = 6  # an hour of the night from here on lies before midnight


def read(phrase: Phrase) -> Amount | None:
    """The time that a clock phrase says; `None` for one that no clock shows."""
    hour, minutes = _written(phrase)
    part = next((str(i.value) for i in phrase.items if i.category in ("half-day", "day-part")), None)
    if part is not None and 0 <= hour <= NOON:
        hour = _hour_of_day(hour, part)
    if not (0 <= hour <= 24 and 0 <= minutes < 60):
        return None
    at = float(hour * 60 + minutes)
    return Amount(kind="time", low=at, high=at)


def _written(phrase: Phrase) -> tuple[int, float]:
    """Hour and minutes as the words have them, before the part of the day is heard."""
    hour, minutes = -1, 0.0
    for item in phrase.items:
        if item.category == "clock":
            first, second, *third = (int(p) for p in str(item.value).split(":"))
            hour, minutes = first, second + sum(third) / 60
        elif item.category == "number" and isinstance(item.value, tuple):
            whole, _, rest = (item.value[1] or str(int(item.value[0]))).partition(".")
            hour = int(whole) if whole.isdigit() and len(rest) in (0, 2) else -1
            minutes = float(rest or 0)
        elif item.category == "ordinal":
            hour = int(str(item.value))
        elif item.category == "one":
            hour = 1
        elif item.category == "fraction":
            minutes = float(str(item.value)) * 60
    return hour, minutes


def _hour_of_day(hour: int, part: str) -> int:
    """An hour of the twelve as one of the twenty-four."""
    of_twelve = hour % NOON
    if part in ("pm", "afternoon", "evening") or (part == "noon" and of_twelve < LATE_FROM):
        return of_twelve + NOON
    if part == "night" and of_twelve >= LATE_FROM:
        return of_twelve + NOON
    return hour if part == "noon" else of_twelve
