/* Whether somebody says a text: quotation marks, elements and speakers. */
#include "check/spoken.h"

enum {
    AROUND_MOST = 32, /* elements around a text that are asked */
    LABEL_WORDS = 3,  /* of a speaker's name: "Sycophantic reply B" */
    NODES_MOST = 256  /* of a component that is looked through */
};

/* Who says something, and what is said, in small letters. Sorted. */
static const char *const speakers[] = {
    "ai",     "assistant", "bot",     "chatbot", "chatgpt", "colleague", "customer",
    "friend", "human",     "learner", "llm",     "model",   "prompt",    "quote",
    "reply",  "response",  "speaker", "student", "tutor",   "user",      "utterance"};

/* Parts of the names of components that show what somebody says. */
static const char *const speech[] = {"Quote", "Bubble", "Dialogue", "Speech", "Utterance"};

/* Props and keys that name a speaker; `known` ones only when it is one of `speakers`. */
static const struct {
    ll_view name;
    bool known;
} speaking[] = {{LL_VIEW_INIT("speaker"), false},
                {LL_VIEW_INIT("role"), true},
                {LL_VIEW_INIT("author"), true},
                {LL_VIEW_INIT("from"), true},
                {LL_VIEW_INIT("who"), true}};

enum { SPEAKING = sizeof speaking / sizeof *speaking };

static bool is_speaker(ll_view word) {
    char lower[16];
    if (word.len > sizeof lower)
        return false;
    for (size_t i = 0; i < word.len; i++)
        lower[i] = ll_to_lower(word.ptr[i]);
    word.ptr = lower;
    return LL_VIEW_IS_ONE_OF(word, speakers);
}

/* --- quotation marks ----------------------------------------------------------------------------
 */

/* The last place of `mark` before `end`, or LL_VIEW_NONE. */
static size_t last_of(ll_view text, ll_view mark, size_t end) {
    size_t found = LL_VIEW_NONE, at = 0;
    text = ll_view_slice(text, 0, end);
    while ((at = ll_view_find(text, mark, at)) != LL_VIEW_NONE) {
        found = at;
        at += mark.len;
    }
    return found;
}

static bool in_pair(ll_view text, ll_view open, ll_view close, size_t start, size_t end) {
    size_t opened = last_of(text, open, start), closed = last_of(text, close, start);
    return opened != LL_VIEW_NONE && (closed == LL_VIEW_NONE || closed < opened) &&
           ll_view_find(text, close, end) != LL_VIEW_NONE;
}

/* Straight marks open and close in turn; one behind a digit is an inch. */
static bool in_straight(ll_view text, size_t start, size_t end) {
    bool open = false;
    for (size_t at = 0; at < start; at++)
        if (text.ptr[at] == '"' && (open || at == 0 || !ll_is_digit(text.ptr[at - 1])))
            open = !open;
    return open && ll_view_find_byte(text, '"', end) != LL_VIEW_NONE;
}

static bool is_quoted(ll_view text, size_t start, size_t end) {
    return in_pair(text, LL_VIEW("\xE2\x80\x9C"), LL_VIEW("\xE2\x80\x9D"), start, end) ||
           in_pair(text, LL_VIEW("\xC2\xAB"), LL_VIEW("\xC2\xBB"), start, end) ||
           in_straight(text, start, end);
}

/* --- speakers -----------------------------------------------------------------------------------
 */

/* "User", "Model B", "Sycophantic reply"; "Reward model" and "Model size" speak not. */
static bool is_label(ll_view label) {
    ll_view words[LABEL_WORDS + 1];
    size_t count = 0, at = 0;
    label = ll_view_trim(label);
    while (at < label.len && count <= LABEL_WORDS) {
        size_t end = ll_view_find_byte(label, ' ', at);
        end = end == LL_VIEW_NONE ? label.len : end;
        words[count++] = ll_view_slice(label, at, end);
        at = end + 1;
    }
    if (count > 1 && words[count - 1].len == 1)
        count--;
    if (count == 0 || count > LABEL_WORDS || !is_speaker(words[count - 1]))
        return false;
    return count == 1 || !ll_view_equal_nocase(words[count - 1], LL_VIEW("model"));
}

/* Whether a sentence in front of `start` begins with a speaker and a colon. */
static bool has_label(ll_view text, size_t start) {
    size_t from = 0;
    for (size_t at = 0; at < start; at++) {
        if (text.ptr[at] == ':' && is_label(ll_view_slice(text, from, at)))
            return true;
        if (strchr(".!?:;\n", text.ptr[at]))
            from = at + 1;
    }
    return false;
}

/* Whether a label stands in an element of its own in front of the passage. */
static bool follows_label(const ll_lesson *lesson, const ll_passage *passage) {
    if (passage == lesson->passages.at || passage->kind != LL_PASSAGE_PROSE)
        return false;
    const ll_passage *before = passage - 1;
    if (before->kind != LL_PASSAGE_PROSE || before->row != passage->row)
        return false;
    ll_view text = ll_view_trim(ll_lesson_passage_text(lesson, before));
    if (text.len > 0 && text.ptr[text.len - 1] == ':')
        text.len--;
    return is_label(text);
}

/* --- elements and properties --------------------------------------------------------------------
 */

static bool is_quoting_host(ll_view name) {
    return ll_view_equal(name, LL_VIEW("blockquote")) || ll_view_equal(name, LL_VIEW("q"));
}

static bool has_speech_name(ll_view name) {
    for (size_t i = 0; i < sizeof speech / sizeof *speech; i++)
        if (ll_view_find(name, ll_view_of(speech[i]), 0) != LL_VIEW_NONE)
            return true;
    return false;
}

/* Whether a component of the file quotes what it is given: it draws a `blockquote` or `q`. */
static bool draws_quote(const ll_lesson *lesson, ll_view name) {
    uint32_t component = ll_lesson_component(lesson, name);
    if (component == LL_LESSON_NONE)
        return false;
    const ll_tsx_declaration *declaration =
        &lesson->tsx->declarations.at[lesson->components.at[component].declaration];
    if (declaration->after_node - declaration->first_node > NODES_MOST)
        return false;
    for (uint32_t i = declaration->first_node; i < declaration->after_node; i++)
        if (lesson->tsx->nodes.at[i].kind == LL_TSX_ELEMENT &&
            is_quoting_host(ll_tsx_lead(lesson->tsx, i)))
            return true;
    return false;
}

/* Whether a prop of a component names who says what it holds. */
static bool has_speaker(ll_facts *facts, uint32_t element) {
    for (size_t i = 0; i < SPEAKING; i++) {
        ll_view value = {0};
        if (ll_lesson_prop(facts->lesson, facts->arena, element, speaking[i].name, &value) ==
                LL_KNOWN &&
            (!speaking[i].known || is_label(value)))
            return true;
    }
    return false;
}

static bool is_said_in(ll_facts *facts, uint32_t element) {
    ll_view name = ll_tsx_lead(facts->tsx, element);
    if (ll_tsx_is_host(facts->tsx, element))
        return is_quoting_host(name);
    return has_speech_name(name) || draws_quote(facts->lesson, name) || has_speaker(facts, element);
}

/* Whether the property of an object, or one beside it, tells who speaks. */
static bool is_said_in_data(const ll_tsx *tsx, uint32_t node) {
    const ll_tsx_node *string = &tsx->nodes.at[node];
    if (string->sign != LL_SIGN_PROPERTY || string->parent == LL_TSX_NONE)
        return false;
    if (is_speaker(ll_tsx_lead(tsx, node)))
        return true;
    for (uint32_t i = ll_tsx_first(tsx, string->parent); i != LL_TSX_NONE; i = ll_tsx_next(tsx, i))
        for (size_t k = 0; k < SPEAKING && tsx->nodes.at[i].kind == LL_TSX_STRING; k++)
            if (tsx->nodes.at[i].sign == LL_SIGN_PROPERTY &&
                ll_view_equal(ll_tsx_lead(tsx, i), speaking[k].name) &&
                (!speaking[k].known || is_label(ll_tsx_text(tsx, tsx->nodes.at[i].inner_start,
                                                            tsx->nodes.at[i].inner_end))))
                return true;
    return false;
}

bool ll_is_spoken(ll_facts *facts, const ll_passage *passage, uint32_t start, uint32_t end) {
    const ll_lesson *lesson = facts->lesson;
    ll_view text = ll_lesson_passage_text(lesson, passage);
    start -= passage->start;
    end -= passage->start;
    if (is_quoted(text, start, end) || has_label(text, start) || follows_label(lesson, passage) ||
        is_said_in_data(facts->tsx, passage->node))
        return true;
    const uint32_t *parents = ll_facts_elements(facts)->parent;
    uint32_t at = ll_tsx_element_of(facts->tsx, passage->node);
    for (int i = 0; at != LL_TSX_NONE && i < AROUND_MOST; i++, at = parents[at])
        if (is_said_in(facts, at))
            return true;
    return false;
}
