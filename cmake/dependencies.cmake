# The libraries that lessonlint stands on; each is used by one folder of src/ only.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(cyaml REQUIRED IMPORTED_TARGET libcyaml>=1.3)
pkg_check_modules(yaml REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(pcre2 REQUIRED IMPORTED_TARGET libpcre2-8>=10.40)
pkg_check_modules(md4c REQUIRED IMPORTED_TARGET md4c>=0.4.8)
pkg_check_modules(jansson REQUIRED IMPORTED_TARGET jansson>=2.13)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)

# libstemmer ships neither a .pc nor a CMake file.
find_library(LESSONLINT_STEMMER_LIBRARY stemmer REQUIRED)
find_path(LESSONLINT_STEMMER_INCLUDE libstemmer.h REQUIRED)
add_library(stemmer UNKNOWN IMPORTED)
set_target_properties(stemmer PROPERTIES
  IMPORTED_LOCATION "${LESSONLINT_STEMMER_LIBRARY}"
  INTERFACE_INCLUDE_DIRECTORIES "${LESSONLINT_STEMMER_INCLUDE}")
