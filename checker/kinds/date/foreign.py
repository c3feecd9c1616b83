"""Dates in languages without a pack: the spans are found here, dateparser reads them. The only file that imports it.

Only what names its day, its month and its year is asked for: dateparser fills every gap from its reference day, and it
never sees a clock here.
"""

import re
from datetime import date, datetime

from checker.model import Days

# A day, a word (a month) and a year in the orders in which languages write them; small words may stand between.
SPAN = re.compile(
    r"(?<!\w)(?:\d{1,2}(?:st|nd|rd|th|er|\.|º|ª)?\s+(?:\w{1,3}\.?\s+)?[^\W\d_]{3,}\.?,?\s+(?:\w{1,3}\.?\s+)?\d{4}"
    r"|[^\W\d_]{3,}\.?\s+\d{1,2},?\s+\d{4})(?!\w)"
)
REFERENCE = datetime(2000, 1, 1)  # noqa: DTZ001  # never used: every part of the date is asked for, and none of it is a time
MOST = 2000  # spans of a document that are asked for


def find(text: str, language: str) -> list[tuple[int, int, Days]]:
    """Start, end and day of every full date of a text in a language (BCP 47), in offsets of the text as received.

    A language that dateparser doesn't know has none.
    """
    spans = [m.span() for m in SPAN.finditer(text)][:MOST]
    if not spans:
        return []
    from dateparser.date import DateDataParser

    settings = {"RELATIVE_BASE": REFERENCE, "REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True}
    parser = DateDataParser(languages=[language.partition("-")[0].lower()], settings=settings)
    found = []
    for start, end in spans:
        try:
            read = parser.get_date_data(text[start:end])
        except ValueError:  # a language that it doesn't know: told on first use
            return []
        if read.date_obj is not None and read.period == "day":
            day = date(read.date_obj.year, read.date_obj.month, read.date_obj.day)
            found.append((start, end, Days(start=day, end=day)))
    return found
