#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants each kind of violation in a small tree and looks whether the architecture test finds it, and nothing else."""
import pathlib
import sys
import tempfile
import unittest

from architecture import check
from sources import bare, functions

SPDX = "// SPDX-FileCopyrightText: 2026 The Vitrina authors\n// SPDX-License-Identifier: GPL-3.0-or-later\n"
MODULES = '''# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
set(VITRINA_MODULES
    "base|app/base||"
    "show|app/show|base|"
    "stage|app/stage|base|"
    "engine|app/engine|base stage|"
    "engine_obs|app/engine/obs|base stage engine|OBS::libobs"
    "studio|app/studio|base show|Qt6::Core"
)
'''
CLEAN = {
    "app/base/Id.hpp": "struct Id {};\n",
    "app/show/Show.hpp": '#include "base/Id.hpp"\nstruct Show { Id id; };\n',
    "app/show/Show.cpp": '#include "show/Show.hpp"\n',
    "app/engine/obs/Adapter.cpp": "#include <obs.h>\n#include <util/platform.h>\n",
    "app/studio/Window.cpp": "#include <QObject>\n// TODO a window (#7)\n",
    "app/base/Clock.cpp": "auto a() { return std::unique_ptr<Id>(new Id); }\nstd::unique_ptr<Id> b{new Id};\n", "app/base/Log.cpp": "", "app/stage/Stage.cpp": "", "app/stage/SetUp.cpp": "",
    "app/stage/Scene.cpp": "",
}
PLANTED = [
    ("illegalEdges", {"app/show/Bad.cpp": '#include "stage/Stage.hpp"\n', "app/stage/Stage.hpp": ""}),
    ("illegalEdges", {"app/engine/Bad.cpp": '#include "engine/obs/Adapter.hpp"\n', "app/engine/obs/Adapter.hpp": ""}),
    ("cycles", {"app/show/A.hpp": '#include "show/B.hpp"\n', "app/show/B.hpp": '#include "show/A.hpp"\n'}),
    ("cycles", {"packaging/cmake/modules.cmake": MODULES.replace('"show|app/show|base|"', '"show|app/show|base studio|"')}),
    ("qtInQtFree", {"app/show/Bad.cpp": "#include <QString>\n"}),
    ("qtInQtFree", {"app/server_main.cpp": "#include <QtCore/QObject>\n"}),
    ("qtInQtFree", {"packaging/cmake/modules.cmake": MODULES.replace('"show|app/show|base|"', '"show|app/show|base|Qt6::Core"')}),
    ("pluginsApart", {"packaging/cmake/modules.cmake": MODULES.replace('"studio|', '"plugin_bad|plugins/bad|base show|"\n    "studio|')}),
    ("pluginsApart", {"packaging/cmake/modules.cmake": MODULES.replace('"studio|app/studio|base show|', '"plugin_bad|plugins/bad|base|"\n    "studio|app/studio|base show plugin_bad|')}),
    ("pluginsApart", {"plugins/bad/Bad.cpp": "int x;\n"}),
    ("qtInQtFree", {"plugins/obs-bad/Bad.cpp": "#include <QString>\n"}),
    ("thirdParty", {"app/show/Bad.cpp": "#include <sqlite3.h>\n"}),
    ("thirdParty", {"app/show/Bad.cpp": "#include <boost/asio/io_context.hpp>\n"}),
    ("obsPlaces", {"app/engine/Bad.cpp": "#include <obs.h>\n"}),
    ("obsPlaces", {"app/studio/Bad.cpp": "#include <graphics/graphics.h>\n"}),
    ("widgetsInApp", {"app/studio/Bad.cpp": "#include <QPushButton>\n"}),
    ("singletons", {"app/studio/Bad.cpp": "void f() { Settings::instance().save(); }\n"}),
    ("singletons", {"app/studio/Bad.cpp": "Settings& settings() {\n    static Settings all;\n    return all;\n}\n"}),
    ("names", {"app/studio/Bad.hpp": "class SceneManager {};\n"}),
    ("names", {"app/studio/StringUtils.hpp": "namespace strings {}\n"}),
    ("licences", {"app/studio/Bad.hpp": None}),
    ("lengths", {"app/studio/Bad.cpp": "int x;\n" * 600}),
    ("lengths", {"app/studio/Bad.cpp": "namespace a {\nint f(int b) {\n" + "    ++b;\n" * 120 + "    return b;\n}\n}\n"}),
    ("openNotes", {"app/studio/Bad.cpp": "// TODO later\n"}),
    ("nakedNew", {"app/show/Bad.cpp": "int* f() { return new int(3); }\n"}),
    ("machinePaths", {"tests/show/Bad.cpp": 'auto media = "/%s/shared/media";\n' % "work"}),
    ("nakedNew", {"app/show/Bad.cpp": "void f(int* x) { delete x; }\n"}),
]


def findings(extra):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for path, text in {"packaging/cmake/modules.cmake": MODULES, **CLEAN, **extra}.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            spdx = SPDX if not path.endswith(".cmake") else ""
            target.write_text("int x;\n" if text is None else spdx + text, encoding="utf-8")
        return check(root)[1]


class ArchitectureTest(unittest.TestCase):
    def testCleanTreeHasNoFindings(self):
        self.assertEqual(findings({}), [])

    def testEachPlantedViolationIsFoundAndNothingElse(self):
        for rule, files in PLANTED:
            with self.subTest(rule=rule, files=list(files)):
                self.assertEqual({name for name, _ in findings(files)}, {rule})

    def testFanIn(self):
        files = {f"app/stage/User{number}.cpp": '#include "stage/Wide.hpp"\n' for number in range(6)}
        self.assertEqual({name for name, _ in findings({"app/stage/Wide.hpp": "", **files})}, {"fanInOver"})

    def testCommentsAndStringsAreNoCode(self):
        code = bare('int a; // new Thing\nauto s = R"x(class Manager {)x"; /* delete\n b */ char c = \'"\'; int n = 1\'000;\n')
        for word in ("new", "Manager", "delete"):
            self.assertNotIn(word, code)
        self.assertEqual(code.count("\n"), 3)
        self.assertIn("1'000", code)

    def testFunctionsAreMeasuredWhole(self):
        code = bare("namespace a {\nstruct B {\n    B(int x) : x_{x}, y_{} {\n        go();\n    }\n    int x_ = 0;\n};\n"
                    "const int table[] = {\n    1,\n};\nauto f(int n) -> int {\n    if (n) {\n        return 1;\n    }\n"
                    "    return [&] { return n; }();\n}\n}\n")
        self.assertEqual([(each.name, each.line, each.length) for each in functions(code)], [("B", 3, 3), ("f", 11, 6)])

    def testFunctionsOfScripts(self):
        code = bare("export class Page {\n  start(root) {\n    return `a{${root}`;\n  }\n}\nconst go = (x) => {\n  x();\n};\n")
        self.assertEqual([each.length for each in functions(code)], [3, 3])


if __name__ == "__main__":
    outcome = unittest.main(exit=False, verbosity=1).result
    print(f"Totals: {outcome.testsRun - len(outcome.failures) - len(outcome.errors)} passed, {len(outcome.failures)} failed")
    sys.exit(not outcome.wasSuccessful())
