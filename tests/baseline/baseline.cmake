# The baseline, at the command line.
if(TARGET lessonlint_cli)
  add_test(NAME baseline.command COMMAND ${CMAKE_CURRENT_LIST_DIR}/command.sh
    $<TARGET_FILE:lessonlint_cli> ${PROJECT_SOURCE_DIR}/fixtures/whole--planted)
  add_test(NAME baseline.since COMMAND ${CMAKE_CURRENT_LIST_DIR}/since.sh
    $<TARGET_FILE:lessonlint_cli>)
endif()
