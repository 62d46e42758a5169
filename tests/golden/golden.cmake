# One test for each fixture folder, see golden/README.md.
add_executable(golden golden/golden.c)
target_link_libraries(golden PRIVATE PkgConfig::lessonlint_jansson lessonlint_flags)
set(golden_out ${CMAKE_CURRENT_BINARY_DIR}/golden-seen)

add_test(NAME golden.selftest
  COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/golden/selftest.sh $<TARGET_FILE:golden> ${golden_out}/selftest)

if(TARGET lessonlint_cli)
  file(GLOB args CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/fixtures/*/args)
  foreach(file IN LISTS args)
    get_filename_component(folder ${file} DIRECTORY)
    get_filename_component(name ${folder} NAME)
    file(MAKE_DIRECTORY ${golden_out}/${name})
    add_test(NAME golden.${name}
      COMMAND golden $<TARGET_FILE:lessonlint_cli> ${folder} ${golden_out}/${name})
  endforeach()
endif()
