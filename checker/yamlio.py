"""YAML as located words: the only file that imports yaml.

Nothing is typed here: every scalar stays the words of the file, so `no` is a word and `12:30` is not 750. Numbers,
days and yes or no are made by the schema that asks for them. All mistakes of a file are raised together.
"""

import dataclasses
import itertools
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.errors import Mistake, UnusableFile
from checker.located import Data, Located, Place, Trail, nearest, quoted
from checker.misfits import fit

if TYPE_CHECKING:
    from collections.abc import Iterator

    import yaml

__all__ = ["Data", "Located", "Place", "Trail", "fit", "parse", "read"]

DEPTH_LIMIT = 50  # lists and mappings inside each other
ALIASED_LIMIT = 200_000  # values of a file that come from aliases, once they are written out


def read(path: Path, *, name: str | None = None) -> Located:
    """The words of a YAML file; `name` is what messages call it (else the path as given).

    Raises UnusableFile with every mistake of the file.
    """
    name = path.as_posix() if name is None else name
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise UnusableFile([Mistake(path=name, what=f"the file can't be read: {reason}")]) from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        what = f"the byte {error.object[error.start]:#04x} is not UTF-8"
        mistake = Mistake(path=name, line=line, column=column, what=what, way_out="save the file as UTF-8")
        raise UnusableFile([mistake]) from error
    return parse(text, name=name)


def parse(text: str, *, name: str) -> Located:
    """The words of a YAML text; one without content is an empty mapping.

    Raises UnusableFile with every mistake: broken syntax (looked for in each top-level block), keys given twice, keys
    that are no words, tags, merge keys, aliases that lead into themselves or blow up, and a second document.
    """
    import yaml

    located = Located(path=name, data={}, marks={(): (1, 1)})
    builder = _Builder(name)
    try:
        top = builder.document(_events(text))
    except yaml.YAMLError as error:
        raise UnusableFile(_syntax_mistakes(text, name, error)) from error
    if builder.mistakes:
        raise UnusableFile(sorted(builder.mistakes))
    if top is not None:
        located.data = _spread(top, (), located)
    return located


# --- from events to words ---------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True)
class _Node:
    content: "str | list[_Node] | dict[str, _Node]"
    place: Place
    key_places: dict[str, Place] = field(default_factory=dict)
    size: int = 1  # values in it, itself included, with every alias written out


def _events(text: str) -> "Iterator[yaml.Event]":
    import yaml

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml where the installed yaml carries it
    return yaml.parse(text, Loader=loader)


class _Builder:
    """Makes nodes of parser events, and collects what is well-formed YAML but not for us.

    Events instead of `yaml.compose`: composing recurses in C and dies of a deep nesting, and forgets where aliases are.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.mistakes: set[Mistake] = set()
        self.anchors: dict[str, _Node | None] = {}  # None: the anchored value is still being read
        self.aliased = 0

    def document(self, events: "Iterator[yaml.Event]") -> _Node | None:
        """The top of the first document; `None` if there is none."""
        import yaml

        top: _Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self.note(event, "a second document starts here", "keep one document in a file")
            elif isinstance(event, yaml.NodeEvent):
                node = self.node(event, events, 1)
                top = node if documents == 1 else top
        return top

    def node(self, event: "yaml.NodeEvent", events: "Iterator[Any]", depth: int) -> _Node:
        """The value that starts with an event, with everything in it."""
        import yaml

        if isinstance(event, yaml.AliasEvent):
            return self.alias(event)
        assert isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)
        if event.tag not in (None, "!"):
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.note(event, f"the tag '{tag}' is not allowed", "write the words without a tag")
        if depth > DEPTH_LIMIT:
            mark: Any = event.start_mark
            raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=mark)
        if event.anchor is not None:
            self.anchors[event.anchor] = None
        if isinstance(event, yaml.ScalarEvent):
            node = _Node(content=event.value, place=_place(event))
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self.sequence(event, events, depth)
        else:
            node = self.mapping(event, events, depth)
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        return node

    def alias(self, event: "yaml.AliasEvent") -> _Node:
        anchor = str(event.anchor)
        node = self.anchors.get(anchor)
        if node is None:
            if anchor in self.anchors:
                self.note(event, f"the alias '*{anchor}' leads into itself", "write the value out")
            else:
                self.note(event, f"the alias '*{anchor}' has no anchor before it", nearest(anchor, self.anchors))
            return _Node(content="", place=_place(event))
        told = self.aliased > ALIASED_LIMIT
        self.aliased += node.size
        if self.aliased > ALIASED_LIMIT:
            if not told:
                self.note(event, f"aliases make more than {ALIASED_LIMIT:,} values of this file", "use fewer aliases")
            return _Node(content="", place=_place(event))
        return node

    def sequence(self, start: "yaml.Event", events: "Iterator[Any]", depth: int) -> _Node:
        import yaml

        members: list[_Node] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            members.append(self.node(event, events, depth + 1))
        return _Node(content=members, place=_place(start), size=1 + sum(member.size for member in members))

    def mapping(self, start: "yaml.Event", events: "Iterator[Any]", depth: int) -> _Node:
        import yaml

        values: dict[str, _Node] = {}
        places: dict[str, Place] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self.node(event, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            if not isinstance(key.content, str):
                self.note(event, "a list or a mapping can't be a key", "use a word as the key")
            elif key.content == "<<" and not getattr(event, "style", None):
                self.note(event, "the merge key '<<' is not allowed", "write the keys out")
            elif key.content in values:
                line = places[key.content][0]
                self.note(event, f"the key {quoted(key.content)} is given twice", f"the first is in line {line}")
            else:
                values[key.content] = value
                places[key.content] = _place(event)
        size = 1 + sum(value.size for value in values.values())
        return _Node(content=values, place=_place(start), key_places=places, size=size)

    def note(self, event: "yaml.Event", what: str, way_out: str) -> None:
        line, column = _place(event)
        self.mistakes.add(Mistake(path=self.name, line=line, column=column, what=what, way_out=way_out))


def _place(event: "yaml.Event") -> Place:
    mark: Any = event.start_mark
    return mark.line + 1, mark.column + 1


def _spread(node: _Node, trail: Trail, located: Located) -> Data:
    """The plain data of a node; the places of all in it are added to `located`."""
    located.marks[trail] = node.place
    if isinstance(node.content, str):
        return node.content
    if isinstance(node.content, list):
        return [_spread(member, (*trail, i), located) for i, member in enumerate(node.content)]
    for key, place in node.key_places.items():
        located.keys[(*trail, key)] = place
    return {key: _spread(value, (*trail, key), located) for key, value in node.content.items()}


# --- broken syntax ----------------------------------------------------------------------------------------------

# What the parser says, in its two builds, and what an author can do about it.
_SYNTAX = (
    ("nested too deeply", f"more than {DEPTH_LIMIT} lists and mappings inside each other", "write it flatter"),
    ("mapping values are not allowed", "a ':' where no key can end", "put words that hold ': ' in quotation marks"),
    ("could not find expected ':'", "a line without ':' where a key is expected", "write 'key: value'"),
    ("found unexpected end of stream", "a quotation mark that is never closed", "close it"),
    ("entries are not allowed", "a '-' where no list can start", "start a line with it, or quote it"),
    ("',' or ']'", "a '[' that is never closed, or a ',' that is missing", "close the list"),
    ("',' or '}'", "a '{' that is never closed, or a ',' that is missing", "close the mapping"),
    ("unknown escape character", "an unknown escape after '\\'", "use single quotation marks, or write '\\\\'"),
    ("cannot start any token", "a character that can't start a word", "put the words in quotation marks"),
    ("node content", "a character that can't start a value", "put the words in quotation marks"),
    ("expected key", "this doesn't go on with the mapping above", "check the indentation and quotation marks"),
    ("expected <block end>", "this doesn't go on with what stands above", "check the indentation and quotation marks"),
    ("expected '-' indicator", "this doesn't go on with the list above", "check the indentation, or start with '-'"),
    ("not allowed", "a control character", "delete it"),
)


def _syntax_mistakes(text: str, name: str, first: "yaml.YAMLError") -> list[Mistake]:
    """What is broken: every tab in an indentation, and the first mistake of each top-level block, read alone."""
    import yaml

    lines = text.splitlines()
    mistake = _syntax_mistake(text, name, first)
    found = {mistake.line: mistake}
    if "\t" in "".join(lines[mistake.line - 1 : mistake.line])[: mistake.column]:
        for number, line in enumerate(lines, 1):
            indentation = line[: len(line) - len(line.lstrip(" \t"))]
            if "\t" in indentation and line.strip():
                place = (number, indentation.index("\t") + 1)
                found[number] = _mistake(name, place, "a tab in the indentation", "indent with spaces")
    starts = [i for i, line in enumerate(lines) if line[:1].isalnum() and ":" in line]
    for start, end in itertools.pairwise([*starts, len(lines)]):
        if any(start < line <= end for line in found):
            continue
        block = "\n".join(lines[start:end])
        try:
            for _ in _events(block):
                pass
        except yaml.YAMLError as error:
            mistake = _syntax_mistake(block, name, error)
            mistake = dataclasses.replace(mistake, line=mistake.line + start)
            found.setdefault(mistake.line, mistake)
    return sorted(found.values())


def _syntax_mistake(text: str, name: str, error: "yaml.YAMLError") -> Mistake:
    import yaml

    if isinstance(error, yaml.MarkedYAMLError):
        problem, mark, opened = str(error.problem), error.problem_mark, error.context_mark
        unclosed = "',' or " in problem and mark is not None and opened is not None and mark.line > opened.line
        if unclosed or any(said in problem for said in ("end of stream", "stream end", "expected ':'")):
            mark = opened
        place = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    else:
        problem = str(getattr(error, "reason", error))
        unprintable = yaml.reader.Reader.NON_PRINTABLE.search(text)
        before = text[: unprintable.start()] if unprintable else ""
        place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    for said, what, way_out in _SYNTAX:
        if said in problem:
            return _mistake(name, place, what, way_out)
    return _mistake(name, place, f"broken YAML: {problem}", "check the indentation and quotation marks")


def _mistake(name: str, place: Place, what: str, way_out: str) -> Mistake:
    return Mistake(path=name, line=place[0], column=place[1], what=what, way_out=way_out)
