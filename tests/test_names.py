"""Names and concepts: the longest form, short forms beside the full one, offices, and the tree that names lie in."""

from itertools import pairwise, product

import pytest
from reading import found, of_kind, packs, page, words_of, written

from checker.kinds import concept, name, state
from checker.model import Name, State


def names(text: str) -> list[tuple[str, str, bool]]:
    """The words, the id, and whether the name is latent."""
    return [
        (words_of(text, m), m.value.id, m.latent) for m in found(text) if m.kind == "name" and isinstance(m.value, Name)
    ]


def ids(text: str) -> list[str]:
    """The ids of the names that are no latent ones."""
    return [id for _, id, latent in names(text) if not latent]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They flew from Ain al-Asad to Baghdad.", ["ain-al-asad", "baghdad"]),
        ("غادروا عين الأسد إلى بغداد", ["ain-al-asad", "baghdad"]),
        ("وصل إلى العراق", ["iraq"]),
        ("للعراق وبالعراق والعراق", ["iraq", "iraq", "iraq"]),
        ("The iraq of lower case", []),
        ("عراقيل كثيرة", []),
    ],
)
def test_names_are_found_in_every_language(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


def test_a_short_form_counts_only_beside_the_full_one() -> None:
    assert ids("Kadhimi spoke.") == []
    assert ids("Mustafa al-Kadhimi left. Kadhimi spoke.") == ["kadhimi", "kadhimi"]


def test_a_name_lies_in_what_holds_it() -> None:
    base = name.named("ain-al-asad", packs().names)
    assert base.within[:2] == ("anbar", "iraq")
    assert name.relate(base, name.named("iraq", packs().names)) == "narrower"
    assert name.relate(name.named("iraq", packs().names), base) == "wider"
    assert name.relate(base, base) == "same"
    assert name.relate(base, name.named("basra", packs().names)) == "apart"


def test_a_region_may_share_ground_with_a_province_of_its_country_only() -> None:
    west, anbar, deir_ezzor = (name.named(id, packs().names) for id in ("western-iraq", "anbar", "deir-ez-zor"))
    assert name.relate(west, anbar) == "overlaps"
    assert name.relate(west, deir_ezzor) == "apart"
    assert name.relate(anbar, name.named("erbil", packs().names)) == "apart"


def test_what_a_name_belongs_to_stands_behind_what_it_lies_in() -> None:
    belonging = [id for id, info in packs().names.items() if info.of is not None and info.of not in info.within]
    assert belonging
    for id in belonging:
        assert name.named(id, packs().names).within[-1] == packs().names[id].of


def test_relations_of_names_mirror_each_other() -> None:
    mirror = {"same": "same", "narrower": "wider", "wider": "narrower", "overlaps": "overlaps", "apart": "apart"}
    some = [name.named(id, packs().names) for id in sorted(packs().names)[::40]]
    for a, b in product(some, some):
        relation = name.relate(a, b)
        assert relation is not None
        assert mirror[relation] == name.relate(b, a)
        assert name.gap(a, b) == 0


def test_the_words_for_a_people_are_latent() -> None:
    assert ("Iraqi", "iraq", True) in names("The Iraqi side left.")
    assert names("Iraq and the Iraqi side")[0] == ("Iraq", "iraq", False)


def test_an_office_is_the_person_who_holds_it_where_the_text_names_that_person() -> None:
    held = sorted(
        (role, id) for id, info in packs().names.items() for role in info.roles if packs().names[role].type == "office"
    )
    assert held
    office = "رئيس الوزراء العراقي"
    alone = [row for row in names(f"قال {office} ذلك") if row[0] == office]
    assert [latent for _, _, latent in alone] == [True]
    both = [row for row in names(f"قال {office} مصطفى الكاظمي ذلك، وأضاف {office}") if row[0] == office]
    assert [(id, latent) for _, id, latent in both] == [("kadhimi", False), ("kadhimi", False)]


def test_of_two_names_with_one_form_one_is_taken() -> None:
    read = page("Baghdad and Basra and Mosul")
    spans = [(f.start, f.end) for f in name.find(read, packs())]
    assert len(spans) == len(set(spans)) == 3


def test_names_never_overlap() -> None:
    read = page("United States Central Command and the US-led coalition in Iraq, Ain al-Asad air base, Anbar province")
    stated = [f for f in name.find(read, packs()) if not f.latent]
    assert all(a.end <= b.start for a, b in pairwise(stated))


def test_an_id_is_shown_in_words() -> None:
    assert name.show(name.named("ain-al-asad", packs().names)) == "Ain Al Asad"


def test_states_are_the_same_or_apart() -> None:
    over, coming = State(id="over"), State(id="to-come")
    assert state.relate(over, over) == "same"
    assert state.relate(over, coming) == state.relate(coming, over) == "apart"
    assert state.gap(over, coming) == 0
    assert state.show(coming) == "to come"


def test_of_two_forms_of_one_concept_the_longer_is_read() -> None:
    read = page("القوات القتالية")
    spans = [(c.id, c.start, c.end) for c in concept.find(read)]
    assert spans
    for id in {id for id, _, _ in spans}:
        mine = [(a, b) for other, a, b in spans if other == id]
        assert all(first[1] <= last[0] for first, last in pairwise(mine))


def test_a_verb_with_a_future_prefix_is_told_as_such() -> None:
    assert [(m.hedge) for m in found("سيعلن الفائز") if m.kind == "concept"] == ["future"]
    assert [(m.hedge) for m in found("أعلن الفائز") if m.kind == "concept"] == ["exact"]


# --- names that something beside them carries -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harir in Erbil is small.", ["harir", "erbil"]),
        ("Balad, in Salah al-Din, was hit.", ["balad", "salah-al-din"]),
        ("Ain al-Asad and Harir", ["ain-al-asad", "harir"]),
        ("عين الأسد وحرير", ["ain-al-asad", "harir"]),
        ("حلب وحماة", ["aleppo", "hama"]),
        ("نقلوها من الأقصر إلى القاهرة", ["luxor", "cairo"]),
        ("NORFOLK, Va. (AP) — They left.", ["norfolk", "virginia", "ap"]),
        ("a flight from Austin, Texas, to London", ["austin", "texas", "london"]),
    ],
)
def test_a_weak_form_counts_where_something_carries_it(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The harir of the dress.",  # no capital
        "Harir wrote to Erbil.",  # beside it, but not in it
        "They wore حرير and gold.",
        "من الأقصر إلى الأطول",  # no Egypt in the text
        "Miss Va. Brown",
    ],
)
def test_a_weak_form_without_a_cue_gives_nothing(text: str) -> None:
    assert [id for id in ids(text) if id != "erbil"] == []


def test_of_two_places_with_one_name_the_country_that_is_told_about_decides() -> None:
    assert ids("Tripoli and Beirut are ports in Lebanon.")[0] == "tripoli-lebanon"
    assert ids("Tripoli and Benghazi are ports in Libya.")[0] == "tripoli"


def test_a_surname_beside_an_office_is_who_holds_it() -> None:
    assert ids("It was Araji, the national security adviser, who said so.")[0] == "araji"
    assert "kadhimi" in ids("Prime Minister Kadhimi left. Kadhimi returned.")
    assert ids("It was Araji, the tailor, who said so.") == []


def test_a_body_of_another_country_is_not_the_one_that_is_known() -> None:
    body = "حكومة الوحدة الوطنية"
    assert packs().names["gnu-libya"].of == "libya"
    assert ids(body) == ["gnu-libya"]
    assert ids(f"{body} الأفغانية") == []


def test_a_possessive_in_front_of_a_body_is_the_country() -> None:
    assert names("Iraq's government said so.") == [("Iraq", "iraq", False), ("government", "iraq-government", False)]


def test_an_article_that_is_not_its_own_makes_another_word() -> None:
    assert ids("في هاربين") == ["harbin"]
    assert ids("معظم الهاربين") == []


# --- spellings that no pack lists -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Deir el-Zoor in Syria", "deir-ez-zor"),  # article
        ("Ayn el-Asad", "ain-al-asad"),
        ("Moustapha al-Kazimy spoke.", "kadhimi"),  # transliteration of a full name
        ("Mustafa al-Kadhimi left. Qazimi returned.", "kadhimi"),  # a surname after the full name
        ("people of Iraq in Sulaimaaniya", "sulaymaniyah"),  # behind a preposition, of a country that is told about
        ("في العراق، محافظة الابنارر", ""),  # two slips are too many
        ("في العراق، محافظة السليمانيا", "sulaymaniyah"),
        ("الأوكرانية، مدينة زاباروجيا", "zaporizhzhia"),
    ],
)
def test_a_spelling_of_its_own_is_found_by_its_sound_and_marked(text: str, id: str) -> None:
    near = [m for m in found(text) if m.read_by == "gazetteer, near"]
    assert [m.value.id for m in near if isinstance(m.value, Name)] == ([id] if id else [])


@pytest.mark.parametrize(
    "text",
    [
        "people in Sulaimaaniya",  # no country
        "Iraq and Sulaimaaniya",  # no cue
        "Qazimi returned.",  # no full name
        "They met near Hyde Park.",  # sounds like a name but for its first letter
        "The Security Council met.",  # listed, and weak
        "في العراق، القضاء المغربي",  # a people's adjective
        "في العراق، المحافظة السليمانيا",
    ],
)
def test_a_spelling_of_its_own_without_a_cue_gives_nothing(text: str) -> None:
    assert [m for m in found(text) if m.read_by == "gazetteer, near"] == []


def test_salah_is_not_salah_al_din() -> None:
    assert ids("في العراق، محافظة صلاح") == ["iraq"]


# --- bodies that every country has ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "id"),
    [
        ("The Kenyan health ministry said so.", "Kenyan health ministry", "kenya-health-ministry"),
        ("The Ministry of Health of Sudan said so.", "Ministry of Health", "sudan-health-ministry"),
        ("Peru's transport ministry said so.", "transport ministry", "peru-transport-ministry"),
        ("Egypt's health ministry said so.", "health ministry", "egyptian-health-ministry"),  # an entry of its own
        ("قالت وزارة النقل المصرية ذلك", "وزارة النقل المصرية", "egypt-transport-ministry"),
        ("أعلن البنك المركزي في كينيا ذلك", "البنك المركزي", "kenya-central-bank"),
    ],
)
def test_a_body_that_every_country_has_is_the_one_of_the_country_beside_it(text: str, words: str, id: str) -> None:
    assert (words, id, False) in names(text)


def test_such_a_body_alone_is_the_one_that_the_text_has_named() -> None:
    assert ids("The Kenyan navy left. The navy returned.") == ["kenya-navy", "kenya-navy"]
    assert "kenya-navy" not in ids("The Kenyan navy met the Omani navy. The navy returned.")[2:]
    assert ids("The navy returned.") == []


def test_a_body_of_one_country_is_not_the_short_form_of_another() -> None:
    assert ids("The Iraqi army met the Kuwaiti army.") == ["iraqi-army", "kuwait-army"]
    assert ids("الجيش العراقي والجيش الكويتي") == ["iraqi-army", "kuwait-army"]


def test_a_body_that_every_country_has_has_no_country_of_its_own() -> None:
    generic = [info for info in packs().names.values() if info.generic]
    assert len(generic) > 20
    assert all(info.of is None and not info.within for info in generic)


def test_people_whom_no_list_holds_are_read_in_every_language_with_capitals() -> None:
    text = "Selon Claire Petit, la ville dort. Mme Petit est partie, a dit le ministre."
    read = [(words_of(text, m), written(m.value)) for m in of_kind(text, "name", language="fr")]
    assert read == [("Claire Petit", "claire-petit"), ("Petit", "claire-petit")]


def test_an_office_names_who_stands_behind_it() -> None:
    text = "President Joe Biden spoke. President John Kufuor answered, and Kufuor left."
    assert [written(m.value) for m in of_kind(text, "name", language="en")][-2:] == ["john-kufuor", "john-kufuor"]
