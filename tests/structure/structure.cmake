# What holds for the tree of files as a whole.
foreach(check modules sizes catalogue pages limits links format html words)
  add_test(NAME structure.${check}
    COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/structure/${check}.sh ${PROJECT_SOURCE_DIR})
endforeach()
add_test(NAME structure.selftest
  COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/structure/selftest.sh ${CMAKE_CURRENT_BINARY_DIR}/structure)
if(TARGET lessonlint_cli)
  add_test(NAME structure.listed COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/structure/listed.sh
    ${PROJECT_SOURCE_DIR} $<TARGET_FILE:lessonlint_cli>)
endif()
