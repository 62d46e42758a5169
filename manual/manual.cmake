# The manual pages lessonlint(1) and lessonlint.yaml(5), in the build folder: made of the tables by which the command reads
# its options and the configuration is read.
file(GLOB manual_tables CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/cli/*.c)
list(FILTER manual_tables EXCLUDE REGEX "/main\\.c$")
add_executable(lessonlint_manual manual/print.c ${manual_tables})
target_include_directories(lessonlint_manual PRIVATE ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(lessonlint_manual PRIVATE lessonlint::lessonlint lessonlint_flags)
set(lessonlint_manual_pages "")
foreach(page lessonlint.1 lessonlint.yaml.5)
  set(written ${PROJECT_BINARY_DIR}/${page})
  add_custom_command(OUTPUT ${written}
    COMMAND lessonlint_manual ${PROJECT_SOURCE_DIR}/manual/${page}.in ${written}
    DEPENDS lessonlint_manual ${PROJECT_SOURCE_DIR}/manual/${page}.in
    COMMENT "Writing ${page}" VERBATIM)
  list(APPEND lessonlint_manual_pages ${written})
endforeach()
add_custom_target(lessonlint_manual_text ALL DEPENDS ${lessonlint_manual_pages})
