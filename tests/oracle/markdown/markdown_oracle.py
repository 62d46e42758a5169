"""Compares what markdown_dump prints with cmark-gfm. See ../README.md.

usage: markdown_oracle.py --sample|--all DUMP ROOT FOLDER SHARED
SHARED holds planning documents that are not part of the project; it need not be there.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from generate import Generator

SPACE = "{http://commonmark.org/xml/1.0}"
SHOWN_MOST = 20
EXTENSIONS = ["-e", "table", "-e", "strikethrough", "-e", "tasklist"]


def cmark(text):
    command = ["cmark-gfm", *EXTENSIONS, "-t", "xml", "--sourcepos"]
    xml = subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    return ElementTree.fromstring(for_xml(xml))


def for_xml(text):
    """XML has no form for control characters."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", text).replace("\r", " ")


# --- what GitHub sees ----------------------------------------------------------------------------


def kind_of(node):
    return node.tag.removeprefix(SPACE)


def html_text(html):
    """As docs say: comments vanish, <br> is a blank, every other tag stays."""
    if html.startswith("<!--"):
        return ""
    return " " if re.match(r"<br(?![A-Za-z0-9])", html, re.I) else html


def text_of(node):
    kind = kind_of(node)
    if kind in ("softbreak", "linebreak"):
        return " "
    if kind == "html_inline":
        return html_text(node.text or "")
    if kind in ("text", "code"):
        return node.text or ""
    return "".join(text_of(child) for child in node)


def line_of(node):
    # The text in front of a table that no blank line parts from it has no place.
    place = node.get("sourcepos")
    return int(place.split(":")[0]) if place else None


KINDS = {
    "heading": "heading",
    "paragraph": "paragraph",
    "table": "table",
    "code_block": "code",
    "html_block": "html",
    "thematic_break": "rule",
}


def rows_of(table):
    return [[text_of(cell).strip() for cell in row] for row in table]


def flatten(node, blocks, depth, quoted=False):
    """The blocks as a flat list of dictionaries, in the order of the source."""
    for child in node:
        kind = kind_of(child)
        if kind == "list":
            flatten_list(child, blocks, depth, quoted)
        elif kind in KINDS:
            block = {"kind": KINDS[kind], "level": 0, "first": line_of(child)}
            if kind == "table" and blocks and blocks[-1]["first"] is None:
                block["first"] = None
            if kind == "heading":
                block["level"] = int(child.get("level"))
            if kind in ("heading", "paragraph"):
                block["text"] = text_of(child)
            if kind == "table":
                block["rows"] = rows_of(child)
            blocks.append(block)
        else:
            flatten(child, blocks, depth, quoted or kind == "block_quote")


def flatten_list(node, blocks, depth, quoted):
    ordered = node.get("type") == "ordered"
    for index, item in enumerate(node):
        task = {"true": "x", "false": "_"}[item.get("completed")] if kind_of(item) == "tasklist" else "0"
        block = {"kind": "item", "level": depth, "first": line_of(item), "task": task, "text": ""}
        block["mark"] = {"period": ".", "paren": ")"}[node.get("delim")] if ordered else "bullet"
        if ordered and index == 0:
            block["number"] = int(node.get("start"))
        children = list(item)
        if children and kind_of(children[0]) == "paragraph":
            block["text"] = text_of(children[0])
            behind = children[0]
            children = children[1:]
            if children and line_of(behind) is None:
                children[0].attrib.pop("sourcepos", None)
        if quoted:  # this version of cmark-gfm knows no task boxes in quotes
            del block["task"]
            block["text"] = re.sub(r"^\[[ xX]\] ", "", block["text"])
        blocks.append(block)
        flatten(children, blocks, depth + 1, quoted)


# --- what we see -----------------------------------------------------------------------------------


def run_dump(dump, paths, *options):
    out = subprocess.run([dump, *options], input="\n".join(paths) + "\n", stdout=subprocess.PIPE, check=True, text=True)
    files, path = {}, None
    for line in out.stdout.split("\n"):
        kind, _, rest = line.partition("\t")
        fields = rest.split("\t")
        if kind == "F":
            path = rest
            files[path] = {"fault": None, "blocks": [], "plain": []}
        elif kind == "X":
            files[path]["fault"] = rest
        elif kind == "P":
            files[path]["plain"].append(json.loads(rest))
        elif kind == "B":
            files[path]["blocks"].append(our_block(fields))
        elif kind == "R":
            row = {"line": int(fields[0]), "github": int(fields[1]), "repaired": fields[2] == "1"}
            row["cells"], row["source"] = json.loads(fields[3]), json.loads(fields[4])
            files[path]["blocks"][-1]["rows"].append(row)
    return files


def our_block(fields):
    kind, level, first, last, number, mark, task, text = fields
    block = {"kind": kind, "level": int(level), "first": int(first), "text": json.loads(text), "rows": []}
    block.update(number=int(number), mark=mark if mark in ".)" else "bullet", task=task)
    return block


# --- the comparison ----------------------------------------------------------------------------------


class Comparison:
    def __init__(self, known):
        self.known = dict.fromkeys(known, False)
        self.differences = 0
        self.counts = dict.fromkeys(["documents", "blocks", "tables", "rows", "cells", "repaired", "other headers"], 0)
        self.probes = []

    def differ(self, name, what, ours, theirs, line=0):
        key = f"{name} | {what} | {json.dumps(ours, ensure_ascii=False)}"
        if key in self.known:
            self.known[key] = True
            return
        self.differences += 1
        if self.differences <= SHOWN_MOST:
            print(f"{key}\n  line {line}\n  ours:   {json.dumps(ours, ensure_ascii=False)}")
            print(f"  theirs: {json.dumps(theirs, ensure_ascii=False)}")

    def document(self, name, text, ours):
        if ours["fault"]:
            self.differ(name, "left out", ours["fault"], None)
            return
        self.counts["documents"] += 1
        headers = [one["rows"][0] for one in ours["blocks"] if one["kind"] == "table"]
        if any(one["repaired"] for one in headers):
            self.not_for_github(name, text, headers)
            return
        theirs = []
        flatten(cmark(text), theirs, 0)
        # Definitions of links are paragraphs to us, and no blocks to cmark.
        mine = [one for one in ours["blocks"] if one["kind"] != "paragraph" or not re.match(r"\[[^]]+\]:", one["text"])]
        for our, their in zip(mine, theirs):
            their["first"] = their["first"] or our["first"]
        shape = lambda blocks: [[one["kind"], one["level"], one["first"]] for one in blocks]
        if shape(mine) != shape(theirs):
            place = len(os.path.commonprefix([shape(mine), shape(theirs)]))
            self.differ(name, "blocks", shape(mine)[place:][:3], shape(theirs)[place:][:3])
            return
        for our, their in zip(mine, theirs):
            self.block(name, our, their)

    def not_for_github(self, name, text, headers):
        """A header with a bare pipe: the repaired reading sees a table that GitHub does not see."""
        self.counts["other headers"] += 1
        theirs = []
        flatten(cmark(text), theirs, 0)
        lines = [one["first"] for one in theirs if one["kind"] == "table"]
        for header in headers:
            if header["repaired"] and header["line"] in lines:
                self.differ(name, "a header that GitHub takes", header["cells"], None, header["line"])

    def block(self, name, our, their):
        self.counts["blocks"] += 1
        for field in ("text", "task", "mark", "number"):
            if field in their and our[field] != their[field]:
                self.differ(name, f"{field} of a {our['kind']}", our[field], their[field], our["first"])
        if our["kind"] == "table":
            self.table(name, our, their)

    def table(self, name, our, their):
        self.counts["tables"] += 1
        if len(our["rows"]) != len(their["rows"]):
            self.differ(name, "rows of a table", len(our["rows"]), len(their["rows"]), our["first"])
            return
        for row, cells in zip(our["rows"], their["rows"]):
            self.counts["rows"] += 1
            self.counts["repaired"] += row["repaired"]
            if row["repaired"]:
                self.probes.append((name, row["source"], row["github"]))
                continue
            self.counts["cells"] += len(cells)
            if row["github"] != len(cells):
                self.differ(name, "cells that GitHub sees", row["github"], len(cells), row["line"])
            if row["cells"] != cells:
                self.differ(name, "cells of a row", row["cells"], cells, row["line"])

    def probe(self):
        """A row with too many or too few cells: as a header over a delimiter row of as many columns as we
        say that GitHub sees it makes a table, and over one of any other number it makes none."""
        for name, row, count in self.probes:
            row = row if row.startswith("|") else "| " + row
            document = f"{row}\n|{'-|' * max(count, 1)}\n"
            blocks = []
            flatten(cmark(document), blocks, 0)
            if [one["kind"] for one in blocks] != ["table"] or len(blocks[0]["rows"][0]) != count:
                self.differ(name, "cells that GitHub sees in a row that we repair", count, row)

    def finish(self):
        for key, used in self.known.items():
            if not used:
                self.differences += 1
                print(f"known, but equal by now: {key}")


def read_known(prefix):
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "known-differences.txt")
    known = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith(prefix):
                continue
            name, what, ours, reason = line.rstrip("\n").split(" | ", 3)
            known[f"{name} | {what} | {ours}"] = reason
    return known


# --- entities ------------------------------------------------------------------------------------------


def entity_lines(names):
    """Left out: U+FFFE and U+FFFF, which cmark-gfm writes as bytes that are no UTF-8, and numbers of more
    than seven digits, which it takes and CommonMark does not."""
    lines = [f"a &{name}; b" for name in names] + [f"a &{name} b" for name in names]
    numbers = "0 1 9 10 13 38 60 127 128 150 159 160 8212 55295 55296 56320 57343 57344 65533 65536 128512 1114111 1114112 9999999 0000065"
    for number in numbers.split():
        code = int(number)
        lines += [f"a &#{number}; b", f"a &#{number} b", f"a &#x{code:x}; b", f"a &#X{code:X}; b", f"a &#x{code:x} b"]
    return lines + ["a &#; b", "a &#x; b", "a &#xg; b", "a &; b", "a &amp;amp; b", "a & b", "a &a1; b", "a &frac12; b"]


def compare_entities(dump, folder, html5):
    """Each name and number of a line of its own, in our reading and in cmark-gfm's."""
    with open(html5, encoding="utf-8") as table:
        names = re.findall(r'\{"(\w+)", \{', table.read())
    lines = entity_lines(names)
    path = os.path.join(folder, "entities.txt")
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")
    mine = run_dump(dump, [path], "--plain")[path]["plain"]
    theirs = [text_of(paragraph) for paragraph in cmark("\n\n".join(lines))]
    differences = [each for each in zip(lines, mine, theirs, strict=True) if for_xml(each[1]) != for_xml(each[2])]
    for line, our, their in differences[:SHOWN_MOST]:
        print(f"{line}\n  ours:   {our!r}\n  theirs: {their!r}")
    print(f"{len(lines)} entities: {len(differences)} differences")
    return len(differences)


# --- all of it -----------------------------------------------------------------------------------------


def read(path):
    with open(path, encoding="utf-8-sig", errors="replace", newline="") as file:
        return file.read()


def markdown_below(folder):
    return sorted(os.path.join(at, name) for at, _, names in os.walk(folder) for name in names if name.endswith(".md"))


def write_generated(folder, seed, count):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    generator = Generator(seed)
    paths = []
    for i in range(count):
        paths.append(os.path.join(folder, f"{seed}-{i}.md"))
        with open(paths[-1], "w", encoding="utf-8", newline="") as out:
            out.write(generator.table_document() if i % 2 else generator.document())
    return paths


def compare_files(dump, paths, root, known):
    comparison = Comparison(known)
    files = run_dump(dump, paths)
    for path in paths:
        comparison.document(os.path.relpath(path, root), read(path).replace("\r\n", "\n"), files[path])
    comparison.probe()
    comparison.finish()
    print(", ".join(f"{count} {what}" for what, count in comparison.counts.items()) + f": {comparison.differences} differences")
    return comparison.differences


def main():
    mode, dump, root, folder, shared = sys.argv[1:]
    if not shutil.which("cmark-gfm"):
        print("cmark-gfm is not there")
        return 77
    os.makedirs(folder, exist_ok=True)
    differences = compare_entities(dump, folder, os.path.join(root, "src/text/html5.inc"))
    fixtures = markdown_below(os.path.join(root, "fixtures"))
    differences += compare_files(dump, fixtures, root, read_known("fixtures/"))
    corpus = os.path.join(os.environ.get("LESSONLINT_SHARED", shared), "corpus")
    if os.path.isdir(corpus):
        differences += compare_files(dump, markdown_below(corpus), corpus, {})
    for seed in [1] if mode == "--sample" else [2, 3, 4, 5, 6]:
        paths = write_generated(os.path.join(folder, "generated"), seed, 300)
        differences += compare_files(dump, paths, os.path.join(folder, "generated"), read_known(f"{seed}-"))
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
