/* Mending, and what is said of it. */
#include "cli/fix.h"

#include "cli/output.h"

#include <stdio.h>

enum { LINES_ROOM = 4096 };

static const char *plural(size_t count) {
    return count == 1 ? "" : "s";
}

/* ", 3 left (1 improvement, 2 polish)" */
static int say_left(char *text, size_t room, const ll_fixed *done) {
    const struct {
        size_t count;
        const char *name;
    } severities[] = {
        {done->critical, "critical"}, {done->improvement, "improvement"}, {done->polish, "polish"}};
    size_t sum = done->critical + done->improvement + done->polish;
    if (sum == 0)
        return snprintf(text, room, ", nothing %sleft\n", done->errors ? "else " : "");
    int used = snprintf(text, room, ", %zu left (", sum);
    bool any = false;
    for (size_t i = 0; i < sizeof severities / sizeof *severities; i++) {
        if (severities[i].count == 0)
            continue;
        used += snprintf(text + used, room - (size_t)used, "%s%zu %s", any ? ", " : "",
                         severities[i].count, severities[i].name);
        any = true;
    }
    return used + snprintf(text + used, room - (size_t)used, ")\n");
}

static size_t say_done(char *text, const ll_fixed *done, bool diff) {
    size_t room = LINES_ROOM;
    int used = done->fixed == 0
                   ? snprintf(text, room, "nothing %s", done->errors ? "was fixed" : "to fix")
                   : snprintf(text, room, "%zu finding%s %s in %zu file%s", done->fixed,
                              plural(done->fixed), diff ? "would be fixed" : "fixed", done->files,
                              plural(done->files));
    used += say_left(text + used, room - (size_t)used, done);
    if (done->errors > 0)
        used += snprintf(text + used, room - (size_t)used, "%zu file%s could not be written\n",
                         done->errors, plural(done->errors));
    if (done->left_unsafe > 0)
        used += snprintf(text + used, room - (size_t)used, "%zu more can be fixed with --unsafe\n",
                         done->left_unsafe);
    if (done->folder[0] != '\0')
        used += snprintf(text + used, room - (size_t)used,
                         "the names in the diff count from %s: apply it there\n", done->folder);
    if (done->refused > 0)
        used +=
            snprintf(text + used, room - (size_t)used,
                     "%zu fix%s not made: another finding would come of %s\n", done->refused,
                     done->refused == 1 ? " was" : "es were", done->refused == 1 ? "it" : "them");
    return (size_t)used;
}

/* The lines on files that are replaced by now: nothing may want memory any more. */
static ll_status print_lines(void *context, const char *bytes, size_t length, ll_error *error) {
    (void)context;
    return ll_cli_print(&(ll_cli_text){.bytes = (char *)bytes, .length = length}, error);
}

ll_status ll_cli_fix(ll_linter *linter, const ll_cli_options *options, int *exit_status,
                     ll_error *error) {
    char lines[LINES_ROOM];
    ll_cli_text text = {0};
    ll_fixed done = {0};
    const ll_fixing how = {.unsafe = options->unsafe, .diff = options->diff};
    ll_status status =
        ll_linter_fix(linter, options->arguments, options->argument_count, how,
                      options->diff ? ll_cli_text_add : print_lines, &text, &done, error);
    size_t length = status == LL_OK ? say_done(lines, &done, options->diff) : 0;
    const ll_cli_text sum = {.bytes = lines, .length = length};
    if (status == LL_OK)
        status = ll_cli_print(&text, error);
    if (status == LL_OK && !options->quiet && !options->diff)
        status = ll_cli_print(&sum, error);
    if (status == LL_OK && !options->quiet && options->diff)
        fwrite(lines, 1, length, stderr);
    if (status == LL_OK)
        *exit_status = done.exit_status;
    ll_cli_text_free(&text);
    return status;
}
