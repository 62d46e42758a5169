# Configurations: wrong ones, a vocabulary, and the schema.
if(TARGET lessonlint_cli)
  add_test(NAME config.bad COMMAND ${CMAKE_CURRENT_LIST_DIR}/bad.sh
    $<TARGET_FILE:lessonlint_cli> ${CMAKE_CURRENT_LIST_DIR}/bad)
  add_test(NAME config.writing_rules COMMAND ${CMAKE_CURRENT_LIST_DIR}/writing_rules.sh
    $<TARGET_FILE:lessonlint_cli> ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/config-rules)
  add_test(NAME config.german COMMAND ${CMAKE_CURRENT_LIST_DIR}/german.sh
    $<TARGET_FILE:lessonlint_cli> ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/config-german)
  add_test(NAME config.schema COMMAND ${CMAKE_CURRENT_LIST_DIR}/schema.sh
    ${lessonlint_schema_file} $<TARGET_FILE:lessonlint_cli> ${PROJECT_SOURCE_DIR}
    ${PROJECT_BINARY_DIR}/config)
endif()
