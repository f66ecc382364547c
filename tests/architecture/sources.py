# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading the tree for the architecture test: files, includes, code without comments and strings, function lengths."""
import dataclasses
import pathlib
import re

CODE = {".cpp", ".hpp", ".h", ".c"}
SCRIPT = {".js", ".mjs"}
SKIPPED = {"build", "node_modules", "out", ".git", ".cache", "__pycache__"}

TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/'                            # comments
    r'|R"(?P<mark>[^()\\ ]{0,16})\(.*?\)(?P=mark)"'  # raw strings
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])*'"         # not the digit separator of 1'000
    r'|`(?:\\.|[^`\\])*`', re.S)


def bare(text):
    """The text with comments, strings and character literals blanked; every line keeps its number."""
    def blank(match):
        kept = "\n" * match.group().count("\n")
        return kept if match.group().startswith("/") else '""' + kept
    return TOKEN.sub(blank, text)


@dataclasses.dataclass
class Function:
    name: str
    line: int
    length: int


NOT_A_FUNCTION = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b[^()]*$")


def functions(code):
    """Functions of bare C++ or JavaScript: each block at namespace or class level whose head has a parameter list."""
    found = []
    scopes = []  # of open braces: None for a namespace, class or table; else (name, line) of a function
    head, line, start = "", 1, 1
    inside = 0   # how many open braces belong to the function that is being read
    for char in code:
        if char == "\n":
            line += 1
        if inside:
            if char == "{":
                inside += 1
            elif char == "}":
                inside -= 1
                if inside == 0:
                    name, first = scopes.pop()
                    found.append(Function(name, first, line - first + 1))
                    head = ""
            continue
        if char == "{":
            # "Foo::Foo() : a_{1}, b_{2} {": a brace right behind a name in an initialiser list is no body.
            if re.search(r"\)\s*(noexcept\s*)?:[^:].*[\w>]$", head, re.S) and not head[-1].isspace():
                scopes.append("initialiser")
            elif "(" in head and not NOT_A_FUNCTION.search(head) and not re.search(r"=\s*$", head):
                name = re.search(r"([~\w:]+)\s*\(", head)
                scopes.append((name.group(1) if name else "(unnamed)", start))
                inside = 1
                continue
            else:
                scopes.append(None)
            if scopes[-1] is None:
                head = ""
        elif char == "}":
            scope = scopes.pop() if scopes else None
            head = head + "x" if scope == "initialiser" else ""
        elif char == ";":
            head = ""
        elif char == "\n" and re.match(r"\s*#", head.rsplit("\n", 1)[-1]):
            head = ""
        else:
            if not head.strip() and not char.isspace():
                start = line
                head = ""
            head += char
    return found


@dataclasses.dataclass
class Source:
    path: str  # from the root, with slashes
    text: str

    def __post_init__(self):
        self.lines = self.text.count("\n") + (not self.text.endswith("\n") and bool(self.text))
        suffix = pathlib.PurePosixPath(self.path).suffix
        self.isCode, self.isScript = suffix in CODE, suffix in SCRIPT
        self.bare = bare(self.text) if self.isCode or self.isScript else ""
        # Includes stand in the real text: their names are strings.
        self.includes = [(self.text.count("\n", 0, match.start()) + 1, match.group(1), match.group(2))
                         for match in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', self.text, re.M)
                         ] if self.isCode else []
        self.functions = functions(self.bare) if self.isCode or self.isScript else []


def readTree(root, folders):
    sources = []
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            inner = path.relative_to(root)
            if path.is_file() and not SKIPPED.intersection(inner.parts):
                try:
                    sources.append(Source(inner.as_posix(), path.read_text(encoding="utf-8")))
                except UnicodeDecodeError:
                    continue  # a picture or a sound
    return sources


@dataclasses.dataclass
class Module:
    name: str
    folder: str
    uses: list
    third: list


def readModules(root):
    """The rows of modules.cmake: the very table that the build links by."""
    text = (root / "packaging/cmake/modules.cmake").read_text(encoding="utf-8")
    table = re.search(r"set\(VITRINA_MODULES(.*?)\n\)", text, re.S).group(1)
    modules = []
    for row in re.findall(r'"([^"]+)"', table):
        name, folder, uses, third = row.split("|")
        modules.append(Module(name, folder, uses.split(), third.split()))
    return modules
