# The command line: its options by a unit test, the whole command by the cases of cli/cases.
file(GLOB cli_parts CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/cli/*.c)
list(FILTER cli_parts EXCLUDE REGEX "/main\\.c$")
foreach(name test_cli_complete test_cli_options test_cli_output)
  add_executable(${name} cli/${name}.c ${cli_parts})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src
    ${CMAKE_CURRENT_SOURCE_DIR}/unit)
  target_link_libraries(${name} PRIVATE lessonlint::lessonlint PkgConfig::cmocka lessonlint_flags)
  target_compile_definitions(${name} PRIVATE LESSONLINT_BINARY_DIR="${PROJECT_BINARY_DIR}")
  add_test(NAME cli.${name} COMMAND ${name})
endforeach()

if(TARGET lessonlint_cli)
  file(GLOB cases CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/cli/cases/*/cmd)
  foreach(file IN LISTS cases)
    get_filename_component(folder ${file} DIRECTORY)
    get_filename_component(name ${folder} NAME)
    add_test(NAME cli.${name} COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/cli/run.sh
      $<TARGET_FILE:lessonlint_cli> ${folder} ${CMAKE_CURRENT_BINARY_DIR}/cli-seen/${name})
  endforeach()
  add_test(NAME cli.page_commands COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/cli/page_commands.sh
    $<TARGET_FILE:lessonlint_cli> ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_BINARY_DIR}/cli-pages)
  add_test(NAME cli.getting_started COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/cli/getting_started.sh
    $<TARGET_FILE:lessonlint_cli> ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_BINARY_DIR}/getting-started)
  add_test(NAME cli.progress COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/cli/progress.sh
    $<TARGET_FILE:lessonlint_cli> ${CMAKE_CURRENT_SOURCE_DIR}/cli/documents ${CMAKE_CURRENT_BINARY_DIR}/cli-progress)
  # Killed step by step, by what Linux has for watching another process.
  if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    add_executable(killed_at cli/killed_at.c)
    target_link_libraries(killed_at PRIVATE lessonlint_flags)
    add_test(NAME cli.interrupted COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/cli/interrupted.sh
      $<TARGET_FILE:lessonlint_cli> $<TARGET_FILE:killed_at> ${CMAKE_CURRENT_SOURCE_DIR}/cli/documents
      ${CMAKE_CURRENT_BINARY_DIR}/cli-interrupted)
  endif()
  add_test(NAME cli.shipped_rules COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/cli/shipped_rules.sh
    $<TARGET_FILE:lessonlint_cli> ${PROJECT_SOURCE_DIR}/rules)
  add_test(NAME cli.usage_page COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/cli/usage_page.sh
    $<TARGET_FILE:lessonlint_cli> ${PROJECT_SOURCE_DIR}/docs/usage.md)
endif()
