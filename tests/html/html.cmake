# The page of the format `html`: its structure by an HTML parser, and how it behaves in a browser.
if(TARGET lessonlint_cli)
  foreach(part structure browser)
    add_test(NAME html.${part} COMMAND ${CMAKE_CURRENT_LIST_DIR}/run.sh ${part}
      ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/html $<TARGET_FILE:lessonlint_cli>)
  endforeach()
  # Both bring packages and write pages into the same folder.
  set_tests_properties(html.structure html.browser PROPERTIES RESOURCE_LOCK html)
endif()
