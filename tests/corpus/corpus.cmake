# The plan reader against counts made by hand and script, on documents that are not part of the
# project: ../shared, or where the environment variable LESSONLINT_SHARED points.
find_package(Python3 COMPONENTS Interpreter)
if(TARGET ll_plan AND Python3_FOUND)
  lessonlint_test_module(plan)
  add_executable(plan_counts ${CMAKE_CURRENT_LIST_DIR}/plan_counts.c)
  target_link_libraries(plan_counts PRIVATE unit_plan lessonlint_flags)
  add_test(NAME corpus.counts COMMAND
    ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/compare.py $<TARGET_FILE:plan_counts>
    ${CMAKE_CURRENT_LIST_DIR}/expected.tsv ${PROJECT_SOURCE_DIR}/../shared)
  # Of the reviews more is counted, and those of the fixtures as well.
  add_executable(review_counts ${CMAKE_CURRENT_LIST_DIR}/review_counts.c)
  target_link_libraries(review_counts PRIVATE unit_plan lessonlint_flags)
  add_test(NAME reviews.counts COMMAND
    ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/reviews.py $<TARGET_FILE:review_counts>
    ${PROJECT_SOURCE_DIR}/fixtures ${PROJECT_SOURCE_DIR}/../shared)
  set_tests_properties(corpus.counts PROPERTIES SKIP_RETURN_CODE 77)
  if(TARGET lessonlint_cli)
    add_test(NAME corpus.append COMMAND
      ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/append.py $<TARGET_FILE:lessonlint_cli>
      ${PROJECT_SOURCE_DIR}/tests/cli/documents/lesson.tsx ${PROJECT_SOURCE_DIR}/../shared)
    set_tests_properties(corpus.append PROPERTIES SKIP_RETURN_CODE 77)
    add_test(NAME reviews.roundtrip COMMAND
      ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/roundtrip.py $<TARGET_FILE:lessonlint_cli>
      ${PROJECT_SOURCE_DIR}/fixtures)
  endif()
endif()
