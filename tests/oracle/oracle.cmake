# The comparison with TypeScript: the program that prints what our scanner sees, and the tests.
lessonlint_test_module(tsx)
add_executable(tsx_dump ${CMAKE_CURRENT_LIST_DIR}/tsx_dump.c)
target_link_libraries(tsx_dump PRIVATE unit_tsx lessonlint_flags)

set(oracle_run ${CMAKE_CURRENT_LIST_DIR}/run.sh)
set(oracle_folder ${PROJECT_BINARY_DIR}/oracle)
add_test(NAME oracle.tsx
  COMMAND ${oracle_run} --sample ${PROJECT_SOURCE_DIR} ${oracle_folder} $<TARGET_FILE:tsx_dump>)

# All of the about 3,000 files: `cmake --build build/dev --target oracle_all`.
add_custom_target(oracle_all
  COMMAND ${oracle_run} --all ${PROJECT_SOURCE_DIR} ${oracle_folder} $<TARGET_FILE:tsx_dump>
  DEPENDS tsx_dump VERBATIM USES_TERMINAL)
