#!/bin/sh
# usage_page.sh COMMAND PAGE: the options, commands and formats of --help are those of the page.
set -eu

help=$("$1" --help)
page=$2
failed=0

same() { # WHAT HELP-NAMES PAGE-NAMES
    if [ "$2" != "$3" ]; then
        printf '%s differ: in --help\n%s\nin the page\n%s\n' "$1" "$2" "$3"
        failed=1
    fi
}
# The names that begin the lines of one part of the help.
part() {
    printf '%s\n' "$help" | sed -n "/^$1/,/^\$/s/^  \([-a-z][-a-z]*\).*/\1/p" | LC_ALL=C sort
}
# The names in back-ticks that begin the rows of the tables below a heading of the page.
rows() {
    sed -n "/^## $1/,/^## /s/^| \`\([-a-z][-a-z]*\).*/\1/p" "$page" | LC_ALL=C sort
}
same options "$(part options)" "$(rows Options)"
same commands "$(part commands)" "$(rows Commands)"
same formats "$(part formats)" "$(rows Formats)"
[ -n "$(part options)" ] || failed=1
exit $failed
