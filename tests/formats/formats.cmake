# What is written for other programs: all formats of one run, each by something that knows the format.
if(TARGET lessonlint_cli)
  add_test(NAME formats.valid COMMAND ${CMAKE_CURRENT_LIST_DIR}/run.sh
    ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/formats $<TARGET_FILE:lessonlint_cli>)
  add_test(NAME formats.repository COMMAND ${CMAKE_CURRENT_LIST_DIR}/repository.sh
    $<TARGET_FILE:lessonlint_cli>)
endif()
