# The hooks for git, by pre-commit itself and by git alone.
if(TARGET lessonlint_cli)
  add_test(NAME hooks.commit COMMAND ${CMAKE_CURRENT_LIST_DIR}/commit.sh
    $<TARGET_FILE:lessonlint_cli> ${PROJECT_SOURCE_DIR})
  add_test(NAME hooks.partners COMMAND ${CMAKE_CURRENT_LIST_DIR}/partners.sh
    $<TARGET_FILE:lessonlint_cli>)
endif()
