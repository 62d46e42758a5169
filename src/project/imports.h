/* Which lessons lead to a file, by what they and the files behind them import. */
#ifndef LL_PROJECT_IMPORTS_H
#define LL_PROJECT_IMPORTS_H

#include "project/curriculum.h"

/* Names that are followed from file to file for the sake of one lesson, itself included. */
#define LL_IMPORTS_FOLLOWED_MOST 256u

/* A lesson that leads to a file. `seen`: rules that read what a lesson is made of come there, too:
 * each file on the way is used as an element by the one before it. */
typedef struct ll_import_user {
    uint32_t pair; /* of the curriculum */
    bool seen;
} ll_import_user;

typedef LL_ARRAY(ll_import_user) ll_import_users;

typedef struct ll_import_graph ll_import_graph;

/* Follows the imports of all lessons by their names: `import { A } from './widgets'` leads to the
 * file from which widgets/index.ts exports A, not to those of its other exports. Each file is read
 * once, in `scratch`, which is reset; one that cannot be read imports nothing. Blocks of the shared
 * library are left out. LL_E_MEMORY. */
ll_status ll_imports_follow(ll_import_graph **out, ll_arena *arena, ll_arena *scratch,
                            const ll_config *config, const ll_curriculum *curriculum,
                            ll_error *error);

/* The lessons that lead to the file at a path, which counts from the configuration's folder. */
ll_import_users ll_imports_users(const ll_import_graph *graph, ll_view path);

#endif
