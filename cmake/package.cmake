# Packages by CPack: `cpack -G DEB` in the build folder makes lessonlint (the command) and liblessonlint-dev.
set(CPACK_PACKAGE_NAME lessonlint)
set(CPACK_PACKAGE_VENDOR "The lessonlint authors")
set(CPACK_PACKAGE_CONTACT "${LESSONLINT_MAINTAINER}")
set(CPACK_PACKAGE_HOMEPAGE_URL "${LESSONLINT_HOMEPAGE}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "linter of lesson plans and React lessons")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL command development)
set(CPACK_COMPONENTS_GROUPING IGNORE)

set(CPACK_COMPONENT_COMMAND_DESCRIPTION
"lessonlint reads the planning document of a lesson and the React lesson that
was built from it, and writes the review that a careful reviewer would write
of everything a program can know.")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
"lessonlint reads the planning document of a lesson and the React lesson that
was built from it. This is its library, with the headers, for programs that
lint by themselves.")

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_COMMAND_PACKAGE_NAME lessonlint)
set(CPACK_DEBIAN_COMMAND_PACKAGE_SECTION text)
set(CPACK_DEBIAN_COMMAND_PACKAGE_SHLIBDEPS ON) # as dpkg-shlibdeps finds them
set(CPACK_DEBIAN_COMMAND_PACKAGE_SUGGESTS bash-completion)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME liblessonlint-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS "cmake | pkg-config")
if(lessonlint_static) # whoever links it links what it stands on
  set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libcyaml-dev, libyaml-dev, libpcre2-dev, \
libmd4c-dev, libjansson-dev, libutf8proc-dev, libstemmer-dev")
else()
  set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "lessonlint (= ${PROJECT_VERSION})")
endif()
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/debian.cmake)
include(CPack)
