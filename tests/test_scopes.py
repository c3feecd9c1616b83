"""Where, of whom, by whom, between whom, on which day: the scope of a fact."""

import pytest
from test_facts import facts


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        ("12 people were killed in Mosul.", "place", "mosul"),
        ("12 people were killed in Mosul, in Iraq.", "place", "mosul"),
        ("12 people were killed in Iraq.", "place", "iraq"),
        ("12 people were killed.", "place", None),
        ("قتل 12 شخصا في الموصل.", "place", "mosul"),
        ("قتل 12 شخصا.", "place", None),
        ("12 people were killed in Mosul.", "country", "iraq"),
        ("12 people were killed in Damascus.", "country", "syria"),
        ("12 people were killed.", "country", None),
        ("12 people were killed in Mosul.", "site", "mosul"),
        ("12 people were killed in Iraq.", "site", None),
        ("قتل 12 شخصا في العراق.", "site", None),
        ("12 people were killed in Mosul on April 5.", "day", "2021-04-05"),
        ("12 people were killed in Mosul in March.", "day", "2021-03-01/2021-03-31"),
        ("12 people were killed in Mosul.", "day", None),
        ("قتل 12 شخصا في الموصل يوم 5 نيسان.", "day", "2021-04-05"),
        ("There are 900 US troops.", "group", "us"),
        ("There are 900 French troops.", "group", "france"),
        ("There are 900 troops.", "group", None),
        ("There are 900 troops, and the American minister knows it.", "group", None),
        ("هناك 900 جندي فرنسي.", "group", "france"),
        ("هناك 900 جندي.", "group", None),
        ("The third round of talks between Iraq and the United States began.", "parties", "iraq+us"),
        ("The third round of talks in Iraq began.", "parties", None),
        ("بدأت الجولة الثالثة من الحوار بين بغداد وواشنطن.", "parties", "iraq+us"),
        ("Five rockets hit Ain al-Asad base in Iraq.", "target", "ain-al-asad"),
        ("Five rockets hit Mosul.", "target", "mosul"),
        ("Mustafa al-Kadhimi announced the withdrawal.", "announcer", "kadhimi"),
        ("أعلن مصطفى الكاظمي الانسحاب.", "announcer", "kadhimi"),
        ("The Ain al-Asad base in Anbar is large.", "subject", "ain-al-asad"),
        ("Five rockets hit Mosul.", "place", "iraq"),
    ],
)
def test_a_key_of_the_scope_is_what_the_words_state(text: str, key: str, expected: str | None) -> None:
    keys = {
        "group": "t-troops",
        "parties": "t-round",
        "target": "t-hit",
        "announcer": "t-announced",
        "subject": "t-lies",
    }
    wanted = "t-hit" if "rockets" in text else keys.get(key, "t-killed")
    (one,) = [fact for fact in facts(text) if fact.question == wanted]
    assert one.scope.get(key) == expected


def test_what_a_question_assumes_is_marked_and_what_it_asks_for_must_be_there() -> None:
    (one,) = [fact for fact in facts("In Iraq the army met. Five rockets were fired.") if fact.question == "t-hit"]
    assert one.scope["place"] == "iraq"
    assert one.assumed == {"place"}
    (stated,) = [fact for fact in facts("Five rockets hit Mosul.") if fact.question == "t-hit"]
    assert stated.assumed == frozenset()
    assert [fact for fact in facts("Five rockets hit Damascus.") if fact.question == "t-hit"] == []
    assert [fact for fact in facts("In Syria the army met. Five rockets were fired.") if fact.question == "t-hit"] == []
