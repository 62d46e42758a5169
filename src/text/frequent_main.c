/* A program of the build: asks libstemmer for the stems of frequent words and writes them as C
 * data, so that the command need not. */
#include "text/frequent.h"
#include "text/word_hash.h"

#include <libstemmer.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { LINE_MOST = 128, WORDS_MOST = LL_FREQUENT_SLOTS / 2 };

static uint16_t slots[LL_FREQUENT_SLOTS];
static ll_frequent_word words[WORDS_MOST + 1]; /* the first one is none */
static uint16_t count;

/* `line` is a word, zero behind it. False when it, its stem or the table is too long. */
static bool add_word(struct sb_stemmer *stemmer, const char *line) {
    size_t len = strlen(line);
    const sb_symbol *stem = sb_stemmer_stem(stemmer, (const sb_symbol *)line, (int)len);
    size_t stem_len = stem ? (size_t)sb_stemmer_length(stemmer) : 0;
    bool begins = stem && stem_len <= len && memcmp(line, stem, stem_len) == 0;
    if (stem_len == 0 || len + (begins ? 0 : stem_len) > LL_FREQUENT_TEXT || count == WORDS_MOST)
        return false;
    uint32_t at = ll_word_hash(line, len, ll_eight_at(line)) % LL_FREQUENT_SLOTS;
    while (slots[at] > 0)
        at = (at + 1) % LL_FREQUENT_SLOTS;
    slots[at] = ++count;
    ll_frequent_word *word = &words[count];
    *word = (ll_frequent_word){.word = (uint8_t)len, .stem = (uint8_t)stem_len};
    word->stem_at = begins ? 0 : word->word;
    memcpy(word->text, line, len);
    if (!begins)
        memcpy(word->text + len, stem, stem_len);
    return true;
}

static bool read_words(const char *path) {
    FILE *file = fopen(path, "r");
    struct sb_stemmer *stemmer = sb_stemmer_new("english", "ISO_8859_1");
    char line[LINE_MOST] = {0};
    unsigned number = 0;
    bool good = file && stemmer;
    while (good && fgets(line, sizeof line - LL_WORD_PADDING, file)) {
        number++;
        line[strcspn(line, "\n")] = '\0';
        if (line[0] != '#')
            good = add_word(stemmer, line);
        memset(line, 0, sizeof line);
    }
    good = good && !ferror(file);
    if (!good)
        fprintf(stderr, "%s:%u: error: cannot be read, or the word has no room\n", path, number);
    if (file)
        fclose(file);
    sb_stemmer_delete(stemmer);
    return good;
}

static bool write_tables(const char *path) {
    FILE *file = fopen(path, "w");
    if (!file)
        return false;
    fputs("/* Stems of frequent words, made by the build. */\n#include \"text/frequent.h\"\n\n"
          "const uint16_t ll_frequent_slots[LL_FREQUENT_SLOTS] = {\n",
          file);
    for (unsigned i = 0; i < LL_FREQUENT_SLOTS; i++)
        if (slots[i] > 0)
            fprintf(file, "    [%u] = %u,\n", i, slots[i]);
    fputs("};\n\nconst ll_frequent_word ll_frequent_words[] = {\n    {0, 0, 0, \"\"},\n", file);
    for (unsigned i = 1; i <= count; i++)
        fprintf(file, "    {%u, %u, %u, \"%.*s\"},\n", words[i].word, words[i].stem,
                words[i].stem_at, LL_FREQUENT_TEXT, words[i].text);
    fputs("};\n", file);
    bool written = !ferror(file);
    return fclose(file) == 0 && written;
}

int main(int given, char **arguments) {
    if (given != 3) {
        fputs("usage: lessonlint_compile_stems WORDS.txt OUTPUT.c\n", stderr);
        return EXIT_FAILURE;
    }
    if (!read_words(arguments[1]))
        return EXIT_FAILURE;
    if (write_tables(arguments[2]))
        return EXIT_SUCCESS;
    fprintf(stderr, "error: cannot write %s\n", arguments[2]);
    return EXIT_FAILURE;
}
