# The libraries that lessonlint stands on; each is used by one folder of src/ only. Read by the build
# and, for a static library, by the installed package. Wants PkgConfig and Threads; leaves what is not
# there in `lessonlint_missing`.
set(lessonlint_modules
  "cyaml libcyaml>=1.3" "yaml yaml-0.1" "pcre2 libpcre2-8>=10.40" "md4c md4c>=0.4.8"
  "jansson jansson>=2.13" "utf8proc libutf8proc")
set(lessonlint_missing "")
foreach(lessonlint_module IN LISTS lessonlint_modules)
  string(REPLACE " " ";" lessonlint_module ${lessonlint_module})
  list(POP_FRONT lessonlint_module lessonlint_name)
  pkg_check_modules(lessonlint_${lessonlint_name} QUIET IMPORTED_TARGET
    ${lessonlint_module})
  if(NOT lessonlint_${lessonlint_name}_FOUND)
    list(APPEND lessonlint_missing ${lessonlint_module})
  endif()
endforeach()

# libstemmer ships neither a .pc nor a CMake file.
find_library(LESSONLINT_STEMMER_LIBRARY stemmer)
find_path(LESSONLINT_STEMMER_INCLUDE libstemmer.h)
mark_as_advanced(LESSONLINT_STEMMER_LIBRARY LESSONLINT_STEMMER_INCLUDE)
if(NOT LESSONLINT_STEMMER_LIBRARY OR NOT LESSONLINT_STEMMER_INCLUDE)
  list(APPEND lessonlint_missing libstemmer)
elseif(NOT TARGET lessonlint::stemmer)
  add_library(lessonlint::stemmer UNKNOWN IMPORTED)
  set_target_properties(lessonlint::stemmer PROPERTIES
    IMPORTED_LOCATION "${LESSONLINT_STEMMER_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${LESSONLINT_STEMMER_INCLUDE}")
endif()
