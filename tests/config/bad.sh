#!/bin/sh
# bad.sh COMMAND FOLDER: each configuration of FOLDER is refused with status 2 and its line of FOLDER/expected, which
# names all of them.
set -u

command=$1
failed=0
cd "$2" || exit 1
for file in *.yaml; do
    name=${file%.yaml}
    expected=$(sed -n "s/^$name | //p" expected)
    seen=$("$command" --config "$file" --show-config 2>&1 >/dev/null)
    status=$?
    if [ "$status" != 2 ] || [ -z "$expected" ] || [ "$(printf '%s\n' "$seen" | head -n 1)" != "$expected" ]; then
        printf '%s: status %s\n  expected %s\n  seen     %s\n' "$name" "$status" "$expected" "$seen"
        failed=1
    fi
done
sed 's/ |.*//' expected | while read -r name; do
    [ -f "$name.yaml" ] || { echo "$name.yaml is missing"; exit 1; }
done || failed=1
exit $failed
