"""Whatever is wrong with a YAML file, it is told with its place: some of the mutants of tests/mutated.py."""

import re
from pathlib import Path

import mutated
import pytest
from test_compiling import FILES

NUMBER, SEED = 150, 20


@pytest.mark.parametrize("number", range(2))
def test_no_slip_in_a_file_is_more_than_a_told_mistake(number: int, tmp_path: Path) -> None:
    found = {
        mutated.outcome(tmp_path / "mutant.yaml", text, mutated.beside(tmp_path, name))
        for name, text in mutated.mutants(SEED + number, NUMBER)
    }
    assert found == {"usable", "refused"}, "mutants of one sort prove nothing"


def test_the_same_seed_gives_the_same_mutants() -> None:
    assert list(mutated.mutants(SEED, 20)) == list(mutated.mutants(SEED, 20))
    assert list(mutated.mutants(SEED, 20)) != list(mutated.mutants(SEED + 1, 20))


def test_a_language_with_one_article_is_compiled(tmp_path: Path) -> None:
    text = re.sub(r"^articles: .*$", "articles: [ال]", FILES["ar"], flags=re.MULTILINE)
    assert "articles: [ال]" in text
    assert mutated.outcome(tmp_path / "mutant.yaml", text, mutated.beside(tmp_path, "ar")) == "usable"
