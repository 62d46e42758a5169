/* YAML whose keys are not known beforehand: one document as a tree in which everything has its
 * place. Documents of a fixed shape are read into structs by load.h. */
#ifndef LL_YAML_TREE_H
#define LL_YAML_TREE_H

#include "base/buffer.h"
#include "source/source.h"

/* Most keys of one mapping. Other limits: see load.h. */
#define LL_YAML_KEYS_MOST 1000u

typedef enum ll_yaml_kind { LL_YAML_TEXT, LL_YAML_MAP, LL_YAML_LIST } ll_yaml_kind;

typedef struct ll_yaml_node {
    ll_yaml_kind kind;
    bool plain;   /* of a text: without quotes, so that it may be a number or a switch */
    ll_view key;  /* under which it stands in a mapping; else empty */
    ll_view text; /* of a text */
    uint32_t line, column;
    uint32_t key_line, key_column;                  /* of `key` */
    uint32_t count;                                 /* of what is in it */
    const struct ll_yaml_node *first, *next, *last; /* in it; behind it; the last in it */
} ll_yaml_node;

/* `*root` is NULL for a text of nothing but comments. Fails with LL_E_INVALID at the line and
 * column of what is no YAML, for an alias, a second document, a key that is no text or is given
 * twice, and with LL_E_LIMIT. */
ll_status ll_yaml_tree_read(const ll_yaml_node **root, ll_arena *arena, ll_source *source,
                            ll_error *error);

/* What stands under the key of a mapping, or NULL. */
const ll_yaml_node *ll_yaml_tree_find(const ll_yaml_node *map, ll_view key);

/* A plain text as a number (digits, perhaps with a decimal point), or as a switch (true, false,
 * yes, no, on, off); false when it is none. */
bool ll_yaml_number(const ll_yaml_node *node, double *number);
bool ll_yaml_switch(const ll_yaml_node *node, bool *on);

/* "a text", "a mapping", "a list". */
const char *ll_yaml_kind_name(ll_yaml_kind kind);

/* Appends ": did you mean "x"?" or, when none is near, "; expected a, b or c". */
void ll_yaml_suggest(ll_view name, const char *const *names, size_t count, ll_buffer *problem);

/* Appends a text as YAML that reads as the same text, in double quotes unless it is a plain word.
 */
void ll_yaml_write_text(ll_buffer *out, ll_view text);

#endif
