/* Findings that are known and shall not be reported again: a file with one line for each. */
#ifndef LL_BASELINE_BASELINE_H
#define LL_BASELINE_BASELINE_H

#include "engine/engine.h"

#include <stdatomic.h>

/* The texts of one line of the file: {"file": …, "rule": …, "fingerprint": …, "since": …,
 * "severity": …, "message": …, "reason": …}. */
typedef enum ll_entry_text {
    LL_ENTRY_FILE, /* its path from the configuration's folder on, without one from that of the
                    * baseline; of what is no file its name */
    LL_ENTRY_RULE,
    LL_ENTRY_FINGERPRINT,
    LL_ENTRY_SINCE,    /* the day on which it was written first; may be empty */
    LL_ENTRY_SEVERITY, /* of ll_entry_levels */
    LL_ENTRY_MESSAGE,
    LL_ENTRY_REASON, /* of people; kept */
    LL_ENTRY_TEXTS
} ll_entry_text;

/* Severities of entries, the worst first; what is to be verified is the mildest. One that is empty
 * covers all findings, any other those that are not worse. */
enum {
    LL_ENTRY_CRITICAL = 1,
    LL_ENTRY_VERIFY = LL_ENTRY_CRITICAL + LL_SEVERITIES,
    LL_ENTRY_LEVELS
};
extern const char *const ll_entry_levels[LL_ENTRY_LEVELS];

/* Its index; LL_ENTRY_LEVELS of another text. */
uint32_t ll_entry_level(ll_view severity);

typedef struct ll_entry {
    ll_view texts[LL_ENTRY_TEXTS];
    uint32_t line;             /* 0: it is new */
    bool added;                /* in this run */
    atomic_bool judged, found; /* in this run: the rule saw all it reads; the finding is there */
    atomic_bool read;          /* in this run: its file */
} ll_entry;

typedef LL_ARRAY(ll_entry) ll_entries;

typedef struct ll_baseline {
    ll_view path, bytes; /* of the file; without one `bytes` is empty */
    ll_view folder;      /* that it is in, real; empty when that does not exist */
    bool is_file;
    bool prunes;       /* set by the caller: what a rule found that is off for good is gone, too */
    ll_entries known;  /* sorted by fingerprint */
    atomic_bool blind; /* a file could not be parsed: what it imports was not read */
} ll_baseline;

/* Reads a file; with `may_be_missing` one that is not there, or in which nothing stands, is an
 * empty one. LL_E_INVALID with line and column for what is no baseline, LL_E_IO. It belongs to
 * `arena`. */
ll_status ll_baseline_read(ll_baseline **out, ll_arena *arena, ll_view path, bool may_be_missing,
                           ll_error *error);

/* Leaves what is known out of the result, and marks what was judged and found. Never known is that
 * a lesson cannot be parsed, because of which other rules are not run. With `adding`, an
 * arena in which the baseline may grow, what is not known becomes so, since the date, which may be
 * empty and outlives the baseline, and severity and message of the others become what they are now.
 * Without it several threads may do this at the same time, with results of their own. */
void ll_baseline_apply(ll_baseline *baseline, ll_result *result, ll_arena *adding, ll_view date);

/* After a run over all files of a configuration, without a failure: entries of files that were not
 * read are gone. Does nothing when a file could not be parsed. */
void ll_baseline_forget_unread(ll_baseline *baseline);

/* Whether an entry is no longer true: its rule judged its file, and did not find it. That takes a
 * rule that was run on a whole pair; of a lone document, or one whose partner cannot be read, only
 * rules that are no check are certain. What judges the other rules has to have seen them all but
 * those that are off for good (by default, or by the configuration), and a rule with findings that
 * are not listed says of nothing that it is gone. */
bool ll_entry_is_gone(const ll_entry *known);

/* The file without the entries that are gone: sorted by file, rule and fingerprint, so that it is
 * always the same and lines of two branches go together. */
ll_view ll_baseline_text(ll_arena *arena, const ll_baseline *baseline);

#endif
