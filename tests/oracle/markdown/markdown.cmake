# The comparison of Markdown with cmark-gfm: the program that prints ours, and the test.
find_package(Python3 COMPONENTS Interpreter)
if(Python3_FOUND)
  lessonlint_test_module(markdown)
  add_executable(markdown_dump ${CMAKE_CURRENT_LIST_DIR}/markdown_dump.c)
  target_link_libraries(markdown_dump PRIVATE unit_markdown lessonlint_flags)

  set(oracle_markdown ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/markdown_oracle.py)
  set(oracle_markdown_arguments $<TARGET_FILE:markdown_dump> ${PROJECT_SOURCE_DIR}
    ${PROJECT_BINARY_DIR}/oracle-markdown ${PROJECT_SOURCE_DIR}/../shared)
  add_test(NAME oracle.markdown COMMAND ${oracle_markdown} --sample ${oracle_markdown_arguments})

  add_custom_target(oracle_markdown_all COMMAND ${oracle_markdown} --all ${oracle_markdown_arguments}
    DEPENDS markdown_dump VERBATIM USES_TERMINAL)
  add_dependencies(oracle_all oracle_markdown_all)
endif()
