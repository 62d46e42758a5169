#!/usr/bin/env bash
# pages.sh COMMAND ROOT BUILD: man and mandoc find nothing to say of the manual pages, and what is printed of them names
# the options, commands, formats and statuses of docs/usage.md and the keys of docs/configuration.md, with what --help says.
# Ends with 77 when man or mandoc is not there.
set -euo pipefail
command=$1 root=$2 build=$3
export LC_ALL=C.UTF-8 MANWIDTH=80 MAN_KEEP_FORMATTING=
for need in man mandoc; do
    command -v $need >/dev/null || { echo "$need is not there"; exit 77; }
done
status=0

complain() {
    echo "$*"
    status=1
}

for page in lessonlint.1 lessonlint.yaml.5; do
    said=$(man --warnings -E UTF-8 -l -Tutf8 -Z "$build/$page" 2>&1 >/dev/null)
    [[ -z $said ]] || complain "man: $page: $said"
    # It wants to name its own system, and to find the other page installed.
    said=$(mandoc -T lint -W all "$build/$page" |
        grep -vE 'operating system explicitly specified|referenced manual not found' || true)
    [[ -z $said ]] || complain "mandoc: $said"
    man --no-hyphenation -l "$build/$page" | col -bx >"$build/${page%.*}.text"
done

# names PAGE SECTION: the words that begin the items of a section.
names() {
    awk -v section="$2" '/^[A-Z]/ { on = $0 == section } on && /^     [^ ]/ { print $1 }' "$build/$1.text" |
        LC_ALL=C sort
}
# rows HEADING: the names in the first column of the tables below a heading of docs/usage.md.
rows() {
    sed -n "/^## $1/,/^## /s/^| \(\`[-a-z]*\|[0-9]\).*/\1/p" "$root/docs/usage.md" | tr -d '\`' | LC_ALL=C sort
}
same() { # WHAT PAGE SECTION NAMES
    diff --label "$3 of $2" --label "$1" -u <(names "$2" "$3" | grep -E "^${5:-}[a-z0-9]") <(echo "$4") || status=1
}
same options lessonlint OPTIONS "$(rows Options)" --
same formats lessonlint FORMATS "$(rows Formats)"
same statuses lessonlint 'EXIT STATUS' "$(rows 'Exit status')"
same keys lessonlint.yaml KEYS "$(
    {
        sed -n 's/^### //p' "$root/docs/configuration.md" | tr -d ' ' | tr , '\n'
        sed -n '/^## Words/,$s/^| `\([-a-z]*\)` .*/\1/p' "$root/docs/configuration.md" |
            grep -vxE 'prerequisites|misconceptions|examples|modalities|concepts|gaps|connections'
    } | LC_ALL=C sort
)"
# Commands stand in sentences, too: those of the page's items are looked for.
for name in $(rows Commands); do
    grep -qE "^     $name( |$)" "$build/lessonlint.text" || complain "lessonlint(1) has no command $name"
done

# Each word of --help stands on the page, marks of quotation aside.
words() {
    sed "s/[\`‘’']//g" | tr -s ' \n' '\n\n' | grep . | sort -u
}
"$command" --help | sed '1,/^commands/d; /^[a-z]/d' | words >"$build/help.words"
words <"$build/lessonlint.text" >"$build/page.words"
lacks=$(comm -23 "$build/help.words" "$build/page.words")
[[ -z $lacks ]] || complain "lessonlint(1) lacks these words of --help: $lacks"
exit $status
