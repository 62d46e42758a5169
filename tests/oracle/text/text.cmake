# The comparison of rendered text with React's own: the program that prints ours, and the test.
lessonlint_test_module(lesson)
add_executable(text_dump ${CMAKE_CURRENT_LIST_DIR}/text_dump.c)
target_link_libraries(text_dump PRIVATE unit_lesson lessonlint_flags)
add_test(NAME oracle.text
  COMMAND ${CMAKE_CURRENT_LIST_DIR}/run.sh $<TARGET_FILE:text_dump> ${PROJECT_SOURCE_DIR}
    ${PROJECT_BINARY_DIR}/oracle-text)
