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
