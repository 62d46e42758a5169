/* Rules of the kind `element`: a selector over the elements of the lesson. */
#include "base/buffer.h"
#include "base/error.h"
#include "check/mend.h"
#include "engine/kinds.h"
#include "facts/names.h"

/* The classes of the element that was asked for last: a selector asks for several of one. */
typedef struct class_list {
    uint32_t element;
    bool all; /* of its classes can be seen */
    ll_buffer text;
} class_list;

/* The lesson as selectors see it. */
typedef struct lesson_view {
    ll_arena *arena;
    const ll_lesson *lesson;
    const ll_elements *elements;
    class_list *classes;
} lesson_view;

static uint32_t parent(const void *context, uint32_t element) {
    return ((const lesson_view *)context)->elements->parent[element];
}

static uint32_t first_child(const void *context, uint32_t element) {
    return ((const lesson_view *)context)->elements->first_child[element];
}

static uint32_t next(const void *context, uint32_t element) {
    return ((const lesson_view *)context)->elements->next[element];
}

static uint32_t previous(const void *context, uint32_t element) {
    return ((const lesson_view *)context)->elements->previous[element];
}

static ll_view name(const void *context, uint32_t element) {
    return ll_tsx_lead(((const lesson_view *)context)->lesson->tsx, element);
}

static bool add_class(void *context, ll_view class_name) {
    ll_buffer *text = context;
    if (text->len > 0)
        ll_buffer_add_byte(text, ' ');
    ll_buffer_add(text, class_name);
    return true;
}

/* The classes in one line, whatever expression they are written as. */
static const class_list *classes(const lesson_view *view, uint32_t element) {
    class_list *list = view->classes;
    if (list->element != element) {
        list->element = element;
        list->text.len = 0;
        list->all = ll_lesson_classes(view->lesson, element, add_class, &list->text);
    }
    return list;
}

/* Whether code outside of strings has only names of properties, numbers and signs. */
static bool is_literal_code(ll_view code) {
    for (size_t at = 0; at < code.len; at++) {
        if (!ll_is_name_byte(code.ptr[at])) {
            if (!ll_is_blank(code.ptr[at]) && !strchr(":,.-", code.ptr[at]))
                return false;
            continue;
        }
        size_t start = at;
        while (at < code.len && ll_is_name_byte(code.ptr[at]))
            at++;
        ll_view rest = ll_view_trim(ll_view_slice(code, at, code.len));
        if (!ll_is_digit(code.ptr[start]) && !(rest.len > 0 && rest.ptr[0] == ':'))
            return false;
        at--;
    }
    return ll_view_find(code, LL_VIEW("..."), 0) == LL_VIEW_NONE;
}

/* An object of strings and numbers, `style={{ color: 'red' }}`, is its source between its brackets:
 * all of it can be seen. */
static bool is_plain_object(const ll_tsx *tsx, uint32_t node, ll_view *value) {
    uint32_t braces = node == LL_TSX_NONE ? LL_TSX_NONE : ll_tsx_first(tsx, node);
    uint32_t object = braces == LL_TSX_NONE ? LL_TSX_NONE : ll_tsx_first(tsx, braces);
    if (object == LL_TSX_NONE || ll_tsx_next(tsx, object) != LL_TSX_NONE)
        return false;
    const ll_tsx_node *seen = &tsx->nodes.at[object];
    ll_view all = ll_view_trim(
        ll_tsx_text(tsx, tsx->nodes.at[braces].inner_start, tsx->nodes.at[braces].inner_end));
    if (seen->kind != LL_TSX_GROUP || seen->end - seen->start != all.len || all.ptr[0] != '{')
        return false;
    uint32_t at = seen->inner_start;
    for (uint32_t i = ll_tsx_first(tsx, object); i != LL_TSX_NONE; i = ll_tsx_next(tsx, i)) {
        if (tsx->nodes.at[i].kind != LL_TSX_STRING ||
            !is_literal_code(ll_tsx_text(tsx, at, tsx->nodes.at[i].start)))
            return false;
        at = tsx->nodes.at[i].end;
    }
    *value = ll_tsx_text(tsx, seen->inner_start, seen->inner_end);
    return is_literal_code(ll_tsx_text(tsx, at, seen->inner_end));
}

static ll_attribute_seen attribute(const void *context, uint32_t element, ll_view attribute_name,
                                   ll_view *value) {
    const lesson_view *view = context;
    uint32_t node = ll_tsx_attribute(view->lesson->tsx, element, attribute_name);
    if (node != LL_TSX_NONE && ll_view_equal(attribute_name, LL_VIEW("className"))) {
        const class_list *list = classes(view, element);
        *value = ll_buffer_view(&list->text);
        return list->all ? LL_ATTRIBUTE_KNOWN : LL_ATTRIBUTE_UNSEEN;
    }
    switch (ll_lesson_prop(view->lesson, view->arena, element, attribute_name, value)) {
    case LL_ABSENT:
        return LL_ATTRIBUTE_ABSENT;
    case LL_KNOWN:
        return LL_ATTRIBUTE_KNOWN;
    case LL_UNSEEN:
        break;
    }
    if (is_plain_object(view->lesson->tsx, node, value))
        return LL_ATTRIBUTE_KNOWN;
    return node != LL_TSX_NONE ? LL_ATTRIBUTE_UNSEEN : LL_ATTRIBUTE_MAYBE;
}

static ll_answer has_class(const void *context, uint32_t element, ll_view class_name) {
    const class_list *list = classes(context, element);
    ll_view rest = ll_buffer_view(&list->text);
    while (rest.len > 0) {
        size_t end = ll_view_find_byte(rest, ' ', 0);
        if (ll_view_equal(ll_view_slice(rest, 0, end < rest.len ? end : rest.len), class_name))
            return LL_YES;
        rest = end < rest.len ? ll_view_slice(rest, end + 1, rest.len) : (ll_view){0};
    }
    return list->all ? LL_NO : LL_UNKNOWN;
}

static ll_answer is_empty(const void *context, uint32_t element) {
    const lesson_view *view = context;
    ll_children children = {0};
    ll_lesson_children(view->lesson, view->arena, element, &children);
    ll_answer answer = LL_YES;
    for (uint32_t i = 0; i < children.len; i++) {
        if (!children.at[i].conditional && children.at[i].kind != LL_CHILD_UNKNOWN)
            return LL_NO;
        answer = LL_UNKNOWN;
    }
    return answer;
}

/* What is asked of one lesson. */
typedef struct question {
    const ll_compiled *compiled;
    ll_selector_tree *tree;
    ll_selector_memo select, unless;
} question;

/* Selected, and not excepted. */
static ll_answer ask(question *asked, uint32_t element) {
    const ll_compiled *compiled = asked->compiled;
    ll_answer selected = ll_selector_match(compiled->select, asked->tree, &asked->select, element);
    if (selected == LL_NO || !compiled->unless)
        return selected;
    ll_answer excepted = ll_selector_match(compiled->unless, asked->tree, &asked->unless, element);
    return LL_YES - excepted < selected ? LL_YES - excepted : selected;
}

static bool is_hit(question *asked, uint32_t element) {
    return ask(asked, element) == LL_YES;
}

/* Whether the element around it is a hit, too, of which it is a part. */
static bool is_part(const ll_check *check, question *asked, uint32_t element) {
    uint32_t around = ll_facts_elements(check->facts)->parent[element];
    return check->rule->element.outermost && around != LL_TSX_NONE && is_hit(asked, around);
}

/* The first element directly in a hit that is a part of it; zeroed when there is none. */
static ll_related first_part(const ll_check *check, question *asked, uint32_t element) {
    const ll_elements *elements = ll_facts_elements(check->facts);
    uint32_t part = check->rule->element.outermost ? elements->first_child[element] : LL_TSX_NONE;
    while (part != LL_TSX_NONE && !is_hit(asked, part))
        part = elements->next[part];
    if (part == LL_TSX_NONE)
        return (ll_related){.message = LL_VIEW("")};
    return (ll_related){ll_tag_range(check->facts->tsx, part), LL_VIEW("a part of it")};
}

static void report(ll_check *check, const ll_report *found, ll_view tag, uint32_t count) {
    ll_arena *arena = check->arena;
    ll_value values[] = {{"tag", tag},
                         {"count", ll_arena_format(arena, "%u", count)},
                         {"min", ll_arena_format(arena, "%u", check->rule->element.min)},
                         {"max", ll_arena_format(arena, "%u", check->rule->element.max)},
                         {0}};
    ll_report report = *found;
    report.values = values;
    ll_check_report(check, &report);
}

static void report_element(ll_check *check, question *asked, uint32_t element, uint32_t count) {
    const ll_tsx *tsx = check->facts->tsx;
    const ll_rule_element *rule = &check->rule->element;
    ll_edits edits = {0};
    if (rule->add_class.len > 0)
        (void)ll_mend_add_class(&edits, check, element, rule->add_class, rule->safety);
    ll_report found = {.range = ll_tag_range(tsx, element),
                       .related = first_part(check, asked, element),
                       .edits = &edits};
    report(check, &found, ll_tsx_lead(tsx, element), count);
}

/* What is missing is reported at the LessonLayout, or at the start of the file. */
static void report_missing(ll_check *check, uint32_t hits) {
    const ll_lesson *lesson = check->facts->lesson;
    ll_range range = lesson->layout == LL_LESSON_NONE ? ll_lesson_range(0, 0)
                                                      : ll_tag_range(lesson->tsx, lesson->layout);
    ll_report found = {.range = range, .subject = check->rule->id};
    report(check, &found, LL_VIEW("LessonLayout"), hits);
}

/* By name, whether elements of that name may be hits; NULL when none may. */
static const bool *names_concerned(ll_arena *arena, const ll_names *names,
                                   const ll_selector *select) {
    bool *concerned = LL_ARENA_ARRAY(arena, bool, names->all.len), any = false;
    for (uint32_t i = 0; i < names->all.len; i++)
        any |= concerned[i] = ll_selector_concerns(select, names->all.at[i].name);
    return any ? concerned : NULL;
}

/* Whether it is drawn by the root component itself, and not by a helper in it. */
static bool is_of_root(const ll_lesson *lesson, uint32_t element) {
    return ll_lesson_in_root(lesson, element) && !ll_lesson_in_local(lesson, element);
}

/* Reports hits past `max`, and returns how many there are. A rule that asks for elements has no
 * maximum unless it says so. */
static uint32_t report_hits(ll_check *check, question *asked, bool limited) {
    const ll_rule_element *rule = &check->rule->element;
    const ll_lesson *lesson = check->facts->lesson;
    const ll_names *names = ll_facts_names(check->facts);
    const bool *concerned = names_concerned(check->arena, names, asked->compiled->select);
    bool all = limited && rule->max == 0 && !asked->compiled->unless &&
               ll_selector_is_names(asked->compiled->select);
    uint32_t hits = 0;
    for (uint32_t i = 0; (all || concerned) && i < names->elements.len; i++) {
        uint32_t element = names->elements.at[i].node;
        bool concerns = concerned && concerned[names->elements.at[i].name];
        if ((!all && !concerns) || (rule->within == LL_WITHIN_ROOT && !is_of_root(lesson, element)))
            continue;
        check->outcome.checked++;
        ll_answer hit = concerns ? ask(asked, element) : LL_NO;
        /* The class that a rule wants may stand in an expression; one that it does not want hardly
         * does. */
        check->outcome.unseen += hit == LL_UNKNOWN && rule->add_class.len > 0;
        if (hit != LL_YES || is_part(check, asked, element))
            continue;
        hits++;
        if (limited && hits > rule->max)
            report_element(check, asked, element, hits);
    }
    return hits;
}

ll_status ll_run_element(ll_check *check, const ll_compiled *compiled, ll_error *error) {
    const ll_rule_element *rule = &check->rule->element;
    const ll_lesson *lesson = check->facts->lesson;
    if (rule->within == LL_WITHIN_LESSON && lesson->layout == LL_LESSON_NONE)
        return LL_OK;
    class_list list = {LL_TSX_NONE, false, {.arena = check->arena, .most = LL_SOURCE_MOST}};
    lesson_view view = {check->arena, lesson, ll_facts_elements(check->facts), &list};
    ll_selector_tree tree = {&view, parent,    first_child, next,     previous,
                             name,  attribute, has_class,   is_empty, LL_SELECTOR_WORK};
    ll_selector_memo memo = {.arena = check->arena, .elements = lesson->tsx->nodes.len};
    question asked = {compiled, &tree, memo, memo};
    uint32_t least = rule->require && rule->min == 0 ? 1 : rule->min;
    uint32_t hits = report_hits(check, &asked, least == 0 || rule->max > 0);
    if (tree.work == 0)
        return ll_error_set(error, LL_E_LIMIT, check->facts->sources[LL_DOCUMENT_LESSON]->path, 0,
                            0, "rule %.*s: the selector needs too many steps on this document",
                            LL_VIEW_ARG(check->rule->id));
    if (hits < least)
        report_missing(check, hits);
    return LL_OK;
}
