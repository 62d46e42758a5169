/* The C heap under observation: counts what is allocated, lets chosen allocations fail, and knows
 * what was never given back. Linking heap.c replaces malloc and its kin for the whole program, the
 * shared libraries included. Threads may allocate at the same time, between heap_watch and
 * heap_rest; which of them the n-th allocation meets is another one each time then. */
#ifndef LL_TESTS_HEAP_H
#define LL_TESTS_HEAP_H

#include <stdbool.h>
#include <stddef.h>

/* From now on allocations count from 1, and those numbered `first` … `last` fail as malloc does
 * when memory ends. 0, 0: none fails. */
void heap_watch(unsigned long first, unsigned long last);

/* How many were asked for since; none fails any more. */
unsigned long heap_rest(void);

/* Blocks that are allocated now. */
unsigned long heap_live(void);

#endif
