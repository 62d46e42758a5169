/* The places that a person's finding names. */
#include "check/named.h"

#include "base/buffer.h"
#include "facts/headings.h"
#include "facts/names.h"
#include "facts/shown.h"
#include "plan/location.h"

/* Share of the words of both from which a planned example or misconception is the one that is
 * named.
 */
#define SAME_CELL 0.6

/* Elements around a place that are asked for their name; letters that are enough to know a text by;
 * bytes of a text in which one is sought. */
enum { AROUND_MOST = 256, KNOWN_BY = 4, SOUGHT_MOST = 4096 };

static ll_view key_of(ll_arena *arena, ll_view title) {
    return ll_plan_concept_key(arena, ll_view_cut(title, SOUGHT_MOST));
}

static void add_titles(ll_spotting *on) {
    const ll_lesson *lesson = on->said->facts->lesson;
    const ll_plan *plan = on->said->facts->plan;
    uint32_t sections = lesson ? lesson->sections.len : 0;
    const ll_headings *headings = lesson ? ll_facts_headings(on->said->facts) : NULL;
    on->titles = LL_ARENA_ARRAY(on->arena, ll_view,
                                sections + (headings ? headings->all.len : 0) +
                                    (plan ? plan->sections.len : 0));
    for (uint32_t i = 0; i < sections; i++)
        on->titles[on->title_count++] = key_of(on->arena, lesson->sections.at[i].title);
    for (uint32_t i = 0; headings && i < headings->all.len; i++)
        if (headings->all.at[i].part != LL_TSX_NONE)
            on->titles[on->title_count++] = key_of(on->arena, headings->all.at[i].text);
    for (uint32_t i = 0; plan && i < plan->sections.len; i++)
        on->titles[on->title_count++] = key_of(on->arena, plan->sections.at[i].title);
}

ll_spotting *ll_spotting_new(ll_arena *arena, const ll_said *said) {
    ll_spotting *on = LL_ARENA_NEW(arena, ll_spotting);
    *on = (ll_spotting){.arena = arena,
                        .said = said,
                        .listed = said->findings->len,
                        .all = said->findings->len + said->suppressed->len,
                        .work = LL_SPOTTING_WORK};
    on->sections = LL_ARENA_ARRAY(arena, ll_view, on->all);
    on->places = LL_ARENA_ARRAY(arena, ll_view, on->all);
    add_titles(on);
    return on;
}

const ll_finding *ll_spotting_finding(const ll_spotting *on, uint32_t number) {
    return number < on->listed ? &on->said->findings->at[number]
                               : &on->said->suppressed->at[number - on->listed];
}

static bool can_go_on(ll_spotting *on, size_t work) {
    on->work = work < on->work ? on->work - work : 0;
    return on->work > 0;
}

static bool holds_name(ll_spotting *on, ll_view text, ll_view name) {
    text = ll_view_cut(text, SOUGHT_MOST);
    return can_go_on(on, text.len + 1) &&
           ll_view_find_nocase(text, ll_view_unquote(name), 0) != LL_VIEW_NONE;
}

/* ---- rows of the plan ---- */

typedef struct naming {
    ll_spotting *on;
    const ll_people_match *match;
    ll_spots spots;
} naming;

static bool has_judged(ll_spotting *on, uint32_t rule, uint32_t offset) {
    const ll_outcome *outcome = &on->said->outcomes[rule];
    for (uint32_t i = 0; i < outcome->judged.len && can_go_on(on, 1); i++)
        if (outcome->judged.at[i] == offset)
            return true;
    return false;
}

static void add_row(naming *in, ll_place place, ll_view text) {
    ll_spot spot = {.kind = LL_SPOT_ROW, .text = text, .first = place.offset, .known = true};
    for (uint32_t i = 0; i < in->match->rule_count; i++)
        spot.known &= has_judged(in->on, in->match->rules[i], place.offset);
    if (in->spots.len < LL_LOCATION_NAMED_MOST)
        LL_ARRAY_PUSH(in->on->arena, &in->spots, spot);
}

/* Whether a cell holds the name that a finding gives, or is told in much the same words. */
static bool is_named(naming *in, const ll_stem_list *name, ll_view cell) {
    ll_stems *stems = ll_facts_stems(in->on->said->facts);
    ll_stem_list words = {0};
    cell = ll_view_cut(cell, SOUGHT_MOST);
    if (holds_name(in->on, cell, in->match->place))
        return true;
    if (!can_go_on(in->on, cell.len))
        return false;
    ll_stems_distinct(stems, cell, &words);
    return ll_stems_overlap(stems, name, &words) >= SAME_CELL;
}

static ll_stem_list words_of_name(const naming *in) {
    ll_stem_list name = {0};
    ll_stems_distinct(ll_facts_stems(in->on->said->facts), in->match->place, &name);
    return name;
}

/* By its number or by what it claims. */
static void add_misconceptions(naming *in, const ll_plan *plan) {
    uint32_t number = 0;
    size_t used;
    bool counted = ll_view_number(in->match->place, &number, &used) && used == in->match->place.len;
    const ll_stem_list name = words_of_name(in);
    for (uint32_t i = 0; i < plan->misconceptions.len; i++) {
        const ll_misconception *row = &plan->misconceptions.at[i];
        if (counted ? number == i + 1 : is_named(in, &name, row->claim))
            add_row(in, row->place, row->claim);
    }
}

static void add_modalities(naming *in, const ll_plan *plan) {
    unsigned families = ll_plan_modality_families(plan->vocabulary, in->match->place);
    for (uint32_t i = 0; i < plan->modalities.len; i++)
        if (plan->modalities.at[i].families & families)
            add_row(in, plan->modalities.at[i].place, plan->modalities.at[i].name);
}

static void add_items(naming *in, const ll_plan *plan) {
    for (uint32_t i = 0; i < plan->outline.len; i++)
        if (holds_name(in->on, plan->outline.at[i].title, in->match->place))
            add_row(in, plan->outline.at[i].place, plan->outline.at[i].title);
}

static void add_concepts(naming *in, const ll_plan *plan) {
    ll_view name = key_of(in->on->arena, in->match->place);
    for (uint32_t i = 0; i < plan->prerequisites.len && can_go_on(in->on, name.len + 1); i++)
        if (ll_view_equal(key_of(in->on->arena, plan->prerequisites.at[i].concept), name))
            add_row(in, plan->prerequisites.at[i].place, plan->prerequisites.at[i].concept);
}

static void add_examples(naming *in, const ll_plan *plan) {
    const ll_stem_list name = words_of_name(in);
    for (uint32_t i = 0; i < plan->examples.len; i++)
        if (is_named(in, &name, plan->examples.at[i].text))
            add_row(in, plan->examples.at[i].place, plan->examples.at[i].text);
}

/* ---- blocks ---- */

/* "next step" and "next-step" are the NextStepBlock, "header" the LessonHeader. */
static ll_view block_name(ll_arena *arena, ll_view name) {
    ll_buffer out = {.arena = arena, .most = name.len + 1};
    for (size_t i = 0; i < name.len; i++)
        if (ll_is_alnum(name.ptr[i]))
            ll_buffer_add_byte(&out, name.ptr[i]);
    ll_view joined = ll_buffer_view(&out);
    if (ll_view_ends(joined, LL_VIEW("Block")) || ll_view_ends(joined, LL_VIEW("Header")))
        return joined;
    bool header = ll_view_equal_nocase(joined, LL_VIEW("header"));
    return header ? LL_VIEW("LessonHeader")
                  : ll_arena_format(arena, "%.*sBlock", LL_VIEW_ARG(joined));
}

static bool has_element(ll_spotting *on, ll_view name) {
    if (!on->said->facts->lesson)
        return false;
    const ll_names *names = ll_facts_names(on->said->facts);
    for (uint32_t i = 0; i < names->all.len && can_go_on(on, 1); i++)
        if (ll_view_equal_nocase(names->all.at[i].name, name))
            return true;
    return false;
}

static void add_block(naming *in, const ll_plan *plan) {
    (void)plan;
    ll_view name = block_name(in->on->arena, in->match->place);
    ll_spot spot = {.kind = LL_SPOT_BLOCK, .text = name, .known = has_element(in->on, name)};
    LL_ARRAY_PUSH(in->on->arena, &in->spots, spot);
}

ll_spots ll_spots_of_match(ll_spotting *on, const ll_people_match *match) {
    static void (*const kinds[LL_PLACES])(naming *, const ll_plan *) = {
        [LL_PLACE_MISCONCEPTION] = add_misconceptions,
        [LL_PLACE_MODALITY] = add_modalities,
        [LL_PLACE_SECTION] = add_items,
        [LL_PLACE_BLOCK] = add_block,
        [LL_PLACE_CONCEPT] = add_concepts,
        [LL_PLACE_EXAMPLE] = add_examples,
    };
    naming in = {.on = on, .match = match};
    if (kinds[match->entry->place] && match->place.len > 0 && on->said->facts->plan)
        kinds[match->entry->place](&in, on->said->facts->plan);
    return in.spots;
}

/* ---- what a Location names ---- */

/* The component of the lesson's file with this name, or NULL. */
static const ll_component *component_of(const ll_said *said, ll_view name) {
    const ll_lesson *lesson = said->facts->lesson;
    for (uint32_t i = 0; lesson && i < lesson->components.len; i++)
        if (ll_view_equal(lesson->components.at[i].name, name))
            return &lesson->components.at[i];
    return NULL;
}

/* The root is around everything, and says nothing. */
static bool is_component(const ll_said *said, ll_view name) {
    const ll_component *component = component_of(said, name);
    return component && !component->root;
}

static void read_title(ll_spotting *on, const ll_named *named, ll_spot *spot) {
    ll_view key = key_of(on->arena, named->text);
    for (uint32_t i = 0; i < on->title_count && !spot->known && can_go_on(on, 1); i++)
        spot->known = ll_view_equal(on->titles[i], key);
    spot->kind = spot->known || named->title ? LL_SPOT_SECTION : LL_SPOT_WORDS;
    spot->text = spot->kind == LL_SPOT_SECTION ? key : named->text;
}

static ll_spot spot_of(ll_spotting *on, const ll_named *named) {
    ll_spot spot = {.text = named->text,
                    .first = named->first,
                    .last = named->last,
                    .document = LL_DOCUMENT_LESSON};
    if (named->kind == LL_NAMED_LINES) {
        spot.kind = LL_SPOT_LINES;
    } else if (named->kind == LL_NAMED_CODE || named->kind == LL_NAMED_BARE) {
        spot.kind = LL_SPOT_ELEMENT;
        spot.known = has_element(on, named->text) || is_component(on->said, named->text);
    } else {
        read_title(on, named, &spot);
    }
    return spot;
}

/* Whether the text holds the name of the lesson's own file, which is not elsewhere. */
static bool names_lesson(const ll_spotting *on, ll_view text) {
    const ll_source *lesson = on->said->facts->sources[LL_DOCUMENT_LESSON];
    ll_view name = lesson ? ll_view_file_name(lesson->path) : LL_VIEW("");
    return name.len > 0 && ll_view_find(text, name, 0) != LL_VIEW_NONE;
}

/* `MoonDial`, `MoonDial.tsx`: the part that may be the name of a component; else empty. */
static ll_view component_name(const ll_named *named) {
    ll_view name = named->text;
    size_t end = 0;
    bool small = false;
    if (named->kind != LL_NAMED_CODE && named->kind != LL_NAMED_BARE)
        return LL_VIEW("");
    for (; end < name.len && ll_is_alnum(name.ptr[end]); end++)
        small |= ll_is_lower(name.ptr[end]);
    bool whole = end == name.len || name.ptr[end] == '.';
    return small && whole && ll_is_upper(name.ptr[0]) ? ll_view_slice(name, 0, end) : LL_VIEW("");
}

/* An imported component: where the lesson shows it, and the files that were read for it. */
static void add_abroad(ll_spotting *on, ll_view name, uint32_t element, bool known,
                       ll_spots_of_location *found) {
    ll_facts *facts = on->said->facts;
    uint32_t files = ll_shown_by(facts, element);
    ll_spot spot = {.kind = LL_SPOT_ELEMENT, .text = name, .document = LL_DOCUMENT_LESSON};
    spot.known = known && files != 0 && !ll_shown_is_unseen(facts, element);
    found->foreign = name;
    found->unread |= !spot.known;
    LL_ARRAY_PUSH(on->arena, &found->abroad, spot);
    for (uint32_t i = 0; files >> i != 0; i++) {
        spot.document = LL_DOCUMENTS + i;
        if (files >> i & 1)
            LL_ARRAY_PUSH(on->arena, &found->abroad, spot);
    }
}

/* Says of a name whether what it stands for is drawn by another file, and is known so. */
static bool look_abroad(ll_spotting *on, const ll_named *named, const ll_location *read,
                        ll_spots_of_location *found) {
    ll_facts *facts = on->said->facts;
    ll_view name = component_name(named);
    if (name.len == 0 || !facts->lesson || ll_facts_is_plain_block(name) ||
        component_of(on->said, name))
        return false;
    uint32_t element = ll_facts_first_element(facts, name);
    uint32_t shown = element == LL_TSX_NONE ? LL_SHOWS_NOTHING : ll_shown_as(facts, element);
    if (element != LL_TSX_NONE && shown == LL_SHOWS_NOTHING)
        return false;
    if (element == LL_TSX_NONE || read->many)
        found->missing = name;
    else
        add_abroad(on, name, element, !read->beside, found);
    return found->foreign.len > 0;
}

ll_spots_of_location ll_spots_of(ll_spotting *on, ll_view location) {
    ll_location read = ll_plan_location(on->arena, location);
    ll_spots_of_location found = {.open = read.more};
    for (uint32_t i = 0; i < read.named.len; i++) {
        const ll_named *named = &read.named.at[i];
        ll_spot spot = spot_of(on, named);
        bool lesson = names_lesson(on, named->text);
        bool nothing = (named->kind == LL_NAMED_BARE && !spot.known) ||
                       (read.many && spot.kind != LL_SPOT_SECTION) || lesson;
        spot.known &= !read.many && !read.beside;
        bool known = look_abroad(on, named, &read, &found) || spot.known || lesson;
        found.open |= !known && spot.kind != LL_SPOT_LINES;
        if (!nothing)
            LL_ARRAY_PUSH(on->arena, &found.spots, spot);
    }
    found.elsewhere = read.elsewhere && !names_lesson(on, location);
    return found;
}

ll_spots_of_location ll_spots_of_title(ll_spotting *on, ll_view title) {
    ll_spots_of_location found = ll_spots_of(on, title);
    ll_view place = ll_plan_place_of_title(title);
    ll_location read = ll_plan_location(on->arena, place);
    if (read.named.len > 0 && read.named.at[0].text.len > 0) { /* behind it: what is wrong there */
        ll_view name = read.named.at[0].text;
        size_t end = (size_t)(name.ptr - place.ptr) + name.len;
        while (end < place.len && !ll_is_blank(place.ptr[end]))
            end++;
        place = ll_view_slice(place, 0, end);
    }
    found.open = ll_spots_of(on, place).open;
    return found;
}

/* ---- what stands there ---- */

static ll_view section_of(ll_spotting *on, uint32_t number) {
    const ll_finding *finding = ll_spotting_finding(on, number);
    const ll_lesson *lesson = on->said->facts->lesson;
    if (on->sections[number].ptr)
        return on->sections[number];
    bool placed = finding->range.document == LL_DOCUMENT_LESSON && lesson;
    ll_view title = placed ? ll_lesson_section_at(lesson, finding->range.offset) : finding->section;
    on->sections[number] = title.len > 0 ? key_of(on->arena, title) : LL_VIEW("");
    return on->sections[number];
}

/* What the place of a finding is called when that is not its section: the title of a card. */
static ll_view place_of(ll_spotting *on, uint32_t number) {
    ll_view *place = &on->places[number];
    if (!place->ptr)
        *place = key_of(on->arena, ll_spotting_finding(on, number)->section);
    return *place;
}

/* Whether an element or a component of this name is around that place of the lesson. */
static bool is_inside(ll_spotting *on, uint32_t offset, ll_view name) {
    const ll_tsx *tsx = on->said->facts->tsx;
    if (!tsx)
        return false;
    uint32_t node = ll_tsx_node_at(tsx, offset);
    if (node == LL_TSX_NONE)
        return false;
    uint32_t declaration = ll_tsx_declaration_of(tsx, node);
    if (declaration != LL_TSX_NONE && ll_view_equal(tsx->declarations.at[declaration].name, name))
        return true;
    for (int up = 0; node != LL_TSX_NONE && up < AROUND_MOST && can_go_on(on, 1); up++) {
        const ll_tsx_node *at = &tsx->nodes.at[node];
        if (at->kind == LL_TSX_ELEMENT && at->end > offset &&
            ll_view_equal(ll_tsx_lead(tsx, node), name))
            return true;
        node = at->parent;
    }
    return false;
}

static bool speaks_of(ll_spotting *on, const ll_finding *finding, ll_view words) {
    bool any = holds_name(on, finding->subject, words) || holds_name(on, finding->message, words);
    for (uint32_t i = 0; i < finding->values.len && !any; i++)
        any = holds_name(on, finding->values.at[i].text, words);
    return any;
}

static bool has_line(const ll_spotting *on, const ll_finding *finding, const ll_spot *lines) {
    ll_source *source = on->said->facts->sources[finding->range.document];
    if (finding->range.document == LL_DOCUMENT_PLAN)
        return false;
    uint32_t line = ll_source_position(source, finding->range.offset).line;
    return line >= lines->first && line <= lines->last;
}

int ll_spot_rank(const ll_spot *spot) {
    static const int ranks[] = {
        [LL_SPOT_ROW] = 0,     [LL_SPOT_BLOCK] = 0, [LL_SPOT_SECTION] = 0,
        [LL_SPOT_ELEMENT] = 1, [LL_SPOT_WORDS] = 1, [LL_SPOT_LINES] = 2,
    };
    return ranks[spot->kind];
}

/* Whether a place of the lesson may be at the spot; lines and words may have moved. */
static bool may_be_at(ll_spotting *on, const ll_spot *spot, uint32_t offset) {
    ll_view title;
    switch (spot->kind) {
    case LL_SPOT_SECTION:
        title = ll_lesson_section_at(on->said->facts->lesson, offset);
        if (ll_view_equal(key_of(on->arena, title), spot->text))
            return true;
        title = ll_facts_title_around(on->said->facts, offset);
        return ll_view_equal(key_of(on->arena, title), spot->text);
    case LL_SPOT_ELEMENT:
        return is_inside(on, offset, spot->text);
    case LL_SPOT_ROW:
    case LL_SPOT_BLOCK:
    case LL_SPOT_WORDS:
    case LL_SPOT_LINES:
        break;
    }
    return true;
}

ll_view ll_spots_unseen(ll_spotting *on, const ll_spots *spots, int rank) {
    ll_facts *facts = on->said->facts;
    if (!facts->lesson || !ll_shown_any(facts))
        return LL_VIEW("");
    const ll_names *names = ll_facts_names(facts);
    for (uint32_t i = 0; i < names->elements.len && can_go_on(on, 1); i++) {
        const ll_named_element *element = &names->elements.at[i];
        bool at = spots->len == 0;
        if (!ll_shown_is_unseen(facts, element->node))
            continue;
        for (uint32_t k = 0; k < spots->len && !at; k++)
            at = ll_spot_rank(&spots->at[k]) == rank &&
                 may_be_at(on, &spots->at[k], facts->tsx->nodes.at[element->node].start);
        if (at)
            return names->all.at[element->name].name;
    }
    return LL_VIEW("");
}

bool ll_spot_holds(ll_spotting *on, const ll_spot *spot, uint32_t number) {
    const ll_finding *finding = ll_spotting_finding(on, number);
    if (!can_go_on(on, spot->text.len + 1))
        return false;
    switch (spot->kind) {
    case LL_SPOT_ROW:
        return ll_view_equal(finding->subject, spot->text) ||
               (finding->range.document == LL_DOCUMENT_PLAN &&
                finding->range.offset == spot->first);
    case LL_SPOT_BLOCK:
        return speaks_of(on, finding, spot->text);
    case LL_SPOT_SECTION:
        return ll_view_equal(section_of(on, number), spot->text) ||
               ll_view_equal(place_of(on, number), spot->text);
    case LL_SPOT_ELEMENT:
        return finding->range.document == spot->document &&
               (spot->document != LL_DOCUMENT_LESSON ||
                is_inside(on, finding->range.offset, spot->text));
    case LL_SPOT_WORDS:
        return spot->text.len >= KNOWN_BY && speaks_of(on, finding, spot->text);
    case LL_SPOT_LINES:
        return has_line(on, finding, spot);
    }
    return false;
}

bool ll_spots_hold(ll_spotting *on, const ll_spots *spots, uint32_t finding) {
    for (uint32_t i = 0; i < spots->len; i++) {
        const ll_spot *spot = &spots->at[i];
        bool component = spot->kind == LL_SPOT_ELEMENT && ll_is_upper(spot->text.ptr[0]);
        if ((component || spot->kind == LL_SPOT_SECTION) && ll_spot_holds(on, spot, finding))
            return true;
    }
    return false;
}
