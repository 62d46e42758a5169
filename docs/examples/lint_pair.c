/* lint_pair PLAN LESSON: lints a plan and a lesson and lists the findings, one a line. Ends with 0,
 * 1 when there is something to improve, or 2 when it could not work. docs/library.md explains it.
 */
#include <errno.h>
#include <lessonlint/lessonlint.h>
#include <stdio.h>
#include <string.h>

enum { CANNOT_WORK = 2 };

/* Called by the library with each finding; `context` is what stands in the ll_output. The texts of
 * `found` end with this call: who wants to keep one copies it. */
static ll_status list(void *context, const ll_found *found, ll_error *error) {
    FILE *out = context;
    const char *kind =
        found->confidence == LL_CONFIDENCE_VERIFY ? "verify" : ll_severity_name(found->severity);
    if (fprintf(out, "%s:%u:%u: %s: %s [%s]\n", found->file, (unsigned)found->line,
                (unsigned)found->column, kind, found->message, found->rule) >= 0)
        return LL_OK;
    /* An error of ours ends the run, and comes back from ll_linter_run as it was filled in. */
    *error = (ll_error){.status = LL_E_IO};
    snprintf(error->text, sizeof error->text, "cannot write: %s", strerror(errno));
    return LL_E_IO;
}

/* An error concerns a place, a file, or neither. */
static void complain(const ll_error *error) {
    if (error->path[0] != '\0')
        fprintf(stderr, "%s:", error->path);
    if (error->line > 0)
        fprintf(stderr, "%u:%u:", (unsigned)error->line, (unsigned)error->column);
    fprintf(stderr, "%serror: %s\n", error->path[0] != '\0' ? " " : "", error->text);
}

static ll_status lint(const char *const paths[2], ll_summary *summary, ll_error *error) {
    ll_linter *linter;
    ll_status status = ll_linter_new(&linter, error);
    if (status != LL_OK)
        return status; /* there is no linter to be freed */
    ll_output output = {.receive = list, .context = stdout};
    status = ll_linter_set(linter, "fail-on", "improvement", error);
    if (status == LL_OK)
        status = ll_linter_run(linter, paths, 2, &output, 1, summary, error);
    ll_linter_free(linter);
    return status;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: lint_pair PLAN LESSON\n");
        return CANNOT_WORK;
    }
    const char *const paths[] = {argv[1], argv[2]};
    ll_summary summary;
    ll_error error;
    if (lint(paths, &summary, &error) != LL_OK) {
        complain(&error);
        return CANNOT_WORK;
    }
    if (printf("%s: %zu critical, %zu improvement, %zu polish, %zu to verify\n", summary.verdict,
               summary.critical, summary.improvement, summary.polish, summary.verify) < 0 ||
        fflush(stdout) != 0) {
        perror("cannot write");
        return CANNOT_WORK;
    }
    return summary.exit_status;
}
