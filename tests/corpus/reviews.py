#!/usr/bin/env python3
"""Reads the reviews of plans by regular expressions and compares with what the plan reader sees.

Usage: reviews.py REVIEW_COUNTS FIXTURES SHARED. The plans are those of the fixtures, and of the corpus
in SHARED when it is there; the environment variable LESSONLINT_SHARED goes before SHARED. It reads
line by line and knows nothing of Markdown but fences, headings, lists and tables.
"""
import os
import pathlib
import re
import subprocess
import sys

sys.dont_write_bytecode = True  # beside counts.py
from counts import DELIMITER, visible_lines

SEVERITIES = ['CRITICAL', 'IMPROVEMENT', 'POLISH']
DASH = r'(?:—|–|-{1,3})'
FINDING = re.compile(r'^#{3,4} (?:\d+\. )?(?:\[(CRITICAL|IMPROVEMENT|POLISH)\]\s*'
                     rf'|(CRITICAL|IMPROVEMENT|POLISH)\s*(?={DASH}|:))(?:{DASH}|:)?\s*(.*)$')
FIELDS = [r'(location|where)', r'(issue|problem)', r'(student impact|impact)',
          r'(suggested fix|suggestion|fix|recommended fix|proposed fix|recommendation)']
CARRIED = r'(carried (over|from|forward)|(elevated|escalated|upgraded|downgraded|repeated|retained) from iteration)'
VERDICTS = [('PASS', 'PASS'), ('NEEDS REVISION', 'NEEDS'), ('MAJOR REVISION', 'MAJOR')]
STATES = [('partly', 'PARTIALLY|PARTIAL'),
          ('not', 'NOT FIXED|NOT ADDRESSED|NOT RESOLVED|NOT CHANGED|UNCHANGED|UNRESOLVED'
                  '|NOT YET|NOT ACCEPTED|STILL OPEN|STILL PRESENT'),
          # what a reviewer takes as it is stays out, as what is put off does
          ('deferred', r'DEFERRED|ACCEPTED|[A-Z]+ [A-Z]+ \((?i:accepted)'),
          ('fixed', 'FIXED|RESOLVED|VERIFIED|ADDRESSED|CONFIRMED')]


def level(line):
    match = re.match(r'^(#{1,6}) ', line)
    return len(match.group(1)) if match else 0


def reviews_of(lines):
    """The lines of each review, its heading first."""
    found, depth = [], 0
    for line in lines:
        here = level(line)
        if here and depth and here <= depth:
            depth = 0
        if here and re.match(rf'^#+ Review\s*($|{DASH}|\(|:|\d)', line):
            depth = here
            found.append([])
        if depth:
            found[-1].append(line)
    return found


def parts_of(lines):
    """(level, title, lines of its body up to the next heading) of each heading."""
    parts = []
    for line in lines:
        if level(line):
            parts.append((level(line), line.lstrip('#').strip(), []))
        else:
            parts[-1][2].append(line)
    return parts


def first_verdict(text):
    places = [(match.start(), short) for word, short in VERDICTS
              for match in [re.search(rf'\b{word}\b', text)] if match]
    if not places or re.search(r'\bnot\s*$', text[:min(places)[0]], re.I):
        return '-'
    return min(places)[1]


def verdict(parts, lines):
    text = ''
    for _, title, body in parts:
        if title.lower().startswith('verdict'):
            text = title[7:]
            rest = [line for line in body if line.strip()]
            text = text if first_verdict(text) != '-' or not rest else rest[0]
            break
    labels = [match.group(1) for line in lines
              for match in [re.match(r'^\*\*Verdict:?\*\*:?(.*)', line)] if match]
    if first_verdict(text) == '-' and labels:
        text = labels[0]
    now = [kind for kind in map(first_verdict, re.split('→|->|=>', text)) if kind != '-']
    return f'{first_verdict(text)}>{now[-1] if now else "-"}'


def summary(parts):
    bodies = [body for _, title, body in parts if title.lower().startswith('summary')]
    numbers = []
    for severity in SEVERITIES:
        found = [match.group(1) or match.group(2) for body in bodies for line in body
                 for match in [re.search(rf'\b{severity}\b[\s:*=`|]*(\d+)|(\d+)[\s*`]*\b{severity}\b', line,
                                         re.I)] if match]
        numbers.append(found[0] if found else '-')
    return ','.join(numbers)


def findings(parts):
    severities, fields, carried, own, skip = [0, 0, 0], [0, 0, 0, 0], 0, 0, 0
    for depth, title, body in parts:
        if skip and depth <= skip:
            skip = 0
        if re.match(r'(fixes|changes) (applied|made)', title, re.I):
            skip = depth
        match = FINDING.match('#### ' + title) if depth in (3, 4) and not skip else None
        if not match:
            continue
        severities[SEVERITIES.index(match.group(1) or match.group(2))] += 1
        texts = {}
        end = [i for i, line in enumerate(body) if re.match(r'^(---+|\*\*\*+)\s*$', line)]
        for line in body[:end[0] if end else len(body)]:
            label = re.match(r'^(?:[-*] )?\*\*([^*]+?):?\*\*:?\s*(.*)', line)
            kinds = [i for i, names in enumerate(FIELDS) if label and re.match(names, label.group(1), re.I)]
            if kinds:
                current = kinds[0] if kinds[0] not in texts else None
                texts.setdefault(kinds[0], label.group(2))
            elif texts and current is not None:
                texts[current] += '\n' + line
        for i in range(4):
            fields[i] += bool(texts.get(i, '').strip())
        tail = match.group(3)
        carried += bool(re.search(rf'[(\[]{CARRIED}[^()]*[)\]](?: \[[a-z0-9-]+\])?\s*$', tail, re.I)
                        or re.match(rf'\({CARRIED}[^()]*\)', tail, re.I)
                        or re.match(rf'\s*\(?{CARRIED}', texts.get(1, ''), re.I)
                        or re.search(rf'\({CARRIED}[^()]*\)\s*$', texts.get(0, ''), re.I))
        own += bool(re.search(r' \[[a-z][a-z0-9]*(-[a-z0-9]+)*\](?: \(carried [^()]*\))?\s*$', tail))
    return (f'{severities[0]},{severities[1]},{severities[2]}\t' + ','.join(map(str, fields)) +
            f'\tcarried {carried}\town {own}')


def state_of(text, capitals):
    places = [(match.start(), -len(match.group()), name) for name, words in STATES
              for match in [re.search(rf'\b({words})\b', text, 0 if capitals else re.I)] if match]
    return min(places)[2] if places else 'unknown'


def table_states(rows):
    header = [cell.strip().lower() for cell in rows[0].strip().strip('|').split('|')]
    column = None
    for name in ['status', 'state', 'verification', 'resolution', 'verdict', 'result']:
        hits = [i for i, cell in enumerate(header) if re.search(rf'\b{name}\b', cell)]
        if hits:
            column = hits[0]
            break
    for row in rows[2:]:
        cells = row.strip().strip('|').split('|')
        yield state_of(cells[column], False) if column is not None else state_of(row, True)


def is_verification(title):
    return (re.search(r'verif|resolution status', title, re.I) and re.search(r'\b(iteration|fix|fixes)\b', title, re.I)
            and not title.startswith('['))


def entries(body, verified):
    """The states of the entries in the lines below a heading or label of verifications."""
    i, listed = 0, False
    while i < len(body):
        line = body[i]
        if '|' in line and i + 1 < len(body) and DELIMITER.match(body[i + 1]):
            k = i
            while k < len(body) and body[k].lstrip().startswith('|'):
                k += 1
            yield from table_states(body[i:k])
            listed = True
            i = k
            continue
        item = re.match(r'^(?:[-*]|\d+\.)\s+(.*)', line)
        bold = line.startswith('**') and (i == 0 or not body[i - 1].strip())
        if item or (bold and not listed):
            text = item.group(1) if item else line
            k = i + 1
            while k < len(body) and body[k].strip() and not re.match(r'^\s*(?:[-*]|\d+\.)\s', body[k]):
                text += ' ' + body[k]
                k += 1
            state = state_of(text, True)
            if state == 'unknown':
                state = state_of(re.sub(r'^\*\*.*?\*\*', '', text), False)
            if item or state != 'unknown':
                yield 'fixed' if verified and state == 'unknown' else state
        i += 1


def verifications(parts):
    counts = dict.fromkeys(['fixed', 'partly', 'not', 'deferred', 'unknown'], 0)
    for _, title, body in parts:
        blocks = [(title, body)] if is_verification(title) else []
        for i, line in enumerate(body):
            label = re.match(r'^\*\*([^*]+?):?\*\*:?\s*$', line)
            if not blocks and label and is_verification(label.group(1)):
                rest = body[i + 1:]
                ends = [k for k, other in enumerate(rest) if re.match(r'^\*\*[^*]+:\*\*|^\*\*[^*]+\*\*:|^---+$', other)]
                blocks = [(label.group(1), rest[:ends[0] if ends else len(rest)])]
        for name, lines in blocks:
            for state in entries(lines, re.search(r'\bverified\b', name, re.I)):
                counts[state] += 1
    return ', '.join(f'{name} {number}' for name, number in counts.items())


def review(lines):
    title = lines[0].lstrip('#').strip()
    date = re.search(r'\d{4}-\d\d-\d\d', title)
    iteration = re.search(r'iteration\s*(\d+)(?:\s*(?:/|of )\s*(\d+))?', title, re.I)
    bracket = re.search(r'\(([^)]*?)(?:[\s,;:-]*iteration|\))', title, re.I)
    label = bracket.group(1).strip() if bracket else ''
    parts = parts_of(lines)
    number = f'{iteration.group(1)}/{iteration.group(2) or 0}' if iteration else '0/0'
    return '\t'.join([date.group() if date else '', number, label, summary(parts),
                      verdict(parts, lines), findings(parts), verifications(parts)])


def main():
    program, fixtures = sys.argv[1], pathlib.Path(sys.argv[2])
    shared = pathlib.Path(os.environ.get('LESSONLINT_SHARED', sys.argv[3]))
    paths = sorted(fixtures.glob('*/*.md')) + sorted(shared.glob('corpus/module-*/lessons/*.md'))
    paths = [path for path in paths if path.name != 'planted.md']
    run = subprocess.run([program] + [str(path) for path in paths], stdout=subprocess.PIPE, check=True)
    seen = run.stdout.decode('utf-8', 'replace').splitlines()
    wanted = []
    for path in paths:
        text = path.read_bytes().decode('utf-8', 'replace').removeprefix('\ufeff')
        found = reviews_of(list(visible_lines('\n'.join(re.split('\r\n|\r|\n', text)))))
        wanted += [f'{path}\t{i + 1}\t{review(lines)}' for i, lines in enumerate(found)]
    for line in sorted(set(wanted) - set(seen)):
        print('expected', line)
    for line in sorted(set(seen) - set(wanted)):
        print('seen    ', line)
    print(f'{len(wanted)} reviews in {len(paths)} documents')
    return 0 if seen == wanted and wanted else 1


if __name__ == '__main__':
    sys.exit(main())
