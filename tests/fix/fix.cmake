# The command `fix`: on small files, and on copies of all fixtures.
if(TARGET lessonlint_cli)
  add_test(NAME fix.command COMMAND ${CMAKE_CURRENT_LIST_DIR}/command.sh
    $<TARGET_FILE:lessonlint_cli>)
  add_test(NAME fix.apply COMMAND ${CMAKE_CURRENT_LIST_DIR}/apply.sh
    $<TARGET_FILE:lessonlint_cli>)
  add_test(NAME fix.fixtures COMMAND ${CMAKE_CURRENT_LIST_DIR}/fixtures.sh
    $<TARGET_FILE:lessonlint_cli> ${PROJECT_SOURCE_DIR}/fixtures)
endif()
