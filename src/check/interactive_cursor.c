/* interactive-cursor: a control of the page that does not say which cursor it shows. */
#include "check/checks.h"
#include "check/mend.h"

/* What the classes, the style and the attributes of one element say of the cursor. */
enum {
    SAYS = 1,    /* it sets a cursor, for itself and what inherits it */
    REACHES = 2, /* it sets one for what is in it: [&_button]:cursor-pointer */
    UNSEEN = 4,  /* it may set one */
    AWAY = 8,    /* the pointer never comes upon it */
    LABEL = 16   /* it is a label, which hands its cursor down to controls */
};

static bool visit_class(void *context, ll_view name) {
    static const char *const away[] = {"hidden", "pointer-events-none", "sr-only"};
    unsigned *said = context;
    size_t at = ll_view_find(name, LL_VIEW("cursor-"), 0);
    if (at != LL_VIEW_NONE)
        *said |= at >= 2 && name.ptr[at - 1] == ':' && name.ptr[at - 2] == ']' ? REACHES : SAYS;
    if (LL_VIEW_IS_ONE_OF(name, away))
        *said |= AWAY;
    return true;
}

static ll_view source_of(const ll_tsx *tsx, uint32_t attribute) {
    return ll_tsx_text(tsx, tsx->nodes.at[attribute].inner_start,
                       tsx->nodes.at[attribute].inner_end);
}

/* Whether an attribute may be set: it has any value but `{false}`. */
static bool may_be(const ll_tsx *tsx, uint32_t attribute) {
    return !ll_view_equal(source_of(tsx, attribute), LL_VIEW("{false}"));
}

static unsigned said_by_style(ll_view text) {
    if (ll_view_find(text, LL_VIEW("cursor"), 0) != LL_VIEW_NONE)
        return SAYS;
    bool seen = ll_view_find_byte(text, ':', 0) != LL_VIEW_NONE &&
                ll_view_find(text, LL_VIEW("..."), 0) == LL_VIEW_NONE;
    return seen ? 0 : UNSEEN;
}

static unsigned said_by(const ll_lesson *lesson, uint32_t element) {
    const ll_tsx *tsx = lesson->tsx;
    unsigned said = ll_tsx_is(tsx, element, LL_VIEW("label")) ? LABEL : 0;
    if (!ll_lesson_classes(lesson, element, visit_class, &said))
        said |= UNSEEN;
    uint32_t attribute = ll_tsx_first(tsx, element);
    for (; attribute != LL_TSX_NONE; attribute = ll_tsx_next(tsx, attribute)) {
        ll_view name = ll_tsx_lead(tsx, attribute);
        if (tsx->nodes.at[attribute].kind != LL_TSX_ATTRIBUTE)
            continue;
        if (ll_view_equal(name, LL_VIEW("style")))
            said |= said_by_style(source_of(tsx, attribute));
        else if (ll_view_equal(name, LL_VIEW("cursor")))
            said |= SAYS;
        else if (ll_view_equal(name, LL_VIEW("hidden")) && may_be(tsx, attribute))
            said |= AWAY;
    }
    return said;
}

/* Controls that browsers give a cursor of their own: what is around them is not inherited. */
static bool is_form_control(const ll_lesson *lesson, ll_arena *arena, uint32_t element) {
    static const char *const types[] = {"checkbox", "radio", "range"};
    ll_view name = ll_tsx_lead(lesson->tsx, element), type = {0};
    if (ll_view_equal(name, LL_VIEW("button")) || ll_view_equal(name, LL_VIEW("select")))
        return true;
    return ll_view_equal(name, LL_VIEW("input")) &&
           ll_lesson_prop(lesson, arena, element, LL_VIEW("type"), &type) == LL_KNOWN &&
           LL_VIEW_IS_ONE_OF(type, types);
}

/* `onClick={(event) => event.stopPropagation()}` only guards what is around it. */
static bool is_guard(ll_view handler) {
    size_t arrow = ll_view_find(handler, LL_VIEW("=>"), 0);
    size_t stop = ll_view_find(handler, LL_VIEW(".stopPropagation()"), 0);
    if (arrow == LL_VIEW_NONE || stop == LL_VIEW_NONE || stop < arrow)
        return false;
    ll_view event = ll_view_trim(ll_view_slice(handler, arrow + 2, stop));
    for (size_t i = 0; i < event.len; i++)
        if (!ll_is_alnum(event.ptr[i]) && event.ptr[i] != '{' && !ll_is_blank(event.ptr[i]))
            return false;
    return true;
}

/* Another element that reacts to a click. Links, summaries and fields for text have a cursor that
 * fits, or a rule of their own. */
static bool is_clickable(const ll_tsx *tsx, uint32_t element) {
    static const char *const others[] = {"details", "input", "option", "summary", "textarea"};
    uint32_t handler = ll_tsx_attribute(tsx, element, LL_VIEW("onClick"));
    ll_view name = ll_tsx_lead(tsx, element);
    if (handler == LL_TSX_NONE || LL_VIEW_IS_ONE_OF(name, others))
        return false;
    if (ll_view_equal(name, LL_VIEW("a")) &&
        ll_tsx_attribute(tsx, element, LL_VIEW("href")) != LL_TSX_NONE)
        return false;
    return !is_guard(source_of(tsx, handler));
}

static void report(ll_check *check, uint32_t element) {
    const ll_tsx *tsx = check->facts->tsx;
    ll_value values[] = {{"tag", ll_tsx_lead(tsx, element)}, {0}};
    ll_edits edits = {0};
    (void)ll_mend_add_class(&edits, check, element, LL_VIEW("cursor-pointer"), LL_SAFETY_UNSAFE);
    ll_check_report(
        check,
        &(ll_report){.range = ll_tag_range(tsx, element), .values = values, .edits = &edits});
}

/* What a component draws is not known: `<Button onClick={…}>` may draw one without a cursor. */
static bool may_lack_cursor(const ll_tsx *tsx, uint32_t component, unsigned said) {
    return !(said & (SAYS | REACHES | AWAY)) &&
           ll_tsx_attribute(tsx, component, LL_VIEW("onClick")) != LL_TSX_NONE &&
           ll_tsx_attribute(tsx, component, LL_VIEW("disabled")) == LL_TSX_NONE;
}

/* An element of the page; `own` and `around` are what it and what is around it say. */
static void judge(ll_check *check, uint32_t element, unsigned own, unsigned around) {
    const ll_lesson *lesson = check->facts->lesson;
    const ll_tsx *tsx = lesson->tsx;
    bool form = is_form_control(lesson, check->arena, element);
    if (!form && !is_clickable(tsx, element))
        return;
    check->outcome.checked++;
    bool handed = !form || (around & LABEL);
    unsigned inherited = handed ? SAYS | REACHES | UNSEEN | AWAY : REACHES | AWAY;
    unsigned all = (own & ~(unsigned)LABEL) | (around & inherited);
    uint32_t disabled = ll_tsx_attribute(tsx, element, LL_VIEW("disabled"));
    if ((all & ~(unsigned)UNSEEN) || (disabled != LL_TSX_NONE && may_be(tsx, disabled)))
        return;
    if (all)
        check->outcome.unseen++;
    else
        report(check, element);
}

void ll_check_interactive_cursor(ll_check *check) {
    const ll_lesson *lesson = check->facts->lesson;
    const ll_tsx *tsx = lesson->tsx;
    const ll_elements *elements = ll_facts_elements(check->facts);
    uint8_t *said = LL_ARENA_ARRAY(check->arena, uint8_t, tsx->nodes.len + 1u); /* on and around */
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        if (tsx->nodes.at[i].kind != LL_TSX_ELEMENT)
            continue;
        uint32_t parent = elements->parent[i];
        unsigned own = said_by(lesson, i), around = parent == LL_TSX_NONE ? 0 : said[parent];
        said[i] = (uint8_t)(own | around);
        if (ll_tsx_is_host(tsx, i))
            judge(check, i, own, around);
        else
            check->outcome.unseen += may_lack_cursor(tsx, i, said[i]);
    }
}
