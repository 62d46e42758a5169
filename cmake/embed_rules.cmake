# Turns rules/*.yaml into C data, so that the program finds its rules wherever it runs.

# lessonlint_embed_rules(<out.c> <dir>): makes the file <out.c> from <dir>/*.yaml whenever one of
# them changes. It defines what src/rule/embedded.h declares, sorted by id.
function(lessonlint_embed_rules out dir)
  file(GLOB rules CONFIGURE_DEPENDS ${dir}/*.yaml)
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -D OUT=${out} -D DIR=${dir} -P ${PROJECT_SOURCE_DIR}/cmake/embed_rules.cmake
    DEPENDS ${rules} ${PROJECT_SOURCE_DIR}/cmake/embed_rules.cmake
    COMMENT "Embedding the rules" VERBATIM)
endfunction()

if(NOT CMAKE_SCRIPT_MODE_FILE)
  return()
endif()

file(GLOB rules ${DIR}/*.yaml)
list(SORT rules)
set(texts "")
set(table "")
set(count 0)
foreach(rule IN LISTS rules)
  get_filename_component(id ${rule} NAME_WE)
  file(READ ${rule} bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(REGEX REPLACE
    "(................................................................................)" "\\1\n"
    bytes "${bytes}")
  # Bytes, because C promises no more than 4,095 characters for a string literal.
  string(APPEND texts "static const unsigned char text_${count}[] = {\n${bytes}0};\n")
  string(APPEND table
    "    {\"${id}\", (const char *)text_${count}, sizeof text_${count} - 1},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE ${OUT} "/* Made by cmake/embed_rules.cmake from rules/: the shipped rules as text. */
#include \"rule/embedded.h\"

${texts}
const ll_embedded_rule ll_embedded_rules[] = {
${table}};
const size_t ll_embedded_rule_count = ${count};
")
