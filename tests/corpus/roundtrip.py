#!/usr/bin/env python3
"""What `review --write` appends to the plan of each fixture is read back as the same findings: as many headings of each
severity as the report has groups, nothing to be written the second time, and no finding of the documents more or less.

Usage: roundtrip.py COMMAND FIXTURES. Headings are counted by reviews.py, which knows nothing of the program.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # beside counts.py
from counts import visible_lines
from reviews import findings, parts_of, reviews_of

HISTORY = re.compile(r'^(review|finding)-')  # rules on the reviews themselves


def run(*line):
    return subprocess.run(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def report(command, files):
    lesson = json.loads(run(command, *files, '--format', 'json', '--no-config').stdout)['lessons'][0]
    places = [(one['rule'], one['file'], one['line'], one['column'], one['message'])
              for one in lesson['findings'] if not HISTORY.match(one['rule'])]
    return lesson['groups'], sorted(places)


def check(command, files):
    plan = files[0]
    groups, before = report(command, files)
    write = [command, 'review', '--write', *files, '--no-config', '--date', '2026-11-30']
    done = run(*write, '--label', 'Round trip')
    if done.returncode not in (0, 1):
        return done.stderr.decode()
    text = plan.read_bytes()
    lines = visible_lines('\n'.join(re.split('\r\n|\r|\n', text.decode('utf-8', 'replace'))))
    seen = findings(parts_of(reviews_of(list(lines))[-1])).split('\t')[0]
    wanted = ','.join(str(groups[name]) for name in ['critical', 'improvement', 'polish'])
    if seen != wanted:
        return f'{wanted} findings, read back {seen}'
    if report(command, files)[1] != before:
        return 'the documents have other findings with the review'
    again = run(*write)
    if plan.read_bytes() != text or b'nothing has changed' not in again.stdout + again.stderr:
        return 'the same findings are not known again: ' + (again.stdout + again.stderr).decode()
    return ''


def main():
    command, fixtures = sys.argv[1], pathlib.Path(sys.argv[2])
    failed = count = 0
    for fixture in sorted(fixtures.iterdir()):
        plans = [path for path in sorted(fixture.glob('*.md')) if path.name == 'plan.md']
        if not plans:
            continue
        with tempfile.TemporaryDirectory() as folder:
            work = pathlib.Path(folder) / 'pair'
            shutil.copytree(fixture, work)
            wrong = check(command, [work / 'plan.md'] + sorted(work.glob('lesson.tsx')))
        count += 1
        if wrong:
            failed += 1
            print(f'{fixture.name}: {wrong}')
    print(f'{count} fixtures, {failed} wrong')
    return 1 if failed or count == 0 else 0


if __name__ == '__main__':
    sys.exit(main())
