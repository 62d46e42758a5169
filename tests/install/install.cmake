# lessonlint as another program finds it: installed, moved, used from C and C++ through CMake and
# pkg-config; and as a part of another CMake project. One build, not optimised, serves most.
set(install_out ${CMAKE_CURRENT_BINARY_DIR}/install)
set(install_env ${CMAKE_COMMAND} -E env
  CC=${CMAKE_C_COMPILER} CMAKE=${CMAKE_COMMAND} GENERATOR=${CMAKE_GENERATOR})

add_test(NAME install.build COMMAND ${install_env}
  ${CMAKE_CURRENT_SOURCE_DIR}/install/build.sh ${PROJECT_SOURCE_DIR} ${install_out})
set_tests_properties(install.build PROPERTIES FIXTURES_SETUP installed TIMEOUT 600)
foreach(kind static shared)
  foreach(check tree headers homepage cmake pkgconfig)
    add_test(NAME install.${kind}.${check} COMMAND ${install_env}
      ${CMAKE_CURRENT_SOURCE_DIR}/install/check.sh
      ${PROJECT_SOURCE_DIR} ${install_out} ${kind} ${check})
    set_tests_properties(install.${kind}.${check} PROPERTIES FIXTURES_REQUIRED installed)
  endforeach()
endforeach()
add_test(NAME install.archives COMMAND ${install_env}
  ${CMAKE_CURRENT_SOURCE_DIR}/install/archives.sh ${PROJECT_SOURCE_DIR} ${install_out})
set_tests_properties(install.archives PROPERTIES FIXTURES_REQUIRED installed TIMEOUT 600)
add_test(NAME install.subproject COMMAND ${install_env}
  ${CMAKE_CURRENT_SOURCE_DIR}/install/subproject.sh ${PROJECT_SOURCE_DIR} ${install_out})
set_tests_properties(install.subproject PROPERTIES TIMEOUT 600)

# The packages are made of the optimised build.
if(LESSONLINT_TIMED_COMMAND)
  cmake_path(GET LESSONLINT_TIMED_COMMAND PARENT_PATH release)
  add_test(NAME install.deb COMMAND ${install_env}
    ${CMAKE_CURRENT_SOURCE_DIR}/install/deb.sh ${PROJECT_SOURCE_DIR} ${install_out} ${release})
  set_tests_properties(install.deb PROPERTIES TIMEOUT 600)
endif()
