# Prefixes of the fixtures, parsed and linted: see prefix/prefixes.c. Several tests, so that each one
# is short.
lessonlint_test_module(writer)
add_executable(prefixes ${CMAKE_CURRENT_LIST_DIR}/prefixes.c ${CMAKE_CURRENT_LIST_DIR}/invariants.c)
target_link_libraries(prefixes PRIVATE unit_writer lessonlint_flags)

file(GLOB prefix_plans CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/fixtures/*/*.md)
file(GLOB prefix_lessons CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/fixtures/*/*.tsx
  ${PROJECT_SOURCE_DIR}/tests/tsx/*.tsx)
file(GLOB prefix_rules CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rules/*.yaml
  ${PROJECT_SOURCE_DIR}/tests/rules-bad/*.yaml)
file(GLOB prefix_configs CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/fixtures/*/.lessonlint.yaml
  ${PROJECT_SOURCE_DIR}/fixtures/*/all.yaml ${PROJECT_SOURCE_DIR}/tests/config/bad/*.yaml
  ${PROJECT_SOURCE_DIR}/tests/alloc/documents/curriculum/.lessonlint.yaml)
file(GLOB prefix_folders CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/fixtures/*)
add_test(NAME prefix.plans COMMAND prefixes parse ${prefix_plans})
add_test(NAME prefix.lessons COMMAND prefixes parse ${prefix_lessons})
add_test(NAME prefix.rules COMMAND prefixes parse ${prefix_rules})
file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/prefix)
add_test(NAME prefix.configs
  COMMAND prefixes config ${CMAKE_CURRENT_BINARY_DIR}/prefix ${prefix_configs})
add_test(NAME prefix.run COMMAND prefixes run 131 ${prefix_folders})
set_tests_properties(prefix.plans prefix.lessons prefix.rules prefix.configs prefix.run PROPERTIES TIMEOUT 600)
