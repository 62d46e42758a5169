/* Text that goes through a component of the file: what the component makes of its children. */
#ifndef LL_CHECK_HELPER_TEXT_H
#define LL_CHECK_HELPER_TEXT_H

#include "lesson/lesson.h"

/* Whether the element is a component of the same file that puts its children, wherever it has
 * `{children}`, straight into an element of the page, which sets nothing apart: no style, no box,
 * no class that cannot be seen. A `className` that the component passes on is that of the element,
 * which counts as seen when it is absent. False when a component cannot be seen through, or is
 * long. */
bool ll_helper_flows(const ll_lesson *lesson, uint32_t element);

#endif
