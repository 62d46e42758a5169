#!/usr/bin/env bash
# run.sh structure|browser ROOT FOLDER COMMAND: makes pages of the whole fixtures and of hostile
# documents in FOLDER, which is in the build folder and keeps what npm brings, and looks at them with
# structure.mjs or browser.mjs. Ends with 77 when node, a package or a browser is not there.
set -euo pipefail
part=$1 root=$2 folder=$3 command=$4
tests=$root/tests/html
export LC_ALL=C
# shellcheck source=tests/node.sh
source "$root/tests/node.sh"

# lint NAME FOLDER ARGUMENT…: the page, the review and the findings of one run.
lint() {
    local name=$1 status=0
    cd "$2"
    shift 2
    "$command" --date 2026-01-02 --format "html=$pages/$name.html" --format "json=$pages/$name.json" \
        --format "markdown=$pages/$name.md" "$@" || status=$?
    [[ $status -le 1 ]] || exit "$status"
}

make_pages() {
    local file name several=()
    rm -rf "$pages" && mkdir -p "$pages"
    for file in "$root"/fixtures/whole--*/args; do
        name=$(basename "$(dirname "$file")")
        mapfile -t arguments < <(grep -v '^#' "$file" | grep .)
        lint "$name" "$root/fixtures/$name" "${arguments[@]}"
    done
    for name in capstone other-style sentence-case stretch; do
        several+=("whole--$name/plan.md" "whole--$name/lesson.tsx")
    done
    lint several "$root/fixtures" "${several[@]}"
    node "$tests/hostile.mjs" "$pages/documents"
    lint hostile "$pages/documents" plan.md lesson.tsx
    lint hostile-alone "$pages/documents" plan.md
    cp "$pages/hostile.html" "$pages/first.html"
    lint hostile "$pages/documents" plan.md lesson.tsx
    cmp "$pages/first.html" "$pages/hostile.html" && rm "$pages/first.html"
}

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
[[ $part != browser || -n $browser ]] || skip 'there is no Chromium'
bring_packages "$tests" "$folder"
pages=$folder/$part
make_pages
cd "$folder"
exec node "$tests/$part.mjs" "$folder" "$pages" "$browser" "$root/rules"
