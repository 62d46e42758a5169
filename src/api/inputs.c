/* From what is given to pairs with their settings. */
#include "api/inputs.h"

#include "base/error.h"
#include "project/glob.h"
#include "project/imports.h"
#include "project/paths.h"

#include <errno.h>
#include <sys/stat.h>

/* What lies around the documents of one configuration. */
typedef struct surrounded {
    const ll_config *config;
    ll_surroundings *around;
} surrounded;

/* All pairs of one configuration, for files whose partners are looked for. */
typedef struct paired {
    const ll_config *config;
    ll_curriculum *curriculum;
    ll_import_graph *imports; /* NULL until a widget is asked for */
    uint32_t *added; /* by pair: its place among those of the run, counted from 1; 0: it is none */
} paired;

typedef struct search {
    ll_linter *linter;
    ll_inputs *found;
    ll_error *error;
    LL_ARRAY(surrounded) known;
    LL_ARRAY(paired) curricula;
    LL_ARRAY(ll_side_file) files; /* given TSX files that are neither lessons nor of a pair */
    bool apart;
} search;

static bool is_folder(const char *path) {
    struct stat about;
    return strcmp(path, "-") != 0 && stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* A path as it is shown: absolute when the folder was given so. */
static ll_view shown(const search *s, const ll_config *config, ll_view path, bool absolute) {
    ll_view whole = ll_path_join(s->linter->call, config->folder, path);
    return absolute ? whole : ll_path_shown(s->linter->call, whole);
}

static const ll_input *new_input(const search *s, const ll_config *config, ll_view path,
                                 ll_document kind, bool absolute) {
    if (path.len == 0)
        return NULL;
    ll_input *input = LL_ARENA_NEW(s->linter->call, ll_input);
    input->path = ll_arena_copy(s->linter->call, shown(s, config, path, absolute));
    input->name = input->path;
    input->kind = kind;
    input->certain = true;
    return input;
}

static void add_pair(const search *s, const ll_config *config, const ll_curriculum_pair *pair,
                     ll_view because, bool absolute) {
    LL_ARRAY_PUSH(
        s->linter->call, &s->found->pairs,
        ((ll_pair){new_input(s, config, pair->plan, LL_DOCUMENT_PLAN, absolute),
                   new_input(s, config, pair->lesson, LL_DOCUMENT_LESSON, absolute), because}));
}

static ll_status fail_without_config(const search *s, ll_view folder) {
    if (folder.len == 0)
        return ll_error_set(s->error, LL_E_INVALID, (ll_view){0}, 0, 0,
                            "no file is given, and there is no configuration (" LL_CONFIG_NAME
                            ") here or above: name a plan, a lesson, or both");
    return ll_error_set(s->error, LL_E_INVALID, folder, 0, 0,
                        "this is a folder, and there is no configuration (" LL_CONFIG_NAME
                        ") in it or above that says where plans and lessons are");
}

/* The pairs of a folder; `folder` is empty for the configured curriculum. */
static ll_status add_folder(const search *s, ll_view folder) {
    ll_arena *arena = s->linter->call;
    ll_view real = ll_path_real(arena, folder.len ? folder : LL_VIEW(".")), below = {0};
    ll_profile *profile = NULL;
    ll_curriculum *found = NULL;
    ll_status status = ll_linter_profile(s->linter, real, &profile, s->error);
    if (status != LL_OK)
        return status;
    const ll_config *config = profile->config;
    if (!config)
        return fail_without_config(s, folder);
    if (folder.len > 0 && !ll_path_below(config->folder, real, &below))
        return ll_error_set(s->error, LL_E_INVALID, folder, 0, 0,
                            "the folder lies outside of that of the configuration, %.*s",
                            LL_VIEW_ARG(config->path));
    status = ll_curriculum_find(&found, arena, config, below, s->error);
    if (status != LL_OK)
        return status;
    bool absolute = folder.len > 0 && folder.ptr[0] == '/';
    for (uint32_t i = 0; i < found->pairs.len; i++) {
        add_pair(s, config, &found->pairs.at[i], (ll_view){0}, absolute);
    }
    for (uint32_t i = 0; i < found->records.len; i++)
        LL_ARRAY_PUSH(arena, &s->found->records, shown(s, config, found->records.at[i], absolute));
    for (uint32_t i = 0; i < found->notebooks.len; i++)
        LL_ARRAY_PUSH(arena, &s->found->notebooks,
                      shown(s, config, found->notebooks.at[i], absolute));
    if (found->pairs.len > 0)
        return LL_OK;
    return ll_error_set(s->error, LL_E_INVALID, folder, 0, 0,
                        "no file here matches the patterns of `plans` and `lessons` in the "
                        "configuration, %.*s",
                        LL_VIEW_ARG(config->path));
}

static ll_status add_files(const search *s, const ll_given *given, size_t count) {
    ll_pairs pairs = {0};
    ll_status status = ll_pairing_make(&pairs, s->linter->call, s->linter->own.scratch, given,
                                       count, s->linter->stdin_name, s->error);
    for (uint32_t i = 0; status == LL_OK && i < pairs.len; i++)
        LL_ARRAY_PUSH(s->linter->call, &s->found->pairs, pairs.at[i]);
    return status;
}

static bool is_same(const ll_input *a, const ll_input *b) {
    return a && b && ll_view_equal(a->name, b->name);
}

/* The document that is in both pairs, or NULL. */
static const ll_input *shared(const ll_pair *a, const ll_pair *b) {
    return is_same(a->plan, b->plan) ? a->plan : is_same(a->lesson, b->lesson) ? a->lesson : NULL;
}

/* What is given twice, by a folder and once more, is an error as it is for files. */
static ll_status check_twice(const search *s) {
    const ll_pairs *pairs = &s->found->pairs;
    const ll_input *twin = NULL;
    for (uint32_t i = 0; i < pairs->len && !twin; i++)
        for (uint32_t k = 0; k < i && !twin; k++)
            twin = shared(&pairs->at[i], &pairs->at[k]);
    return twin ? ll_error_set(s->error, LL_E_INVALID, twin->name, 0, 0,
                               "the same file is given twice")
                : LL_OK;
}

static ll_status curriculum_of(search *s, const ll_config *config, paired **out) {
    for (uint32_t i = 0; i < s->curricula.len; i++)
        if (s->curricula.at[i].config == config) {
            *out = &s->curricula.at[i];
            return LL_OK;
        }
    ll_arena *arena = s->linter->call;
    paired made = {.config = config};
    ll_status status = ll_curriculum_find(&made.curriculum, arena, config, (ll_view){0}, s->error);
    if (status != LL_OK)
        return status;
    made.added = LL_ARENA_ARRAY(arena, uint32_t, made.curriculum->pairs.len + 1u);
    LL_ARRAY_PUSH(arena, &s->curricula, made);
    *out = &s->curricula.at[s->curricula.len - 1];
    return LL_OK;
}

/* A file for whose sake pairs are looked for. */
typedef struct changed_file {
    ll_view path, inside; /* as given; from the configuration's folder on */
    bool found;           /* a pair was */
    bool judged;          /* with a pair, as a part of its lesson */
} changed_file;

/* Adds a pair for the sake of a file, once. Its own documents say more than what they import. */
static void add_once(const search *s, const paired *all, uint32_t pair, changed_file *file,
                     bool imported) {
    file->found = true;
    if (all->added[pair] == 0) {
        add_pair(s, all->config, &all->curriculum->pairs.at[pair],
                 imported ? file->path : (ll_view){0}, file->path.ptr[0] == '/');
        all->added[pair] = s->found->pairs.len;
    } else if (!imported) {
        s->found->pairs.at[all->added[pair] - 1].because = (ll_view){0};
    }
}

static void add_own_pair(const search *s, const paired *all, changed_file *file) {
    for (uint32_t i = 0; i < all->curriculum->pairs.len; i++) {
        const ll_curriculum_pair *pair = &all->curriculum->pairs.at[i];
        if (ll_view_equal(pair->plan, file->inside) || ll_view_equal(pair->lesson, file->inside))
            add_once(s, all, i, file, false);
    }
}

static ll_status add_importing_pairs(const search *s, paired *all, changed_file *file) {
    ll_linter *linter = s->linter;
    ll_status status = all->imports
                           ? LL_OK
                           : ll_imports_follow(&all->imports, linter->call, linter->own.scratch,
                                               all->config, all->curriculum, s->error);
    if (status != LL_OK)
        return status;
    ll_import_users users = ll_imports_users(all->imports, file->inside);
    for (uint32_t i = 0; i < users.len; i++) {
        add_once(s, all, users.at[i].pair, file, true);
        file->judged |= users.at[i].seen;
    }
    return LL_OK;
}

/* Whether a file lies in one of the folders in which lessons are looked for; a pattern that looks
 * everywhere tells of none. */
static bool is_beside_lessons(const ll_config *config, ll_view inside) {
    ll_view rest;
    for (uint32_t i = 0; i < config->lessons.len; i++) {
        ll_view folder = ll_glob_folder(config->lessons.at[i]);
        if (folder.len > 0 && ll_path_below(folder, inside, &rest))
            return true;
    }
    return false;
}

/* A part of the site that lessons may be made of: TSX, but no block of the shared library. */
static bool may_be_imported(const search *s, const ll_config *config, ll_view inside) {
    ll_arena *arena = s->linter->call;
    ll_view name = ll_view_file_name(ll_facts_importable(inside));
    return (ll_view_ends(inside, LL_VIEW(".tsx")) || ll_view_ends(inside, LL_VIEW(".jsx"))) &&
           !ll_facts_is_library(name, ll_path_join(arena, LL_VIEW("/"), inside)) &&
           ll_path_kind_below(arena, config->folder, inside) == LL_PATH_FILE;
}

/* A widget: the pairs whose lesson imports it; else, and when no rule looks at it there, it alone.
 */
static ll_status add_pairs_of_widget(const search *s, paired *all, changed_file *file) {
    const ll_config *config = all->config;
    if (!may_be_imported(s, config, file->inside))
        return LL_OK;
    ll_status status = add_importing_pairs(s, all, file);
    if (status == LL_OK && !file->judged &&
        (file->found || is_beside_lessons(config, file->inside)))
        add_pair(s, config, &(ll_curriculum_pair){.lesson = file->inside}, (ll_view){0},
                 file->path.ptr[0] == '/');
    return status;
}

/* The pairs that a file belongs to, each once; one that belongs to none is left out. */
static ll_status add_pairs_of_file(search *s, ll_view path) {
    ll_arena *arena = s->linter->call;
    ll_profile *profile = NULL;
    struct stat about;
    if (stat(ll_arena_copy(arena, path).ptr, &about) != 0)
        return ll_error_system(s->error, path, "cannot read", errno);
    paired *all = NULL;
    ll_status status =
        ll_linter_profile(s->linter, ll_path_folder(arena, path), &profile, s->error);
    const ll_config *config = status == LL_OK ? profile->config : NULL;
    if (status == LL_OK && (!config || config->plans.len + config->lessons.len == 0))
        return ll_error_set(s->error, LL_E_INVALID, path, 0, 0,
                            "--partners needs a configuration (" LL_CONFIG_NAME
                            ") that says where plans and lessons are");
    if (status == LL_OK)
        status = curriculum_of(s, config, &all);
    if (status != LL_OK)
        return status;
    changed_file file = {path, ll_inputs_inside(arena, config, path), false, false};
    if (file.inside.len == 0)
        return LL_OK;
    add_own_pair(s, all, &file);
    return file.found ? LL_OK : add_pairs_of_widget(s, all, &file);
}

/* A path that stands for pairs: a folder, or a file whose partner is looked for. `*done` is false
 * when it is but a file. */
static ll_status add_pairs_of(search *s, const char *path, bool *done) {
    *done = is_folder(path);
    if (*done)
        return add_folder(s, ll_view_of(path));
    if (!s->linter->partners || strcmp(path, "-") == 0)
        return LL_OK;
    *done = true;
    return add_pairs_of_file(s, ll_view_of(path));
}

static ll_status find_pairs(search *s, const ll_inputs_given *given) {
    ll_given *files = LL_ARENA_ARRAY(s->linter->call, ll_given, given->count);
    size_t count = 0, others = 0;
    ll_status status = given->count == 0 ? add_folder(s, (ll_view){0}) : LL_OK;
    for (size_t i = 0; i < given->count && status == LL_OK; i++) {
        const ll_file *file = given->files ? &given->files[i] : NULL;
        const char *path = file ? file->path : given->paths[i];
        bool in_memory = file && file->bytes, done = false;
        if (!in_memory)
            status = add_pairs_of(s, path, &done);
        others += done;
        if (done || status != LL_OK)
            continue;
        files[count].path = ll_view_of(path);
        if (in_memory)
            files[count].text = (ll_view){file->bytes, file->length};
        count++;
    }
    if (status == LL_OK && count > 0)
        status = add_files(s, files, count);
    return status == LL_OK && others > 0 && given->count > 1 ? check_twice(s) : status;
}

/* The path of an input from the configuration's folder on; empty when it lies elsewhere. */
static ll_view inside(const search *s, const ll_config *config, const ll_input *input,
                      ll_view folder) {
    ll_view rest;
    if (!input || !config || !ll_path_below(config->folder, folder, &rest))
        return (ll_view){0};
    return ll_path_join(s->linter->call, rest, ll_view_file_name(input->name));
}

ll_view ll_inputs_inside(ll_arena *arena, const ll_config *config, ll_view path) {
    ll_view rest;
    if (!ll_path_below(config->folder, ll_path_folder(arena, path), &rest))
        return (ll_view){0};
    return ll_path_join(arena, rest, ll_view_file_name(path));
}

/* Imports by the aliases and relative ones, as far as they stay in the configuration's folder; no
 * symbolic link is followed. */
static ll_view find_import(const ll_surroundings *around, ll_arena *arena, ll_view file,
                           ll_view import) {
    const ll_config *config = around->context;
    ll_view from = ll_inputs_inside(arena, config, file), path;
    if (from.len == 0 || !ll_curriculum_resolve(config, arena, from, import, &path) ||
        ll_path_kind_below(arena, config->folder, path) != LL_PATH_FILE)
        return (ll_view){0};
    ll_view whole = ll_path_join(arena, config->folder, path);
    return file.ptr[0] == '/' ? whole : ll_path_shown(arena, whole);
}

/* Widgets and diagrams that were given: a lesson may import them. */
static void find_files(search *s) {
    for (uint32_t i = 0; i < s->found->pairs.len; i++) {
        const ll_input *lesson = s->found->pairs.at[i].lesson;
        if (lesson && !lesson->certain && !s->found->pairs.at[i].plan)
            LL_ARRAY_PUSH(s->linter->call, &s->files,
                          ((ll_side_file){lesson->name, lesson->source}));
    }
}

/* Made once for each configuration, which may be NULL. */
static ll_status surround(search *s, const ll_config *config, const ll_surroundings **out) {
    ll_arena *arena = s->linter->call;
    if (!config && s->files.len == 0)
        return LL_OK;
    for (uint32_t i = 0; i < s->known.len; i++)
        if (s->known.at[i].config == config) {
            *out = s->known.at[i].around;
            return LL_OK;
        }
    ll_surroundings *around = LL_ARENA_NEW(arena, ll_surroundings);
    *around = (ll_surroundings){
        .files = s->files.at, .file_count = s->files.len, .files_apart = s->apart};
    if (config) {
        ll_config_list notebooks = {0};
        ll_status status = ll_curriculum_notebooks(&notebooks, arena, config, s->error);
        if (status != LL_OK)
            return status;
        around->notebooks = notebooks.at;
        around->notebook_count = notebooks.len;
        around->knows_notebooks = config->notebooks.len > 0;
        around->find_import = find_import;
        around->context = config;
    }
    LL_ARRAY_PUSH(arena, &s->known, ((surrounded){config, around}));
    *out = around;
    return LL_OK;
}

static bool are_neighbours(const ll_input *a, const ll_input *b) {
    return ll_view_equal(ll_path_parent(a->name), ll_path_parent(b->name));
}

/* A pair has the configuration of its plan; when none is there, that of its lesson. */
static ll_status set_up(search *s, uint32_t index) {
    ll_arena *arena = s->linter->call;
    const ll_input *inputs[LL_DOCUMENTS] = {s->found->pairs.at[index].plan,
                                            s->found->pairs.at[index].lesson};
    ll_pair_setup *setup = &s->found->setups[index];
    ll_view folders[LL_DOCUMENTS] = {0};
    ll_status status = LL_OK;
    for (int i = 0; i < LL_DOCUMENTS && status == LL_OK; i++) {
        if (!inputs[i])
            continue;
        bool same = i > 0 && inputs[0] && are_neighbours(inputs[0], inputs[i]);
        folders[i] = same ? folders[0] : ll_path_folder(arena, inputs[i]->name);
        if (!same && (!setup->profile || !setup->profile->config))
            status = ll_linter_profile(s->linter, folders[i], &setup->profile, s->error);
    }
    if (status != LL_OK)
        return status;
    const ll_config *config = setup->profile->config;
    uint64_t overrides = 0;
    for (int i = 0; i < LL_DOCUMENTS; i++) {
        setup->known_as[i] = inside(s, config, inputs[i], folders[i]);
        if (setup->known_as[i].len > 0)
            overrides |= ll_config_overrides(config, arena, setup->known_as[i]);
    }
    status = surround(s, config, &setup->around);
    return status != LL_OK ? status
                           : ll_profile_settings_for(s->linter, setup->profile, overrides,
                                                     &setup->settings, s->error);
}

ll_status ll_inputs_find(ll_inputs *out, ll_linter *linter, const ll_inputs_given *given,
                         ll_error *error) {
    search s = {.linter = linter, .found = out, .error = error, .apart = given->apart};
    ll_status status = find_pairs(&s, given);
    if (status != LL_OK)
        return status;
    find_files(&s);
    out->setups = LL_ARENA_ARRAY(linter->call, ll_pair_setup, out->pairs.len);
    for (uint32_t i = 0; i < out->pairs.len && status == LL_OK; i++)
        status = set_up(&s, i);
    return status;
}

static void add_rules(ll_arena *arena, ll_rule_set *rules, const ll_pair_setup *setup) {
    const ll_rule_set *more = &setup->profile->rules;
    const ll_rule **at = LL_ARENA_ARRAY(arena, const ll_rule *, (size_t)rules->len + more->len);
    uint32_t len = 0, known = 0;
    for (uint32_t i = 0; i < more->len; i++) {
        if (setup->settings[i].off)
            continue;
        while (known < rules->len && ll_view_compare(rules->at[known]->id, more->at[i]->id) < 0)
            at[len++] = rules->at[known++];
        if (known == rules->len || !ll_view_equal(rules->at[known]->id, more->at[i]->id))
            at[len++] = more->at[i];
    }
    while (known < rules->len)
        at[len++] = rules->at[known++];
    *rules = (ll_rule_set){at, len};
}

const ll_rule_set *ll_inputs_rules(ll_arena *arena, const ll_inputs *inputs) {
    ll_rule_set *rules = LL_ARENA_NEW(arena, ll_rule_set);
    const ll_rule_setting *last = NULL; /* pairs beside each other mostly share them */
    for (uint32_t i = 0; i < inputs->pairs.len; i++) {
        if (inputs->setups[i].settings != last)
            add_rules(arena, rules, &inputs->setups[i]);
        last = inputs->setups[i].settings;
    }
    return rules;
}
