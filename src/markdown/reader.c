/* Running md4c over the skeleton. */
#include "markdown/reader.h"

#include <md4c.h>
#include <stdlib.h>

enum { DEPTH_MOST = 128, FIRST_BLOCKS = 256, NO_BLOCK = -1 };

/* md4c must not be left by a jump, or its memory would leak: the list is kept by malloc until it
 * has returned, and a failure is its return value. */
typedef struct raw_list {
    ll_raw_block *at;
    size_t len, cap;
} raw_list;

typedef struct reader {
    const ll_skeleton *skeleton;
    raw_list *list;
    uint32_t line;   /* of the text reported last */
    int64_t leaf;    /* block that text belongs to, or NO_BLOCK */
    bool item_opens; /* the leaf is an item whose first paragraph has not been seen */
    uint32_t depth;
    char marks[DEPTH_MOST];
} reader;

/* What a callback answers. Of the numbers that end a run md4c hands up only the negative ones. */
enum { GOES_ON = 0, NO_MEMORY = -1 };

static int add_block(reader *r, ll_block_kind kind) {
    raw_list *list = r->list;
    if (list->len == list->cap) {
        size_t wanted = list->cap ? list->cap * 2 : FIRST_BLOCKS;
        ll_raw_block *grown = realloc(list->at, wanted * sizeof *grown);
        if (!grown)
            return NO_MEMORY;
        list->at = grown;
        list->cap = wanted;
    }
    list->at[list->len] = (ll_raw_block){.kind = kind, .first = LL_NO_LINE, .last = LL_NO_LINE};
    r->leaf = (int64_t)list->len++;
    r->item_opens = false;
    return GOES_ON;
}

static ll_raw_block *leaf_of(reader *r) {
    return &r->list->at[r->leaf];
}

static int enter_container(reader *r, const void *detail) {
    (void)detail;
    r->leaf = NO_BLOCK;
    r->item_opens = false;
    return GOES_ON;
}

static int enter_list(reader *r, char mark) {
    if (r->depth < DEPTH_MOST)
        r->marks[r->depth] = mark;
    r->depth++;
    return enter_container(r, NULL);
}

static int enter_bullets(reader *r, const void *detail) {
    return enter_list(r, ((const MD_BLOCK_UL_DETAIL *)detail)->mark);
}

static int enter_numbers(reader *r, const void *detail) {
    return enter_list(r, ((const MD_BLOCK_OL_DETAIL *)detail)->mark_delimiter);
}

static int enter_item(reader *r, const void *detail) {
    (void)detail;
    if (add_block(r, LL_BLOCK_ITEM) != GOES_ON)
        return NO_MEMORY;
    leaf_of(r)->level = r->depth - 1;
    leaf_of(r)->mark = r->depth <= DEPTH_MOST ? r->marks[r->depth - 1] : '-';
    r->item_opens = true;
    return GOES_ON;
}

static int enter_paragraph(reader *r, const void *detail) {
    (void)detail;
    if (!r->item_opens)
        return add_block(r, LL_BLOCK_PARAGRAPH);
    r->item_opens = false;
    return GOES_ON;
}

static int enter_heading(reader *r, const void *detail) {
    if (add_block(r, LL_BLOCK_HEADING) != GOES_ON)
        return NO_MEMORY;
    leaf_of(r)->level = ((const MD_BLOCK_H_DETAIL *)detail)->level;
    return GOES_ON;
}

static int enter_code(reader *r, const void *detail) {
    if (add_block(r, LL_BLOCK_CODE) != GOES_ON)
        return NO_MEMORY;
    leaf_of(r)->mark = ((const MD_BLOCK_CODE_DETAIL *)detail)->fence_char;
    return GOES_ON;
}

static int enter_html(reader *r, const void *detail) {
    (void)detail;
    return add_block(r, LL_BLOCK_HTML);
}

static int enter_table(reader *r, const void *detail) {
    (void)detail;
    return add_block(r, LL_BLOCK_TABLE);
}

static int enter_rule(reader *r, const void *detail) {
    (void)detail;
    return add_block(r, LL_BLOCK_RULE);
}

static int enter(MD_BLOCKTYPE type, void *detail, void *context) {
    static int (*const kinds[])(reader *, const void *) = {
        [MD_BLOCK_QUOTE] = enter_container, [MD_BLOCK_UL] = enter_bullets,
        [MD_BLOCK_OL] = enter_numbers,      [MD_BLOCK_LI] = enter_item,
        [MD_BLOCK_HR] = enter_rule,         [MD_BLOCK_H] = enter_heading,
        [MD_BLOCK_CODE] = enter_code,       [MD_BLOCK_HTML] = enter_html,
        [MD_BLOCK_P] = enter_paragraph,     [MD_BLOCK_TABLE] = enter_table,
    };
    if ((size_t)type >= sizeof kinds / sizeof *kinds || !kinds[type])
        return GOES_ON;
    return kinds[type](context, detail);
}

static int leave(MD_BLOCKTYPE type, void *detail, void *context) {
    (void)detail;
    reader *r = context;
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
        r->depth--;
    if (type < MD_BLOCK_THEAD) {
        r->leaf = NO_BLOCK;
        r->item_opens = false;
    }
    return GOES_ON;
}

static int span(MD_SPANTYPE type, void *detail, void *context) {
    (void)type;
    (void)detail;
    (void)context;
    return GOES_ON;
}

/* Moves on to the line of the skeleton that holds `offset`; md4c reports text in order. Returns how
 * many lines of the same block were passed that md4c has not seen. */
static uint32_t find_line(reader *r, size_t offset) {
    const ll_lines *lines = &r->skeleton->lines;
    uint32_t unseen = 0;
    for (; r->line + 1 < lines->len && lines->at[r->line + 1].skeleton <= offset; r->line++)
        unseen += lines->at[r->line].skeleton == lines->at[r->line + 1].skeleton;
    return unseen;
}

static int text(MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE size, void *context) {
    (void)type;
    reader *r = context;
    if (r->leaf == NO_BLOCK && add_block(r, LL_BLOCK_PARAGRAPH) != GOES_ON)
        return NO_MEMORY;
    ll_raw_block *block = leaf_of(r);
    if (size == 1 && *bytes == '\n')
        block->count++;
    /* Indentation and line ends come from md4c's own strings. */
    uintptr_t start = (uintptr_t)r->skeleton->text.ptr;
    uintptr_t at = (uintptr_t)bytes;
    if (at < start || at >= start + r->skeleton->text.len)
        return GOES_ON;
    block->count += find_line(r, at - start);
    if (block->first == LL_NO_LINE)
        block->first = r->line;
    block->last = r->line;
    r->item_opens = false;
    return GOES_ON;
}

static void free_list(void *context) {
    raw_list *list = context;
    free(list->at);
}

void ll_reader_run(ll_raw_blocks *blocks, ll_arena *arena, const ll_skeleton *skeleton) {
    static const MD_PARSER parser = {
        .flags = MD_FLAG_TABLES | MD_FLAG_NOHTMLSPANS,
        .enter_block = enter,
        .leave_block = leave,
        .enter_span = span,
        .leave_span = span,
        .text = text,
    };
    raw_list *list = LL_ARENA_NEW(arena, raw_list);
    ll_arena_defer(arena, free_list, list);
    reader r = {.skeleton = skeleton, .list = list, .leaf = NO_BLOCK};
    ll_view all = skeleton->text;
    if (all.len > 0 && md_parse(all.ptr, (MD_SIZE)all.len, &parser, &r) != 0)
        ll_arena_fail(arena, LL_E_MEMORY, "out of memory");
    if (list->len > LL_ARRAY_MOST)
        ll_arena_fail(arena, LL_E_LIMIT, "more than %u blocks", LL_ARRAY_MOST);
    *blocks = (ll_raw_blocks){list->at, (uint32_t)list->len};
}
