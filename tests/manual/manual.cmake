# The manual pages.
if(TARGET lessonlint_manual)
  add_test(NAME manual.pages COMMAND ${CMAKE_CURRENT_LIST_DIR}/pages.sh
    $<TARGET_FILE:lessonlint_cli> ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR})
endif()
