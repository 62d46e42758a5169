/* LL_API marks what the shared library exports: the functions of these headers and nothing else. */
#ifndef LESSONLINT_EXPORT_H
#define LESSONLINT_EXPORT_H

#if defined(__GNUC__)
#define LL_API __attribute__((visibility("default")))
#else
#define LL_API
#endif

#endif
