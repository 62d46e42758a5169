#!/usr/bin/env bash
# subproject.sh SOURCE OUT: lessonlint inside of another project, by add_subdirectory, which is what
# FetchContent does too: the project's own names, tests and installation stay as they were.
set -euo pipefail
source=$1 out=$2
work=$out/subproject
mkdir -p "$work/app"

quietly() {
    "$@" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
}

cp "$source/docs/examples/lint_pair.c" "$work/app/client.c"
cat >"$work/app/CMakeLists.txt" <<CMAKE
cmake_minimum_required(VERSION 3.25)
project(app LANGUAGES C)
include(FetchContent)
add_library(stemmer INTERFACE) # a name of ours must not be in the way
FetchContent_Declare(lessonlint SOURCE_DIR "$source")
FetchContent_MakeAvailable(lessonlint)
add_executable(client client.c)
target_link_libraries(client PRIVATE lessonlint::lessonlint)
install(TARGETS client)
if(CMAKE_C_STANDARD OR CMAKE_C_VISIBILITY_PRESET)
  message(FATAL_ERROR "lessonlint changes the project")
endif()
CMAKE
# An option that was on would stay on.
rm -rf "$work/build/CMakeCache.txt" "$work/build/_deps/lessonlint-build/tests"
quietly "$CMAKE" -S "$work/app" -B "$work/build" -G "$GENERATOR" -DCMAKE_C_COMPILER="$CC"
quietly "$CMAKE" --build "$work/build" --parallel 2 --target client
[[ ! -e $work/build/_deps/lessonlint-build/tests ]] || { echo "has tests"; exit 1; }
rm -rf "$work/installed"
quietly "$CMAKE" --install "$work/build" --prefix "$work/installed"
[[ $(cd "$work/installed" && find . -type f) == ./bin/client ]] || { echo "installs more"; exit 1; }
status=0
(cd "$source/fixtures/whole--planted" && "$work/build/client" plan.md lesson.tsx) \
    >"$work/seen" || status=$?
[[ $status == 1 ]] || { echo "exit status $status"; exit 1; }
diff <(grep -c '\[.*\]$' "$work/seen") \
    <(grep -c . "$source/fixtures/whole--planted/expected.findings")
