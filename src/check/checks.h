/* Declares the functions of checks.def. */
#ifndef LL_CHECK_CHECKS_H
#define LL_CHECK_CHECKS_H

#include "check/check.h"

#define LL_CHECK(function, id, raw) ll_check_function ll_check_##function;
#define LL_CHECK_LAST(function, id) ll_check_function ll_check_##function;
#include "check/checks.def"
#undef LL_CHECK_LAST
#undef LL_CHECK

#endif
