/* Which lessonlint these headers belong to, for the compiler; ll_version() in lessonlint.h says
 * which one is linked. A new PATCH changes nothing here. Before 1.0.0 a new MINOR may change
 * anything; from 1.0.0 on it only adds, and a new MAJOR may change. The shared library's name
 * (liblessonlint.so.0.1, then .so.1) follows that, so that a program never starts with a library
 * that it was not built for. */
#ifndef LESSONLINT_VERSION_H
#define LESSONLINT_VERSION_H

#define LESSONLINT_VERSION_MAJOR 0
#define LESSONLINT_VERSION_MINOR 1
#define LESSONLINT_VERSION_PATCH 0

/* "0.1.0" */
#define LESSONLINT_VERSION                                                                         \
    LESSONLINT_VERSION_TEXT(LESSONLINT_VERSION_MAJOR, LESSONLINT_VERSION_MINOR,                    \
                            LESSONLINT_VERSION_PATCH)

/* For comparisons by the preprocessor: 1.2.3 is 10203. */
#define LESSONLINT_VERSION_NUMBER                                                                  \
    (LESSONLINT_VERSION_MAJOR * 10000 + LESSONLINT_VERSION_MINOR * 100 + LESSONLINT_VERSION_PATCH)

/* Helpers of LESSONLINT_VERSION. */
#define LESSONLINT_VERSION_TEXT(major, minor, patch)                                               \
    LESSONLINT_VERSION_QUOTE(major)                                                                \
    "." LESSONLINT_VERSION_QUOTE(minor) "." LESSONLINT_VERSION_QUOTE(patch)
#define LESSONLINT_VERSION_QUOTE(number) #number

#endif
