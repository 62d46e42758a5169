#!/usr/bin/env bash
# links.sh ROOT [FOLDER]: relative links of the pages lead to a file, and to a heading when they name one. With FOLDER the same of
# the pages in it that are installed there, but for links that lead out of it.
set -euo pipefail
cd "$1"
folder=${2:-}
status=0

# The anchors that GitHub gives to the headings of a page.
anchors() {
    awk '/^```/ { code = !code } !code && /^#+ / { sub(/^#+ /, ""); print tolower($0) }' "$1" |
        sed 's/`//g; s/\[\([^]]*\)\]([^)]*)/\1/g; s/[^a-z0-9 _-]//g; s/ /-/g'
}

pages() {
    if [[ -n $folder ]]; then
        find "$folder" -name '*.md'
    else
        find . -name '*.md' -not -path './build/*' -not -path './fixtures/*' \
            -not -path './tests/*/*/*' -not -path './.git/*' | sed 's,^\./,,'
    fi
}

while IFS= read -r page; do
    while IFS= read -r link; do
        file=${link%%#*} anchor=
        [[ $link != *'#'* ]] || anchor=${link#*#}
        target=$(realpath -m "$(dirname "$page")/$file")
        [[ -n $file ]] || target=$page
        [[ -z $folder || $target == "$(realpath "$folder")"/* ]] || continue
        if [[ ! -e $target ]]; then
            echo "$page: $link leads nowhere"
            status=1
        elif [[ -n $anchor && $target == *.md ]] && ! anchors "$target" | grep -qxF -- "$anchor"; then
            echo "$page: $link: there is no such heading"
            status=1
        fi
    done < <(awk '/^```/ { code = !code } !code' "$page" | sed 's/`[^`]*`//g' |
        grep -oE '\]\([^)# ]*(#[^) ]*)?\)' | sed 's/^](//; s/)$//' | grep -vE '^(https?:|mailto:)' || true)
done < <(pages)
exit $status
