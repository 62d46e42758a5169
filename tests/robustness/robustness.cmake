# One test for each case_… of robustness.sh. Sanitizers make everything slow and get more time; the
# stated limit of two seconds is for an optimised command.
set(robustness ${CMAKE_CURRENT_SOURCE_DIR}/robustness/robustness.sh)
set(robustness_out ${CMAKE_CURRENT_BINARY_DIR}/robustness)

add_test(NAME robustness.selftest COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/robustness/selftest.sh
  ${robustness} ${robustness_out}/selftest)

if(TARGET lessonlint_cli)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${robustness})
  file(STRINGS ${robustness} cases REGEX "^case_[a-z0-9_]+\\(\\)")
  foreach(case IN LISTS cases)
    string(REGEX REPLACE "^case_([a-z0-9_]+).*$" "\\1" case ${case})
    add_test(NAME robustness.${case}
      COMMAND ${robustness} $<TARGET_FILE:lessonlint_cli> ${robustness_out} 60 ${case})
    set_property(TEST robustness.${case} PROPERTY TIMEOUT 900)
    if(LESSONLINT_TIMED_COMMAND)
      add_test(NAME robustness.timed.${case}
        COMMAND ${robustness} ${LESSONLINT_TIMED_COMMAND} ${robustness_out}/timed 2 ${case})
      set_property(TEST robustness.timed.${case} PROPERTY TIMEOUT 300)
    endif()
  endforeach()
endif()
