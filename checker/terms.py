"""How a rule's YAML combines operators: their shape, and the check that what combines has a list and others none."""

from collections.abc import Mapping, Sequence

COMBINE = ("all", "any", "not")
Options = dict[str, str]
Combined = dict[str, Options | list[dict[str, Options]]]  # an operator, or all, any or not (none) of several


def check_term(id: str, below: Mapping[str, str] | Sequence[Combined]) -> None:
    """Raises ValueError unless `all`, `any` and `not` have a list of single operators, and others options."""
    if not isinstance(below, Sequence):
        if id in COMBINE:
            raise ValueError(f"`{id}` has a list of operators")
        return
    if id not in COMBINE:
        raise ValueError(f"`{id}` has options, and no list")
    if not below:
        raise ValueError(f"`{id}` names no operator")
    for part in below:
        if len(part) != 1:
            raise ValueError(f"each entry of `{id}` names one operator")
        for inner, one in part.items():
            check_term(inner, one)  # type: ignore[arg-type]  # a part lies no deeper than its whole
