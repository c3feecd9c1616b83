"""Letters: folding with offsets, borders, digits, sentences. The only file that knows letters; it knows no words."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

# One letter for all that writers use alike. Every entry is one code point to one, so that offsets stay.
FOLD = {
    **dict.fromkeys("أإآٱ", "ا"),
    "ة": "ه",
    **dict.fromkeys("ىیېۍ", "ي"),
    "ئ": "ي",
    "ؤ": "و",
    **dict.fromkeys("کڪ", "ك"),
    **dict.fromkeys("ہھە", "ه"),
    **{chr(0x660 + n): str(n) for n in range(10)},
    **{chr(0x6F0 + n): str(n) for n in range(10)},
    "،": ",",
    "؛": ";",
    "؟": "?",
    "٪": "%",
    "٫": ".",
    "٬": ",",
    "۔": ".",
    **dict.fromkeys("«»“”„‟〝〞＂", '"'),
    **dict.fromkeys("‘’‚‛ʼ´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t", " "),
    "…": ".",
    "İ": "i",
    "ı": "i",
}
# Marks that carry no letter: vowel signs, tatweel, joiners, direction marks. They are taken out, with an offset map.
DROP = frozenset(
    [chr(c) for c in range(0x64B, 0x660)]
    + [chr(c) for c in range(0x610, 0x61B)]
    + [chr(c) for c in range(0x6D6, 0x6DD)]
    + [chr(c) for c in range(0x300, 0x370)]
    + list(
        "\u0640\u0670\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad"
    )
)
RUNS = re.compile(f"[ {''.join(sorted(DROP))}]{{2,}}|[{''.join(sorted(DROP))}]")
ARABIC = re.compile(r"[\u0600-\u06ff]")
LATIN = re.compile(r"[a-z]")
WORD = re.compile(r"[^\W_]+")
LETTERS = re.compile(r"([^\W\d_]+)")  # a run of letters; what splits a text at it keeps the runs
DIGIT = re.compile(r"\d|(?<![\w.,])\.(?=\d)")  # where a number in digits may begin
# Numeric dates (three parts), clock times, and numbers with any thousands mark and decimals. Read on folded text.
FIGURES = re.compile(r"[\d.,']+")
DIGITS = re.compile(
    r"(?P<date>(?<![\d/.-])\d{1,4}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{1,4}(?![\d/]|[.-]\d))"
    r"|(?P<time>(?<![\d:.])(?:[01]?\d|2[0-3])(?::[0-5]\d(?::[0-5]\d)?|h[0-5]\d)(?![\d:]))"
    r"|(?P<number>\d{1,3}(?:[. ]\d{3}){1,8},\d{1,2}(?![\d,])"
    r"|\d{1,3}(?:[,' ]\d{3}){1,8}(?!\d|,\d)(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,8}(?![\d.]\d)"
    r"|\d{1,2}(?:,\d\d){1,8},\d{3}(?![\d,])|\d+(?:[.,]\d+)?|(?<![\w.,])\.\d+)"
)
FINAL = re.compile(r"[\n.!?;]")
WORD_MOST = 40  # letters; longer words have no clitics that could be told
LONGEST = 3000  # code points of a sentence; what runs on longer is cut, so that no text makes a stage slow


@dataclass(slots=True)
class Folded:
    """Folded text, and where something was taken out of it, so that every place leads back to the original.

    `cuts` are the folded offsets in front of which letters were taken out, sorted; `shifts` how many up to there.
    """

    text: str
    length: int  # of the original
    cuts: list[int] = field(default_factory=list)
    shifts: list[int] = field(default_factory=list)

    def start(self, at: int) -> int:
        """The place in the original of a folded place; behind the last letter it is the end of the original."""
        if not self.cuts:
            return at
        index = bisect_right(self.cuts, at)
        return at + self.shifts[index - 1] if index else at

    def end(self, at: int) -> int:
        """The place in the original where a span that ends at the folded `at` ends, with its trailing marks."""
        return self.start(at)

    def at(self, original: int) -> int:
        """The first folded place whose letter stands at or behind a place of the original."""
        if not self.cuts:
            return original
        index = bisect_right(self.cuts, original, key=self.start)
        place = original - (self.shifts[index - 1] if index else 0)
        return min(place, self.cuts[index]) if index < len(self.cuts) else place


@lru_cache(maxsize=4096)
def fold_letter(letter: str) -> str:
    """One letter as it is compared: lower case, without accent, Arabic variants as one; always one code point."""
    known = FOLD.get(letter)
    if known is not None:
        return known
    if letter.isascii() or letter in DROP:
        return letter.lower()
    parts = unicodedata.normalize("NFKD", letter)
    if "\u2044" in parts:
        return letter  # a fraction in one sign is not its first digit
    plain = parts[0].lower()
    return FOLD.get(plain, plain) if len(plain) == 1 else letter


def fold(text: str) -> Folded:
    """The text as it is matched, with offsets kept. Folding twice gives the same as folding once."""
    length = len(text)
    if text.isascii():
        return _without(text.lower().replace("\t", " "), length, marks=False)
    letters = set(text)
    for letter in letters:
        plain = fold_letter(letter)
        if plain != letter:
            text = text.replace(letter, plain)
    return _without(text, length, marks=not DROP.isdisjoint(letters))


def _without(text: str, length: int, *, marks: bool) -> Folded:
    """The text without marks and doubled blanks; of a run of blanks and marks the first blank stays."""
    if not marks and "  " not in text:
        return Folded(text, length)
    folded = Folded("", length)
    pieces: list[str] = []
    size = done = 0
    for run in RUNS.finditer(text):
        start, end = run.span()
        blank = text.find(" ", start, end)
        pieces.append(text[done:start])
        size += start - done
        if blank >= 0:
            _cut(folded, size, blank - start)
            pieces.append(" ")
            size += 1
            start = blank + 1
        _cut(folded, size, end - start)
        done = end
    folded.text = "".join([*pieces, text[done:]])
    return folded


def _cut(folded: Folded, at: int, removed: int) -> None:
    if removed:
        folded.cuts.append(at)
        folded.shifts.append(removed + (folded.shifts[-1] if folded.shifts else 0))


def fold_word(word: str) -> str:
    """A word or phrase of a pack, folded as texts are, with its inner spaces made single."""
    return " ".join(fold(word).text.split())


def t_form(written: str, folded: str) -> str | None:
    """The folded form that a word in ta marbuta has in front of a suffix (قوة, قوتها); `None` for any other word."""
    return f"{folded[:-1]}ت" if written.endswith("ة") else None


def word_before(text: str, at: int) -> int:
    """Where the run of letters that ends at `at` starts; `at` itself when the letter before is none.

    A run is followed over WORD_MOST letters only, so that a text without blanks is still read in one pass.
    """
    first = max(0, at - WORD_MOST)
    while at > first and (text[at - 1].isalnum() or text[at - 1] == "_" or text[at - 1] in DROP):
        at -= 1
    return at


def word_after(text: str, at: int) -> int:
    """Where the run of letters that starts at `at` ends, over WORD_MOST letters at most."""
    last = min(len(text), at + WORD_MOST)
    while at < last and (text[at].isalnum() or text[at] == "_"):
        at += 1
    return at


def number_of(written: str, *, comma: bool = False) -> float:
    """The number that digits say, whichever thousands mark and decimal point they use.

    A single comma with three digits behind it groups thousands, and so does a point in front of three noughts;
    otherwise the mark is the decimal point: 2,347 and 12,5 and 45.000. With `comma` a single comma is always the
    decimal mark, and a point with three digits behind it groups thousands: 2,347 is below three, 45.678 is not.
    """
    written = written.replace(" ", "").replace("'", "")
    marks = [c for c in written if c in ",."]
    if not marks:
        return float(written)
    last = max(written.rfind(","), written.rfind("."))
    if last == 0:
        return float(f"0.{written[1:]}")
    if len(set(marks)) == 2:
        whole = written[:last].replace(",", "").replace(".", "")
        return float(f"{whole}.{written[last + 1 :]}")
    tail = len(written) - last - 1
    thousands = marks[0] == "." if comma else marks[0] == "," or written.endswith("000")
    grouped = len(marks) > 1 or (tail == 3 and thousands and written[:last] != "0")
    if grouped:
        return float(written.replace(",", "").replace(".", ""))
    return float(written.replace(",", "."))


def scripts(folded: str) -> frozenset[str]:
    """Which of the scripts that packs are written in occur in a folded text."""
    found = set()
    if ARABIC.search(folded):
        found.add("arabic")
    if LATIN.search(folded):
        found.add("latin")
    return frozenset(found)


def arabic_share(folded: str) -> float:
    """How much of the letters of a folded text is Arabic, from 0 to 1."""
    arabic, latin = len(ARABIC.findall(folded)), len(LATIN.findall(folded))
    return arabic / (arabic + latin) if arabic + latin else 0.0


def sentences(folded: str, start: int, end: int, abbreviations: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
    """Sentences between two offsets of a folded text: cut at ends of lines and at final marks.

    A full stop inside a number, behind a single letter (an initial) or behind one of the abbreviations ends none.
    """
    found: list[tuple[int, int]] = []
    begin = start
    for mark in FINAL.finditer(folded, start, end):
        at = mark.start()
        if folded[at] == "\n":
            found += _pieces(folded, begin, at)
            begin = at + 1
        elif folded[at] != "." or _ends_sentence(folded, at, end, abbreviations):
            stop = at + 1
            while stop < end and folded[stop] in "\")'":
                stop += 1
            found += _pieces(folded, begin, stop)
            begin = stop
    return found + _pieces(folded, begin, end)


def _pieces(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence without the blanks round it, or where it is longer than any real one, parts of it cut at blanks."""
    found = []
    while end - start > LONGEST:
        cut = folded.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        found.append(trim(folded, start, cut))
        start = cut
    start, end = trim(folded, start, end)
    return [*found, (start, end)] if start < end else found


def _ends_sentence(folded: str, at: int, end: int, abbreviations: frozenset[str]) -> bool:
    after = folded[at + 1] if at + 1 < end else "\n"
    if after.isalnum() or after in ".,":
        return False
    word = folded[folded.rfind(" ", max(0, at - WORD_MOST), at) + 1 : at]
    if not word.isalnum():
        word = folded[word_before(folded, at) : at]
    return not (word in abbreviations or (len(word) == 1 and word.isalpha()))


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def is_currency_sign(letter: str) -> bool:
    """Whether a letter is the sign of a currency: $, €."""
    return letter != "" and unicodedata.category(letter) == "Sc"


# --- names as they sound ----------------------------------------------------------------------------------------

# Consonants that spellings of one name use alike, in Latin transliterations (digraphs first) and in Arabic letters:
# the same class for both, so that names meet across the scripts. Vowels and half-vowels are left out.
SOUNDS = (
    ("tch", "S"), ("sch", "S"), ("sh", "S"), ("ch", "S"), ("kh", "x"), ("gh", "g"), ("dh", "z"), ("th", "z"),
    ("zh", "z"), ("ph", "f"), ("ck", "k"), ("dj", "g"), ("q", "k"), ("c", "k"), ("v", "f"), ("p", "b"), ("j", "g"),
)  # fmt: skip
SILENT = "aeiouyw'`-"
VOWELS = "aeiouاع"  # with which a word may begin: all one sound, told from a consonant
ARABIC_SOUNDS = tuple(zip("بتثجحخدذرزسشصضطظغفقكلمنهپچڤگژ", "btzghxdzrzsSsdtzgfkklmnhbSfgz", strict=True))
ARABIC_SILENT = "اويءعئؤ"


def sounds(folded: str) -> str:
    """The consonants of folded names, one class for all that spellings use alike, with blanks and lines kept.

    A vowel at the beginning of a word is heard, whichever it is.

    "kadhimi", "kazemi" and "kathemi" give one result, and so does the name in Arabic letters.
    """
    folded = f"\n{folded}"
    for vowel in VOWELS:
        folded = folded.replace(f"\n{vowel}", "\nA").replace(f" {vowel}", " A")
    for written, sound in SOUNDS:
        folded = folded.replace(written, sound)
    for letter in SILENT:
        folded = folded.replace(letter, "")
    if not folded.isascii():
        for letter, sound in ARABIC_SOUNDS:
            folded = folded.replace(letter, sound)
        for letter in ARABIC_SILENT:
            folded = folded.replace(letter, "")
    heard = folded[1:]
    for sound in "bdfghklmnrstxzS":
        heard = heard.replace(sound + sound, sound)
    return heard.replace("h ", " ").replace("h\n", "\n").removesuffix("h")
