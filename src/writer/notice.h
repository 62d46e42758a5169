/* What the formats for other programs say of a pair: one list for all of them, so that they agree
 * on what is reported, where, and how bad it is. */
#ifndef LL_WRITER_NOTICE_H
#define LL_WRITER_NOTICE_H

#include "base/buffer.h"
#include "review/review.h"

/* A severity; a finding to verify, whatever its severity; or a remark that is no finding. */
typedef enum ll_level {
    LL_LEVEL_CRITICAL,
    LL_LEVEL_IMPROVEMENT,
    LL_LEVEL_POLISH,
    LL_LEVEL_VERIFY,
    LL_LEVEL_REMARK
} ll_level;

/* What a level is called elsewhere. */
typedef struct ll_level_names {
    const char *plain, *checkstyle, *github, *gitlab, *rdjson, *sarif;
} ll_level_names;

const ll_level_names *ll_level_names_of(ll_level level);

/* The level of findings of a rule whose severity nobody changed. */
ll_level ll_level_of_rule(const ll_rule *rule);

typedef struct ll_notice {
    const ll_finding *finding; /* NULL of a remark: that more findings of `rule` are not listed */
    const ll_rule *rule;
    ll_level level;
    ll_range range;         /* of a remark only its document */
    ll_view path;           /* as given, without "./" at its start */
    ll_position start, end; /* from the first character to the one behind the last; 0 of a remark */
    ll_view message;        /* one line without a full stop */
    ll_view fix;            /* what to do; of a remark empty */
    ll_view fingerprint;    /* 32 hexadecimal digits */
} ll_notice;

typedef LL_ARRAY(ll_notice) ll_notices;

/* The findings in their order, and behind those of each document the remarks about it. */
ll_notices ll_notices_make(ll_arena *arena, const ll_review *review);

/* The last line of which the notice has a character, for formats without columns. */
uint32_t ll_notice_last_line(const ll_notice *notice);

/* Whether a finding has a related place. */
bool ll_related_is_there(const ll_related *related);

/* A path without "./" at its start, which services that compare paths do not know. */
ll_view ll_path_plain(ll_view path);

#endif
