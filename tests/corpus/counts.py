#!/usr/bin/env python3
"""Counts what stands in real planning documents, without our program: for expected.tsv.

Usage: counts.py SHARED > expected.tsv, where SHARED/corpus/module-*/ holds the documents. It reads
line by line with regular expressions and knows nothing of Markdown but fences, headings and tables.
"""
import pathlib
import re
import sys

COLUMNS = ['document', 'prerequisites', 'misconceptions', 'examples', 'positive', 'negative',
           'modalities', 'concepts', 'gaps', 'connections', 'outline', 'checklist', 'reviews',
           'critical', 'improvement', 'polish']
DELIMITER = re.compile(r'^\s*\|[\s:|-]*-[\s:|-]*$')


def visible_lines(text):
    """Lines outside fences; a fenced line becomes an empty one."""
    fence = None
    for line in text.splitlines():
        mark = re.match(r'^\s*(```+|~~~+)', line)
        if fence:
            if mark and mark.group(1).startswith(fence) and line.strip() == mark.group(1):
                fence = None
            yield ''
        elif mark:
            fence = mark.group(1)
            yield ''
        else:
            yield line


def split_reviews(lines):
    """(lines of the plan itself, lines of its reviews, number of reviews)"""
    plan, reviews, count, inside = [], [], 0, False
    for line in lines:
        if re.match(r'^#{1,2} ', line):
            inside = bool(re.match(r'^## Review\s*(—|–|-|\()', line))
            count += inside
        (reviews if inside else plan).append(line)
    return plan, reviews, count


def tables(lines):
    """(heading above, header line, row lines) of every table; a blank line does not end a table."""
    heading, i = '', 0
    while i < len(lines):
        if lines[i].startswith('#'):
            heading = lines[i]
        if i + 1 < len(lines) and '|' in lines[i] and DELIMITER.match(lines[i + 1]):
            header, rows, k = lines[i], [], i + 2
            while k < len(lines) and (lines[k].lstrip().startswith('|') or not lines[k].strip()):
                if lines[k].strip():
                    rows.append(lines[k])
                k += 1
            yield heading, header.lower(), rows
            i = k
        else:
            i += 1


def kind_of(heading, header):
    if 'required depth' in header and 'actual depth' in header:
        return 'prerequisites'
    if re.match(r'\W*misconception', header):
        return 'misconceptions'
    if re.match(r'\W*example\s*\|\s*type', header):
        return 'examples'
    if re.match(r'\W*modality', header):
        return 'modalities'
    if re.match(r'\W*gap\s*\|', header) and re.search('action|resolution', header):
        return 'gaps'
    if re.match(r'\W*concept\s*\|\s*depth\s*\|\s*(source|lesson)', header):
        return 'concepts'
    if 'connection' in heading.lower():
        return 'connections'
    return None


def example_type(header, row):
    """The cell of the kind: by its column, or in a row with bare pipes by how it begins."""
    cells = row.split('|')
    if len(cells) != len(header.split('|')):
        cells = [cell for cell in cells
                 if re.match(r'[\s*]*(\w+ )?(positive|negative|stretch)\b', cell, re.I)]
        cell = cells[0] if cells else ''
    else:
        cell = cells[[name.strip() for name in header.split('|')].index('type')]
    return re.sub(r'\([^)]*\)', '', cell).lower()


def outline_items(lines):
    text = '\n'.join(lines)
    start = re.search(r'^### Lesson Outline\s*$', text, re.I | re.M)
    if not start:
        return 0
    end = re.search(r'^##? ', text[start.end():], re.M)
    part = text[start.end():start.end() + end.start()] if end else text[start.end():]
    runs = []
    for form in (r'^#### (\d+)\. ', r'^\*\*(\d+)\. ', r'^(\d+)\. \*\*'):
        length = 0
        for number in re.findall(form, part, re.M):
            if int(number) == length + 1:
                length += 1
        runs.append(length)
    return max(runs)


def checklist_items(lines):
    count, level, inside = 0, 0, False
    for line in lines:
        head = re.match(r'^(#+) (.*)', line)
        if head:
            if inside and len(head.group(1)) <= level:
                inside = False
            if not inside and re.search('checklist|gate check', head.group(2), re.I):
                inside, level = True, len(head.group(1))
        count += inside and bool(re.match(r'^\s*[-*] \[[ xX]\]', line))
    return count


def document(path):
    counts = dict.fromkeys(COLUMNS[1:], 0)
    plan, reviews, counts['reviews'] = split_reviews(list(visible_lines(path.read_text())))
    for heading, header, rows in tables(plan):
        kind = kind_of(heading, header)
        if not kind:
            continue
        counts[kind] += len(rows)
        if kind == 'examples':
            for row in rows:
                first = example_type(header, row)
                counts['positive'] += 'positive' in first
                counts['negative'] += 'negative' in first
    counts['outline'] = outline_items(plan)
    counts['checklist'] = checklist_items(plan)
    for line in reviews:
        finding = re.match(r'^#{3,4} \[?(CRITICAL|IMPROVEMENT|POLISH)\]?\s*(—|–|-|:)', line)
        if finding:
            counts[finding.group(1).lower()] += 1
    return counts


def main():
    corpus = pathlib.Path(sys.argv[1]) / 'corpus'
    print('\t'.join(COLUMNS))
    for module in sorted(corpus.glob('module-*')):
        paths = [(path.stem, path) for path in sorted((module / 'lessons').glob('*.md'))]
        paths.append((f'{module.name}/record', module / 'record.md'))
        for name, path in paths:
            counts = document(path)
            print('\t'.join([name] + [str(counts[column]) for column in COLUMNS[1:]]))


if __name__ == '__main__':
    main()
