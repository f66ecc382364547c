#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""architecture.py ROOT: holds the tree against the dependency table and the house rules, prints the figures, and fails
on what must not be there. The lengths' percentiles are a prompt to think, not a limit."""
import pathlib
import sys

from rules import RULES, Tree, fanIn, isTest
from sources import readModules, readTree


def p95(values):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))] if ordered else 0


def row(name, sources, uses=""):
    files = [source.lines for source in sources]
    blocks = [function.length for source in sources for function in source.functions]
    print(f"{name:<14}{len(files):>6}{sum(files):>8}{p95(files):>7}{max(files, default=0):>6}"
          f"{len(blocks):>8}{p95(blocks):>6}{max(blocks, default=0):>6}  {uses}")


def table(tree):
    print(f"{'module':<14}{'files':>6}{'lines':>8}{'p95':>7}{'max':>6}{'functions':>8}{'p95':>5}{'max':>6}  uses (not yet used in brackets)")
    code = [source for source in tree.sources.values() if source.isCode or source.isScript]
    for module in tree.modules.values():
        inside = [source for source in code if tree.moduleOf(source.path) == module.name]
        used = {tree.moduleOf(target) for source in inside for _, _, name in source.includes
                if (target := tree.resolve(source, name))}
        row(module.name, inside, " ".join(name if name in used else f"({name})" for name in module.uses))
    row("ui/web", [source for source in code if source.path.startswith("ui/web/")])
    product = [source for source in code if not isTest(source)]
    tests = [source for source in code if isTest(source)]
    row("product", product)
    row("tests", tests)
    ours, theirs = sum(source.lines for source in product), sum(source.lines for source in tests)
    print(f"\nLines of test per line of product: {theirs / max(1, ours):.2f}")
    print("Most included:", ", ".join(f"{path} {share:.0%}" for path, _, share in fanIn(tree)[:6]))
    blocks = sorted(((function.length, source.path, function.name) for source in product for function in source.functions),
                    reverse=True)[:5]
    print("Longest functions:", ", ".join(f"{name} {length} ({path})" for length, path, name in blocks))


def check(root):
    tree = Tree(readModules(root), readTree(root, ["app", "ui", "plugins", "tests", "packaging", ".ci"]))
    findings = [(rule.__name__, finding) for rule in RULES for finding in rule(tree)]
    return tree, findings


def main():
    tree, findings = check(pathlib.Path(sys.argv[1]).resolve())
    table(tree)
    print()
    for rule, finding in findings:
        print(f"{finding}  [{rule}]")
    print(f"{len(RULES)} rules, {len(tree.sources)} files, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
