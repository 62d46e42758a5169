#!/usr/bin/env bash
# modules.sh ROOT: every include of src/ and include/ points to the left in the order of
# docs/design.md, and each foreign library is included by its own folder only.
set -euo pipefail
cd "$1"

# The two fenced blocks of the document: ```modules and ```libraries.
block() {
    awk -v fence="\`\`\`$1" '$0 == fence { on = 1; next } /^```/ { on = 0 } on' docs/design.md
}

order=$(block modules | tr '\n' ' ')
libraries=$(block libraries)
if [[ -z $order || -z $libraries ]]; then
    echo "docs/design.md: no fenced block \`modules\` or \`libraries\`"
    exit 1
fi

# The build links in the same order.
built=$(tr '\n' ' ' <src/CMakeLists.txt | sed -n 's/.*set(module_order \([^)]*\)).*/\1/p' | xargs)
written=$(tr '<,' '  ' <<<"$order" | xargs)
status=0
if [[ $built != "$written" ]]; then
    printf 'the order of docs/design.md: %s\nof src/CMakeLists.txt:       %s\n' "$written" "$built"
    status=1
fi

mapfile -t files < <(find src include -name '*.[ch]' | LC_ALL=C sort)
[[ ${#files[@]} -gt 0 ]] || { echo "no sources"; exit 1; }

awk -v order="$order" -v libraries="$libraries" '
    BEGIN {
        groups = split(order, group, "<")
        for (i = 1; i <= groups; i++) {
            count = split(group[i], name, ",")
            for (j = 1; j <= count; j++) {
                gsub(/ /, "", name[j])
                rank[name[j]] = i
            }
        }
        lines = split(libraries, line, "\n")
        for (i = 1; i <= lines; i++) {
            count = split(line[i], word, " ")
            sub(/:$/, "", word[1])
            for (j = 2; j <= count; j++)
                owner[word[j]] = word[1]
        }
    }
    function complain(text) {
        printf "%s:%d: %s\n", FILENAME, FNR, text
        failed = 1
    }
    FNR == 1 {
        split(FILENAME, part, "/")
        module = part[1] == "src" ? part[2] : "include"
        if (module != "include" && !(module in rank))
            complain("src/" module " is not in the order of docs/design.md")
    }
    /^[ \t]*#[ \t]*include[ \t]*</ {
        header = $0
        sub(/^[^<]*</, "", header)
        sub(/>.*/, "", header)
        if (header in owner && owner[header] != module)
            complain("<" header "> belongs to src/" owner[header] " only")
    }
    /^[ \t]*#[ \t]*include[ \t]*"/ {
        header = $0
        sub(/^[^"]*"/, "", header)
        sub(/".*/, "", header)
        split(header, step, "/")
        target = step[1]
        if (target == "lessonlint" || target == module)
            next
        if (header !~ /\//)
            complain("\"" header "\": write the folder too")
        else if (!(target in rank))
            complain("\"" header "\" is in no known module")
        else if (module == "include")
            complain("a public header includes the private \"" header "\"")
        else if (module == "cli")
            complain("cli uses public headers only, not \"" header "\"")
        else if (rank[target] >= rank[module])
            complain("\"" header "\" is not left of " module)
    }
    END { exit failed }
' "${files[@]}" || status=1
exit $status
