/* md4c's verdict on the skeleton: which blocks there are, and on which lines. */
#ifndef LL_MARKDOWN_READER_H
#define LL_MARKDOWN_READER_H

#include "markdown/markdown.h"
#include "markdown/skeleton.h"

#define LL_NO_LINE UINT32_MAX

/* A block as md4c reports it. Lines are indexes into the skeleton's lines. */
typedef struct ll_raw_block {
    ll_block_kind kind;
    uint32_t level;       /* as in ll_block */
    char mark;            /* items and fences; 0 for an indented code block */
    uint32_t first, last; /* lines with text; LL_NO_LINE when it has none */
    uint32_t count;       /* code and HTML: number of content lines */
} ll_raw_block;

typedef struct ll_raw_blocks {
    ll_raw_block *at;
    uint32_t len;
} ll_raw_blocks;

/* The blocks live as long as the content of `arena`. */
void ll_reader_run(ll_raw_blocks *blocks, ll_arena *arena, const ll_skeleton *skeleton);

#endif
