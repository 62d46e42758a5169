# The comparison of selectors with css-select.
if(TARGET lessonlint_cli)
  set(oracle_selectors ${CMAKE_CURRENT_LIST_DIR}/run.sh ${PROJECT_SOURCE_DIR}
    ${PROJECT_BINARY_DIR}/oracle-selectors $<TARGET_FILE:lessonlint_cli>)
  add_test(NAME oracle.selectors COMMAND ${oracle_selectors} 40)
  add_custom_target(oracle_selectors_all COMMAND ${oracle_selectors} 400
    DEPENDS lessonlint_cli VERBATIM USES_TERMINAL)
  add_dependencies(oracle_all oracle_selectors_all)
endif()
