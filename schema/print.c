/* Writes the JSON Schema of configurations into a file. */
#include "lessonlint/lessonlint.h"

#include <stdio.h>

static ll_status print(void *context, const char *bytes, size_t length, ll_error *error) {
    (void)error;
    return fwrite(bytes, 1, length, context) == length ? LL_OK : LL_E_IO;
}

int main(int argc, char **argv) {
    ll_linter *linter = NULL;
    ll_error error = {0};
    FILE *file = argc == 2 ? fopen(argv[1], "wb") : NULL;
    ll_status status = file ? ll_linter_new(&linter, &error) : LL_E_IO;
    if (status == LL_OK)
        status = ll_linter_schema(linter, print, file, &error);
    ll_linter_free(linter);
    if (file && fclose(file) != 0)
        status = LL_E_IO;
    if (status != LL_OK)
        fprintf(stderr, "the schema cannot be written: %s\n", error.text);
    return status == LL_OK ? 0 : 1;
}
