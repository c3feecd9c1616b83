"""Documents: day of publication, outlet and language, from metadata or the text, and open where it is open."""

import pytest
from reading import made, packs, page, written

from checker.collect import Collected
from checker.documents import read_day
from checker.kinds import date
from checker.mentions import mentions
from checker.model import RawDocument
from checker.pipeline import judge

BODY = (
    "The last units of the force have left the northern base, the ministry of defence said in a statement, and the "
    "keys of its gate have been handed to the army of the country, which will guard it."
)
ARABIC = (
    "غادرت آخر وحدات القوة القاعدة الشمالية، بحسب ما أعلنت وزارة الدفاع في بيان لها، وسلمت مفاتيح بوابتها إلى "
    "الجيش الذي سيتولى حراستها في المرحلة التي تلي ذلك من دون أي تأخير."
)


def published(text: str, **metadata: str) -> tuple[str, str | None]:
    """When a text was published, and how that is known."""
    document, _ = made(text, **metadata)
    return written(document.published), document.published_from


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2021-12-09", "2021-12-09"),
        (" 2021-12-09T10:30:00Z", "2021-12-09"),
        ("9 December 2021", "2021-12-09"),
        ("Thursday, 9 December 2021, 10:30", "2021-12-09"),
        ("٩ كانون الأول ٢٠٢١", "2021-12-09"),
        ("31/12/2021", "2021-12-31"),
        ("December 2021", "2021-12-01..2021-12-31"),
    ],
)
def test_the_day_that_metadata_give(given: str, day: str) -> None:
    assert published(BODY, published=given) == (day, "metadata")


def test_metadata_may_say_where_they_come_from() -> None:
    assert published(BODY, published="2021-12-09", published_from="documents.yaml")[1] == "documents.yaml"


@pytest.mark.parametrize("given", ["soon", "yesterday", "12:30", "on Thursday"])
def test_a_day_that_can_t_be_read_is_noted_and_left(given: str) -> None:
    document, notes = made(BODY, published=given)
    assert document.published is None
    assert [n.message for n in notes] == [f"published {given!r} is no day that can be read"]
    assert read_day(given, packs()) is None


@pytest.mark.parametrize(
    ("text", "day", "known"),
    [
        (f"Last units leave\n9 December 2021\n{BODY}", "2021-12-09", "date line"),
        (f"Last units leave\nThursday, 9 December 2021 | 3/1\n{BODY}", "2021-12-09", "date line"),
        (f"Last units leave\n2021-12-09\n{BODY}", "2021-12-09", "date line"),
        (f"Last units leave\nBAGHDAD, Dec 9, 2021 (Wire) - {BODY}", "2021-12-09", "date line"),
        (f"انتهاء المهمة\nالخميس 9 كانون الأول 2021\n{ARABIC}", "2021-12-09", "date line"),
        (f"Today, Thursday, it ended. {BODY} It was announced on 9 December 2021.", "2021-12-09",
         "weekday and date in the text"),
        (f"انتهت اليوم الخميس المهمة. {ARABIC} وكان ذلك في 9 كانون الأول 2021", "2021-12-09",
         "weekday and date in the text"),
        (f"{ARABIC} وقال يوم الأربعاء إن ذلك تم في 9 كانون الأول الجاري من العام الجاري 2021", "2021-12-15..2021-12-29",
         "month, year and weekday in the text"),
    ],
)  # fmt: skip
def test_the_day_that_the_text_gives(text: str, day: str, known: str) -> None:
    assert published(text) == (day, known)


def test_a_date_line_among_furniture_dates_nothing() -> None:
    assert published(f"{BODY}\nRelated articles\n9 December 2021\n") == ("unresolved", None)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY} It will end on 31 December 2021.",
        f"{BODY} It ended on Thursday.",
        f"Today, Thursday. {BODY} It began on 10 December 2021.",
        f"{BODY} It ended today, Thursday.",
        f"{ARABIC} وذلك يوم الأربعاء",
        f"Last units leave\nDecember 2021\n{BODY}",
        f"Last units leave\n9 December\n{BODY}",
        "",
    ],
)
def test_the_day_is_not_guessed_where_the_text_leaves_it_open(text: str) -> None:
    assert published(text) == ("unresolved", None)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("في كانون الأول الجاري من العام الجاري 2021", "2021-12-01..2021-12-31"),
        ("في 9 كانون الأول الجاري من العام الجاري 2021", "2021-12-09..2021-12-31"),
        ("بحلول 31 كانون الأول الجاري من العام الجاري 2021", "2021-12-01..2021-12-31"),
    ],
)
def test_the_current_month_and_year_leave_several_days(words: str, days: str) -> None:
    assert published(f"{ARABIC} وكان ذلك {words}")[0] == days


def test_the_weekday_of_the_lead_narrows_the_month() -> None:
    text = f"أعلن الأربعاء ذلك. {ARABIC} وكان ذلك في 9 كانون الأول الجاري من العام الجاري 2021"
    assert published(text)[0] == "2021-12-15..2021-12-29"


def test_a_year_is_told_by_a_day_that_is_named_twice() -> None:
    twice = "حتى 31 كانون الأول 2021 أي حتى 31 كانون الأول من العام الجاري"
    assert published(f"{ARABIC} {twice}") == ("2021-01-01..2021-12-31", "year in the text")
    today = f"قال اليوم الخميس {ARABIC} {twice}"
    assert published(today) == ("2021-01-07..2021-12-30", "year in the text")
    two = f"{ARABIC} {twice}، و5 آذار 2020 و5 آذار من العام الجاري"
    assert published(two) == ("unresolved", None)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"Last units leave\nBy Omar Hadi - Reuters\n{BODY}", "Reuters"),
        (f"Last units leave\nBAGHDAD, Dec 9 (Reuters) - {BODY}", "Reuters"),
        (f"انتهاء المهمة\nبغداد (رويترز) - {ARABIC}", "Reuters"),
        (f"Last units leave\n(Reuters) {BODY}", "Reuters"),
        (f"Last units leave\nReuters, 9 December 2021\n{BODY}", "Reuters"),
        (f"Last units leave\n{BODY} (Reuters)", None),
        (f"Last units leave\n{BODY} Reuters was told so.", None),
        (f"Last units leave\nIraq - The Desk\n{BODY}", None),
        (BODY, None),
        (f"Last units leave\n{BODY}\n© 2021 Harbour Post. All rights reserved.", "Harbour Post"),
        (f"Last units leave\n{BODY}\nCopyright 2021 Reuters", "Reuters"),
        (f"Last units leave\n{BODY}\nCopyright is a right of authors", None),
        (f"Last units leave\n{BODY}\n© 2021", None),
        (f"انتهاء المهمة\n{ARABIC}\nالمصدر: رويترز", "Reuters"),
        (f"انتهاء المهمة\n{ARABIC}\nالمصدر: وكالات", None),
        (f"Last units leave\nSource: Reuters\n{BODY}", "Reuters"),
    ],
)
def test_the_outlet_that_the_text_names(text: str, source: str | None) -> None:
    assert made(text)[0].source == source


def test_the_outlet_that_metadata_name_wins() -> None:
    assert made(f"Last units leave\n(Reuters) {BODY}", source="The Desk")[0].source == "The Desk"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        (ARABIC, "ar"),
        (f"{ARABIC} Left today", "ar"),
        (f"{BODY} اليوم", "en"),
        ("Der Einsatz endete gestern Abend vor der versammelten Presse ohne jede Feier und ohne Reden", None),
        ("Слова без всякого перевода и смысла", None),
        ("12 34 56", None),
        ("", None),
    ],
)
def test_the_language_that_the_small_words_tell(text: str, language: str | None) -> None:
    assert made(text)[0].language == language


def test_the_language_that_metadata_name_wins() -> None:
    assert made(BODY, language="fr")[0].language == "fr"


def test_what_else_metadata_say_is_kept() -> None:
    document, notes = made(BODY, id="b/c.txt", story="mission", url="https://example.org/1", published="2021-12-09")
    assert (document.id, document.story, document.url, notes) == ("b/c.txt", "mission", "https://example.org/1", [])
    assert document.text == BODY


def test_an_undated_document_says_how_much_it_leaves_unresolved() -> None:
    text = f"Yesterday and on Sunday. {BODY}"
    collected = Collected(raw=[RawDocument(id="a.txt", text=text)], faults=[], notes=[], skipped=0)
    report = judge(collected, packs(), compare=False)
    assert [n.message for n in report.notes] == ["no day of publication: 2 expressions left unresolved"]
    assert report.unjudged["unresolved_mentions"] == 2


def test_words_of_an_undated_document_stay_mentions_without_a_value() -> None:
    text = f"Yesterday they left. {BODY}"
    document, _ = made(text)
    read = page(text)
    found = [m for m in mentions(document, read, packs(), date.day_order(read)) if m.kind == "date"]
    assert [(text[m.start : m.end], m.value) for m in found] == [("Yesterday", None)]
