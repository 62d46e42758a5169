# Completions of bash, zsh and fish: each shell itself is asked what it would put at the end of a line.
if(TARGET lessonlint_cli)
  foreach(shell bash zsh fish)
    add_test(NAME completions.${shell} COMMAND ${CMAKE_CURRENT_LIST_DIR}/complete.sh
      ${shell} $<TARGET_FILE:lessonlint_cli> ${PROJECT_SOURCE_DIR}
      ${CMAKE_CURRENT_BINARY_DIR}/completions/${shell})
  endforeach()
endif()
