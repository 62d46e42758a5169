/* A program of the build: asks libstemmer for the stems of frequent words and writes them as C
 * data, so that the command need not. */
#include "text/frequent.h"
#include "text/word_hash.h"

#include <libstemmer.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { LINE_MOST = 128, FILLED_MOST = LL_FREQUENT_SLOTS * 3 / 4 };

static ll_stem_slot slots[LL_FREQUENT_SLOTS];
static size_t filled;

/* `line` is a word, zero behind it. False when it, its stem or the table is too long. */
static bool add_word(struct sb_stemmer *stemmer, const char *line) {
    size_t len = strlen(line);
    const sb_symbol *stem = sb_stemmer_stem(stemmer, (const sb_symbol *)line, (int)len);
    size_t stem_len = stem ? (size_t)sb_stemmer_length(stemmer) : 0;
    if (stem_len == 0 || len + stem_len > LL_STEM_SLOT_TEXT || filled == FILLED_MOST)
        return false;
    uint32_t hash = ll_word_hash(line, len, ll_eight_at(line)), at = hash % LL_FREQUENT_SLOTS;
    while (slots[at].word > 0)
        at = (at + 1) % LL_FREQUENT_SLOTS;
    slots[at] = (ll_stem_slot){.hash = hash, .word = (uint8_t)len, .stem = (uint8_t)stem_len};
    memcpy(slots[at].text, line, len);
    memcpy(slots[at].text + len, stem, stem_len);
    filled++;
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

static bool write_slots(const char *path) {
    FILE *file = fopen(path, "w");
    if (!file)
        return false;
    fputs("/* Stems of frequent words, made by the build. */\n#include \"text/frequent.h\"\n\n"
          "const ll_stem_slot ll_frequent_stems[LL_FREQUENT_SLOTS] = {\n",
          file);
    for (unsigned i = 0; i < LL_FREQUENT_SLOTS; i++)
        if (slots[i].word > 0)
            fprintf(file, "    [%u] = {%uu, %u, %u, \"%.*s\"},\n", i, (unsigned)slots[i].hash,
                    slots[i].word, slots[i].stem, slots[i].word + slots[i].stem, slots[i].text);
    fputs("};\n", file);
    bool written = !ferror(file);
    return fclose(file) == 0 && written;
}

int main(int count, char **arguments) {
    if (count != 3) {
        fputs("usage: lessonlint_compile_stems WORDS.txt OUTPUT.c\n", stderr);
        return EXIT_FAILURE;
    }
    if (!read_words(arguments[1]))
        return EXIT_FAILURE;
    if (write_slots(arguments[2]))
        return EXIT_SUCCESS;
    fprintf(stderr, "error: cannot write %s\n", arguments[2]);
    return EXIT_FAILURE;
}
