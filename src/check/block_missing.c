/* block-missing: a block of the frame that the lesson does not have. */
#include "check/blocks.h"
#include "check/checks.h"
#include "facts/names.h"

static const ll_view NEXT_STEP = LL_VIEW_INIT("NextStepBlock");

/* What a block comes directly behind; the second one when the first is missing, too. */
static const struct {
    const char *block, *behind[2];
} places[] = {
    {"ObjectiveBlock", {"LessonHeader", NULL}},
    {"ConstraintBlock", {"ObjectiveBlock", "LessonHeader"}},
    {"NextStepBlock", {"SummaryBlock", NULL}},
};

static uint32_t place_of(ll_facts *facts, ll_view block) {
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (!ll_view_equal(block, ll_view_of(places[i].block)))
            continue;
        for (size_t k = 0; k < 2 && places[i].behind[k]; k++) {
            uint32_t found = ll_facts_first_element(facts, ll_view_of(places[i].behind[k]));
            if (found != LL_TSX_NONE)
                return found;
        }
    }
    return facts->lesson->layout;
}

static bool is_there(ll_facts *facts, ll_view block) {
    return ll_facts_first_element(facts, block) != LL_TSX_NONE ||
           ll_block_may_be_elsewhere(facts, block);
}

/* Takes the next of the blocks that may stand for each other, "A/B", off the front. */
static ll_view next_choice(ll_view *blocks) {
    size_t slash = ll_view_find_byte(*blocks, '/', 0);
    size_t end = slash == LL_VIEW_NONE ? blocks->len : slash;
    ll_view block = ll_view_slice(*blocks, 0, end);
    *blocks = ll_view_slice(*blocks, slash == LL_VIEW_NONE ? end : end + 1, blocks->len);
    return ll_view_trim(block);
}

/* "`A`", or "`A` or `B`". */
static ll_view shown(ll_arena *arena, ll_view blocks) {
    ll_view text = {0};
    while (blocks.len > 0) {
        ll_view next = next_choice(&blocks);
        text = ll_arena_format(arena, "%.*s%s`%.*s`", LL_VIEW_ARG(text), text.len ? " or " : "",
                               LL_VIEW_ARG(next));
    }
    return text;
}

static bool one_is_there(ll_facts *facts, ll_view blocks) {
    while (blocks.len > 0)
        if (is_there(facts, next_choice(&blocks)))
            return true;
    return false;
}

static void judge(ll_check *check, ll_view blocks) {
    ll_facts *facts = check->facts;
    ll_view rest = blocks, first = next_choice(&rest);
    check->outcome.checked++;
    if (one_is_there(facts, blocks) ||
        (ll_view_equal(first, NEXT_STEP) && ll_block_announces_next(facts->lesson)))
        return;
    static const char *const kinds[2][2] = {{NULL, "constraints"},
                                            {"imported", "imported-constraints"}};
    bool constraints = ll_view_equal(first, LL_VIEW("ConstraintBlock"));
    ll_value values[] = {{"block", shown(check->arena, blocks)}, {0}};
    ll_check_report(check, &(ll_report){.range = ll_tag_range(facts->tsx, place_of(facts, first)),
                                        .subject = first,
                                        .kind = kinds[ll_block_may_be_unseen(check)][constraints],
                                        .values = values});
}

void ll_check_block_missing(ll_check *check) {
    if (check->facts->lesson->layout == LL_LESSON_NONE)
        return;
    const ll_option_value *blocks = ll_check_option(check, LL_VIEW("blocks"));
    for (uint32_t i = 0; i < blocks->item_count; i++)
        judge(check, blocks->items[i]);
}
