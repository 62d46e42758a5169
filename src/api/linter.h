/* Inside of the library's public face: what a linter is made of. */
#ifndef LL_API_LINTER_H
#define LL_API_LINTER_H

#include "api/jobs.h"
#include "engine/engine.h"
#include "lessonlint/lessonlint.h"
#include "project/config.h"
#include "review/history.h"

/* Most bytes of options and rules, of what one call needs, and of the work on one pair. */
#define LL_LINTER_MOST ((size_t)2 << 30)
#define LL_LINTER_CALL_MOST ((size_t)2 << 30)
#define LL_LINTER_PAIR_MOST (SIZE_MAX > UINT32_MAX ? (size_t)8 << 30 : SIZE_MAX / 2)

/* Most errors that are kept of one run. */
#define LL_LINTER_ERRORS_MOST 100u

typedef enum ll_wish_kind { LL_WISH_ONLY, LL_WISH_SKIP, LL_WISH_SEVERITY } ll_wish_kind;

/* What was asked for one rule, before it is known whether there is such a rule. */
typedef struct ll_wish {
    ll_wish_kind kind;
    ll_view rule;
    ll_severity severity; /* of LL_WISH_SEVERITY */
} ll_wish;

/* The engine of one profile; NULL until it is needed. */
typedef struct ll_engine_slot {
    ll_engine *engine;
} ll_engine_slot;

/* What one thread works with. */
typedef struct ll_worker {
    ll_arena *arena;                  /* of the engines */
    ll_arena *scratch;                /* one pair after another */
    LL_ARRAY(ll_engine_slot) engines; /* by profile */
} ll_worker;

/* See profile.h. */
typedef struct ll_profile ll_profile;

/* The profile of a configuration; `path` is as it is shown, empty for none. */
typedef struct ll_profile_seen {
    ll_view path;
    ll_profile *profile;
} ll_profile_seen;

struct ll_linter {
    ll_arena *arena; /* options, rules, engines: what stays */
    ll_arena *call;  /* one call after another: paths, inputs that can be read only once, texts */
    bool unusable;   /* memory ended in the midst of a change */
    LL_ARRAY(ll_wish) wishes;
    LL_ARRAY(ll_view) folders; /* of rules */
    LL_ARRAY(ll_view) chosen;  /* options that say which rules judge: "--only=double-hyphen" */
    ll_severity fail_on;       /* LL_SEVERITY_OFF: never */
    bool strict, no_config;
    ll_view config; /* a file; empty: the nearest one of each input */
    ll_view date, stdin_name;
    ll_next_review next;
    ll_view baseline;     /* a file; empty: none */
    ll_view since;        /* a commit; empty: all lines are judged */
    bool partners;        /* given files stand for the pairs that they belong to */
    bool updates, prunes; /* the baseline */
    uint32_t jobs;        /* most threads; 0: as many as there are processors */
    bool mends;           /* a fix is going on: `only` says what is mended, and all rules judge */
    bool ready;           /* what follows was made of the options above */
    LL_ARRAY(ll_profile_seen) profiles;
    LL_ARRAY(ll_profile_seen) seen; /* in this call; in `call` */
    ll_progress *progress;          /* NULL: nobody asks */
    void *progress_context;
    ll_error *errors; /* of the last run; NULL: there are none */
    uint32_t error_count;
    ll_error *gone; /* entries of the baseline that are no longer true; as `errors` */
    uint32_t gone_count;
    ll_worker own;                              /* of the calling thread; its arena is `arena` */
    ll_worker others[LL_JOBS_THREADS_MOST - 1]; /* zeroed until they are needed */
};

/* Calls `work(context)` under the guard of linter->arena. */
ll_status ll_linter_guard(ll_linter *linter, void (*work)(void *context), void *context,
                          ll_error *error);

/* Calls `work(context)` under the guard of linter->call, which is reset behind it; forgets before
 * what was made of other options. */
ll_status ll_linter_call(ll_linter *linter, void (*work)(void *context), void *context,
                         ll_error *error);

/* Keeps an error for ll_linter_error; past LL_LINTER_ERRORS_MOST it is left out. LL_E_MEMORY. */
ll_status ll_linter_keep_error(ll_linter *linter, const ll_error *kept, ll_error *error);

/* The same for ll_linter_gone. */
ll_status ll_linter_keep_gone(ll_linter *linter, const ll_error *kept, ll_error *error);

/* Makes `worker` (one of linter->others) ready; what it has already is kept. LL_E_MEMORY leaves it
 * as it is. Threads may make their workers at the same time. */
ll_status ll_linter_make_worker(ll_worker *worker, ll_error *error);

#endif
