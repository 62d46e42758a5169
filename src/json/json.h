/* JSON for output: a tree that is built in order and written as text. The only place that knows
 * jansson. */
#ifndef LL_JSON_JSON_H
#define LL_JSON_JSON_H

#include "base/array.h"

typedef struct json_t ll_json;

/* An empty object without a parent; released with the arena. Keys are written in the order in which
 * they were added. Every function below takes the guard of `arena` when there is no memory. */
ll_json *ll_json_root(ll_arena *arena);

/* Adds a value to `parent`: under `key` of an object, at the end of an array (`key` is NULL). The
 * containers returned belong to `parent`. */
ll_json *ll_json_add_object(ll_arena *arena, ll_json *parent, const char *key);
ll_json *ll_json_add_array(ll_arena *arena, ll_json *parent, const char *key);

/* Bytes that are no UTF-8 become U+FFFD, one each: a path may hold any. */
void ll_json_add_text(ll_arena *arena, ll_json *parent, const char *key, ll_view text);
void ll_json_add_number(ll_arena *arena, ll_json *parent, const char *key, uint64_t number);
void ll_json_add_flag(ll_arena *arena, ll_json *parent, const char *key, bool flag);
void ll_json_add_null(ll_arena *arena, ll_json *parent, const char *key);

/* The text of a tree, two blanks a level, every line but the first led by `indent` blanks; without
 * a line end at the end. */
ll_view ll_json_text(ll_arena *arena, const ll_json *root, unsigned indent);

/* The same in one line. */
ll_view ll_json_line(ll_arena *arena, const ll_json *root);

#endif
