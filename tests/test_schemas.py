"""What the YAML may say in short, and what a role makes of its words."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from checker.schemas import FILES, Pattern, QuestionEntry, RuleFile, role_value

QUESTION = {"ask": "How many?", "answer": "count", "varies": "never", "says": "troops", "take": {"count-of": "troops"}}
RULE: dict[str, Any] = {
    "format": "1",
    "rule": "toll",
    "about": "any",
    "flag_when": {"apart": {}},
    "says": {"en": ""},
    "cases": {"flags": {"a": {"documents": []}}, "passes": {"b": {"documents": []}}},
}


@pytest.mark.parametrize(
    ("role", "written", "value"),
    [
        ("month", "12", 12),
        ("day-offset", "-2", -2),
        ("fraction", "0.5", 0.5),
        ("hedge", "about", "about"),
        ("vague", "20..120", [20, 120]),
        ("vague", "1500..", [1500, None]),
    ],
)
def test_a_word_has_the_value_of_its_role(role: str, written: str, value: object) -> None:
    assert role_value(role, written) == value


@pytest.mark.parametrize(("role", "written"), [("month", "dec"), ("fraction", "half"), ("vague", "20")])
def test_a_word_that_is_no_value_of_its_role_is_refused(role: str, written: str) -> None:
    with pytest.raises(ValueError, match=written):
        role_value(role, written)


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("announce", [["announce"]]),
        (["announce", "end"], [["announce", "end"]]),
        ([["announce"], ["end"]], [["announce"], ["end"]]),
    ],
)
def test_a_word_stands_for_a_list_and_a_list_for_a_list_of_lists(written: object, says: list[list[str]]) -> None:
    assert Pattern.model_validate(written).says == says
    assert Pattern.model_validate({"says": written, "modality": "done"}).says == says
    assert QuestionEntry.model_validate({**QUESTION, "says": written, "modality": "done"}).says == says


def test_one_modality_stands_for_a_list_of_one() -> None:
    assert Pattern.model_validate({"says": "end", "modality": "done"}).modality == ["done"]
    assert QuestionEntry.model_validate({**QUESTION, "modality": "planned"}).modality == ["planned"]
    assert QuestionEntry.model_validate({**QUESTION, "modality": ["done", "planned"]}).modality == ["done", "planned"]


@pytest.mark.parametrize(
    "changes",
    [
        {"answer": "state"},
        {"states": {"over": "end"}},
        {"says": None},
        {"take": {}},
        {"apart": [["over", "to-come"]]},
        {"take": {"sum-of": "troops"}},
        {"near": "far"},
    ],
)
def test_a_question_that_does_not_hang_together_is_refused(changes: dict[str, object]) -> None:
    assert QuestionEntry.model_validate(QUESTION).answer == "count"
    with pytest.raises(ValidationError):
        QuestionEntry.model_validate({**QUESTION, **changes})


@pytest.mark.parametrize("entry", [QuestionEntry, Pattern, RuleFile])
def test_what_is_no_mapping_is_refused_as_such(entry: type[QuestionEntry | Pattern | RuleFile]) -> None:
    with pytest.raises(ValidationError, match="valid dictionary"):
        entry.model_validate(3)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"rule": "Toll"}, "is no id"),
        ({"rule": "-toll"}, "is no id"),
        ({"rule": ""}, "is no id"),
        ({"rule": "حصيلة"}, "is no id"),
        ({"flag_when": {}}, "names one operator"),
        ({"flag_when": {"apart": {}, "not-yet": {}}}, "names one operator"),
        ({"flag_when": {"all": {}}}, "`all` has a list of operators"),
        ({"flag_when": {"all": []}}, "`all` names no operator"),
        ({"flag_when": {"apart": [{"slip": {}}]}}, "`apart` has options, and no list"),
        ({"flag_when": {"any": [{"apart": {}, "slip": {}}]}}, "each entry of `any` names one operator"),
        ({"flag_when": {"any": [{"not": {}}]}}, "`not` has a list of operators"),
        ({"between": "outlets"}, "sources"),
        ({"tolerates": {"weight": "3"}}, "date"),
        ({"cases": {**RULE["cases"], "passes": {}}}, "at least one case"),
    ],
)
def test_a_rule_has_an_id_one_operator_and_cases_of_both_sorts(changes: dict[str, object], says: str) -> None:
    kinds: dict[str, Any] = dict(FILES)
    rules: TypeAdapter[RuleFile] = TypeAdapter(kinds["contradictions"])
    assert rules.validate_python(RULE).about == ["any"]
    assert rules.validate_python({**RULE, "about": ["a", "b"]}).about == ["a", "b"]
    with pytest.raises(ValidationError, match=says):
        rules.validate_python({**RULE, **changes})


@pytest.mark.parametrize("kind", sorted(FILES))
def test_every_kind_of_file_has_a_schema_that_asks_for_its_format(kind: str) -> None:
    files: dict[str, Any] = dict(FILES)
    schema = TypeAdapter(files[kind]).json_schema()
    assert schema["properties"]["format"] == {"const": "1", "title": "Format", "type": "string"}
    assert schema["additionalProperties"] is False
