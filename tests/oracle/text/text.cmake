# The comparison of rendered text with React's own: the program that prints ours, and the test.
lessonlint_test_module(lesson)
add_executable(text_dump ${CMAKE_CURRENT_LIST_DIR}/text_dump.c)
target_link_libraries(text_dump PRIVATE unit_lesson lessonlint_flags)

set(oracle_text_run ${CMAKE_CURRENT_LIST_DIR}/run.sh)
set(oracle_text_folder ${PROJECT_BINARY_DIR}/oracle-text)
add_test(NAME oracle.text COMMAND
  ${oracle_text_run} --sample ${PROJECT_SOURCE_DIR} ${oracle_text_folder} $<TARGET_FILE:text_dump>)

add_custom_target(oracle_text_all COMMAND
  ${oracle_text_run} --all ${PROJECT_SOURCE_DIR} ${oracle_text_folder} $<TARGET_FILE:text_dump>
  DEPENDS text_dump VERBATIM USES_TERMINAL)
add_dependencies(oracle_all oracle_text_all)
