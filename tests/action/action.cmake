# The action for GitHub: its steps are run with the variables that GitHub sets. And the recipes of docs/ci.md.
if(TARGET lessonlint_cli)
  set(action_packages "")
  if(LESSONLINT_TIMED_COMMAND)
    set(action_packages ${install_out}/deb)
  endif()
  set(action_out ${CMAKE_CURRENT_BINARY_DIR}/action)
  add_test(NAME action.steps COMMAND ${CMAKE_CURRENT_LIST_DIR}/action.sh action.py
    $<TARGET_FILE:lessonlint_cli> ${PROJECT_SOURCE_DIR} ${action_out}/steps ${action_packages})
  if(LESSONLINT_TIMED_COMMAND) # the package that install.deb makes is installed
    set_tests_properties(install.deb PROPERTIES FIXTURES_SETUP packages)
    set_tests_properties(action.steps PROPERTIES FIXTURES_REQUIRED packages TIMEOUT 600)
  endif()
  add_test(NAME action.page COMMAND ${CMAKE_CURRENT_LIST_DIR}/action.sh page.py
    $<TARGET_FILE:lessonlint_cli> ${PROJECT_SOURCE_DIR} ${action_out}/page)
  add_test(NAME action.schema COMMAND ${CMAKE_CURRENT_LIST_DIR}/schema.sh
    ${PROJECT_SOURCE_DIR} ${action_out}/npm ${action_out}/page)
  set_tests_properties(action.page PROPERTIES FIXTURES_SETUP recipes)
  set_tests_properties(action.schema PROPERTIES FIXTURES_REQUIRED recipes)
endif()
