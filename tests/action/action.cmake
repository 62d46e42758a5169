# The action for GitHub: its steps are run with the variables that GitHub sets.
if(TARGET lessonlint_cli)
  set(action_packages "")
  if(LESSONLINT_TIMED_COMMAND)
    set(action_packages ${install_out}/deb)
  endif()
  add_test(NAME action.steps COMMAND ${CMAKE_CURRENT_LIST_DIR}/action.sh
    $<TARGET_FILE:lessonlint_cli> ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_BINARY_DIR}/action ${action_packages})
  if(LESSONLINT_TIMED_COMMAND) # the package that install.deb makes is installed
    set_tests_properties(install.deb PROPERTIES FIXTURES_SETUP packages)
    set_tests_properties(action.steps PROPERTIES FIXTURES_REQUIRED packages TIMEOUT 600)
  endif()
endif()
