/* The one place that knows the address of the project. */
#include "base/homepage.h"

#ifndef LESSONLINT_HOMEPAGE
#define LESSONLINT_HOMEPAGE ""
#endif

const char *ll_homepage_set(void) {
    return LESSONLINT_HOMEPAGE;
}
