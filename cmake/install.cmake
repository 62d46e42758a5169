# What `cmake --install` puts where. Nothing in it names an absolute path (unless a CMAKE_INSTALL_*DIR
# is one), so that the installed tree may be moved.
include(CMakePackageConfigHelpers)
get_target_property(type lessonlint TYPE)
string(COMPARE EQUAL ${type} STATIC_LIBRARY lessonlint_static)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/lessonlint)

if(NOT lessonlint_static)
  file(RELATIVE_PATH to_library ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR})
  set_target_properties(lessonlint_cli PROPERTIES INSTALL_RPATH "$ORIGIN/${to_library}")
endif()
# Two parts, which are packages of their own (package.cmake): the command, and the library for other programs.
install(TARGETS lessonlint_cli COMPONENT command)
install(TARGETS lessonlint EXPORT lessonlint
  LIBRARY COMPONENT command NAMELINK_COMPONENT development ARCHIVE COMPONENT development
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES ${lessonlint_schema_file} schema/report.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/lessonlint
  COMPONENT command)
install(FILES LICENSE CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT command)
# The pages for those who use it; others are about the project, or about the library.
file(GLOB pages CONFIGURE_DEPENDS docs/*.md)
list(FILTER pages EXCLUDE REGEX "/(corpus-notes|design|library|performance)\\.md$")
install(FILES ${pages} DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT command)
install(DIRECTORY docs/rules DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT command)
install(FILES ${PROJECT_BINARY_DIR}/lessonlint.1
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT command)
install(FILES ${PROJECT_BINARY_DIR}/lessonlint.yaml.5
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man5 COMPONENT command)

# Where the shells look for completions below their own prefix.
install(FILES completions/lessonlint.bash RENAME lessonlint COMPONENT command
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES completions/_lessonlint COMPONENT command
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES completions/lessonlint.fish COMPONENT command
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# From here on everything belongs to the library.
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME development)
install(DIRECTORY include/lessonlint DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES docs/library.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs/examples DESTINATION ${CMAKE_INSTALL_DOCDIR})

# What gcc keeps for the link time is of use to the same gcc only; plain object code stands beside it.
if(lessonlint_static AND LESSONLINT_LTO AND CMAKE_OBJCOPY)
  set(folder ${CMAKE_INSTALL_LIBDIR})
  cmake_path(ABSOLUTE_PATH folder BASE_DIRECTORY "\${CMAKE_INSTALL_PREFIX}")
  install(CODE "execute_process(COMMAND \"${CMAKE_OBJCOPY}\" -R .gnu.lto_* -R .gnu.debuglto_*
    \"\$ENV{DESTDIR}${folder}/$<TARGET_FILE_NAME:lessonlint>\" COMMAND_ERROR_IS_FATAL ANY)")
endif()

# The CMake package. A shared library hides what it stands on; a static one looks for it again.
install(EXPORT lessonlint NAMESPACE lessonlint:: FILE lessonlintTargets.cmake
  DESTINATION ${package_dir})
configure_package_config_file(cmake/lessonlintConfig.cmake.in
  ${PROJECT_BINARY_DIR}/lessonlintConfig.cmake INSTALL_DESTINATION ${package_dir}
  NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
# As the SOVERSION: before 1.0 a minor version may change the interface.
set(compatibility SameMajorVersion)
if(PROJECT_VERSION_MAJOR EQUAL 0)
  set(compatibility SameMinorVersion)
endif()
write_basic_package_version_file(${PROJECT_BINARY_DIR}/lessonlintConfigVersion.cmake
  COMPATIBILITY ${compatibility})
install(FILES ${PROJECT_BINARY_DIR}/lessonlintConfig.cmake
  ${PROJECT_BINARY_DIR}/lessonlintConfigVersion.cmake DESTINATION ${package_dir})
if(lessonlint_static)
  install(FILES cmake/lessonlintDependencies.cmake DESTINATION ${package_dir})
endif()

# lessonlint.pc: the prefix is where the file lies, so many folders up.
function(lessonlint_pc_path variable directory)
  cmake_path(IS_ABSOLUTE directory absolute)
  if(NOT absolute)
    set(directory "\${prefix}/${directory}")
  endif()
  set(${variable} ${directory} PARENT_SCOPE)
endfunction()

cmake_path(IS_ABSOLUTE CMAKE_INSTALL_LIBDIR absolute)
if(absolute)
  set(pc_prefix ${CMAKE_INSTALL_PREFIX})
else()
  file(RELATIVE_PATH up /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
  string(REGEX REPLACE "/$" "" up ${up})
  set(pc_prefix "\${pcfiledir}/${up}")
endif()
lessonlint_pc_path(pc_libdir ${CMAKE_INSTALL_LIBDIR})
lessonlint_pc_path(pc_includedir ${CMAKE_INSTALL_INCLUDEDIR})
if(lessonlint_static)
  list(TRANSFORM lessonlint_modules REPLACE "^[^ ]+ " "" OUTPUT_VARIABLE pc_requires_private)
  list(TRANSFORM pc_requires_private REPLACE ">=" " >= ")
  list(JOIN pc_requires_private ", " pc_requires_private)
  set(pc_libs_private "-lstemmer ${CMAKE_THREAD_LIBS_INIT}")
  string(STRIP "${pc_libs_private}" pc_libs_private)
endif()
set(pc_url "")
if(LESSONLINT_HOMEPAGE)
  set(pc_url "\nURL: ${LESSONLINT_HOMEPAGE}")
endif()
configure_file(cmake/lessonlint.pc.in ${PROJECT_BINARY_DIR}/lessonlint.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/lessonlint.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

if(PROJECT_IS_TOP_LEVEL)
  include(cmake/package.cmake)
endif()
