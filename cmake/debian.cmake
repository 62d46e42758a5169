# What a Debian package has otherwise than an installed tree. CPack runs it between both.
if(NOT CPACK_GENERATOR STREQUAL DEB)
  return()
endif()

function(compress)
  execute_process(COMMAND gzip -9n ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# Of each package: its licence, and what changed, in the form that Debian's tools read. Dates are those
# of SOURCE_DATE_EPOCH, when that is set.
string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)
foreach(component command development)
  string(TOUPPER ${component} upper)
  set(package ${CPACK_DEBIAN_${upper}_PACKAGE_NAME})
  set(documents ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/${component}/usr/share/doc/${package})
  file(REMOVE ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/${component}/usr/share/doc/lessonlint/LICENSE)
  configure_file(${CPACK_RESOURCE_FILE_LICENSE} ${documents}/copyright COPYONLY)
  file(WRITE ${documents}/changelog "${package} (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium

  * What changed stands in CHANGELOG.md of lessonlint.

 -- ${CPACK_PACKAGE_CONTACT}  ${now}
")
  compress(${documents}/changelog)
endforeach()

set(share ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/command/usr/share)
file(GLOB pages ${share}/man/man*/*)
compress(${pages})
file(RENAME ${share}/zsh/site-functions ${share}/zsh/vendor-completions)
