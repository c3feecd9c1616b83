"""Counts and shares that no plain numeral tells, whose money a sum is, and measures that convert."""

from pathlib import Path

import pytest
from reading import found, of_kind, packs, page, words_of, written

from checker.camps import camps
from checker.compiling import compile_files
from checker.errors import UnusableFile
from checker.kinds import quantity
from checker.kinds.quantity.find import find
from checker.model import Amount
from checker.units import worth


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("No casualties were reported.", ["0"]),
        ("No one was killed.", ["0"]),
        ("No soldiers were killed in the raid.", ["0"]),
        ("No soldiers were seen.", []),
        ("No one knew.", []),
        ("No one, he said, was killed.", []),
        ("It ended without injuries.", ["0"]),
        ("It ended without a word.", []),
        ("No more than 5 deaths", ["0..5"]),
        ("لم يقتل أحد", ["0"]),
        ("دون وقوع إصابات", ["0"]),
        ("دون وقوع مشاكل", []),
        ("لا ضحايا في الحادث", ["0"]),
        ("لا أحد يعرف", []),
    ],
)
def test_none_is_a_count_where_harm_is_told(text: str, counts: list[str]) -> None:
    assert [written(m.value) for m in of_kind(text, "count")] == counts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A soldier was killed.", ["A soldier"]),
        ("An off-duty Iraqi policeman was wounded.", ["An off-duty Iraqi policeman"]),
        ("The blast killed a policeman.", ["a policeman"]),
        ("the killing of a journalist", ["a journalist"]),
        ("A soldier killed two men.", ["two"]),
        ("A soldier said three men were killed.", ["three"]),
        ("He was killed by a soldier.", []),
        ("A soldier and his brother were killed.", []),
        ("It killed a woman and two children.", ["two"]),
        ("among the dead, including a child and a woman", []),
        ("A soldier was praised.", []),
        ("مقتل جندي", ["جندي"]),
        ("استشهد شاب فلسطيني", ["شاب"]),
        ("مقتل الجندي", []),
        ("مقتل جندي وثلاثة مدنيين", ["ثلاثة"]),
        ("وصل جندي", []),
    ],
)
def test_one_who_came_to_harm_is_a_count(text: str, words: list[str]) -> None:
    assert [words_of(text, m) for m in of_kind(text, "count")] == words


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("half of the voters", ["45..55"]),
        ("half of the year", []),
        ("half of the 5 km", []),
        ("nearly half the seats", ["45..50"]),
        ("a fifth of the crop", ["20"]),
        ("a fifth man", []),
        ("one in three voters", ["33.3"]),
        ("one in three days", []),
        ("two in three games", []),
        ("12 out of 15 provinces", []),
        ("most of them", ["50..100"]),
        ("most of all", []),
        ("all the troops", ["100"]),
        ("all day", []),
        ("almost all of the seats", ["90..100"]),
        ("خمس السكان", ["20"]),
        ("خمس نساء", []),
        ("نصف الناخبين", ["45..55"]),
        ("نصف العام", []),
        ("النصف الآخر", []),
        ("واحد من كل ثلاثة أطفال", ["33.3"]),
        ("جميع القوات", ["100"]),
        ("جميع أنحاء البلاد", []),
        ("الأغلبية البرلمانية", []),
    ],
)
def test_a_part_of_a_group_is_a_share(text: str, shares: list[str]) -> None:
    assert [written(m.value) for m in of_kind(text, "share")] == shares


def test_numbers_of_what_is_no_ratio_count_by_themselves() -> None:
    assert [written(m.value) for m in of_kind("12 out of 15 provinces", "count")] == ["12", "15"]
    assert [written(m.value) for m in of_kind("a population of 379,800 in 2017", "count")] == ["379800"]


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("5 million dinars", ["5000000"]),
        ("5 million Iraqi dinars", ["5000000 IQD"]),
        ("Iraq paid 5 million dinars.", ["5000000 IQD"]),
        ("It cost 5 million dinars, the Baghdad council said.", ["5000000 IQD"]),
        ("Iraq and Jordan paid 5 million dinars.", ["5000000"]),
        (
            "Iraq and Jordan paid 5 million Jordanian dinars, of them 2 million dinars now.",
            ["5000000 JOD", "2000000 JOD"],
        ),
        ("Rs 500", ["500"]),
        ("India paid Rs 5 crore.", ["50000000 INR"]),
        ("12 dollars and 50 cents", ["12.5 USD"]),
        ("$3.50", ["3.5 USD"]),
        ("50 pence", ["0.5 GBP"]),
        ("6 pounds of flour", []),
        ("50 مليون درهم", ["50000000"]),
        ("دفعت أبوظبي 50 مليون درهم", ["50000000 AED"]),
        ("ديناران كويتيان", ["2 KWD"]),
        ("فاز ريال مدريد بثلاثة أهداف", []),
        ("بين ثلاثة مدافعين", []),
    ],
)
def test_the_text_says_whose_money_it_is(text: str, money: list[str]) -> None:
    assert [written(m.value) for m in of_kind(text, "money")] == money


def test_money_of_nobody_knows_where_compares_with_none() -> None:
    pounds = Amount(kind="money", low=5, high=5)
    assert quantity.relate(pounds, pounds) is None
    assert quantity.relate(pounds, Amount(kind="money", low=5, high=5, unit="EGP")) is None


def measured(text: str) -> Amount:
    """The one measure of a text."""
    (one,) = [q.amount for q in find(page(text)) if q.amount.kind == "measure"]
    return one


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("10 km", "10,000 metres", "same"),
        ("110 miles", "177 km", "apart"),
        ("100 hectares", "1 square kilometre", "same"),
        ("2 tonnes", "2,000 kg", "same"),
        ("0 degrees Celsius", "32 degrees Fahrenheit", "same"),
        ("20 degrees Celsius", "20 degrees Fahrenheit", "apart"),
        ("1 GW", "1,000 megawatts", "same"),
        ("more than 5 km", "10 miles", "wider"),
        ("5 km", "5 كيلومترات", "same"),
        ("5 km", "5 hours of 5 kg", None),
        ("50 basis points", "5 points", None),
    ],
)
def test_measures_of_one_dimension_compare(one: str, other: str, relation: str | None) -> None:
    a, b = measured(one), measured(other)
    if relation in ("same", None):
        assert quantity.relate(a, b) == relation
        assert quantity.relate(b, a) == relation
    else:
        assert quantity.relate(a, b) == relation


def test_the_gap_of_two_measures_is_in_the_unit_of_the_first() -> None:
    assert quantity.gap(measured("10 km"), measured("12,000 metres")) == pytest.approx(2)
    assert quantity.gap(measured("12,000 metres"), measured("10 km")) == pytest.approx(2000)
    assert quantity.gap(measured("10 km"), measured("5 kg")) == 0


def test_miles_and_kilometres_that_round_to_each_other_agree() -> None:
    near, far = quantity.compared(measured("110 miles")), quantity.compared(measured("177 km"))
    assert quantity.relate(near, far) != "apart"


@pytest.mark.parametrize("symbol", ["no-such-unit", "soldiers", "", "5", "("])
def test_a_symbol_that_is_no_unit_is_worth_nothing(symbol: str) -> None:
    assert worth(symbol) is None


def test_a_word_of_a_unit_that_is_none_is_a_mistake_with_its_place(tmp_path: Path) -> None:
    head = "format: 1\nlanguage: xx\nscript: latin\nsubject: before\nphrases: {}\n"
    pack = f"{head}words:\n  measure:\n    parsang: [parsang]\n"
    (tmp_path / "xx.yaml").write_text(pack, encoding="utf-8")
    with pytest.raises(UnusableFile, match=r"xx\.yaml:8:.*unknown unit 'parsang'"):
        compile_files([("xx.yaml", tmp_path / "xx.yaml")], "stamp")


def test_every_unit_of_the_packs_is_worth_something() -> None:
    held = packs().lexicon
    listed = [
        *held.single.values(),
        *held.marked.values(),
        *(r for forms in held.several.values() for r in forms.values()),
    ]
    values = [row[1] for rows in listed for row in rows if row[0] in ("measure", "measure-dual", "measure-before")]
    assert values
    assert [v for v in values if not isinstance(v, list) or len(v) != 4] == []


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("temperatures of -5 degrees", "measure", ["-5 deg"]),
        ("It fell by -2.5%.", "share", ["-2.5"]),
        ("- 7 men", "count", ["7"]),
        ("-7", "count", ["-7"]),
        ("minus 7", "count", ["-7"]),
        ("20-30%", "share", ["20..30"]),
    ],
)
def test_a_minus_is_told_from_a_dash(text: str, kind: str, values: list[str]) -> None:
    assert [written(m.value) for m in of_kind(text, kind)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("لا يزيد عددهم على 50", ["0..50"]),
        ("زاد العدد من 50", ["50"]),
        ("يتجاوز عددهم اليوم 50", ["50.."]),
        ("يتجاوز، كما قال، 50", ["50"]),
        ("does not exceed today 50", ["0..50"]),
        ("up to more than 50", ["50.."]),
        ("at least some 50", ["50.."]),
        ("5 dead and over 100 wounded", ["5", "100.."]),
    ],
)
def test_a_bound_may_stand_apart_from_its_figure(text: str, values: list[str]) -> None:
    assert [written(m.value) for m in of_kind(text, "count")] == values


@pytest.mark.parametrize(
    "text",
    [
        "Omar Hadi, 35, said so.",
        "the Five Star Movement",
        "a two-faced talk",
        "They won 3-1 at home.",
        "5G masts",
        "Dial 999 now.",
        "phase 2 of the plan",
    ],
)
def test_a_number_of_a_name_an_age_or_a_game_counts_nothing(text: str) -> None:
    assert of_kind(text, "count") == []


def test_neighbours_of_such_numbers_count() -> None:
    assert [written(m.value) for m in of_kind("In Erbil, 35 men left.", "count")] == ["35"]
    assert [written(m.value) for m in of_kind("a 25,000-strong crowd", "count")] == ["25000"]
    assert [written(m.value) for m in of_kind("the second phase", "ordinal")] == ["2"]
    assert [m.kind for m in found("a 9mm pistol") if m.kind == "measure"] == []
    assert [m.kind for m in found("a 9mm crack") if m.kind == "measure"] == ["measure"]


def test_camps_pierce_measures_of_one_dimension_together() -> None:
    assert camps([]) == []
    assert quantity.compared(measured("110 miles")).base == measured("110 miles").base


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("Seats rose from 12 to 15.", "count", ["12", "15"]),
        ("Its share fell from 50 to 26.9 percent.", "share", ["50", "26.9"]),
        ("The price dropped from €26 to €20.", "money", ["26 EUR", "20 EUR"]),
        ("It is open from nine to six.", "count", []),
        ("The fall would be 1 million to 2 million euros.", "money", ["1000000..2000000 EUR"]),
        ("It lost $2 to $80.", "money", ["2 USD", "80 USD"]),
        ("They hired from 12 to 15 cooks.", "count", ["12..15"]),
        ("The toll rose; the boat holds from 12 to 15 men.", "count", ["12..15"]),
    ],
)
def test_a_change_gives_two_figures_and_no_range(text: str, kind: str, values: list[str]) -> None:
    assert [written(m.value) for m in of_kind(text, kind, language="en")] == values
