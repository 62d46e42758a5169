/* lessonlint: lints a lesson's planning document (the plan, Markdown) and the React lesson that was
 * built from it (TSX).
 *
 *     static ll_status show(void *context, const ll_found *found, ll_error *error) {
 *         (void)context, (void)error;
 *         printf("%s:%u:%u: %s\n", found->file, found->line, found->column, found->message);
 *         return LL_OK;
 *     }
 *
 *     ll_linter *linter;
 *     ll_error error;
 *     ll_status status = ll_linter_new(&linter, &error);
 *     if (status == LL_OK) {
 *         const char *paths[] = {"plan.md", "lesson.tsx"};
 *         ll_output output = {.receive = show};
 *         status = ll_linter_run(linter, paths, 2, &output, 1, NULL, &error);
 *         ll_linter_free(linter);
 *     }
 *     if (status != LL_OK)
 *         fprintf(stderr, "%s: %s\n", error.path, error.text);
 *
 * A complete client is docs/examples/lint_pair.c.
 *
 * For all functions: pointers are not NULL unless that is allowed, and what a function is given
 * stays the caller's and is needed only until it returns. Texts are UTF-8 and end with a NUL. A
 * function that fails leaves what it should have filled in as it was. Nothing is printed, no
 * environment variable is looked at, neither locale nor signals are touched, and the process is
 * never ended.
 *
 * Threads: one linter serves one thread at a time; linters know nothing of one another, so that
 * each thread may have its own. A run over several pairs starts threads itself, see `jobs`, and
 * ends them before it returns. Functions without a linter may be called from anywhere. */
#ifndef LESSONLINT_LESSONLINT_H
#define LESSONLINT_LESSONLINT_H

#include "lessonlint/error.h"
#include "lessonlint/export.h"
#include "lessonlint/finding.h"
#include "lessonlint/version.h"

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version that is linked, such as "0.1.0"; LESSONLINT_VERSION is the one compiled against. */
LL_API const char *ll_version(void);

/* The address of the project, when whoever built the library has set one; else "". A constant. */
LL_API const char *ll_homepage(void);

/* One set of rules and options, and the memory that runs use again. Making one is cheap, but the
 * first run makes the rules ready: keep it for all runs with the same options. */
typedef struct ll_linter ll_linter;

/* LL_E_MEMORY when there is none. The caller owns `*linter` and gives it to ll_linter_free. After
 * LL_E_MEMORY from any other function a linter can only be freed; after other errors it works on.
 */
LL_API ll_status ll_linter_new(ll_linter **linter, ll_error *error);

/* NULL is allowed. */
LL_API void ll_linter_free(ll_linter *linter);

/* Sets an option by its name, the same as on the command line without the dashes; docs/usage.md
 * says more of each. Options hold for all later calls and cannot be taken back.
 *
 *   only, skip       rule ids, several separated by commas; may be set several times
 *   require-pass     value NULL: the last review in a plan has to be a PASS
 *   rule             ID=critical|improvement|polish|off; may be set several times
 *   rules            a folder with rule files; may be set several times
 *   fail-on          critical, improvement, polish or never
 *   strict           value NULL: findings to verify count like the others
 *   config           the configuration; without it each pair has the nearest .lessonlint.yaml
 *                    upwards from its plan, else from its lesson
 *   baseline         a file of known findings, which ll_linter_run leaves out
 *   update-baseline  value NULL: what a run finds becomes known and is written into that
 *                    file, with the `date`; what is no longer true is removed
 *   prune-baseline   value NULL: what is no longer true is removed from that file, also of rules
 *                    that the configuration has switched off
 *   partners         value NULL: files stand for the pairs that the configuration has them
 *                    in, which it must have; what belongs to none is left out
 *   since            names a commit of the repository that the first document is in: only
 *                    findings on lines that have changed since the merge base of it and HEAD are
 *                    reported
 *   no-config        value NULL: no configuration is read
 *   date             YYYY-MM-DD, of the review; none is written without it
 *   iteration        N or N/M, of the review; without it the one that follows the last one in the
 *                    plan
 *   jobs             most threads of one run, 1 for none but the caller's; as many as there are
 *                    processors without it. A single pair starts none, nor does a run that hands
 *                    out findings; reports are the same with any number
 *   label            of the review's heading; another one than the last review's begins a
 *                    new series
 *   total            M, iterations of the series; without it what the last review says, else 3
 *   stdin-filename   what the path "-" stands for
 *
 * LL_E_NOT_FOUND for a name, LL_E_INVALID for a value, LL_E_IO for a file; the linter is then as it
 * was. Whether a rule exists, and what is in a folder of rules, is looked at by the first call that
 * needs the rules, since `rules` may add some: that call fails with LL_E_NOT_FOUND, LL_E_INVALID or
 * LL_E_IO, and so do all later ones. What is in a configuration is looked at by the call that lints
 * by it. */
LL_API ll_status ll_linter_set(ll_linter *linter, const char *name, const char *value,
                               ll_error *error);

/* The two functions that a caller may provide. `context` is what the caller gave along with them. A
 * status other than LL_OK, with all of `*error` filled in, ends the work, which then fails with
 * that error. They are called in the caller's thread, must return (no longjmp, no C++ exception)
 * and must not use the linter that calls them. */

/* Where a text goes: called with parts of it, in order. `bytes` are not followed by a NUL. */
typedef ll_status ll_write(void *context, const char *bytes, size_t length, ll_error *error);

/* Where findings go: called with one after another, pair by pair; of a pair first those in the
 * plan, each document's by place. */
typedef ll_status ll_receive(void *context, const ll_found *found, ll_error *error);

/* One thing that a run makes: a report as text (`format` and `write`), or findings (`receive`).
 * Zeroed members have their defaults. */
typedef struct ll_output {
    const char *format; /* "html", "human", "json" …, see ll_format_name; NULL with `receive` */
    ll_write *write;
    void *context;       /* handed to `write` or `receive` */
    int color;           /* human: with the colours of a terminal */
    int quiet;           /* human: only findings that count, without hints and summary */
    unsigned width;      /* human: cells of a line, 100 when 0 */
    ll_receive *receive; /* NULL with `format` */
} ll_output;

/* What a run came to. Counts are places; `groups` counts all places of one Polish rule in one pair
 * once, as reviews do. A rule lists at most 1,000 findings of one pair; counts are true all the
 * same. */
typedef struct ll_summary {
    int exit_status;     /* 0: nothing at or above `fail-on`; 1: something; 2: see `errors` */
    const char *verdict; /* the worst of all pairs: "PASS", "NEEDS REVISION", "MAJOR REVISION";
                          * a constant */
    size_t pairs, plans, lessons; /* that were judged */
    size_t critical, improvement, polish, verify;
    size_t critical_groups, improvement_groups, polish_groups;
    size_t errors;    /* of rules that could not judge a pair, and of pairs that could not be worked
                       * on; see ll_linter_error */
    size_t known;     /* findings that the baseline knows: they are counted nowhere else */
    size_t gone;      /* entries of the baseline that are no longer true; see ll_linter_gone */
    size_t added;     /* entries that `update-baseline` has added to it */
    size_t entries;   /* that its file holds behind `update-baseline` and `prune-baseline` */
    size_t unchanged; /* findings that `since` leaves out: they are counted nowhere else */
    size_t waiting;   /* findings that last reviews left to a reviewer though they are a PASS:
                       * `require-pass` asks for the verdict alone */
} ll_summary;

/* Lints `path_count` files, "-" among them for standard input, and folders, whose pairs the
 * configuration names; no path at all: everything that the configuration of the working folder
 * names. Plans and lessons are told
 * apart by what is in them and paired as docs/usage.md says; a document without its partner is
 * checked alone. Each of the outputs gets what it asks for; there may be none, for the summary
 * alone. `summary` may be NULL.
 * LL_E_IO for a given file that cannot be read, LL_E_INVALID for one that is neither plan nor
 * lesson or is given twice, for files that cannot be paired, for an output that asks for nothing,
 * LL_E_NOT_FOUND for a format; what the outputs got until then is to be thrown away.
 * A pair whose document passes a limit (more than 64 MiB, a table row of more than 64 cells ...),
 * or is found in a folder and cannot be read, is left out: no output and no count has it,
 * ll_linter_error tells why, and the exit status is 2. When that is so of every pair the run fails
 * as the first one does, with LL_E_LIMIT or LL_E_IO. A lesson with a syntax error is no failure but
 * a finding. */
LL_API ll_status ll_linter_run(ll_linter *linter, const char *const *paths, size_t path_count,
                               const ll_output *outputs, size_t output_count, ll_summary *summary,
                               ll_error *error);

/* How far a run has come: called in the caller's thread behind each pair that is done, with how
 * many are and how many there will be. */
typedef void ll_progress(void *context, size_t done, size_t pairs);

/* From now on runs call `progress`; NULL: they call nothing. It must return and must not use the
 * linter. */
LL_API void ll_linter_progress(ll_linter *linter, ll_progress *progress, void *context);

/* What went wrong in the last run without ending it, from 0; NULL behind the last. A rule whose
 * pattern or selector needs more steps on a pair than are allowed is skipped there, and an error
 * names it; a pair that cannot be worked on is left out, and an error names its document. At most
 * 100 are kept. They are the linter's until its next call. */
LL_API const ll_error *ll_linter_error(const ll_linter *linter, size_t index);

/* Which entries of the baseline are no longer true: their rule judged their file in the last run,
 * and did not find them. In the order of the file; as ll_linter_error, with `path` and `line` of
 * the entry. */
LL_API const ll_error *ll_linter_gone(const ll_linter *linter, size_t index);

/* One document of ll_linter_run_files. */
typedef struct ll_file {
    const char *path; /* its name in findings; says what the document is when `bytes` do not, and in
                       * which folder the files are that a lesson imports */
    const char *bytes; /* its content, which need not be on a disk nor end with a NUL; NULL: it is
                        * read from `path` */
    size_t length;     /* of `bytes` */
} ll_file;

/* The same as ll_linter_run for documents that are in memory, such as those of an editor. */
LL_API ll_status ll_linter_run_files(ll_linter *linter, const ll_file *files, size_t file_count,
                                     const ll_output *outputs, size_t output_count,
                                     ll_summary *summary, ll_error *error);

/* What ll_linter_review did. */
typedef struct ll_reviewed {
    int exit_status;           /* as in ll_summary */
    const char *verdict;       /* a constant */
    unsigned iteration, total; /* of the review */
    int unchanged; /* the last review in the plan says the same, with a fix verification or without;
                    * with `append` nothing was made then */
    int reopened;  /* the series was over, and `iteration` was set: this review goes on with it */
    char last_date[16]; /* of the last review, when the `date` that was set is earlier; else "" */
    size_t unread;      /* findings that the Summary of the last review counts and that do not stand
                         * below it in a form that is read: nothing is said of them */
} ll_reviewed;

/* Writes the review of one plan and its lesson that follows those in the plan: the Markdown section
 * of the next iteration, with what became of the findings of the last one. With `append` it is also
 * put behind the plan, which is replaced whole or not at all; every other byte of it stays, and so
 * do its mode and line endings. `reviewed` may be NULL.
 * LL_E_INVALID when the last review is a PASS or the last of its series and no other label was set,
 * when the paths are not one plan with its lesson or alone, and, with `append`, when a review at
 * the end of the plan would not be read as one; LL_E_IO when the plan was changed meanwhile; else
 * as ll_linter_run. */
LL_API ll_status ll_linter_review(ll_linter *linter, const char *const *paths, size_t path_count,
                                  int append, ll_write *write, void *context, ll_reviewed *reviewed,
                                  ll_error *error);

/* How ll_linter_fix works. */
typedef struct ll_fixing {
    int unsafe; /* make unsafe edits, too */
    int diff;   /* change nothing, and write diffs */
} ll_fixing;

/* What ll_linter_fix did. Of what is left only the rules count that `only` names, if it does. */
typedef struct ll_fixed {
    int exit_status;     /* 0: nothing at or above `fail-on` is left; 1: something is; 2: there are
                          * `errors`. With `diff` 0: there is nothing to fix; 1: there is */
    size_t fixed, files; /* findings, and the files that they stood in */
    size_t errors;       /* files that were changed meanwhile or cannot be written; ll_linter_error
                          * tells why, and the others are written */
    size_t refused;      /* fixes that were not made, since they would have added a finding */
    size_t left_unsafe;  /* findings that are left and that an unsafe fix would mend */
    size_t critical, improvement, polish; /* exact findings that are left */
    char folder[1024]; /* with `diff`: where to apply it; "" for the working folder, in which all
                        * files lie then; cut when longer */
} ll_fixed;

/* Mends what can be mended in the files of plans, lessons and their widgets: by safe edits, with
 * `unsafe` also by others. Pairs are found as by ll_linter_run. Where edits overlap, the first one
 * is made; the documents are read again, and that up to ten times, until nothing is left. An edit
 * that would add a finding of any rule, or after which the lesson could not be read, is not made.
 * Every file is replaced whole or not at all, when all are done; mode, line endings and every byte
 * outside of the edits stay. `write` gets a line for each file that has changed; with `diff`
 * nothing is changed, and `write` gets unified diffs, for `patch -p1`. `fixed` may be NULL.
 * LL_E_INVALID for standard input; else as ll_linter_run. */
LL_API ll_status ll_linter_fix(ll_linter *linter, const char *const *paths, size_t path_count,
                               ll_fixing how, ll_write *write, void *context, ll_fixed *fixed,
                               ll_error *error);

/* Writes a table of all rules, as text. */
LL_API ll_status ll_linter_rules(ll_linter *linter, ll_write *write, void *context,
                                 ll_error *error);

/* One rule, in what ll_linter_list_rules hands out. Its texts are there until the function returns
 * that was called with it. New members may come at the end. */
typedef struct ll_listed_rule {
    const char *id;
    const char *title; /* what it finds, a few words; names in angle brackets depend on the place */
    ll_severity severity;     /* in its file, LL_SEVERITY_OFF too; its cases may have others */
    ll_confidence confidence; /* of its findings, where no case says otherwise */
} ll_listed_rule;

/* Called with one rule after another, as ll_receive is with findings. */
typedef ll_status ll_receive_rule(void *context, const ll_listed_rule *rule, ll_error *error);

/* Hands out all rules, sorted by id: those that ship, those of `rules`, and those of the
 * configuration that holds for the working folder. */
LL_API ll_status ll_linter_list_rules(ll_linter *linter, ll_receive_rule *receive, void *context,
                                      ll_error *error);

/* What the tests of a folder of rules came to. */
typedef struct ll_rule_tests {
    size_t rules, snippets, failed;
    size_t without; /* rules whose files hold no text to try them on */
} ll_rule_tests;

/* Tries each rule of a folder on the texts that stand in its file under `valid` and `invalid`, and
 * writes one line for each rule and more for each text that is judged otherwise than it says.
 * `summary` may be NULL. Fails as reading the rules does; texts that are judged otherwise are no
 * failure. Options and configuration do not matter. */
LL_API ll_status ll_linter_test_rules(ll_linter *linter, const char *folder, ll_write *write,
                                      void *context, ll_rule_tests *summary, ll_error *error);

/* Writes what a rule looks for, why, what to do and which options it has, as text. LL_E_NOT_FOUND
 * names the nearest id. */
LL_API ll_status ll_linter_explain(ll_linter *linter, const char *rule, ll_write *write,
                                   void *context, ll_error *error);

/* Writes the configuration that holds for a file or folder, NULL for the working folder, as YAML
 * that can be read as one. What it says of rules includes the options that were set; what its
 * overrides change for single files stands under `overrides`. */
LL_API ll_status ll_linter_show_config(ll_linter *linter, const char *path, ll_write *write,
                                       void *context, ll_error *error);

/* Writes what ll_linter_run would work on, one line each, parts separated by tabs: "pair", the plan
 * and the lesson; "plan" or "lesson" of one that stands alone; "record" and "notebook". Fails as
 * ll_linter_run does. */
LL_API ll_status ll_linter_show_files(ll_linter *linter, const char *const *paths,
                                      size_t path_count, ll_write *write, void *context,
                                      ll_error *error);

/* Writes a configuration to begin with: every key and rule, in comments. */
LL_API ll_status ll_linter_sample(ll_linter *linter, ll_write *write, void *context,
                                  ll_error *error);

/* Writes the JSON Schema of configurations. */
LL_API ll_status ll_linter_schema(ll_linter *linter, ll_write *write, void *context,
                                  ll_error *error);

/* Writes the line of a file that an error speaks of, with a mark under the place, in two lines of
 * text. Nothing when the error has no place or the file cannot be read. */
LL_API ll_status ll_error_excerpt(const ll_error *shown, ll_write *write, void *context,
                                  ll_error *error);

/* Formats, sorted by name, from 0; NULL at ll_format_count() and behind. Constants. */
LL_API size_t ll_format_count(void);
LL_API const char *ll_format_name(size_t index);
LL_API const char *ll_format_about(size_t index);

/* Keys of a configuration, in the order of docs/configuration.md, from 0; NULL at
 * ll_config_key_count() and behind. What each is for, and a line of YAML as an example, which is
 * NULL where the rules themselves are the keys. Constants. */
LL_API size_t ll_config_key_count(void);
LL_API const char *ll_config_key_name(size_t index);
LL_API const char *ll_config_key_about(size_t index);
LL_API const char *ll_config_key_sample(size_t index);

/* Of `count` names the one that was most likely meant by `name`, or NULL when none is near. */
LL_API const char *ll_nearest_name(const char *name, const char *const *names, size_t count);

#ifdef __cplusplus
}
#endif

#endif
