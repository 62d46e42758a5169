/* Where people find out more: an address that whoever builds lessonlint may set. */
#ifndef LL_BASE_HOMEPAGE_H
#define LL_BASE_HOMEPAGE_H

/* What LESSONLINT_HOMEPAGE was when it was built; "" when nothing was set. */
const char *ll_homepage_set(void);

#endif
