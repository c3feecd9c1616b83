"""What else finds dates and numbers in reports, timed on the same reports: a program of its own.

It runs in an environment that has the other libraries and nothing of the checker: reports come in on standard input
and figures go out, both as JSON lines. A library that is not there is left out; its own kind of day of reference,
language and preference for the past are given wherever it takes them.
"""

import importlib.metadata
import json
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module

BUDGET = 20.0  # seconds of the processor for one library and language; after them no further report is begun
LEAST = 5  # reports that are read in any case

Finder = Callable[[str, datetime], int]  # reads a text as of a day; how many finds


def dateparser(language: str) -> Finder:
    """The dates that dateparser's search finds."""
    search = import_module("dateparser.search")

    def find(text: str, day: datetime) -> int:
        settings = {"PREFER_DATES_FROM": "past", "RELATIVE_BASE": day}
        return len(search.search_dates(text, languages=[language], settings=settings) or ())

    return find


def quantulum3(language: str) -> Finder:
    """The quantities that quantulum3 finds."""
    parser = import_module("quantulum3.parser")

    return lambda text, day: len(parser.parse(text))


def recognizers(language: str) -> Finder:
    """The dates and numbers that the recognizers for text find."""
    dates = import_module("recognizers_date_time").DateTimeRecognizer("en-us").get_datetime_model()
    numbers = import_module("recognizers_number").NumberRecognizer("en-us").get_number_model()
    return lambda text, day: len(dates.parse(text, day)) + len(numbers.parse(text))


def datefinder(language: str) -> Finder:
    """The dates that datefinder finds."""
    finder = import_module("datefinder")
    return lambda text, day: sum(1 for _ in finder.find_dates(text, base_date=day))


def parsedatetime(language: str) -> Finder:
    """The dates that parsedatetime finds."""
    calendar = import_module("parsedatetime").Calendar()
    return lambda text, day: len(calendar.nlp(text, sourceTime=day.timetuple()) or ())


def mahad(language: str) -> Finder:
    """The times and numerals that mahad finds."""
    functions = import_module("maha.parsers.functions")
    return lambda text, day: len(functions.parse_dimension(text, time=True, numeral=True))


RIVALS: list[tuple[str, str, str, Callable[[str], Finder]]] = [  # distribution, language, what it reads, how
    ("dateparser", "ar", "dates", dateparser),
    ("dateparser", "en", "dates", dateparser),
    ("mahad", "ar", "dates, numbers", mahad),
    ("quantulum3", "en", "numbers", quantulum3),
    ("recognizers-text-date-time", "en", "dates, numbers", recognizers),
    ("parsedatetime", "en", "dates", parsedatetime),
    ("datefinder", "en", "dates", datefinder),
]


def main() -> int:
    """Reads reports, and prints what each library that is here took for how many of them."""
    reports = [json.loads(line) for line in sys.stdin]
    for row in measured(reports):
        print(json.dumps(row), flush=True)
    return 0


def measured(reports: list[dict[str, str]]) -> Iterator[dict[str, object]]:
    """A row for each library and language that can be measured here."""
    for name, language, what, make in RIVALS:
        try:
            version = importlib.metadata.version(name)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                find = make(language)
        except (importlib.metadata.PackageNotFoundError, ImportError):
            continue
        texts = [
            (one["text"], datetime.fromisoformat(one["published"])) for one in reports if one["language"] == language
        ]
        find(texts[0][0][:300], texts[0][1])  # loads what is loaded when it is first used
        read = found = failed = 0
        start = time.process_time()
        for text, day in texts[1:]:
            if read >= LEAST and time.process_time() - start > BUDGET:
                break
            read += 1
            try:
                found += find(text, day)
            except Exception:  # noqa: BLE001  # a text that another library can't take is told, not hidden
                failed += 1
        seconds = time.process_time() - start
        row = {"name": name, "version": version, "language": language, "what": what}
        yield {**row, "reports": read, "found": found, "failed": failed, "seconds": seconds}


if __name__ == "__main__":
    sys.exit(main())
