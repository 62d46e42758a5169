/* Parts of the format `sarif`: rules, addresses of files, sentences. */
#ifndef LL_WRITER_SARIF_H
#define LL_WRITER_SARIF_H

#include "rule/rule.h"
#include "json/json.h"

/* Adds what a rule looks for and what to do, with names where its texts have placeholders. */
void ll_sarif_add_rule(ll_arena *arena, ll_json *list, const ll_rule *rule);

/* A path as an address: percent-encoded; an absolute one with "file://" in front. */
ll_view ll_sarif_uri(ll_arena *arena, ll_view path);

/* A text with a full stop at its end; an empty one as it is. */
ll_view ll_sarif_sentence(ll_arena *arena, ll_view text);

#endif
