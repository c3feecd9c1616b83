"""How a rule's YAML combines operators."""

COMBINE = ("all", "any", "not")
Options = dict[str, str]
Combined = dict[str, Options | list[dict[str, Options]]]  # an operator, or all, any or not (none) of several
