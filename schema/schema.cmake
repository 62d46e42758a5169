# The JSON Schema of configurations, lessonlint.schema.json in the build folder: made of the tables by which the program
# reads them, and of the rules.
add_executable(lessonlint_schema schema/print.c)
target_link_libraries(lessonlint_schema PRIVATE lessonlint::lessonlint lessonlint_flags)
set(lessonlint_schema_file ${PROJECT_BINARY_DIR}/lessonlint.schema.json)
add_custom_command(OUTPUT ${lessonlint_schema_file}
  COMMAND lessonlint_schema ${lessonlint_schema_file} DEPENDS lessonlint_schema
  COMMENT "Writing the schema of configurations" VERBATIM)
add_custom_target(lessonlint_schema_text ALL DEPENDS ${lessonlint_schema_file})
