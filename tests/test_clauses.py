"""Where clauses begin, who speaks in each, as of when, and what colours it."""

import judging
import pytest

from checker.camps import show
from checker.model import Clause


def lines(text: str, **given: str | None) -> list[str]:
    """Each clause as `speaker: words`."""
    found = judging.clauses_of(text, **given)
    return [f"{one.speaker}: {text[one.start : one.end].strip()}" for one in found]


def in_words(clause: Clause) -> str:
    """As of when a clause is told."""
    return "?" if clause.as_of is None else show(clause.as_of)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mustafa al-Kadhimi said that the troops left. The bases are empty.",
            ["kadhimi: Mustafa al-Kadhimi said", "kadhimi: that the troops left.", "None: The bases are empty."],
        ),
        (
            "قال مصطفى الكاظمي إن القوات غادرت. القواعد خالية.",
            ["kadhimi: قال مصطفى الكاظمي", "kadhimi: إن القوات غادرت.", "None: القواعد خالية."],
        ),
        (
            "Mustafa al-Kadhimi said that the troops left, and Qasim al-Araji said that they stay.",
            [
                "kadhimi: Mustafa al-Kadhimi said",
                "kadhimi: that the troops left,",
                "araji: and Qasim al-Araji said",
                "araji: that they stay.",
            ],
        ),
        (
            "قال مصطفى الكاظمي إن القوات غادرت، مضيفا أن القواعد خالية.",
            ["kadhimi: قال مصطفى الكاظمي", "kadhimi: إن القوات غادرت،", "kadhimi: مضيفا", "kadhimi: أن القواعد خالية."],
        ),
        (
            "قال مصطفى الكاظمي إن القوات غادرت، وقال قاسم الأعرجي إنها باقية.",
            [
                "kadhimi: قال مصطفى الكاظمي",
                "kadhimi: إن القوات غادرت،",
                "araji: وقال قاسم الأعرجي",
                "araji: إنها باقية.",
            ],
        ),
        ("Baghdad said that the troops left.", ["baghdad: Baghdad said", "baghdad: that the troops left."]),
        (
            "The governor of the town said that the troops left.",
            [
                "the governor of the town: The governor of the town said",
                "the governor of the town: that the troops left.",
            ],
        ),
        (
            "According to Qasim al-Araji, the troops left.",
            ["araji: According to Qasim al-Araji, the troops left."],
        ),
        ("بحسب قاسم الأعرجي غادرت القوات.", ["araji: بحسب قاسم الأعرجي غادرت القوات."]),
        ("According to the papers, the troops left.", ["None: According to the papers, the troops left."]),
        ("Qasim al-Araji: the troops left", ["araji: Qasim al-Araji: the troops left"]),
        (
            'The "green zone" is empty; the troops left.',
            ['None: The "green zone" is empty;', "None: the troops left."],
        ),
        (
            'Mustafa al-Kadhimi said: "The troops left at dawn today. They will not be back this year." All is calm.',
            [
                "kadhimi: Mustafa al-Kadhimi said:",
                'kadhimi: "The troops left at dawn today.',
                'kadhimi: They will not be back this year."',
                "None: All is calm.",
            ],
        ),
        (
            '"The troops left the country in good order," Mustafa al-Kadhimi said.',
            ['kadhimi: "The troops left the country in good order,', 'kadhimi: " Mustafa al-Kadhimi said.'],
        ),
        (
            "Mustafa al-Kadhimi said that the troops left. He added that the bases are empty.",
            [
                "kadhimi: Mustafa al-Kadhimi said",
                "kadhimi: that the troops left.",
                "kadhimi: He added",
                "kadhimi: that the bases are empty.",
            ],
        ),
    ],
)
def test_every_clause_has_its_speaker(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_a_quotation_ends_with_its_paragraph_where_nobody_closes_it() -> None:
    text = 'Mustafa al-Kadhimi said: "The troops left at dawn today. They are gone.\n\nThe bases are empty today.\n'
    assert lines(text)[-2:] == ["kadhimi: They are gone.", "None: The bases are empty today."]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The bases are empty.", ["8 Apr 2021"]),
        ("Mustafa al-Kadhimi said on Wednesday that the troops left.", ["7 Apr 2021", "7 Apr 2021"]),
        ("أعلن مصطفى الكاظمي، الأربعاء، أن القوات غادرت.", ["7 Apr 2021", "7 Apr 2021"]),
        ("Mustafa al-Kadhimi said that the troops leave by Friday.", ["8 Apr 2021", "8 Apr 2021"]),
        ("Mustafa al-Kadhimi will say by Friday that the troops left.", ["8 Apr 2021", "8 Apr 2021"]),
        ("Mustafa al-Kadhimi said on April 20, 2021 that the troops left.", ["8 Apr 2021", "8 Apr 2021"]),
        ("The troops had left before the summer.", ["up to 8 Apr 2021"]),
        ("كانت القوات قد غادرت القواعد.", ["up to 8 Apr 2021"]),
    ],
)
def test_a_clause_is_told_as_of_the_day_of_speaking(text: str, days: list[str]) -> None:
    assert [in_words(one) for one in judging.clauses_of(text)] == days


def test_without_a_day_of_publication_nothing_is_as_of() -> None:
    assert [one.as_of for one in judging.clauses_of("The troops had left. The bases are empty.", on=None)] == [
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("The troops left.", []),
        ("The troops will leave.", ["planned"]),
        ("The troops did not leave.", ["denied"]),
        ("The troops might leave.", ["conditional"]),
        ("لن تغادر القوات.", ["denied"]),
        ("من المقرر أن تغادر القوات.", ["planned"]),
        ("إذا غادرت القوات.", ["conditional"]),
    ],
)
def test_words_that_colour_a_clause_are_kept(text: str, cues: list[str]) -> None:
    assert [cue.kind for one in judging.clauses_of(text) for cue in one.cues] == cues


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("Initial reports speak of 12 people killed.", {"first-report"}),
        ("The final toll is 12 people killed.", {"final"}),
        ("The toll was revised to 12 people killed.", {"correction"}),
        ("The toll is 12 people killed.", set()),
        ("قتل 12 شخصا في حصيلة أولية.", {"first-report"}),
        ("قتل 12 شخصا في الحصيلة النهائية.", {"final"}),
        ("قتل 12 شخصا.", set()),
    ],
)
def test_what_a_toll_says_of_itself_is_kept(text: str, markers: set[str]) -> None:
    (one,) = judging.clauses_of(text)
    assert one.markers == markers


def test_a_verb_of_denying_colours_what_it_reports() -> None:
    said, denied = "Mustafa al-Kadhimi said that the troops left.", "Mustafa al-Kadhimi denied that the troops left."
    assert [one.denied for one in judging.clauses_of(said)] == [False, False]
    assert judging.clauses_of(denied)[-1].denied


# --- zones ------------------------------------------------------------------------------------------------------

LEAD = (
    "The commanders of both armies met on Thursday in Baghdad and agreed on training for their soldiers in the coming "
    "months.\n\n"
)
TAIL = (
    "\n\nThe last lines of the report speak at some length about the plans of the two armies for the coming summer.\n"
)


def test_below_a_headline_inside_the_text_everything_is_background() -> None:
    text = f"{LEAD}How it began\n\nThe troops came with the coalition.{TAIL}"
    by_words = {text[one.start : one.end].strip()[:20]: one.background for one in judging.clauses_of(text)}
    assert by_words["The commanders of bo"] is False
    assert by_words["The troops came with"] is True


def test_a_signature_gives_its_speaker_and_its_day_to_the_paragraph_above() -> None:
    text = f"{LEAD}The talks of the two armies have ended today.\n- Qasim al-Araji (@adviser) December 9, 2020\n{TAIL}"
    by_words = {text[one.start : one.end].strip()[:9]: one for one in judging.clauses_of(text) if one.zone == "body"}
    assert (by_words["The talks"].speaker, in_words(by_words["The talks"])) == ("araji", "9 Dec 2020")
    assert by_words["The comma"].speaker is None


def test_a_signature_without_a_name_or_a_day_changes_nothing() -> None:
    text = f"{LEAD}The talks of the two armies have ended today.\n- the desk (@desk)\n{TAIL}"
    by_words = {text[one.start : one.end].strip()[:9]: one for one in judging.clauses_of(text) if one.zone == "body"}
    assert (by_words["The talks"].speaker, in_words(by_words["The talks"])) == (None, "8 Apr 2021")
    assert any(one.zone == "signature" for one in judging.clauses_of(text))


def test_mentions_lie_in_the_clause_in_which_they_begin() -> None:
    found = judging.clauses_of("Mustafa al-Kadhimi said on Wednesday that 2,500 troops left Iraq.")
    for one in found:
        assert all(one.start <= mention.start < one.end for mention in one.mentions)
    assert [sorted({mention.kind for mention in one.mentions} - {"concept"}) for one in found] == [
        ["date", "name"],
        ["count", "name"],
    ]
