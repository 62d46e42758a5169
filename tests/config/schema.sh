#!/usr/bin/env bash
# schema.sh SCHEMA COMMAND ROOT FOLDER: the examples of docs/configuration.md are read by COMMAND and are valid by SCHEMA, as is
# what `init` and --show-config write; the wrong configurations are not, but for those that only lessonlint can judge.
# FOLDER is in the build folder and keeps what npm brings. Ends with 77 when node or a package is not there.
set -euo pipefail
schema=$1 command=$2 root=$3 folder=$4
export LC_ALL=C
# shellcheck source=tests/node.sh
source "$root/tests/node.sh"

mkdir -p "$folder"
# Each ```yaml of the page is a configuration of its own.
rm -rf "$folder/docs" && mkdir -p "$folder/docs/team"
awk -v to="$folder/docs" '/^```yaml$/ { file = sprintf("%s/example-%02d.yaml", to, ++count); next }
    /^```$/ { file = "" }
    file { print > file }' "$root/docs/configuration.md"
for file in "$folder"/docs/example-*.yaml; do
    "$command" --config "$file" --show-config >"$file.shown" || { cat "$file"; exit 1; }
    mv "$file.shown" "$folder/docs/shown-${file##*/}"
done
rm -f "$folder/docs/.lessonlint.yaml"
"$command" init "$folder/docs" >/dev/null
sed 's/^#\([^#]\)/\1/' "$folder/docs/.lessonlint.yaml" >"$folder/docs/init.yaml"

bring_packages "$root/tests/config" "$folder"
cd "$folder"
node "$root/tests/config/schema.mjs" "$schema" docs "$root/tests/config/bad"
