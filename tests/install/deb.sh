#!/usr/bin/env bash
# deb.sh SOURCE OUT RELEASE: the Debian packages of the optimised build in RELEASE depend on what they need, satisfy
# lintian, are installed by dpkg (into a folder, but against the packages that this machine has), work there, and leave
# nothing when they are removed. Ends with 77 when this is no Debian.
set -euo pipefail
source=$1 out=$2 release=$3
folder=$out/deb
fixture=$source/fixtures/whole--planted
export LC_ALL=C.UTF-8 PATH=$PATH:/usr/sbin:/sbin
for need in dpkg dpkg-shlibdeps lintian; do
    command -v $need >/dev/null || { echo "$need is not there"; exit 77; }
done
rm -rf "$folder" && mkdir -p "$folder"

fail() {
    echo "$*"
    exit 1
}
quietly() {
    "$@" >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
}

quietly "$(dirname "$CMAKE")/cpack" --config "$release/CPackConfig.cmake" -G DEB -B "$folder"
mapfile -t packages < <(find "$folder" -maxdepth 1 -name '*.deb' | sort)
version=$("$release/lessonlint" --version | sed 's/.* //')
machine=$(dpkg --print-architecture)
[[ "${packages[*]##*/}" == "lessonlint_${version}_$machine.deb liblessonlint-dev_${version}_$machine.deb" ]] ||
    fail "packages: ${packages[*]}"

# Headers and archive are for the machine that they stand on: a .pc file for others stands elsewhere.
lintian --allow-root --fail-on error,warning --suppress-tags pkg-config-unavailable-for-cross-compilation \
    "${packages[@]}"

# The packages of the libraries that the command needs, and no others.
needed() {
    local library
    objdump -p "$release/lessonlint" | awk '$1 == "NEEDED" { print $2 }' | while read -r library; do
        library=$(ldd "$release/lessonlint" | awk -v name="$library" '$1 == name || $1 ~ "/" name "$" { print $3 }')
        [[ -z $library ]] || dpkg-query -S "*/${library##*/}" | sed 's/[:,].*//' | head -n 1
    done | sort -u
}
depends=$(dpkg-deb -f "${packages[0]}" Depends | tr , '\n' | sed 's/^ *//; s/ .*//' | sort -u)
diff --label 'packages of what is needed' --label Depends -u <(needed) <(echo "$depends") || exit 1

# Root may install; without root the files are looked at alone.
root=$folder/root
mkdir -p "$root" "$folder/admin"
install_packages() {
    if [[ $(id -u) != 0 ]]; then
        for package in "${packages[@]}"; do
            dpkg-deb -x "$package" "$root"
        done
        return
    fi
    mkdir -p "$folder"/admin/{info,updates,triggers}
    cp /var/lib/dpkg/status "$folder/admin/"
    quietly in_folder -i "${packages[@]}"
    [[ $(in_folder -s lessonlint | grep ^Status) == 'Status: install ok installed' ]] || fail "not installed"
}
# Also where dpkg is told to leave manual pages and documents out, as in small images.
in_folder() {
    dpkg --path-include='*' --admindir="$folder/admin" --instdir="$root" --log=/dev/null \
        --no-triggers "$@"
}
install_packages

status=0
(cd "$fixture" && "$root/usr/bin/lessonlint" plan.md lesson.tsx >"$folder/seen" 2>&1) || status=$?
[[ $status == 1 ]] || { cat "$folder/seen"; fail "the installed command ends with $status"; }
[[ $("$root/usr/bin/lessonlint" --version) == "lessonlint $version" ]] || fail "--version"
for file in man/man1/lessonlint.1.gz man/man5/lessonlint.yaml.5.gz doc/lessonlint/copyright \
    bash-completion/completions/lessonlint zsh/vendor-completions/_lessonlint \
    fish/vendor_completions.d/lessonlint.fish lessonlint/lessonlint.schema.json \
    lessonlint/report.schema.json; do
    [[ -s $root/usr/share/$file ]] || fail "missing: $file"
done

# The library serves a client as the installed tree does.
cp -a "$root/usr" "$folder/static"
"$source/tests/install/check.sh" "$source" "$folder" static pkgconfig

if [[ $(id -u) == 0 ]]; then
    quietly in_folder -P lessonlint liblessonlint-dev
    left=$(find "$root" -not -type d)
    [[ -z $left ]] || fail "left behind: $left"
fi
