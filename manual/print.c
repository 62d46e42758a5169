/* print PAGE.in PAGE: writes a manual page. A line `@NAME@` of the page becomes what the tables of
 * the command or of the configuration say. The pages are written in mdoc. */
#include "cli/help.h"
#include "cli/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 70, LINE_MOST = 1024, CONTINUATION = 0x80 };

/* What is not plain text to roff: marks that it takes for others, and what it would command. */
static const char *escaped(char c) {
    static const struct {
        char c;
        const char *as;
    } marks[] = {{'\\', "\\e"},  {'-', "\\-"},   {'\'', "\\(aq"}, {'`', "\\(ga"},
                 {'^', "\\(ha"}, {'~', "\\(ti"}, {'"', "\\(dq"}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i].c == c)
            return marks[i].as;
    return NULL;
}

/* Writes plain text; gives the bytes that it took. */
static size_t put(FILE *out, const char *text, size_t length) {
    size_t bytes = 0;
    if (length > 0 && text[0] == '.')
        bytes += (size_t)fprintf(out, "\\&");
    for (size_t i = 0; i < length; i++) {
        const char *as = escaped(text[i]);
        if ((unsigned char)text[i] >= CONTINUATION) {
            fprintf(stderr, "a manual page holds plain ASCII, not: %s\n", text);
            exit(1);
        }
        bytes += (size_t)(as ? fprintf(out, "%s", as) : fprintf(out, "%c", text[i]));
    }
    return bytes;
}

/* Sentences in lines of their own, as manual pages are written, and none too long. */
static void put_sentences(FILE *out, const char *text) {
    size_t column = 0;
    for (const char *word = text; *word;) {
        size_t length = strcspn(word, " ");
        column += put(out, word, length) + 1;
        int ends = word[length - 1] == '.';
        word += length + (word[length] == ' ');
        int full = *word && column + strcspn(word, " ") > WIDTH;
        fputc(*word && !ends && !full ? ' ' : '\n', out);
        if (ends || full)
            column = 0;
    }
}

static void put_item(FILE *out, const char *macro, const char *dashes, const char *name,
                     const char *value) {
    fprintf(out, ".It %s ", macro);
    put(out, dashes, strlen(dashes));
    put(out, name, strlen(name));
    if (value && *value) {
        fputs(" Ar ", out);
        put(out, value, strlen(value));
        fputs("\\&", out); /* a bracket at the end belongs to it */
    }
    fputc('\n', out);
}

static void put_os(FILE *out) {
    fprintf(out, ".Os lessonlint %s\n", ll_version());
}

static void put_usage(FILE *out) {
    for (size_t i = 0; ll_cli_usage(i); i++) {
        fputs(".Nm\n", out);
        put(out, ll_cli_usage(i), strlen(ll_cli_usage(i)));
        fputc('\n', out);
    }
}

static void put_introduction(FILE *out) {
    put_sentences(out, ll_cli_introduction());
}

static void put_commands(FILE *out) {
    size_t count;
    const ll_cli_command_row *table = ll_cli_command_table(&count);
    for (size_t i = 0; i < count; i++) {
        put_item(out, "Cm", "", table[i].name, table[i].arguments);
        put_sentences(out, table[i].help);
    }
}

static void put_options(FILE *out) {
    size_t count;
    const ll_cli_option *table = ll_cli_option_table(&count);
    for (size_t i = 0; i < count; i++) {
        put_item(out, "Fl", "-", table[i].name, table[i].value);
        put_sentences(out, table[i].help);
    }
}

static void put_formats(FILE *out) {
    for (size_t i = 0; i < ll_format_count(); i++) {
        put_item(out, "Cm", "", ll_format_name(i), NULL);
        put_sentences(out, ll_format_about(i));
    }
}

static void put_statuses(FILE *out) {
    size_t count;
    const ll_cli_status_row *table = ll_cli_status_table(&count);
    for (size_t i = 0; i < count; i++) {
        put_item(out, "Li", "", table[i].status, NULL);
        put_sentences(out, table[i].help);
    }
}

static void put_keys(FILE *out) {
    for (size_t i = 0; i < ll_config_key_count(); i++) {
        const char *sample = ll_config_key_sample(i);
        put_item(out, "Ic", "", ll_config_key_name(i), NULL);
        put_sentences(out, ll_config_key_about(i));
        if (!sample)
            continue;
        fputs(".Bd -literal -compact\n", out);
        put(out, sample, strlen(sample));
        fputs(".Ed\n", out);
    }
}

static void put_homepage(FILE *out) {
    if (!*ll_homepage())
        return;
    fputs(".Pp\n.Lk ", out);
    put(out, ll_homepage(), strlen(ll_homepage()));
    fputc('\n', out);
}

static const struct {
    const char *line;
    void (*put)(FILE *out);
} parts[] = {
    {"@commands@\n", put_commands},
    {"@formats@\n", put_formats},
    {"@homepage@\n", put_homepage},
    {"@introduction@\n", put_introduction},
    {"@keys@\n", put_keys},
    {"@options@\n", put_options},
    {"@os@\n", put_os},
    {"@statuses@\n", put_statuses},
    {"@usage@\n", put_usage},
};

static int put_line(FILE *out, const char *line) {
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (strcmp(parts[i].line, line) == 0) {
            parts[i].put(out);
            return 0;
        }
    }
    if (line[0] == '@') {
        fprintf(stderr, "nothing is called %s", line);
        return 1;
    }
    fputs(line, out);
    return 0;
}

int main(int argc, char **argv) {
    char line[LINE_MOST];
    FILE *in = argc == 3 ? fopen(argv[1], "rb") : NULL;
    FILE *out = in ? fopen(argv[2], "wb") : NULL;
    int failed = !out;
    while (!failed && fgets(line, sizeof line, in))
        failed = put_line(out, line);
    failed |= in && (ferror(in) || fclose(in) != 0);
    failed |= out && (ferror(out) | fclose(out)) != 0;
    if (failed)
        fprintf(stderr, "the manual page cannot be written\n");
    return failed;
}
