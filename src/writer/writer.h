/* Writers: one output format each. */
#ifndef LL_WRITER_WRITER_H
#define LL_WRITER_WRITER_H

#include "base/buffer.h"
#include "project/pairing.h"
#include "review/review.h"

/* Longest text that one pair may become in one format. */
#define LL_WRITER_MOST ((size_t)1 << 30)

typedef struct ll_writer_options {
    bool color;
    bool quiet;               /* human: only findings that count */
    unsigned width;           /* human: cells of a line; 0 means LL_WRITER_WIDTH */
    ll_view date;             /* of a review: 2026-02-14, or empty */
    size_t pairs;             /* how many there will be */
    const ll_pairs *inputs;   /* those pairs; NULL: nobody knows */
    bool again;               /* a command that names `paths` speaks of the same pairs */
    const ll_view *chosen;    /* options that say which rules judge, to be given again … */
    size_t chosen_count;      /* … so many */
    const char *const *paths; /* that were given … */
    size_t path_count;        /* … so many; none: all that the configuration names */
    const ll_rule_set *rules; /* that are on in one of the pairs, sorted; NULL: nobody knows */
    ll_view repository;       /* root of the one that the run began in, real; empty: in none */
    ll_severity fail_on;      /* from which a finding makes the run fail; LL_SEVERITY_OFF: none */
} ll_writer_options;

#define LL_WRITER_WIDTH 100u
#define LL_WRITER_WIDTH_LEAST 40u

/* What a whole run amounts to. */
typedef struct ll_totals {
    uint32_t pairs, plans, lessons;
    uint64_t counts[LL_SEVERITIES], groups[LL_SEVERITIES], verify;
    uint64_t known;     /* findings that a baseline left out */
    uint64_t waiting;   /* rows that need a reviewer, in last reviews that are a PASS */
    uint64_t unchanged; /* those on lines that have not changed */
    uint32_t verdicts[LL_VERDICT_MAJOR_REVISION + 1]; /* pairs by verdict */
    const char *verdict;                              /* the worst one */
    ll_view first_rule;  /* id of the rule of the worst finding of the first pair with one; may be
                          * empty */
    uint32_t reviewable; /* plans for which there is something to put into a next review */
    uint32_t mendable;   /* findings that safe edits mend */
    const ll_error *errors; /* of rules that were given up on a pair: those that are kept … */
    size_t error_count;     /* … and how many these are */
    size_t all_errors;      /* with those that are not kept */
} ll_totals;

/* A format. begin, pair for each pair, end: each adds to `out` what it has to say, so that the
 * memory of a pair can be used again for the next one. begin and end may be NULL. So may entry,
 * which is called for a pair before `pair` is: what the entries of all pairs say stands between
 * begin and the first pair, such as a list of them. No pair knows what the others say: what has to
 * stand between the texts of two of them, of those that have any, is `between`. */
typedef struct ll_writer {
    const char *name;
    const char *about;
    bool rooted;         /* names files as from the root of the repository, see ll_writer_root */
    bool measures;       /* shows checks, coverage and notes: see ll_review_measure */
    const char *between; /* NULL: nothing */
    void (*begin)(ll_buffer *out, const ll_writer_options *options);
    void (*entry)(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                  size_t index);
    void (*pair)(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                 size_t index);
    void (*end)(ll_buffer *out, const ll_writer_options *options, const ll_totals *totals);
} ll_writer;

/* What a writer that is `rooted` is given: the review with paths from the root of the repository
 * on. Paths that lead out of it, and all of them outside of one, stay as they were given. */
const ll_review *ll_writer_root(ll_arena *arena, const ll_writer_options *options,
                                const ll_review *review);

/* The same for one path. */
ll_view ll_writer_rooted(ll_arena *arena, const ll_writer_options *options, ll_view path);

/* All formats, sorted by name; `*count` of them. */
const ll_writer *ll_writers(size_t *count);

/* The format of this name, or NULL. */
const ll_writer *ll_writer_find(ll_view name);

#endif
