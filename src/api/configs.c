/* What the library says of configurations and of the files that belong to them. */
#include "api/inputs.h"
#include "base/error.h"
#include "project/config_parts.h"
#include "project/paths.h"

enum { TEXT_MOST = 1 << 26 };

typedef struct telling {
    ll_linter *linter;
    ll_inputs_given given;
    ll_write *write;
    void *context;
    ll_buffer text;
    ll_status status;
    ll_error *error;
} telling;

static ll_status tell(telling *on, void (*work)(void *context)) {
    ll_status status = ll_linter_call(on->linter, work, on, on->error);
    on->linter->unusable |= status == LL_E_MEMORY;
    return status == LL_OK ? on->status : status;
}

static void begin(telling *on) {
    on->text = (ll_buffer){.arena = on->linter->call, .most = TEXT_MOST};
}

static void write_text(telling *on) {
    if (on->text.len > 0) /* of files that belong to nothing there is nothing to say */
        on->status = on->write(on->context, on->text.ptr, on->text.len, on->error);
}

static void tell_config(void *context) {
    telling *on = context;
    ll_arena *arena = on->linter->call;
    const char *path = on->given.count ? on->given.paths[0] : NULL;
    ll_view folder = path ? ll_path_real(arena, ll_view_of(path)) : (ll_view){0};
    if (ll_path_kind_below(arena, folder, (ll_view){0}) != LL_PATH_FOLDER)
        folder = ll_path_folder(arena, path ? ll_view_of(path) : LL_VIEW("."));
    ll_profile *profile = NULL;
    const ll_rule_setting *settings = NULL;
    begin(on);
    on->status = ll_linter_profile(on->linter, folder, &profile, on->error);
    if (on->status == LL_OK)
        on->status = ll_profile_settings_for(on->linter, profile, 0, &settings, on->error);
    if (on->status != LL_OK)
        return;
    if (profile->config)
        ll_buffer_add_format(&on->text, "# %.*s\n", LL_VIEW_ARG(profile->config->path));
    else
        ll_buffer_add_cstring(&on->text, "# no configuration\n");
    ll_config_write(profile->config, &profile->rules, settings, &on->text);
    write_text(on);
}

static void tell_sample(void *context) {
    telling *on = context;
    ll_rule_set rules = ll_rules_shipped(on->linter->call);
    begin(on);
    ll_config_write_sample(&rules, &on->text);
    write_text(on);
}

static void tell_schema(void *context) {
    telling *on = context;
    ll_rule_set rules = ll_rules_shipped(on->linter->call);
    begin(on);
    ll_config_write_schema(&rules, &on->text);
    write_text(on);
}

static void add_list(telling *on, const char *kind, const ll_config_list *list) {
    for (uint32_t i = 0; i < list->len; i++)
        ll_buffer_add_format(&on->text, "%s\t%.*s\n", kind, LL_VIEW_ARG(list->at[i]));
}

static void tell_files(void *context) {
    telling *on = context;
    ll_inputs found = {0};
    begin(on);
    on->status = ll_inputs_find(&found, on->linter, &on->given, on->error);
    if (on->status != LL_OK)
        return;
    for (uint32_t i = 0; i < found.pairs.len; i++) {
        const ll_input *plan = found.pairs.at[i].plan, *lesson = found.pairs.at[i].lesson;
        ll_buffer_add_cstring(&on->text, plan && lesson ? "pair" : plan ? "plan" : "lesson");
        if (plan)
            ll_buffer_add_format(&on->text, "\t%.*s", LL_VIEW_ARG(plan->name));
        if (lesson)
            ll_buffer_add_format(&on->text, "\t%.*s", LL_VIEW_ARG(lesson->name));
        ll_buffer_add_byte(&on->text, '\n');
    }
    add_list(on, "record", &found.records);
    add_list(on, "notebook", &found.notebooks);
    write_text(on);
}

ll_status ll_linter_show_config(ll_linter *linter, const char *path, ll_write *write, void *context,
                                ll_error *error) {
    telling on = {.linter = linter,
                  .given = {.paths = &path, .count = path ? 1 : 0},
                  .write = write,
                  .context = context,
                  .error = error};
    return tell(&on, tell_config);
}

ll_status ll_linter_show_files(ll_linter *linter, const char *const *paths, size_t path_count,
                               ll_write *write, void *context, ll_error *error) {
    telling on = {.linter = linter,
                  .given = {.paths = paths, .count = path_count},
                  .write = write,
                  .context = context,
                  .error = error};
    return tell(&on, tell_files);
}

ll_status ll_linter_sample(ll_linter *linter, ll_write *write, void *context, ll_error *error) {
    telling on = {.linter = linter, .write = write, .context = context, .error = error};
    return tell(&on, tell_sample);
}

ll_status ll_linter_schema(ll_linter *linter, ll_write *write, void *context, ll_error *error) {
    telling on = {.linter = linter, .write = write, .context = context, .error = error};
    return tell(&on, tell_schema);
}

size_t ll_config_key_count(void) {
    size_t count;
    ll_config_keys(&count);
    return count;
}

static const ll_config_key *key_at(size_t index) {
    static const ll_config_key none;
    size_t count;
    const ll_config_key *keys = ll_config_keys(&count);
    return index < count ? &keys[index] : &none;
}

const char *ll_config_key_name(size_t index) {
    return key_at(index)->name;
}

const char *ll_config_key_about(size_t index) {
    return key_at(index)->about;
}

const char *ll_config_key_sample(size_t index) {
    return key_at(index)->sample;
}
