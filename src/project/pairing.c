/* Recognising and pairing files. */
#include "project/pairing.h"

#include "base/buffer.h"
#include "base/error.h"

#include <sys/stat.h>

enum {
    NOBODY = -1,
    MOST_NAME = 4096,
    MOST_LIST = 600,
    KEPT_MOST = 1 << 20 /* bytes of files that are kept instead of being read once more */
};

typedef struct pairing {
    ll_input *inputs;
    size_t count;
    ptrdiff_t *partner; /* index of the other file, or NOBODY */
    uint64_t kept;      /* bytes */
} pairing;

static ll_view without_ending(ll_view name) {
    for (size_t at = name.len; at > 1; at--)
        if (name.ptr[at - 1] == '.')
            return ll_view_slice(name, 0, at - 1);
    return name;
}

/* Lower case, without hyphens, underscores and blanks. */
static ll_view squeezed(ll_arena *arena, ll_view text) {
    ll_buffer out = {.arena = arena, .most = MOST_NAME};
    for (size_t i = 0; i < text.len && i < MOST_NAME; i++)
        if (text.ptr[i] != '-' && text.ptr[i] != '_' && text.ptr[i] != ' ')
            ll_buffer_add_byte(&out, ll_to_lower(text.ptr[i]));
    return ll_buffer_view(&out);
}

static ll_view without_number(ll_view name) {
    size_t digits = 0;
    while (digits < name.len && ll_is_digit(name.ptr[digits]))
        digits++;
    bool led = digits > 0 && digits < name.len && name.ptr[digits] == '-';
    return led ? ll_view_slice(name, digits + 1, name.len) : name;
}

/* The part of a file name that names the lesson, as it is written. */
static ll_view lesson_name(ll_view path) {
    ll_view name = without_number(without_ending(ll_view_file_name(path)));
    if (ll_view_ends(name, LL_VIEW("Lesson")) || ll_view_ends(name, LL_VIEW("-lesson")) ||
        ll_view_equal(name, LL_VIEW("lesson")))
        name = ll_view_slice(name, 0, name.len - LL_VIEW("lesson").len);
    return name;
}

ll_view ll_pairing_slug(ll_arena *arena, ll_view path) {
    return squeezed(arena, lesson_name(path));
}

ll_view ll_pairing_kebab(ll_arena *arena, ll_view path) {
    ll_view name = lesson_name(path);
    while (ll_view_ends(name, LL_VIEW("-")))
        name = ll_view_slice(name, 0, name.len - 1);
    if (name.len == 0)
        name = without_ending(ll_view_file_name(path));
    ll_buffer slug = {.arena = arena, .most = path.len * 2};
    for (size_t i = 0; i < name.len; i++) {
        bool word =
            ll_is_upper(name.ptr[i]) && i > 0 &&
            (!ll_is_upper(name.ptr[i - 1]) || (i + 1 < name.len && ll_is_lower(name.ptr[i + 1])));
        if (word && name.ptr[i - 1] != '-')
            ll_buffer_add_byte(&slug, '-');
        ll_buffer_add_byte(&slug, ll_to_lower(name.ptr[i]));
    }
    return ll_buffer_view(&slug);
}

typedef struct inspection {
    ll_arena *arena; /* where the text is read to */
    ll_input *input;
    bool with_slug;
    ll_status status;
    ll_error *error;
    ll_view slug; /* of a plan, in `arena` */
} inspection;

static bool has_ending(ll_view name, const char *const *endings) {
    for (; *endings; endings++) {
        ll_view ending = ll_view_of(*endings);
        if (name.len > ending.len &&
            ll_view_equal_nocase(ll_view_slice(name, name.len - ending.len, name.len), ending))
            return true;
    }
    return false;
}

static const char *const plan_endings[] = {".md", ".markdown", NULL};
static const char *const lesson_endings[] = {".tsx", ".jsx", NULL};

/* No TSX file begins so, however often a plan speaks of `<LessonLayout`. */
static bool begins_as_markdown(ll_view text) {
    ll_view start = ll_view_trim(text);
    return ll_view_starts(start, LL_VIEW("# ")) || ll_view_starts(start, LL_VIEW("---"));
}

static ll_status recognise(ll_input *input, ll_view text, ll_error *error) {
    bool by_plan_name = has_ending(input->name, plan_endings);
    bool by_lesson_name = has_ending(input->name, lesson_endings);
    bool lesson = ll_lesson_recognise(text) && !(by_plan_name && begins_as_markdown(text));
    /* a lesson by name and content needs no look at every line for a table */
    bool plan = !(lesson && by_lesson_name) && ll_plan_recognise(text);
    input->certain = plan != lesson;
    if (plan && lesson)
        input->kind = by_lesson_name ? LL_DOCUMENT_LESSON : LL_DOCUMENT_PLAN;
    else if (plan || lesson)
        input->kind = plan ? LL_DOCUMENT_PLAN : LL_DOCUMENT_LESSON;
    else if (by_plan_name || by_lesson_name)
        input->kind = by_plan_name ? LL_DOCUMENT_PLAN : LL_DOCUMENT_LESSON;
    else
        return ll_error_set(error, LL_E_INVALID, input->name, 0, 0,
                            "neither a plan nor a lesson: expected a planning document (a table "
                            "of prerequisites, misconceptions, examples or modalities), a lesson "
                            "(<LessonLayout), or a name that ends in .md, .tsx or .jsx");
    return LL_OK;
}

static ll_status read_slug(inspection *work, ll_source *source) {
    ll_view slug = {0};
    ll_status status = ll_plan_read_slug(&slug, work->arena, source, work->error);
    if (status != LL_OK)
        return status;
    work->slug = slug.len > 0 ? squeezed(work->arena, slug)
                              : ll_pairing_slug(work->arena, work->input->name);
    return LL_OK;
}

static ll_status inspect(inspection *work) {
    ll_source *source = work->input->source;
    ll_status status = LL_OK;
    if (!source)
        status = ll_pairing_read(&source, work->arena, work->input, work->error);
    if (status == LL_OK)
        status = recognise(work->input, source->text, work->error);
    if (status == LL_OK && work->with_slug && work->input->kind == LL_DOCUMENT_PLAN)
        status = read_slug(work, source);
    return status;
}

static void inspect_guarded(void *context) {
    inspection *work = context;
    work->status = inspect(work);
}

/* What passes a limit is not looked into: it is what its name says, and fails when it is judged,
 * alone with its partner. */
static bool name_tells(ll_input *input) {
    bool plan = has_ending(input->name, plan_endings);
    input->kind = plan ? LL_DOCUMENT_PLAN : LL_DOCUMENT_LESSON;
    return plan || has_ending(input->name, lesson_endings);
}

static ll_status inspect_input(pairing *all, ll_arena *arena, ll_arena *scratch, size_t index,
                               ll_error *error) {
    ll_input *input = &all->inputs[index];
    ll_error why = {0};
    inspection work = {scratch, input, all->count > 2, LL_OK, &why, {0}};
    ll_status status = ll_arena_guard(scratch, inspect_guarded, &work, &why);
    if (status == LL_OK)
        status = work.status;
    bool by_name = status == LL_E_LIMIT && name_tells(input);
    if (by_name || (status == LL_OK && input->kind == LL_DOCUMENT_LESSON))
        input->slug = ll_pairing_slug(arena, input->name);
    else if (status == LL_OK)
        input->slug = ll_arena_copy(arena, work.slug);
    status = by_name ? LL_OK : status;
    if (status != LL_OK)
        *error = why;
    ll_arena_reset(scratch);
    return status;
}

static ll_status find_twice(const pairing *all, size_t index, ll_error *error) {
    const ll_input *input = &all->inputs[index];
    for (size_t i = 0; i < index; i++) {
        const ll_input *other = &all->inputs[i];
        bool same = input->on_disk && other->on_disk && input->device == other->device &&
                    input->inode == other->inode;
        if (!same && !ll_view_equal(input->path, other->path))
            continue;
        if (ll_view_equal(input->path, other->path))
            return ll_error_set(error, LL_E_INVALID, input->name, 0, 0,
                                "the same file is given twice");
        return ll_error_set(error, LL_E_INVALID, input->name, 0, 0,
                            "the same file is given twice, also as %.*s", LL_VIEW_ARG(other->name));
    }
    return LL_OK;
}

/* A text is copied once: the readers need a NUL behind it. */
static ll_status keep_text(pairing *all, ll_arena *arena, size_t index, ll_view text,
                           ll_error *error) {
    ll_input *input = &all->inputs[index];
    ll_status status = find_twice(all, index, error);
    if (status == LL_OK && text.len <= LL_SOURCE_MOST)
        text = ll_arena_copy(arena, text);
    return status == LL_OK ? ll_source_from(&input->source, arena, input->name, text, error)
                           : status;
}

/* Looks at what stands under the path; what can be read only once, and a few files that are not
 * large, are read into `arena`. */
static ll_status open_input(pairing *all, ll_arena *arena, size_t index, ll_error *error) {
    ll_input *input = &all->inputs[index];
    bool standard_input = ll_view_equal(input->path, LL_VIEW("-"));
    struct stat about;
    if ((standard_input ? fstat(0, &about) : stat(input->path.ptr, &about)) != 0)
        return ll_pairing_read(&input->source, arena, input, error);
    if (S_ISDIR(about.st_mode))
        return ll_error_set(error, LL_E_INVALID, input->name, 0, 0,
                            "this is a folder: folders are linted by a configuration, which this "
                            "version does not read; name the plan and the lesson");
    input->on_disk = true;
    input->device = (uint64_t)about.st_dev;
    input->inode = (uint64_t)about.st_ino;
    ll_status status = find_twice(all, index, error);
    bool again = !standard_input && S_ISREG(about.st_mode);
    uint64_t size = again && about.st_size > 0 ? (uint64_t)about.st_size : 0;
    if (status != LL_OK || (again && size > KEPT_MOST - all->kept))
        return status;
    all->kept += size;
    return ll_pairing_read(&input->source, arena, input, error);
}

ll_status ll_pairing_read(ll_source **source, ll_arena *arena, const ll_input *input,
                          ll_error *error) {
    if (input->source) { /* its lines are counted where the reader has memory */
        *source = LL_ARENA_NEW(arena, ll_source);
        **source = *input->source;
        (*source)->arena = arena;
        return LL_OK;
    }
    ll_source *read = NULL;
    ll_status status = ll_source_read(&read, arena, input->path, error);
    if (status != LL_OK)
        return status;
    read->path = ll_arena_copy(arena, input->name);
    *source = read;
    return LL_OK;
}

static bool is_free(const pairing *all, size_t i, ll_document kind) {
    return all->inputs[i].kind == kind && all->partner[i] == NOBODY;
}

static void join(pairing *all, size_t plan, size_t lesson) {
    all->partner[plan] = (ptrdiff_t)lesson;
    all->partner[lesson] = (ptrdiff_t)plan;
}

static void pair_by_slug(pairing *all, bool certain_only) {
    for (size_t p = 0; p < all->count; p++) {
        for (size_t l = 0; l < all->count && is_free(all, p, LL_DOCUMENT_PLAN); l++) {
            const ll_input *lesson = &all->inputs[l];
            if (is_free(all, l, LL_DOCUMENT_LESSON) && (lesson->certain || !certain_only) &&
                lesson->slug.len > 0 && ll_view_equal(lesson->slug, all->inputs[p].slug))
                join(all, p, l);
        }
    }
}

static void pair_in_order(pairing *all, bool certain_only) {
    size_t l = 0;
    for (size_t p = 0; p < all->count; p++) {
        if (!is_free(all, p, LL_DOCUMENT_PLAN))
            continue;
        while (!is_free(all, l, LL_DOCUMENT_LESSON) || (certain_only && !all->inputs[l].certain))
            l++;
        join(all, p, l);
    }
}

typedef struct tally {
    size_t plans, lessons, certain; /* `certain` are among `lessons` */
} tally;

static tally count_files(const pairing *all, bool left_only) {
    tally count = {0};
    for (size_t i = 0; i < all->count; i++) {
        if (left_only && all->partner[i] != NOBODY)
            continue;
        bool lesson = all->inputs[i].kind == LL_DOCUMENT_LESSON;
        count.plans += !lesson;
        count.lessons += lesson;
        count.certain += lesson && all->inputs[i].certain;
    }
    return count;
}

static ll_view list_free(const pairing *all, ll_arena *arena, ll_document kind) {
    ll_buffer out = {.arena = arena, .most = SIZE_MAX / 2};
    for (size_t i = 0; i < all->count; i++) {
        if (!is_free(all, i, kind))
            continue;
        if (out.len > MOST_LIST / 2) {
            ll_buffer_add_cstring(&out, ", …");
            break;
        }
        ll_buffer_add_cstring(&out, out.len ? ", " : "");
        ll_buffer_add(&out, all->inputs[i].name);
    }
    return out.len ? ll_buffer_view(&out) : LL_VIEW("none");
}

static ll_status pair_files(pairing *all, ll_arena *arena, ll_error *error) {
    tally given = count_files(all, false);
    if (given.plans == 0 || given.lessons == 0)
        return LL_OK;
    pair_by_slug(all, true);
    pair_by_slug(all, false);
    tally left = count_files(all, true);
    if (left.plans == left.certain)
        pair_in_order(all, true);
    else if (left.plans == left.lessons)
        pair_in_order(all, false);
    else
        return ll_error_set(error, LL_E_INVALID, (ll_view){0}, 0, 0,
                            "cannot tell which files belong together; left over are the plans "
                            "%.*s and the lessons %.*s",
                            LL_VIEW_ARG(list_free(all, arena, LL_DOCUMENT_PLAN)),
                            LL_VIEW_ARG(list_free(all, arena, LL_DOCUMENT_LESSON)));
    return LL_OK;
}

static void list_pairs(const pairing *all, ll_arena *arena, ll_pairs *pairs) {
    for (size_t i = 0; i < all->count; i++) {
        if (all->partner[i] != NOBODY && (size_t)all->partner[i] < i)
            continue;
        const ll_input *one = &all->inputs[i];
        const ll_input *other = all->partner[i] == NOBODY ? NULL : &all->inputs[all->partner[i]];
        bool plan = one->kind == LL_DOCUMENT_PLAN;
        LL_ARRAY_PUSH(arena, pairs, ((ll_pair){plan ? one : other, plan ? other : one, {0}}));
    }
}

ll_status ll_pairing_make(ll_pairs *pairs, ll_arena *arena, ll_arena *scratch,
                          const ll_given *given, size_t count, ll_view stdin_name,
                          ll_error *error) {
    pairing all = {LL_ARENA_ARRAY(arena, ll_input, count), count,
                   LL_ARENA_ARRAY(arena, ptrdiff_t, count), 0};
    ll_status status = LL_OK;
    for (size_t i = 0; i < count && status == LL_OK; i++) {
        ll_view path = ll_arena_copy(arena, given[i].path);
        bool in_memory = given[i].text.ptr != NULL;
        all.inputs[i].path = path;
        all.inputs[i].name = ll_view_equal(path, LL_VIEW("-")) ? stdin_name : path;
        all.partner[i] = NOBODY;
        status = in_memory ? keep_text(&all, arena, i, given[i].text, error)
                           : open_input(&all, arena, i, error);
    }
    for (size_t i = 0; i < count && status == LL_OK; i++)
        status = inspect_input(&all, arena, scratch, i, error);
    if (status == LL_OK)
        status = pair_files(&all, arena, error);
    if (status != LL_OK)
        return status;
    ll_pairs made = {0};
    list_pairs(&all, arena, &made);
    *pairs = made;
    return LL_OK;
}
