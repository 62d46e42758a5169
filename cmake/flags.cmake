# Warnings and sanitizers, as a target that only this build links.
add_library(lessonlint_flags INTERFACE)
target_compile_definitions(lessonlint_flags INTERFACE _XOPEN_SOURCE=700)
target_compile_options(lessonlint_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wvla -Wstrict-prototypes -Wmissing-prototypes)
# `__FILE__` names files as the tree does: where it was built is nobody's business.
target_compile_options(lessonlint_flags INTERFACE
  -fmacro-prefix-map=${PROJECT_BINARY_DIR}/= -fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=)
if(LESSONLINT_WERROR)
  target_compile_options(lessonlint_flags INTERFACE -Werror)
endif()
if(LESSONLINT_SANITIZE)
  target_compile_options(lessonlint_flags INTERFACE
    -fsanitize=${LESSONLINT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(lessonlint_flags INTERFACE -fsanitize=${LESSONLINT_SANITIZE})
endif()
if(LESSONLINT_ARENA_BLOCKS)
  target_compile_definitions(lessonlint_flags INTERFACE LESSONLINT_ARENA_BLOCKS)
endif()
if(LESSONLINT_FUZZ)
  target_compile_options(lessonlint_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Only gcc can put plain object code beside that of the link time, so that an archive of them serves
# every linker.
option(LESSONLINT_LTO "Optimise at link time (gcc only)" OFF)
if(LESSONLINT_LTO AND CMAKE_C_COMPILER_ID STREQUAL "GNU")
  target_compile_options(lessonlint_flags INTERFACE -flto=auto -ffat-lto-objects)
  target_link_options(lessonlint_flags INTERFACE -flto=auto)
endif()
