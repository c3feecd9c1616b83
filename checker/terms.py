"""What the operators of a rule look at, and how its YAML combines them."""

COMBINE = ("all", "any", "not")
TOGETHER = ("camps", "facts")  # what operators that can be combined look at
INSIDE = ("mention", "pair-of-questions")  # what those look at whose findings answer no question of the packs
Options = dict[str, str]
Combined = dict[str, Options | list[dict[str, Options]]]  # an operator, or all, any or not (none) of several
