#!/bin/sh
# german.sh COMMAND ROOT WORK: a plan in German is read by the German example of docs/configuration.md, and the lesson's words
# are compared by German stems.
set -eu
command=$1 root=$2 work=$3
rm -rf "$work"
mkdir -p "$work"
cp "$root"/tests/config/german/*Lesson.tsx "$root"/tests/config/german/brechung.md "$work"
awk '/^```yaml$/ { text = ""; next }
    /^```$/ { if (text ~ /^language: german/) printf "%s", text; text = "" }
    { text = text $0 "\n" }' "$root/docs/configuration.md" >"$work/.lessonlint.yaml"
cd "$work"
rules=prerequisite-depth,prerequisite-row-malformed,prerequisite-gap-unresolved,misconception-count
rules=$rules,misconception-uncovered,modality-count,example-positive-count,example-negative-count
"$command" --format json --only $rules brechung.md BrechungLesson.tsx >report.json || true
sed -n 's/^ *"\(rule\|severity\|line\|message\|checked\)": \(.*[^,]\),*$/\1 \2/p' report.json >seen
diff -u "$root/tests/config/german/expected" seen
