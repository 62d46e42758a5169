# Every allocation fails once: see alloc/trial.h. The heap is replaced under the program and under the
# shared libraries, so this needs glibc, with or without AddressSanitizer.
if(NOT LESSONLINT_SANITIZE OR LESSONLINT_SANITIZE MATCHES "address")
  lessonlint_test_module(api)
  set(alloc ${CMAKE_CURRENT_LIST_DIR})
  set(alloc_heap ${alloc}/heap.c ${alloc}/trial.c)
  string(REGEX REPLACE ".*address.*" "yes" alloc_asan "${LESSONLINT_SANITIZE}")
  # It is called before the sanitizer has begun.
  set_source_files_properties(${alloc}/heap.c PROPERTIES COMPILE_OPTIONS -fno-sanitize=all
    COMPILE_DEFINITIONS HEAP_OF_ASAN=$<STREQUAL:${alloc_asan},yes>)
  # With the arena as it is shipped there are few allocations; with one block for each piece of memory
  # there are very many. The first 150 of a scene fail one by one, of those behind them some do;
  # `./dev alloc` lets all of them fail.
  set(alloc_kinds chunks)
  if(LESSONLINT_ARENA_BLOCKS)
    list(APPEND alloc_kinds blocks)
  endif()
  set(alloc_cli ${cli_parts} ${PROJECT_SOURCE_DIR}/src/cli/main.c)
  set_source_files_properties(${PROJECT_SOURCE_DIR}/src/cli/main.c PROPERTIES
    COMPILE_DEFINITIONS main=ll_cli_main COMPILE_OPTIONS -Wno-missing-prototypes)

  foreach(kind IN LISTS alloc_kinds)
    foreach(part api cli)
      set(name alloc_${part}_${kind})
      add_executable(${name} ${alloc}/test_alloc_${part}.c ${alloc_heap})
      if(part STREQUAL cli)
        target_sources(${name} PRIVATE ${alloc_cli})
      endif()
      if(kind STREQUAL chunks)
        # An object file goes before the same one of a library.
        target_sources(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src/base/arena.c)
        target_compile_options(${name} PRIVATE -ULESSONLINT_ARENA_BLOCKS)
      endif()
      target_link_libraries(${name} PRIVATE unit_api lessonlint_flags)
      target_compile_definitions(${name} PRIVATE _XOPEN_SOURCE=700
        TRIAL_EFFORT=$<IF:$<STREQUAL:${kind},chunks>,3e5,2e5>)
      set(work ${CMAKE_CURRENT_BINARY_DIR}/alloc/${name})
      file(MAKE_DIRECTORY ${work})
      add_test(NAME alloc.${part}_${kind} COMMAND ${name} ${alloc}/documents ${work})
      set_property(TEST alloc.${part}_${kind} PROPERTY TIMEOUT 1500)
    endforeach()
  endforeach()
endif()
