# The tools of `./dev check`, one test each. They take minutes: only with LESSONLINT_TEST_ALL. Each
# uses all cores itself, so that nothing runs beside it.
add_test(NAME check.excuses
  COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/check/excuses.sh ${PROJECT_SOURCE_DIR})
add_test(NAME check.selftest
  COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/check/selftest.sh ${CMAKE_CURRENT_BINARY_DIR}/check)
if(LESSONLINT_TEST_ALL)
  cmake_host_system_information(RESULT cores QUERY NUMBER_OF_LOGICAL_CORES)
  foreach(tool tidy cppcheck analyzer shell)
    add_test(NAME check.${tool} COMMAND ${PROJECT_SOURCE_DIR}/dev check ${tool})
    set_tests_properties(check.${tool} PROPERTIES PROCESSORS ${cores} TIMEOUT 1500)
  endforeach()
endif()
