#!/usr/bin/env bash
# schema.sh SCHEMA COMMAND ROOT FOLDER: the examples of docs/configuration.md are read by COMMAND and are valid by SCHEMA, as is
# what `init` and --show-config write; the wrong configurations are not, but for those that only lessonlint can judge.
# FOLDER is in the build folder and keeps what npm brings. Ends with 77 when node or a package is not there.
set -euo pipefail
schema=$1 command=$2 root=$3 folder=$4
export LC_ALL=C

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

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo 'node or npm is not there'
    exit 77
fi
if ! cmp -s "$root/tests/config/package.json" "$folder/package.json"; then
    rm -rf "$folder/new" && mkdir -p "$folder/new"
    cp "$root/tests/config/package.json" "$folder/new/"
    npm install --prefix "$folder/new" --no-audit --no-fund --no-package-lock --ignore-scripts \
        >"$folder/npm.log" 2>&1 || { echo "npm cannot bring ajv, see $folder/npm.log"; exit 77; }
    rm -rf "$folder/node_modules"
    mv "$folder/new/node_modules" "$folder/new/package.json" "$folder/"
fi
cd "$folder"
node "$root/tests/config/schema.mjs" "$schema" docs "$root/tests/config/bad"
