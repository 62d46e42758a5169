"""Markdown documents of every shape of table and block. The same seed gives the same documents.

Left out is what ../README.md names: there md4c and cmark-gfm differ.
"""

import random


class Generator:
    def __init__(self, seed):
        self.source = random.Random(seed)

    # random() alone is the same in every version of Python.
    def below(self, n):
        return int(self.source.random() * n)

    def pick(self, values):
        return values[self.below(len(values))]

    def chance(self, share):
        return self.source.random() < share

    def times(self, least, most, make):
        return [make() for _ in range(least + self.below(most - least + 1))]

    WORDS = """gradient loss step model P(A) x_i snake_case 2*3 a*b* don't – — é 日本 3.5% [0,1) {} # > - + 1. = ~10
        C:\\path \\* \\_ \\` & && < <3 > $x$ "quoted" (in brackets) ! !important -- --- :: : :-: https://example.org""".split()
    MARKS = [
        "*em*", "**strong**", "***both***", "_em_", "__strong__", "`code`", "``a ` b``", "`a*b*`", "~~gone~~",
        "[link](/a)", '[link](/a "title")', "[*in*](<b c>)", "![alt](/i.png)", "<https://example.org>",
        "&mdash;", "&amp;", "&check;", "&nGt;", "&bogus;", "&#8212;", "&#x2014;", "&#0;", "&copy", "<br>", "<br/>",
        "<b>bold</b>", "<!-- no -->", "<Row>", "*open", "`open", "[open", "a\\\\b",
    ]

    def inline(self, most=5):
        words = self.times(1, most, lambda: self.pick(self.MARKS if self.chance(0.4) else self.WORDS))
        return " ".join(words).lstrip("> ") or "x"

    # --- tables ------------------------------------------------------------------------------------

    CELLS = ["", " ", "\\|", "a\\|b", "`a\\|b`", "P(A\\|B)", "`x`", "\\\\", "**a\\|b**", "-", "---", ":-:"]
    BARE = ["`a|b`", "P(A|B)", "KL(p || q)", "[a|b]", "||"]

    def cell(self):
        kind = self.below(10)
        if kind < 6:
            return self.inline(3).replace("|", "")
        return self.pick(self.BARE if kind == 9 and self.chance(0.3) else self.CELLS)

    def row(self, cells):
        blank = lambda: self.pick([" ", " ", " ", "", "  ", "\t"])
        left, right = self.pick([("|", "|")] * 6 + [("", ""), ("|", ""), ("", "|")])
        text = "|".join(blank() + cell + blank() for cell in cells)
        row = (left + text + right).strip(" \t")
        return "| |" if row in ("", "|") else row

    def delimiter(self, columns):
        row = self.row([self.pick(["---", "-", "--", ":--", "--:", ":-:", "----------"]) for _ in range(columns)])
        return row if "|" in row else "|" + row

    def table(self, depth=0):
        columns = 1 + self.below(5)
        said = columns if self.chance(0.93) else 1 + self.below(5)
        lines = [self.row([self.cell() for _ in range(columns)]), self.delimiter(said)]
        for _ in range(self.below(5)):
            count = columns if self.chance(0.75) else self.below(7)
            lines.append(self.row([self.cell() for _ in range(count)]))
        if self.chance(0.15):
            lines.append(self.inline().replace("|", ""))
        return self.indented(lines, depth)

    def indented(self, lines, depth):
        if depth > 0:
            return lines
        if self.chance(0.15):
            by = self.below(4)
            return [" " * by + line for line in lines]
        if self.chance(0.1):
            return [" " * self.below(4) + line for line in lines]
        return lines

    # --- other blocks --------------------------------------------------------------------------------

    def heading(self):
        level = 1 + self.below(7)
        closing = self.pick(["", "", "", " #", " ##", " #x", "#", " \\#"])
        return self.pick([
            lambda: ["#" * level + self.pick([" ", "  ", "", "\t"]) + self.inline() + closing],
            lambda: [self.inline(), self.pick(["===", "---", "=", "-----  "])],
            lambda: ["#" * level],
        ])()

    def paragraph(self):
        lines = self.times(1, 3, self.inline)
        code = any("`" in line for line in lines)
        return lines if code else [line + self.pick(["", "", "  ", "\\"]) for line in lines]

    def fence(self, depth=0):
        mark = self.pick(["```", "~~~", "````", "~~~~"])
        inside = self.times(0, 4, lambda: self.pick(["# no heading", "| a | b |", "|---|---|", "", "- x", "```", "  y", "~~~"]))
        closed = [self.pick([mark, mark + mark[0], mark + "  "])] if self.chance(0.85) else []
        return self.indented([mark + self.pick(["", "python", " js x"])] + inside + closed, depth)

    def code(self):
        return ["    " + self.inline(), "    - x"]

    def html(self):
        return self.pick([
            ["<div>", "**no**", "</div>"], ["<!-- a", "", "# no", "-->"], ["<details><summary>x</summary>"],
            ["<pre>", "", "- no", "</pre>"], ["<Row>"], ["<?php", "?>"],
        ]) + [""]

    def items(self, depth=0):
        mark = self.pick(["-", "*", "+", "1.", "3)", "10."])
        lines = []
        for _ in range(1 + self.below(3)):
            task = self.pick(["", "", "", "", "[ ] ", "[x] ", "[X] ", "[y] "])
            head = mark + self.pick([" ", " ", " ", "  ", "   "])
            body = [task + self.inline()]
            if self.chance(0.2):
                body.append(self.inline())
            if depth < 3 and self.chance(0.3):
                body += [""] + self.block(depth + 1)
            lines.append(head + body[0])
            lines += [line and " " * len(head) + line for line in body[1:]]
            if self.chance(0.2):
                lines.append("")
        return lines + [""]

    def quote(self, depth=0):
        inside = self.block(depth + 1)
        if self.chance(0.3):
            inside += [""] + self.block(depth + 1)
        return [self.pick(["> ", "> ", ">"]) + line for line in inside] + [""]

    def block(self, depth=0):
        kinds = [lambda: self.table(depth)] * 4
        kinds += [self.heading, self.paragraph, self.paragraph, lambda: self.fence(depth), self.code, self.html]
        kinds.append(lambda: [self.pick(["---", "***", "___", "- - -", " * * *"])])
        if depth < 3:
            kinds += [lambda: self.items(depth), lambda: self.items(depth), lambda: self.quote(depth)]
        return self.pick(kinds)()

    def document(self):
        lines = []
        for _ in range(1 + self.below(6)):
            lines += self.block()
            if self.chance(0.8):
                lines += [""]
        return "\n".join(lines) + "\n"

    def table_document(self):
        lines = self.table()
        wrap = self.below(8)
        if wrap == 0:
            lines = ["> " + line for line in lines]
        elif wrap == 1:
            lines = ["- " + lines[0]] + ["  " + line for line in lines[1:]]
        elif wrap == 2:
            lines = ["- item", ""] + ["  " + line for line in lines]
        elif wrap == 3:
            lines = [self.inline()] + lines
        elif wrap == 4:
            lines = lines + self.pick([self.heading, self.fence, self.html, lambda: self.items(3), lambda: ["> " + self.inline()]])()
        return "\n".join(lines) + "\n"
