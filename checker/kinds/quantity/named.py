"""Numbers that are no counts: the numbers of names, houses, telephones and lists, ages, and the results of games."""

from checker.kinds.quantity.ages import is_age, is_age_between_commas
from checker.kinds.quantity.bounds import Number
from checker.kinds.quantity.labels import is_label
from checker.line import Item
from checker.page import Page
from checker.phrases import Phrase
from checker.text import word_before

PHONE = 7  # so many digits in a row without a thousands mark are no count
ADDRESS = 40  # code points between a house number and the word for a street
NAME = 24  # code points of a name in quotation marks
GAME = 60  # code points around a result in which a word of the game stands
GOALS = 30  # most that a side has in a result


def is_name(page: Page, phrase: Phrase, named: int) -> bool:
    """A number that a word makes a name (article 5, brigade 14, 12 Abu Nuwas Street), or a list of such goes on to."""
    text = page.folded.text
    if any(page.before(phrase.outer, role) is not None for role in ("not-counted", "designation")):
        return True
    if is_age(page, phrase):
        return True
    if phrase.kind == "duration":
        tenor = any(i.category == "tenor" for i in page.starting(phrase.end + 1))
        return tenor or names_follow(page, phrase.end)
    if is_label(page, phrase) or _is_address(page, phrase) or _is_labelled(page, phrase):
        return True
    if _is_quoted(page, phrase) or _is_minute(page, phrase):
        return True
    if not 0 <= named <= phrase.outer <= named + ADDRESS:
        return False
    link = text[named : phrase.outer]
    if not link.strip(" "):
        return link != "" or bool(phrase.items[0].prefix)
    if link.strip(" ") in ("-", ","):
        after = text[phrase.end : phrase.end + 1]
        return "-" in link or after in (",", ".", ";", ")", "") or _goes_on(page, phrase.end)
    joint = page.before(phrase.outer, "and") or page.before(phrase.outer, "to")
    return joint is not None and not text[named : joint.outer].strip(" ,")


def _is_labelled(page: Page, phrase: Phrase) -> bool:
    """The number of something that a word in a capital names: Junction 23, Apollo 11, STOXX 600."""
    text, start = page.folded.text, phrase.outer
    if len(phrase.items) > 1 or phrase.items[0].language is not None or text[start - 1 : start] != " ":
        return False
    word = word_before(text, start - 1)
    if word == start - 1:
        return _is_initialled(page, start - 1)
    if not page.original(word, word + 1).isupper():
        return False
    if any(True for _ in page.starting(word)):
        return _is_of_name(page, phrase, word)
    if any(page.before(word, role) is not None for role in ("article", "the")):
        return True
    begins = text[:word].rstrip(' "(*#')[-1:] in ("", ".", "!", "?", ":", "\n", "-", ";")
    if begins and not page.original(word, start - 1).isupper():
        return False
    return not any(i.category in ("concept", "unit", "units", "hedge-after") for i in page.starting(phrase.end + 1))


def _is_minute(page: Page, phrase: Phrase) -> bool:
    """The minute of a goal in brackets behind who scored it, where words of a game stand near: Hadi (17 and 63)."""
    text = page.folded.text
    opened = text.rfind("(", max(0, phrase.outer - NAME), phrase.outer)
    if opened < 0 or text[opened + 1 : phrase.outer].strip("0123456789 ,"):
        return False
    return bool(page.between("result", opened - GAME, opened))


def _is_initialled(page: Page, at: int) -> bool:
    """Whether initials in capitals end at a place: H.R. 1319."""
    text = page.folded.text
    return text[at - 1] == "." and text[at - 3 : at - 2] == "." and page.original(at - 2, at - 1).isupper()


def _is_of_name(page: Page, phrase: Phrase, word: int) -> bool:
    """Whether a name in front has the number as its own (BBC 1) or as its score (Iraq 3 Syria 1)."""
    text = page.folded.text
    if not any(i.category == "name" and i.end == phrase.outer - 1 for i in page.starting(word)):
        return False
    behind = text[phrase.end : phrase.end + 1] == " " and not page.original(phrase.end + 1, phrase.end + 2).isupper()
    return not behind and page.before(word, "in") is None and page.before(word, "from") is None


def _is_quoted(page: Page, phrase: Phrase) -> bool:
    """The number at the end of a name in quotation marks."""
    text, end = page.folded.text, phrase.end
    opened = text.rfind('"', max(0, phrase.outer - NAME), phrase.outer)
    return opened >= 0 and text[end : end + 1] == '"' and text[opened + 1 : phrase.outer].strip() != ""


def _goes_on(page: Page, at: int) -> bool:
    """Whether a list goes on behind a place with "and"."""
    return any(i.outer == at + 1 for i in page.between("and", at, at + 2))


def _is_address(page: Page, phrase: Phrase) -> bool:
    """A house number: names in capitals stand between it and the word for a street."""
    street = next(iter(page.between("not-counted", phrase.end, phrase.end + ADDRESS)), None)
    if street is None or len(phrase.items) > 1:
        return False
    words = page.original(phrase.end, street.end).split(" ")
    return 2 <= len(words) - 1 <= 4 and all(w[:1].isupper() for w in words[1:])


def no_count(page: Page, phrase: Phrase, kind: str, numbers: list[Number]) -> bool:
    """Telephone numbers, parts of addresses and handles, the numbers of a list, ages and results."""
    if kind not in ("count", "duration") or not numbers or page.alone(phrase.outer, phrase.end):
        return False
    text = page.folded.text
    written = numbers[0][1] or ""
    if written.isdigit() and (
        (len(written) >= PHONE and written[-3:] != "000") or (written[0] == "0" and len(written) > 1)
    ):
        return True
    before = text[phrase.start - 1 : phrase.start]
    after = text[phrase.end : phrase.end + 2]
    if after == ": " and before in ("", "\n") and any(i.category == "year" for i in page.starting(phrase.start)):
        return False  # a line of a table of years
    if before in tuple("@#/_:=&+") and before or after[:1] in tuple("/_:@=") and after:
        return True
    if before == "(" and after[:1] == ")" and text[phrase.start - 2 : phrase.start - 1].isdigit():
        return True  # section 7(2)
    if written != "" and after[:1].isascii() and after[:1].isalpha():
        return True  # 5G, 4x100
    if is_result(page, phrase, numbers) or _is_compound(page, phrase, numbers):
        return True
    if is_age_between_commas(page, phrase, numbers[0][0], digits=numbers[0][1] is not None):
        return True
    begins = phrase.start == 0 or text[phrase.start - 1] == "\n"
    if not begins:
        return False
    counter = after[:1] in ("", "\n") and written != ""
    return counter or (after[:1] in tuple(").-") and after != "" and (len(after) < 2 or after[1] in " \n"))


def is_result(page: Page, phrase: Phrase, numbers: list[Number]) -> bool:
    """The result of a game: two small numbers with a dash, and a word of the game near."""
    if len(numbers) != 2 or not any(i.category == "dash" for i in phrase.items):
        return False
    if not all(n == int(n) and 0 <= n <= GOALS for n, _ in numbers):
        return False
    return bool(page.between("result", phrase.outer - GAME, phrase.end + GAME))


def _is_compound(page: Page, phrase: Phrase, numbers: list[Number]) -> bool:
    """A part of a word (a two-faced talk) or, in capitals behind an article, of a name (the Five Star Movement)."""
    text, item = page.folded.text, phrase.items[-1]
    if text[phrase.end : phrase.end + 1] == "-" and text[phrase.end + 1 : phrase.end + 2].isalpha():
        return not any(i.category in ("concept", "units", "unit", "ordinal") for i in page.starting(phrase.end + 1))
    worded = len(phrase.items) == 1 and numbers[0][1] is None and page.before(phrase.outer, "the") is not None
    return worded and in_a_name(page, item) and page.original(item.end + 1, item.end + 2).isupper()


def is_calibre(page: Page, phrase: Phrase) -> bool:
    """A measure that names a weapon: a 9mm pistol."""
    behind = any(i.category == "calibre" for i in page.starting(phrase.end + 1))
    return behind or page.before(phrase.outer, "calibre") is not None


def in_a_name(page: Page, item: Item) -> bool:
    """Whether a word in a capital belongs to a name: inside a sentence, or in front of another word in a capital."""
    text = page.folded.text
    if not page.original(item.start, item.start + 1).isupper() or page.alone(item.outer, item.end):
        return False
    follows = page.original(item.end + 1, item.end + 2).isupper()
    people = any(i.category == "people" for i in page.starting(item.end + 1))
    begins = text[: item.outer].rstrip(' "(')[-1:] in ("", ".", "!", "?", ":", "\n", "-", ";")
    return (follows and not people) if begins else True


def names_follow(page: Page, at: int) -> bool:
    """A brigade, a division, "old" of an age: what stands behind makes the number a name."""
    return any(i.start == at + 1 for i in page.between("not-counted", at, at + 2))
