#!/usr/bin/env bash
# html.sh ROOT: in the format `html` no text comes onto a page but through html_print.c, which escapes
# it: the other files add nothing to a buffer themselves, and LL_HTML takes literals alone.
set -euo pipefail
cd "$1"

mapfile -t files < <(find src/writer -name '*html*.[ch]' -not -name html_print.c | LC_ALL=C sort)
[[ ${#files[@]} -gt 1 && -f src/writer/html_print.c ]] || { echo "no html writer"; exit 1; }

awk '
    function complain(text) {
        printf "%s:%d: %s\n", FILENAME, FNR, text
        failed = 1
    }
    { line = $0; sub(/\/\*.*/, "", line) }
    line ~ /ll_buffer_[a-z]+[ (]/ { complain("adds to a buffer itself: use LL_HTML") }
    line ~ /ll_html_print[ (]/ && FILENAME !~ /\/html\.h$/ { complain("use LL_HTML") }
    open && line !~ /^ *"/ { complain("the markup of LL_HTML is a literal") }
    { open = line ~ /LL_HTML\([^"]*,$/ }
    line ~ /LL_HTML\([^,"]*, [^" ]/ && FILENAME !~ /\/html\.h$/ {
        complain("the markup of LL_HTML is a literal")
    }
    END { exit failed }
' "${files[@]}" || exit 1

# The macro itself: two literals side by side are one, anything else is no C.
grep -q '#define LL_HTML(out, \.\.\.) ll_html_print((out), "" __VA_ARGS__)' src/writer/html.h || {
    echo 'src/writer/html.h: LL_HTML does not want a literal'
    exit 1
}
