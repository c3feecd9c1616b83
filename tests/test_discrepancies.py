"""Whole small documents, and what must be found between them: the cases of fixtures/judge/, and laws that hold."""

import json
from dataclasses import replace
from itertools import permutations

import judging
import pytest

from checker import plain
from checker.collect import Collected
from checker.model import RawDocument, Report
from checker.pipeline import judge

FILES = [(path.stem, judging.read(path)) for path in sorted(judging.FOLDER.glob("*.yaml"))]
FLAGS = [(f"{stem}: {name}", case) for stem, cases in FILES for name, case in cases.flags.items()]
PASSES = [(f"{stem}: {name}", case) for stem, cases in FILES for name, case in cases.passes.items()]
TODO = [(f"{stem}: {name}", case) for stem, cases in FILES for name, case in cases.todo.items()]
ARABIC = range(0x600, 0x700)


@pytest.mark.parametrize(("name", "case"), FLAGS, ids=[name for name, _ in FLAGS])
def test_a_contradiction_is_found(name: str, case: judging.Case) -> None:
    assert judging.findings(judging.report(judging.raw(case))) == judging.wanted(case)
    assert case.finds != []


@pytest.mark.parametrize(("name", "case"), PASSES, ids=[name for name, _ in PASSES])
def test_what_agrees_is_passed_in_silence(name: str, case: judging.Case) -> None:
    found = judging.report(judging.raw(case))
    assert judging.findings(found) == []
    assert judging.values(found, case.reads) == case.reads
    assert judging.mentioned(found, case.mentions) == case.mentions
    assert case.finds == []
    assert case.reads | case.mentions != {}


@pytest.mark.xfail(reason="known gaps")
@pytest.mark.parametrize(("name", "case"), TODO, ids=[name for name, _ in TODO])
def test_a_known_gap(name: str, case: judging.Case) -> None:
    found = judging.report(judging.raw(case))
    assert judging.findings(found, camps=False) == judging.wanted(case)
    assert judging.values(found, case.reads) == case.reads


@pytest.mark.parametrize(("stem", "cases"), FILES, ids=[stem for stem, _ in FILES])
def test_both_languages_have_cases_of_both_kinds(stem: str, cases: judging.Cases) -> None:
    for named in (cases.flags, cases.passes):
        arabic = [name for name in named if ord(name[0]) in ARABIC]
        assert 3 * len(arabic) >= len(named) > len(arabic) > 0


# --- laws -------------------------------------------------------------------------------------------------------


def answer(report: Report) -> str:
    """The findings as the bytes that a user would see."""
    return json.dumps([plain.discrepancy(one) for one in report.discrepancies], ensure_ascii=False)


def again(case: judging.Case, order: tuple[int, ...]) -> str:
    """The findings of a case whose documents lie in another order."""
    documents = [judging.raw(case)[at] for at in order]
    return answer(judge(Collected(raw=documents), judging.loaded(), compare=True))


@pytest.mark.parametrize(("name", "case"), FLAGS, ids=[name for name, _ in FLAGS])
def test_the_order_of_the_documents_changes_nothing(name: str, case: judging.Case) -> None:
    orders = list(permutations(range(len(case.documents))))
    assert {again(case, order) for order in orders} == {again(case, orders[0])}


def copy(document: RawDocument) -> RawDocument:
    """The same report, printed by another outlet."""
    return RawDocument(id=f"copy-{document.id}", text=document.text, metadata={**document.metadata, "source": "Mirror"})


def camps(report: Report) -> list[list[str]]:
    """The labels of the camps of every finding."""
    return sorted([one.question.id, one.rule, *(camp.label for camp in one.camps)] for one in report.discrepancies)


ACROSS = [(name, case) for name, case in FLAGS if len(case.documents) > 1]


@pytest.mark.parametrize(("name", "case"), ACROSS, ids=[name for name, _ in ACROSS])
def test_a_repeated_document_changes_no_camp(name: str, case: judging.Case) -> None:
    documents = judging.raw(case)
    once = judging.report(documents)
    for document in documents:
        assert camps(judging.report([*documents, copy(document)])) == camps(once)


VAGUER = [
    ("There are 2,500 US troops in Iraq.", ["about 2,500", "nearly 2,600", "at least 2,000", "up to 3,000"]),
    ("في العراق 2500 جندي أميركي.", ["نحو 2500", "ما لا يقل عن 2000", "ما لا يزيد على 3000"]),
]


@pytest.mark.parametrize(("sentence", "vaguer"), VAGUER)
def test_a_vaguer_copy_adds_no_discrepancy(sentence: str, vaguer: list[str]) -> None:
    number = "2,500" if "2,500" in sentence else "2500"
    other = sentence.replace(number, number.replace("2", "7", 1))
    before = camps(judging.said(sentence, other))
    assert len(before) == 1
    for words in vaguer:
        assert len(camps(judging.said(sentence, other, sentence.replace(number, words)))) == len(before)


# --- fingerprints, crowds ---------------------------------------------------------------------------------------


def test_a_fingerprint_outlives_an_edited_text() -> None:
    first, second = "There are 2,500 US troops in Iraq.", "There are 5,200 US troops in Iraq."
    (one,) = judging.said(first, second).discrepancies
    (edited,) = judging.said(f"Commanders met in Baghdad. {first}", second).discrepancies
    (other,) = judging.said(first, "There are 5,300 US troops in Iraq.").discrepancies
    assert one.fingerprint == edited.fingerprint
    assert one.fingerprint != other.fingerprint
    assert len(one.fingerprint) == 12


def test_a_crowd_of_outlets_makes_one_card_and_loses_no_voice() -> None:
    few = [judging.document(f"a{n}.txt", "There are 2,500 US troops in Iraq.", source=f"A{n}") for n in range(40)]
    many = [judging.document(f"b{n}.txt", "There are 5,200 US troops in Iraq.", source=f"B{n}") for n in range(40)]
    (found,) = judging.report([*few, *many]).discrepancies
    assert [len(camp.facts) for camp in found.camps] == [40, 40]


def test_one_fact_alone_is_no_question_to_judge() -> None:
    report = judging.said("There are 2,500 US troops in Iraq.")
    assert (len(report.facts), report.discrepancies) == (1, [])
    assert report.unjudged["facts_without_a_question"] == 1


def test_a_rule_may_lower_the_severity_of_its_findings_but_not_raise_it() -> None:
    report = judging.said("There are 2,500 US troops in Iraq.", "There are 5,200 US troops in Iraq.")
    rule = judging.rule("answers-apart")
    for severity, expected in (("info", "info"), ("warning", "warning"), ("error", "error"), (None, "error")):
        lowered = replace(rule, severity=severity)
        (found,) = judging.discrepant(report, [lowered])
        assert found.severity == expected
        assert found.verdict == "conflict"


def test_a_rule_may_leave_steps_in_time_out() -> None:
    text = "The attack in Basra on April 8, 2021 killed {} people."
    documents = [
        judging.document("1.txt", text.format(12), source="North", published="2021-04-08"),
        judging.document("2.txt", text.format(15), source="South", published="2021-04-09"),
    ]
    report = judging.report(documents)
    rule = judging.rule("answers-apart")
    assert [one.verdict for one in judging.discrepant(report, [rule])] == ["evolving"]
    assert judging.discrepant(report, [replace(rule, unless=("evolves",))]) == []


def test_a_rule_about_other_questions_says_nothing() -> None:
    report = judging.said("There are 2,500 US troops in Iraq.", "There are 5,200 US troops in Iraq.")
    rule = judging.rule("answers-apart")
    assert judging.discrepant(report, [replace(rule, about=("people-killed",))]) == []
    assert len(judging.discrepant(report, [replace(rule, about=("troops-present",))])) == 1


def test_one_disagreement_at_two_times_is_one_card() -> None:
    texts = ["There are 2,500 US troops in Iraq.", "There are 5,200 US troops in Iraq."]
    documents = [
        judging.document(f"{year}-{n}.txt", text, source=f"{year} {n}", published=f"{year}-04-08")
        for year in (2019, 2021)
        for n, text in enumerate(texts)
    ]
    (found,) = judging.report(documents).discrepancies
    assert {camp.label: [fact.document for fact in camp.facts] for camp in found.camps} == {
        "2,500": ["2019-0.txt", "2021-0.txt"],
        "5,200": ["2019-1.txt", "2021-1.txt"],
    }
    assert [camp.voices for camp in found.camps] == [["2019 0", "2021 0"], ["2019 1", "2021 1"]]
