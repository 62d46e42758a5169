# The reader of equations against exact fractions.
find_package(Python3 COMPONENTS Interpreter)
if(TARGET ll_text AND Python3_FOUND)
  lessonlint_test_module(text)
  add_executable(equations ${CMAKE_CURRENT_LIST_DIR}/equations.c)
  target_link_libraries(equations PRIVATE unit_text lessonlint_flags)
  add_test(NAME arithmetic.oracle COMMAND
    ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/oracle.py $<TARGET_FILE:equations>)
endif()
