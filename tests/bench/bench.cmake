# What `./dev bench` runs. No test runs it, but what is built for tests includes it, so that it goes on
# compiling.
lessonlint_archive(lessonlint_bench_library api)
file(GLOB bench_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.c)
list(FILTER bench_sources EXCLUDE REGEX "/empty\\.c$")
add_executable(lessonlint_bench ${bench_sources})
if(NOT LESSONLINT_TESTS)
  set_target_properties(lessonlint_bench PROPERTIES EXCLUDE_FROM_ALL ON)
endif()
target_link_libraries(lessonlint_bench PRIVATE lessonlint_bench_library lessonlint_flags)
target_compile_definitions(lessonlint_bench PRIVATE _DEFAULT_SOURCE) # wait4

# The empty program needs the libraries of the command, whether it calls them or not.
add_executable(lessonlint_bench_empty EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/empty.c)
target_link_options(lessonlint_bench_empty PRIVATE -Wl,--no-as-needed)
foreach(module IN LISTS LESSONLINT_MODULES)
  get_property(libraries GLOBAL PROPERTY lessonlint_libraries_of_${module})
  target_link_libraries(lessonlint_bench_empty PRIVATE ${libraries})
endforeach()
