/* What the strings of a place are to the student: seen, code, maths, or none of these. A node's use
 * follows from its parent's by the sign in front of it, so one pass over the nodes is enough. */
#include "lesson/parse.h"

/* What a variable is used for, as bits of ll_use: known when it stands alone in an attribute's
 * braces or as a child. Each is listed for its declaration, where it may be a prop, and for the
 * whole file, because scopes are not known. A property of an object, `{stage.taught}`, is listed
 * for the whole file when it is a child. */
typedef struct variable {
    ll_view name;
    uint32_t declaration; /* index into tsx->declarations; LL_TSX_NONE: anywhere; OF_OBJECT */
    uint32_t uses;
} variable;

static const uint32_t OF_OBJECT = LL_TSX_NONE - 1;

/* Open addressing; the table is never more than half full. */
typedef struct variables {
    variable *at;
    uint32_t mask;
    ll_mentions mentions; /* what is known of names that do not stand alone */
    const ll_handed *handed;
} variables;

/* What is listed before the uses are told. */
typedef struct use_lists {
    LL_ARRAY(variable) variables;
    ll_node_list expressions;
} use_lists;

static variable *variable_slot(const variables *table, ll_view name, uint32_t declaration) {
    uint32_t slot = ((uint32_t)ll_view_key(name) + declaration * 31) & table->mask;
    while (table->at[slot].uses && (table->at[slot].declaration != declaration ||
                                    !ll_view_equal(table->at[slot].name, name)))
        slot = (slot + 1) & table->mask;
    return &table->at[slot];
}

static void fill_table(ll_arena *arena, variables *table, const use_lists *lists) {
    uint32_t size = 16;
    while (size < lists->variables.len * 2)
        size *= 2;
    table->at = LL_ARENA_ARRAY(arena, variable, size);
    table->mask = size - 1;
    for (uint32_t i = 0; i < lists->variables.len; i++) {
        const variable *seen = &lists->variables.at[i];
        variable *slot = variable_slot(table, seen->name, seen->declaration);
        *slot = (variable){seen->name, seen->declaration, slot->uses | seen->uses};
    }
}

static ll_use use_of_content(const ll_lesson *lesson, uint32_t element) {
    uint8_t flags = lesson->inside->below[element].flags;
    if (flags & LL_PLACE_MATH)
        return LL_USE_MATH;
    return flags & LL_PLACE_CODE ? LL_USE_CODE : LL_USE_SHOWN;
}

/* `definition` of what draws, and `value` beside a programming language. */
static bool is_source(const ll_tsx *tsx, uint32_t element, ll_view name) {
    static const char *const values[] = {"defaultValue", "value"};
    if (ll_view_equal(name, LL_VIEW("definition")))
        return ll_name_draws(ll_tsx_lead(tsx, element));
    return LL_VIEW_IS_ONE_OF(name, values) &&
           (ll_name_is_language(ll_attribute_literal(tsx, element, LL_VIEW("language"))) ||
            ll_name_is_language(ll_attribute_literal(tsx, element, LL_VIEW("lang"))));
}

static ll_use use_by_name(const ll_tsx *tsx, uint32_t attribute) {
    if (tsx->nodes.at[attribute].value == LL_TSX_SPREAD)
        return LL_USE_LOOKS;
    uint32_t element = tsx->nodes.at[attribute].parent;
    ll_view name = ll_tsx_lead(tsx, attribute);
    if (ll_view_equal(name, LL_VIEW("dangerouslySetInnerHTML")))
        return LL_USE_AS_IS;
    bool host = ll_tsx_is_host(tsx, element);
    return !host && is_source(tsx, element, name) ? LL_USE_CODE : ll_name_attribute(name, host);
}

/* What braces are for: an attribute's value, or a child; else nothing. */
static ll_use use_of_braces(const ll_lesson *lesson, uint32_t braces) {
    uint32_t parent = lesson->tsx->nodes.at[braces].parent;
    if (parent == LL_TSX_NONE)
        return LL_USE_NONE;
    bool attribute = lesson->tsx->nodes.at[parent].kind == LL_TSX_ATTRIBUTE;
    return attribute ? (ll_use)lesson->inside->below[parent].use : use_of_content(lesson, parent);
}

static bool is_child(const ll_tsx *tsx, uint32_t braces) {
    uint32_t parent = tsx->nodes.at[braces].parent;
    return parent != LL_TSX_NONE && tsx->nodes.at[parent].kind == LL_TSX_ELEMENT;
}

static void list_variable(ll_arena *arena, const ll_lesson *lesson, uint32_t braces,
                          use_lists *lists) {
    ll_braces value = ll_braces_read(lesson->tsx, braces);
    uint32_t use = 1u << lesson->inside->below[braces].use;
    if (value.kind == LL_BRACES_MEMBER && is_child(lesson->tsx, braces))
        LL_ARRAY_PUSH(arena, &lists->variables, ((variable){value.name, OF_OBJECT, use}));
    if (value.kind != LL_BRACES_NAME)
        return;
    uint32_t declaration = ll_tsx_declaration_of(lesson->tsx, braces);
    LL_ARRAY_PUSH(arena, &lists->variables, ((variable){value.name, LL_TSX_NONE, use}));
    if (declaration != LL_TSX_NONE)
        LL_ARRAY_PUSH(arena, &lists->variables, ((variable){value.name, declaration, use}));
}

/* Parameters of an arrow function. */
static bool is_parameters(const ll_tsx *tsx, uint32_t node) {
    ll_view text = tsx->source->text;
    uint32_t at = ll_source_skip_blanks(tsx, tsx->nodes.at[node].end, (uint32_t)text.len);
    return at + 1 < text.len && text.ptr[at] == '=' && text.ptr[at + 1] == '>';
}

/* What the braces are for whose expression a node is a part of: LL_USE_HIDDEN in other code, and
 * LL_USE_NONE in parameters. Of an attribute, what its name tells. */
static ll_use use_around(const ll_lesson *lesson, uint32_t node) {
    const ll_tsx_node *nodes = lesson->tsx->nodes.at;
    uint32_t parent = nodes[node].parent;
    ll_use outer =
        parent == LL_TSX_NONE ? LL_USE_HIDDEN : (ll_use)lesson->inside->below[parent].use;
    switch (nodes[node].kind) {
    case LL_TSX_ATTRIBUTE:
        return use_by_name(lesson->tsx, node);
    case LL_TSX_BRACES:
        return use_of_braces(lesson, node);
    case LL_TSX_GROUP:
        return is_parameters(lesson->tsx, node) ? LL_USE_NONE : outer;
    case LL_TSX_TEMPLATE:
        return outer;
    default:
        return LL_USE_HIDDEN;
    }
}

/* Lists what names in expressions are for. Until place_uses `use` is what use_around says. */
static void list_names(ll_arena *arena, const ll_lesson *lesson, use_lists *lists) {
    const ll_tsx_nodes *nodes = &lesson->tsx->nodes;
    for (uint32_t i = 0; i < nodes->len; i++) {
        ll_use use = use_around(lesson, i);
        lesson->inside->below[i].use = (uint8_t)use;
        if (nodes->at[i].kind == LL_TSX_BRACES)
            list_variable(arena, lesson, i, lists);
        else if (nodes->at[i].kind != LL_TSX_GROUP && nodes->at[i].kind != LL_TSX_TEMPLATE)
            continue;
        if (use != LL_USE_HIDDEN)
            LL_ARRAY_PUSH(arena, &lists->expressions, i);
    }
}

/* What is shown anywhere is shown; what only goes to code is code. */
static ll_use use_of_variable(const variables *table, ll_view name, uint32_t declaration,
                              ll_use unknown) {
    static const ll_use order[] = {LL_USE_SHOWN, LL_USE_LOOKS, LL_USE_MATH, LL_USE_CODE};
    uint32_t uses = variable_slot(table, name, declaration)->uses;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (uses & (1u << order[i]))
            return order[i];
    return uses ? LL_USE_HIDDEN : unknown;
}

static bool is_raw(ll_use use) {
    return use == LL_USE_CODE || use == LL_USE_MATH;
}

/* Whether a name leaves no doubt. */
static bool is_told(ll_use use) {
    return use != LL_USE_LOOKS && use != LL_USE_SHOWN;
}

/* The name of a prop may not tell what it is for, or tell it wrong; a component of the file does,
 * which shows it. */
static ll_use use_of_attribute(const ll_lesson *lesson, const variables *table,
                               uint32_t attribute) {
    const ll_tsx *tsx = lesson->tsx;
    ll_use use = (ll_use)lesson->inside->below[attribute].use;
    uint32_t element = tsx->nodes.at[attribute].parent;
    if (use == LL_USE_AS_IS)
        return LL_USE_HIDDEN; /* of an element, not of a constant of the file */
    if (is_told(use) || ll_tsx_is_host(tsx, element))
        return use;
    uint32_t component = ll_lesson_component(lesson, ll_tsx_lead(tsx, element));
    if (component == LL_LESSON_NONE)
        return use;
    uint32_t declaration = lesson->components.at[component].declaration;
    ll_view name = ll_tsx_lead(tsx, attribute);
    ll_use raw = ll_mentions_prop(&table->mentions, name, declaration);
    ll_use shown = use_of_variable(table, name, declaration, is_raw(raw) ? raw : use);
    return use == LL_USE_LOOKS || is_raw(shown) ? shown : use;
}

/* What a sign makes of the use around it. */
typedef enum action {
    ACT_KEEP,     /* as around it */
    ACT_RESULT,   /* as around it; of a statement: seen when it looks so */
    ACT_HIDE,     /* never seen */
    ACT_PROPERTY, /* by the property's name */
    ACT_ASSIGN,   /* by the variable's name and use */
    ACT_CALL,     /* by the function's name */
    ACT_KEYWORD,  /* by the keyword */
    ACT_OTHER     /* behind an operand */
} action;

static const action actions[] = {[LL_SIGN_NONE] = ACT_KEEP,         [LL_SIGN_COMMA] = ACT_KEEP,
                                 [LL_SIGN_PROPERTY] = ACT_PROPERTY, [LL_SIGN_ASSIGN] = ACT_ASSIGN,
                                 [LL_SIGN_CALL] = ACT_CALL,         [LL_SIGN_ARROW] = ACT_RESULT,
                                 [LL_SIGN_RETURN] = ACT_RESULT,     [LL_SIGN_QUESTION] = ACT_RESULT,
                                 [LL_SIGN_COLON] = ACT_RESULT,      [LL_SIGN_LOGIC] = ACT_RESULT,
                                 [LL_SIGN_COMPARE] = ACT_HIDE,      [LL_SIGN_PLUS] = ACT_RESULT,
                                 [LL_SIGN_KEYWORD] = ACT_KEYWORD,   [LL_SIGN_TYPE] = ACT_HIDE,
                                 [LL_SIGN_OTHER] = ACT_OTHER};

/* Tagged templates and index access; String.raw is as good as no tag, and what is spread is as good
 * as written out. */
static ll_use use_behind_operand(const ll_tsx *tsx, uint32_t node, ll_use around) {
    ll_view before = ll_tsx_text(tsx, 0, tsx->nodes.at[node].start);
    return ll_tsx_is_raw(tsx, node) || ll_view_ends(before, LL_VIEW("...")) ? around
                                                                            : LL_USE_HIDDEN;
}

/* The arguments of a call, or the parameters of a declared function, whose values are as good as
 * assigned. */
static ll_use use_in_call(const ll_tsx *tsx, uint32_t node, ll_use around) {
    ll_view before = ll_view_trim(ll_tsx_text(tsx, 0, tsx->nodes.at[node].lead_start));
    bool parameters = ll_view_ends(before, LL_VIEW("function"));
    return parameters ? LL_USE_NONE : ll_name_arguments(ll_tsx_lead(tsx, node), around);
}

/* A string of one line without code: what an element shows of others may be a program's output. */
static bool is_label(const ll_tsx *tsx, uint32_t node) {
    const ll_tsx_node *value = &tsx->nodes.at[node];
    ll_view text = ll_tsx_text(tsx, value->inner_start, value->inner_end);
    return value->kind == LL_TSX_STRING && !ll_prose_holds_code(text);
}

/* Properties of what is assigned, passed or shown; what is hidden around them stays hidden. */
static ll_use use_of_property(const ll_tsx *tsx, const variables *table, uint32_t node,
                              ll_use around) {
    if (is_raw(around))
        return around;
    ll_view name = ll_tsx_lead(tsx, node);
    ll_use use = ll_name_property(name);
    bool told = is_told(use) || (use == LL_USE_SHOWN && around == LL_USE_SHOWN);
    ll_use raw = told ? LL_USE_NONE : ll_mentions_property(&table->mentions, name);
    if (is_raw(raw))
        return raw;
    if (use != LL_USE_LOOKS)
        return use;
    if (around == LL_USE_NONE)
        return LL_USE_NONE;
    bool child = variable_slot(table, name, OF_OBJECT)->uses & 1u << LL_USE_SHOWN;
    return child && is_label(tsx, node) ? LL_USE_SHOWN : LL_USE_LOOKS;
}

static ll_use use_of_assigned(const variables *table, ll_view name) {
    ll_use raw = ll_mentions_variable(&table->mentions, name);
    ll_use unknown = is_raw(raw) ? raw : ll_name_variable(name);
    return use_of_variable(table, name, LL_TSX_NONE, unknown);
}

static ll_use use_by_sign(const ll_tsx *tsx, const variables *table, uint32_t node, ll_use around) {
    ll_view lead = ll_tsx_lead(tsx, node);
    switch (actions[tsx->nodes.at[node].sign]) {
    case ACT_KEEP:
        return around;
    case ACT_RESULT:
        return around == LL_USE_NONE ? LL_USE_LOOKS : around;
    case ACT_PROPERTY:
        return use_of_property(tsx, table, node, around);
    case ACT_ASSIGN:
        return use_of_assigned(table, lead);
    case ACT_CALL:
        return use_in_call(tsx, node, around);
    case ACT_KEYWORD:
        return ll_view_equal(lead, LL_VIEW("of")) ? LL_USE_LOOKS : LL_USE_HIDDEN;
    case ACT_OTHER:
        return use_behind_operand(tsx, node, around);
    case ACT_HIDE:
        break;
    }
    return LL_USE_HIDDEN;
}

bool ll_uses_are_body(const ll_tsx *tsx, uint32_t node) {
    const ll_tsx_node *group = &tsx->nodes.at[node];
    return group->kind == LL_TSX_GROUP && tsx->source->text.ptr[group->start] == '{' &&
           (group->sign == LL_SIGN_ARROW || group->sign == LL_SIGN_OTHER ||
            group->sign == LL_SIGN_KEYWORD);
}

static bool follows_any(ll_view rest, const char *const *signs, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (ll_view_starts(rest, ll_view_of(signs[i])))
            return true;
    return false;
}

/* A side of a comparison, the object of a method and a key of an object are not seen; the items of
 * an array may be, when one of its methods gives them on. */
static ll_use use_by_what_follows(const ll_tsx *tsx, uint32_t node, ll_use use) {
    static const char *const comparisons[] = {"==", "!="};
    static const char *const searches[] = {".includes", ".indexOf"};
    const ll_tsx_node *value = &tsx->nodes.at[node];
    ll_view text = tsx->source->text;
    uint32_t at = ll_source_skip_blanks(tsx, value->end, (uint32_t)text.len);
    ll_view rest = ll_view_slice(text, at, text.len);
    bool pattern = value->kind == LL_TSX_GROUP && text.ptr[value->start] == '{';
    bool first = !pattern && (value->sign == LL_SIGN_NONE || value->sign == LL_SIGN_COMMA);
    if (follows_any(rest, comparisons, 2) || (first && rest.len > 0 && rest.ptr[0] == ':'))
        return LL_USE_HIDDEN;
    if (rest.len == 0 || rest.ptr[0] != '.')
        return use;
    if (value->kind != LL_TSX_GROUP || follows_any(rest, searches, 2))
        return LL_USE_HIDDEN;
    return text.ptr[value->start] == '[' && use == LL_USE_SHOWN ? LL_USE_LOOKS : use;
}

static ll_use use_in_code(const ll_tsx *tsx, const variables *table, uint32_t node, ll_use around) {
    uint32_t parent = tsx->nodes.at[node].parent;
    if (parent != LL_TSX_NONE && tsx->nodes.at[parent].kind == LL_TSX_TEMPLATE)
        return around;
    bool of_type = parent == LL_TSX_NONE && around == LL_USE_HIDDEN;
    if (ll_uses_are_body(tsx, node) && !of_type)
        return LL_USE_NONE;
    if (around == LL_USE_HIDDEN)
        return LL_USE_HIDDEN;
    return use_by_what_follows(tsx, node, use_by_sign(tsx, table, node, around));
}

bool ll_uses_are_types(const ll_tsx_declaration *declaration) {
    static const char *const keywords[] = {"enum", "interface", "type"};
    return LL_VIEW_IS_ONE_OF(declaration->keyword, keywords);
}

/* What statements at the top are: LL_USE_HIDDEN in types. `*next` is the declaration to look at. */
static ll_use use_at_top(const ll_tsx *tsx, uint32_t node, uint32_t *next) {
    while (*next < tsx->declarations.len && tsx->declarations.at[*next].after_node <= node)
        ++*next;
    if (*next == tsx->declarations.len || tsx->declarations.at[*next].first_node > node)
        return LL_USE_NONE;
    return ll_uses_are_types(&tsx->declarations.at[*next]) ? LL_USE_HIDDEN : LL_USE_NONE;
}

/* Whether a node may be a passage of its own, or the text of a constant. */
static bool is_text(const ll_tsx_node *node, ll_use use) {
    switch (node->kind) {
    case LL_TSX_TEXT:
        return is_raw(use);
    case LL_TSX_ATTRIBUTE:
        return node->value == LL_TSX_QUOTED && use != LL_USE_NONE && use != LL_USE_HIDDEN;
    default:
        return node->kind == LL_TSX_STRING || node->kind == LL_TSX_TEMPLATE;
    }
}

/* What looks like prose in a function of which all that is given back goes to code, or to maths, is
 * that; `*told` is the declaration that was asked about last. */
typedef struct told_use {
    uint32_t declaration;
    ll_use use; /* LL_USE_NONE: nothing is known */
} told_use;

static ll_use use_in_function(const ll_tsx *tsx, const variables *table, uint32_t declaration,
                              told_use *told, ll_use use) {
    if (use != LL_USE_LOOKS || declaration >= tsx->declarations.len)
        return use;
    if (told->declaration != declaration)
        *told =
            (told_use){declaration, ll_mentions_variable(&table->mentions,
                                                         tsx->declarations.at[declaration].name)};
    return is_raw(told->use) ? told->use : use;
}

/* A prop that its component shows as it is. */
static bool is_prop_as_is(const ll_lesson *lesson, const variables *table, uint32_t attribute) {
    uint32_t element = lesson->tsx->nodes.at[attribute].parent;
    if (ll_tsx_is_host(lesson->tsx, element))
        return false;
    uint32_t component = ll_lesson_component(lesson, ll_tsx_lead(lesson->tsx, element));
    return component != LL_LESSON_NONE &&
           ll_mentions_prop(&table->mentions, ll_tsx_lead(lesson->tsx, attribute),
                            lesson->components.at[component].declaration) == LL_USE_AS_IS;
}

/* Whether what the node holds is text as it is, whatever is shown of it; `around` is the use of
 * what stands around it. */
static bool is_as_is(const ll_lesson *lesson, const variables *table, uint32_t node,
                     ll_use around) {
    const ll_tsx_node *seen = &lesson->tsx->nodes.at[node];
    ll_view lead = ll_tsx_lead(lesson->tsx, node);
    bool marked = lesson->inside->marked;
    if (seen->kind == LL_TSX_ATTRIBUTE)
        return marked && is_prop_as_is(lesson, table, node);
    if (seen->sign == LL_SIGN_ASSIGN)
        return (marked && ll_mentions_variable(&table->mentions, lead) == LL_USE_AS_IS) ||
               ll_handed_only(table->handed, lead);
    if (!marked)
        return false;
    bool shown = around == LL_USE_SHOWN && ll_name_property(lead) == LL_USE_SHOWN;
    return seen->sign == LL_SIGN_PROPERTY && !shown &&
           ll_mentions_property(&table->mentions, lead) == LL_USE_AS_IS;
}

static bool is_in_code(const ll_tsx_node *node) {
    return node->kind == LL_TSX_GROUP || node->kind == LL_TSX_STRING ||
           node->kind == LL_TSX_TEMPLATE;
}

/* Elements have their place from what is around them, and code from what it is assigned to. */
static void place_as_is(const ll_lesson *lesson, const variables *table, uint32_t i,
                        ll_use around) {
    const ll_tsx_node *node = &lesson->tsx->nodes.at[i];
    ll_place_below *below = lesson->inside->below;
    bool code = is_in_code(node);
    if ((code || node->kind == LL_TSX_BRACES) && node->parent != LL_TSX_NONE)
        below[i].flags |= below[node->parent].flags & LL_PLACE_AS_IS;
    if ((code || node->kind == LL_TSX_ATTRIBUTE) && is_as_is(lesson, table, i, around))
        below[i].flags |= LL_PLACE_AS_IS;
}

static void place_uses(ll_arena *arena, const ll_lesson *lesson, const variables *table) {
    const ll_tsx *tsx = lesson->tsx;
    ll_place_below *below = lesson->inside->below;
    uint32_t declaration = 0;
    told_use told = {LL_TSX_NONE, LL_USE_NONE};
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        ll_use around = node->parent == LL_TSX_NONE ? use_at_top(tsx, i, &declaration)
                                                    : (ll_use)below[node->parent].use;
        place_as_is(lesson, table, i, around);
        if (node->kind == LL_TSX_ELEMENT)
            around = use_of_content(lesson, i);
        else if (node->kind == LL_TSX_ATTRIBUTE)
            around = use_of_attribute(lesson, table, i);
        else if (is_in_code(node))
            around =
                use_in_function(tsx, table, declaration, &told, use_in_code(tsx, table, i, around));
        below[i].use = (uint8_t)around;
        if (is_text(node, around))
            LL_ARRAY_PUSH(arena, &lesson->inside->texts, i);
    }
}

void ll_uses_parse(ll_arena *arena, ll_lesson *lesson) {
    use_lists lists = {0};
    variables table = {0};
    list_names(arena, lesson, &lists);
    fill_table(arena, &table, &lists);
    ll_mentions_parse(arena, lesson, &lists.expressions, &table.mentions);
    table.handed = ll_handed_parse(arena, lesson);
    place_uses(arena, lesson, &table);
}
