# The comparison with TypeScript: the program that prints what our scanner sees, and the test.
lessonlint_archive(oracle_tsx tsx)
add_executable(tsx_dump ${CMAKE_CURRENT_LIST_DIR}/tsx_dump.c)
target_link_libraries(tsx_dump PRIVATE oracle_tsx lessonlint_flags)
