"""Zones: many shapes of page, each row with the role that it plays."""

from itertools import pairwise

import pytest
from reading import made, page

from checker.layout import zones

LONG = (
    "The ministry of defence said on Thursday that the last units of the force had left the northern base "
    "and that the keys of its gate had been handed to the army of the country."
)
MORE = (
    "A spokesman added that training would go on in the two remaining camps, and that a joint committee would meet "
    "every month to look at what had been done and what was still to do."
)
AR = (
    "قالت وزارة الدفاع يوم الخميس إن آخر وحدات القوة غادرت القاعدة الشمالية، وإن مفاتيح بوابتها سلمت إلى الجيش، "
    "وإن التدريب سيستمر في المعسكرين الباقيين، على أن تجتمع لجنة مشتركة كل شهر."
)
AR_MORE = (
    "وأضافت الوزارة في بيانها أن المدارس القريبة من القاعدة ستفتح أبوابها الأسبوع المقبل، وأن أعمال رفع الأنقاض "
    "من الطريق المؤدية إليها ستنتهي قبل حلول الشتاء، وأن البلدية تولت الإشراف عليها."
)


def rows(text: str, *, title: str | None = None, body: int = 0) -> list[tuple[str, str]]:
    """Kind and words of each zone."""
    return [(z.kind, text[z.start : z.end]) for z in zones(page(text), body, title)]


def kinds(text: str, *, title: str | None = None) -> list[str]:
    """The kinds of the zones alone."""
    return [kind for kind, _ in rows(text, title=title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Last units leave the base\n\n{LONG}\n{MORE}\n", ["title", "body"]),
        (f"{LONG}\n{MORE}", ["body"]),
        (f"Last units leave the base\n9 December 2021\n{LONG}", ["title", "date-line", "body"]),
        (f"9 December 2021 | 3/1\nLast units leave the base\n{LONG}", ["date-line", "title", "body"]),
        (f"Last units leave the base\nBy Omar Hadi - The Desk\n{LONG}", ["title", "byline", "body"]),
        (f"Last units leave the base\nSoldiers at the gate of the base\n{LONG}", ["title", "caption", "body"]),
        (f"Last units leave the base\nLast units leave the base\n{LONG}", ["title", "title", "body"]),
        (f"Home > News > Iraq\nLast units leave the base\n{LONG}", ["furniture", "title", "body"]),
        (f"Home » News\n{LONG}", ["furniture", "body"]),
        (f"Home again\n{LONG}", ["title", "body"]),
        (f"Last units leave\n{LONG}\nWhat comes next\n{MORE}", ["title", "body", "headline", "body"]),
        (f"Last units leave\n{LONG}\nRelated articles\nFive killed in a blast\nTen hurt\n{MORE}",
         ["title", "body", "furniture", "furniture", "furniture", "body"]),
        (f"Last units leave\n{LONG}\n{MORE}\nRead more:\nFive killed in a blast\nTen hurt in a fire",
         ["title", "body", "furniture", "furniture", "furniture"]),
        (f"Last units leave\n{LONG}\nRead more about the wider war, which went on for years.\n{MORE}",
         ["title", "body"]),
        (f"Last units leave\n{LONG}\n- The Desk (@desk) December 9, 2021\n{MORE}",
         ["title", "body", "signature", "body"]),
        (f"انتهاء المهمة\n9 كانون الأول 2021\n{AR}", ["title", "date-line", "body"]),
        (f"الرئيسية > أخبار\nانتهاء المهمة\n{AR}", ["furniture", "title", "body"]),
        (f"انتهاء المهمة\n{AR}\nأخبار ذات صلة\nمقتل خمسة\n{AR_MORE}",
         ["title", "body", "furniture", "furniture", "body"]),
        ("Two short lines\nand no running text", ["caption", "body"]),
        ("One short line", ["body"]),
        ("", []),
        (" \n\n ", []),
        ("Related articles\nFive killed\nTen hurt", ["furniture", "furniture", "furniture"]),
    ],
)  # fmt: skip
def test_each_row_of_a_page_has_its_role(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_a_title_that_metadata_give_is_found_and_no_other() -> None:
    text = f"A kicker of the desk\nLast units leave\n{LONG}"
    assert kinds(text, title="Last  units leave") == ["caption", "caption", "body"]
    assert kinds(text, title="A kicker of the desk") == ["title", "caption", "body"]


def test_a_title_of_a_sentence_is_none() -> None:
    assert kinds(f"The units left the base.\n{LONG}")[0] == "caption"


@pytest.mark.parametrize(
    "dateline",
    ["BAGHDAD, Dec 9 (Wire) -", "BAGHDAD -", "BAGHDAD, Dec. 9 --", "بغداد -"],
)
def test_a_dateline_is_a_row_of_its_own(dateline: str) -> None:
    shaped = rows(f"Last units leave the base\n{dateline} {LONG}")
    assert [kind for kind, _ in shaped] == ["title", "byline", "body"]
    assert dateline.startswith(shaped[1][1].rstrip("-")[:6])
    assert shaped[2][1] == LONG


def test_a_dash_behind_no_name_is_no_dateline() -> None:
    assert rows(f"Last units leave\nIt is over - {LONG}")[1] == ("body", f"It is over - {LONG}")
    assert [kind for kind, _ in rows(f"Last units leave\nBaghdad {LONG} -  no")] == ["title", "body"]


def test_only_the_first_paragraph_has_a_dateline() -> None:
    shaped = rows(f"Last units leave\n{LONG}\nBAGHDAD - {MORE}")
    assert [kind for kind, _ in shaped] == ["title", "body"]


def test_a_row_with_a_date_and_more_is_body_behind_the_text() -> None:
    later = "It came back on 9 December 2021 to a country at peace, at last."
    assert [kind for kind, _ in rows(f"Last units leave\n{LONG}\n{later}")] == ["title", "body"]


def test_front_matter_is_no_zone() -> None:
    text = f"---\nsource: x\n---\nLast units leave\n{LONG}"
    shaped = rows(text, body=text.index("Last"))
    assert [kind for kind, _ in shaped] == ["title", "body"]
    marked = f"---\nsource: مُ\n---\nLast units leave\n{LONG}"
    assert rows(marked, body=marked.index("Last"))[0] == ("title", "Last units leave")


def test_zones_lie_in_order_and_cover_every_word() -> None:
    text = f"Home > News\nLast units leave\n9 December 2021\nBAGHDAD - {LONG}\nRelated news\nTen hurt\n{MORE}\n"
    laid = zones(page(text), 0, None)
    assert all(a.end <= b.start for a, b in pairwise(laid))
    covered = {at for z in laid for at in range(z.start, z.end)}
    missed = "".join(text[at] for at in range(len(text)) if at not in covered)
    assert missed.replace("-", "").strip() == ""


def test_the_title_of_the_text_is_the_documents() -> None:
    document, _ = made(f"Last units leave\n{LONG}")
    assert document.title == "Last units leave"
    assert made(LONG)[0].title is None
    assert made(f"Last units leave\n{LONG}", title="Another")[0].title == "Another"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Title: Last units leave\n{LONG}", [("title", "Last units leave"), ("body", LONG)]),
        (f"العنوان: انتهاء المهمة\n{AR}", [("title", "انتهاء المهمة"), ("body", AR)]),
        (f"Last units leave\nPublished: 9 Dec 2021 10:22 GMT\n{LONG}",
         [("title", "Last units leave"), ("date-line", "Published: 9 Dec 2021 10:22 GMT"), ("body", LONG)]),
        (f"21:34 | 2021-12-09\nLast units leave\n{LONG}",
         [("date-line", "21:34 | 2021-12-09"), ("title", "Last units leave"), ("body", LONG)]),
        (f"Last units leave\n{LONG}\nUpdated: 9 December 2021",
         [("title", "Last units leave"), ("body", LONG), ("date-line", "Updated: 9 December 2021")]),
        (f"Last units leave\n{LONG}\nآخر تحديث: 9 ديسمبر 2021",
         [("title", "Last units leave"), ("body", LONG), ("date-line", "آخر تحديث: 9 ديسمبر 2021")]),
        (f"Last units leave\nBy Omar Hadi\n{LONG}",
         [("title", "Last units leave"), ("byline", "By Omar Hadi"), ("body", LONG)]),
        (f"Last units leave\n{LONG}\nPhoto: soldiers at the gate",
         [("title", "Last units leave"), ("body", LONG), ("caption", "Photo: soldiers at the gate")]),
        (f"Last units leave\n{LONG}\nSoldiers at the gate (Reuters/Omar Hadi)\n{MORE}",
         [("title", "Last units leave"), ("body", LONG), ("caption", "Soldiers at the gate (Reuters/Omar Hadi)"),
          ("body", MORE)]),
        (f"انتهاء المهمة\n{AR}\nجنود عند البوابة (أرشيفية)\n{AR_MORE}",
         [("title", "انتهاء المهمة"), ("body", AR), ("caption", "جنود عند البوابة (أرشيفية)"), ("body", AR_MORE)]),
    ],
)  # fmt: skip
def test_a_row_that_says_what_it_is_is_believed(text: str, expected: list[tuple[str, str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "row",
    [
        "12 comments", "Share", "1,204 shares", "© 2021 Harbour Post", "Copyright Harbour Post. All rights reserved.",
        "We use cookies to give you the best experience on our site, and you can read how in the policy.",
        "Sign up for our morning letter.", "٥ تعليقات", "طباعة", "تابعوا قناتنا على تلغرام",
        "نستخدم ملفات تعريف الارتباط لتحسين تجربتكم في الموقع.",
    ],
)  # fmt: skip
def test_a_button_or_a_notice_is_furniture_and_what_follows_is_not(row: str) -> None:
    assert rows(f"Last units leave\n{LONG}\n{row}\n{MORE}")[2] == ("furniture", row)
    assert kinds(f"Last units leave\n{LONG}\n{row}\n{MORE}")[3:] == ["body"]


@pytest.mark.parametrize(
    "row",
    [
        "Share prices in the country fell on Thursday to where they had stood in the spring of the year before.",
        "Print workers in the country went on strike on Thursday for higher wages, and the papers did not appear.",
    ],
)
def test_a_sentence_that_begins_like_a_button_is_body(row: str) -> None:
    assert kinds(f"Last units leave\n{LONG}\n{row}") == ["title", "body"]


def test_an_article_that_is_printed_twice_is_read_once() -> None:
    shaped = rows(f"Last units leave\nBAGHDAD - {LONG}\n{MORE}\nBAGHDAD - {LONG}\n{MORE}")
    assert [kind for kind, _ in shaped] == ["title", "byline", "body", "mirrored", "mirrored"]
    assert shaped[2][1] == f"{LONG}\n{MORE}"


def test_a_sentence_that_is_printed_again_in_a_paragraph_is_read_once() -> None:
    shaped = rows(f"Last units leave\n{LONG}\n{MORE} {LONG}")
    assert [kind for kind, _ in shaped] == ["title", "body", "mirrored"]
    assert shaped[2][1] == LONG


def test_a_teaser_that_the_text_repeats_gives_way_to_the_text() -> None:
    teaser = "The last units of the northern force have left and handed over the keys of the gate"
    shaped = kinds(f"Last units leave\n{teaser}\n{teaser}. {MORE}")
    assert shaped == ["title", "mirrored", "body"]


def test_a_short_sentence_may_stand_twice() -> None:
    assert kinds(f"Last units leave\n{LONG} It is over. {MORE} It is over. {LONG[:-1]} for good.") == ["title", "body"]


@pytest.mark.parametrize("dateline", ["بغداد/ واع/", "BAGHDAD / Dec 9 /"])
def test_a_dateline_may_have_slashes(dateline: str) -> None:
    shaped = rows(f"Last units leave the base\n{dateline} {LONG}")
    assert shaped[1:] == [("byline", dateline), ("body", LONG)]
    assert kinds(f"Last units leave the base\nHis and/or her {LONG}") == ["title", "body"]
