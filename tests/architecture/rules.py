# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the architecture test. Each yields findings "file:line: what is wrong"; design.md and ARCHITECTURE.md say why."""
import collections
import pathlib
import re

# Modules that are plain C++20: the server starts in milliseconds and their tests run in a second because of it.
QT_FREE = {"base", "show", "stage", "commerce", "audience", "record", "journal", "insight", "protocol", "extension",
           "server", "link", "engine", "rehearsal"}
# Headers of a third party, and what a module's row must name to include them.
THIRD_PARTY = [
    (r"boost/json", {"Boost::json"}),
    (r"sqlite3\.h", {"SQLite::SQLite3"}),
    (r"unicode/", {"ICU::uc"}),
    (r"lib(av|sw)\w+/", {"PkgConfig::FFMPEG"}),
    (r"qrencode\.h", {"PkgConfig::QRENCODE"}),
    (r"X11/", {"X11::X11"}),
    (r"openssl/", {"OpenSSL::Crypto", "OpenSSL::SSL"}),
    (r"boost/(asio|beast)", {"Boost::asio"}),
]
OBS_HEADER = re.compile(r"obs(-\w+)?\.h(pp)?$|(util|graphics|media-io|callback)/[\w-]+\.h$")
# What lives inside libobs can only be tested through it.
OBS_FOLDERS = re.compile(r"app/engine/obs/|plugins/obs-|tests/engine/|tests/bench/camera/")
WIDGET_HEADER = re.compile(
    r"QtWidgets|Q(Widget|\w*Dialog|MainWindow|DockWidget|Label|LCDNumber|\w*Button\w*|Layout|(H|V|)BoxLayout|(Grid|Form|Stacked)Layout|"
    r"(Abstract|List|Tree|Table|Column|Header|Graphics|Undo)\w*(View|Widget|Area|Delegate)|(Combo|Spin|Check|Group|Message|Tool|Error)Box|"
    r"(Line|Text|PlainText)Edit|(Scroll|Menu|Status|Tool|Tab|Progress)(Bar|Area|Tip|Widget)|Menu|\w*Slider|Splitter\w*|Frame|"
    r"Style(?!Hints)\w*|ProxyStyle|CommonStyle|Completer|Shortcut\w*Edit|Graphics(Item|Scene|Effect)\w*)$")
VAGUE_NAME = re.compile(r"(Manager|Helper|Utils?|Common)s?$")
# A plugin of ours gets everything else by its context; what it is made with beside these is its own affair.
PLUGIN_MAY_USE = {"base", "commerce", "extension"}
LICENCE = ("SPDX-FileCopyrightText:", "SPDX-License-Identifier: GPL-3.0-or-later")
LICENSED = re.compile(r"(\.(cpp|hpp|h|c|py|js|mjs|css|html|sh|cmake)|CMakeLists\.txt)$|^packaging/[a-z-]+$|^\.ci/run$")
FILE_LIMIT, TEST_FILE_LIMIT, FUNCTION_LIMIT, FAN_IN_LIMIT = 600, 900, 120, 0.15


def isTest(source):
    return source.path.startswith("tests/")


class Tree:
    def __init__(self, modules, sources):
        self.modules = {module.name: module for module in modules}
        self.sources = {source.path: source for source in sources}
        # The deepest folder wins: app/engine/obs is not app/engine.
        self.folders = sorted(((module.folder + "/", module.name) for module in modules), key=lambda f: -len(f[0]))

    def moduleOf(self, path):
        return next((name for folder, name in self.folders if path.startswith(folder)), None)

    def resolve(self, source, name):
        """The file of ours that an include means, or nothing: app/x is "x/Y.hpp", ui/x is "ui/x/Y.hpp"."""
        beside = (pathlib.PurePosixPath(source.path).parent / name).as_posix()
        return next((path for path in ("app/" + name, name, beside) if path in self.sources), None)

    def product(self):
        return [source for source in self.sources.values() if re.match(r"(app|ui|plugins)/", source.path)]


def illegalEdges(tree):
    for source in tree.product():
        module = tree.moduleOf(source.path)
        if module is None:
            continue  # app/main.cpp and app/server_main.cpp: roots that may use what they start
        row = tree.modules[module]
        for line, _, name in source.includes:
            target = tree.resolve(source, name)
            used = tree.moduleOf(target) if target else None
            if used and used != module and used not in row.uses:
                yield f"{source.path}:{line}: {module} may not use {used} (\"{name}\")"


def cycles(tree):
    files = {path: [target for _, _, name in source.includes if (target := tree.resolve(source, name)) and target != path]
             for path, source in tree.sources.items() if source.isCode and not isTest(source)}
    modules = collections.defaultdict(set)
    for path, targets in files.items():
        for target in targets:
            ends = tree.moduleOf(path), tree.moduleOf(target)
            if None not in ends and ends[0] != ends[1]:
                modules[ends[0]].add(ends[1])
    declared = {module.name: module.uses for module in tree.modules.values()}
    for kind, graph in (("files", files), ("modules", modules), ("table rows", declared)):
        for cycle in findCycles(graph):
            yield f"{cycle[0]}: cycle of {kind}: {' -> '.join(cycle)}"


def findCycles(graph):
    done, found = set(), []
    for start in sorted(graph):
        if start in done:
            continue
        trail, stack = [start], [iter(sorted(graph[start]))]
        while stack:
            following = next(stack[-1], None)
            if following is None:
                done.add(trail.pop())
                stack.pop()
            elif following in trail:
                found.append([*trail[trail.index(following):], following])
            elif following not in done:
                trail.append(following)
                stack.append(iter(sorted(graph.get(following, ()))))
    return found


def qtInQtFree(tree):
    for module in tree.modules.values():
        if module.name in QT_FREE and any(name.startswith("Qt6") for name in module.third):
            yield f"packaging/cmake/modules.cmake:1: {module.name} must not link Qt"
    for source in tree.product():
        if tree.moduleOf(source.path) in QT_FREE or source.path == "app/server_main.cpp" or source.path.startswith("plugins/"):
            for line, _, name in source.includes:
                if re.match(r"Q[A-Zt]", name.rsplit("/", 1)[-1]) or name.startswith("Qt"):
                    yield f"{source.path}:{line}: Qt in a module that is plain C++ (<{name}>)"


def pluginsApart(tree):
    for module in tree.modules.values():
        plugin = module.folder.startswith("plugins/")
        for used in module.uses:
            if plugin and used not in PLUGIN_MAY_USE:
                yield f"packaging/cmake/modules.cmake:1: {module.name} is a plugin and may not use {used}"
            elif not plugin and used in tree.modules and tree.modules[used].folder.startswith("plugins/"):
                yield f"packaging/cmake/modules.cmake:1: {module.name} may not use the plugin {used}: it is loaded"
    for source in tree.product():
        if re.match(r"plugins/(?!obs-)", source.path) and source.isCode and not tree.moduleOf(source.path):
            yield f"{source.path}:1: a plugin without a row in packaging/cmake/modules.cmake"


def thirdParty(tree):
    for source in tree.product():
        module = tree.moduleOf(source.path)
        if module is None:
            continue
        for line, _, name in source.includes:
            for pattern, allowed in THIRD_PARTY:
                if re.match(pattern, name) and not allowed.intersection(tree.modules[module].third):
                    yield f"{source.path}:{line}: {module}'s row does not name {' or '.join(sorted(allowed))} (<{name}>)"


def obsPlaces(tree):
    for source in tree.sources.values():
        if OBS_FOLDERS.match(source.path):
            continue
        for line, bracket, name in source.includes:
            if OBS_HEADER.match(name) and not (bracket == '"' and tree.resolve(source, name)):
                yield f"{source.path}:{line}: libobs outside app/engine/obs and plugins/obs-* (<{name}>)"


def widgetsInApp(tree):
    for source in tree.product():
        if source.path.startswith("app/"):
            for line, _, name in source.includes:
                if WIDGET_HEADER.match(name.rsplit("/", 1)[-1]) or name.startswith("QtWidgets"):
                    yield f"{source.path}:{line}: a widget header in app/ (<{name}>)"


def singletons(tree):
    patterns = [(re.compile(r"::instance\s*\("), "asks a singleton"),
                (re.compile(r"\bstatic\s+[\w:<>]+\s*[&*]\s*(instance|self|shared)\s*\("), "declares a singleton"),
                (re.compile(r"\bstatic\s+(?!const)[\w:<>, ]+?\s+(\w+)\s*(\{\s*\}|\(\s*\))?;\s*return\s+&?\1\s*;"),
                 "hands out a hidden global")]
    for source in tree.product():
        for pattern, what in patterns:
            for match in pattern.finditer(source.bare):
                yield f"{source.path}:{source.bare.count(chr(10), 0, match.start()) + 1}: {what}: {match.group().strip()[:60]}"


def names(tree):
    for source in tree.sources.values():
        stem = pathlib.PurePosixPath(source.path).stem
        if (source.isCode or source.isScript) and VAGUE_NAME.search(stem[:1].upper() + stem[1:]):
            yield f"{source.path}:1: a name that says nothing: {stem}"
        for match in re.finditer(r"\b(class|struct|namespace)\s+(\w+)", source.bare):
            if VAGUE_NAME.search(match.group(2)[:1].upper() + match.group(2)[1:]):
                yield (f"{source.path}:{source.bare.count(chr(10), 0, match.start()) + 1}: "
                       f"a name that says nothing: {match.group(2)}")


def licences(tree):
    for source in tree.sources.values():
        if LICENSED.search(source.path):
            top = "\n".join(source.text.split("\n")[:6])
            if not all(line in top for line in LICENCE):
                yield f"{source.path}:1: no SPDX lines at the top"


def lengths(tree):
    for source in tree.sources.values():
        if not source.isCode and not source.isScript:
            continue
        limit = TEST_FILE_LIMIT if isTest(source) else FILE_LIMIT
        if source.lines > limit:
            yield f"{source.path}:1: {source.lines} lines, over {limit}"
        for function in source.functions:
            if function.length > FUNCTION_LIMIT:
                yield f"{source.path}:{function.line}: {function.name}() has {function.length} lines, over {FUNCTION_LIMIT}"


def fanIn(tree):
    """How many of the product's files include each header directly, most first."""
    product = [source for source in tree.product() if source.isCode]
    counts = collections.Counter()
    for source in product:
        counts.update({target for _, _, name in source.includes if (target := tree.resolve(source, name))})
    return [(path, count, count / max(1, len(product))) for path, count in counts.most_common()]


def fanInOver(tree):
    for path, count, share in fanIn(tree):
        if share > FAN_IN_LIMIT and tree.moduleOf(path) != "base":
            yield f"{path}:1: included by {count} files, {share:.0%} of all: does everybody need all of it?"


def openNotes(tree):
    for source in tree.sources.values():
        if source.isCode or source.isScript:
            for number, line in enumerate(source.text.split("\n"), 1):
                if re.search(r"\b(TODO|FIXME|XXX)\b", line) and not re.search(r"#\d+", line):
                    yield f"{source.path}:{number}: a note without an issue number"


def nakedNew(tree):
    """Qt parents its objects and libobs its callbacks' data; in plain C++ nothing is owned by a raw pointer. Handed to
    a unique_ptr on the spot is allowed: a private constructor leaves no other way."""
    for source in tree.product():
        if tree.moduleOf(source.path) in QT_FREE:
            for match in re.finditer(r"(\w*(?:ptr|Ptr)\w*(?:<[^;{}()]*>)?\s*\w*\s*[({]\s*)?\bnew\s+[A-Za-z_]|(?<!=)\s\bdelete(?:\[\])?\s+[A-Za-z_]",
                                     source.bare):
                if not match.group(1):
                    line = source.bare.count(chr(10), 0, match.end()) + 1
                    yield f"{source.path}:{line}: an owning raw pointer: new or delete"


def machinePaths(tree):
    """A path of one machine works there only; footage is found by $VITRINA_MEDIA or beside the checkout."""
    for source in tree.sources.values():
        for number, line in enumerate(source.text.split("\n"), 1):
            if re.search(r"[\"' =]/(work|root|tmp/wt)/\w", line):
                yield f"{source.path}:{number}: a path of this machine only"


RULES = [illegalEdges, cycles, qtInQtFree, pluginsApart, thirdParty, obsPlaces, widgetsInApp, singletons, names, licences, lengths,
         fanInOver, openNotes, nakedNew, machinePaths]
