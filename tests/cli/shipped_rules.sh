#!/bin/sh
# shipped_rules.sh COMMAND RULES: the shipped rules judge the texts in their files as these say, and every rule of the
# kinds text, element and count has some of both sorts.
set -eu
command=$1 rules=$2 status=0

"$command" rules test "$rules" || status=1
for file in "$rules"/*.yaml; do
    grep -Eq '^kind: (text|element|count)' "$file" || continue
    for key in valid invalid; do
        grep -q "^$key:" "$file" || { echo "$file: no texts under $key" && status=1; }
    done
done
exit $status
