/* What the names of elements, attributes, properties and functions say about the text in them. */
#include "lesson/parse.h"

#include "base/eight.h"

#define N(name) LL_VIEW_INIT(name)

enum { NAME_MOST = 24 };

/* What a name says. Lists of such rows are sorted by the bytes of the names. */
typedef struct name_row {
    char name[NAME_MOST];
    uint8_t says; /* of elements: LL_PLACE_…, of others: ll_use */
    uint8_t flow; /* ll_flow, of elements */
} name_row;

/* Elements that continue a line of text or stand in it as one character, those whose content is
 * code or maths, and those that are a place of their own. */
static const name_row elements[] = {
    {"BlockMath", LL_PLACE_MATH, LL_FLOW_BLOCK},
    {"CodeBlock", LL_PLACE_CODE, LL_FLOW_BLOCK},
    {"CodeEditor", LL_PLACE_CODE, LL_FLOW_BLOCK},
    {"ExternalLink", 0, LL_FLOW_INLINE},
    {"Fragment", 0, LL_FLOW_INLINE},
    {"Highlight", LL_PLACE_CODE, LL_FLOW_BLOCK},
    {"InlineMath", LL_PLACE_MATH, LL_FLOW_PLACEHOLDER},
    {"Katex", LL_PLACE_MATH, LL_FLOW_BLOCK},
    {"Latex", LL_PLACE_MATH, LL_FLOW_BLOCK},
    {"LessonLink", 0, LL_FLOW_INLINE},
    {"Link", 0, LL_FLOW_INLINE},
    {"Math", LL_PLACE_MATH, LL_FLOW_BLOCK},
    {"Mermaid", LL_PLACE_CODE, LL_FLOW_BLOCK},
    {"MermaidDiagram", LL_PLACE_CODE, LL_FLOW_BLOCK},
    {"React.Fragment", 0, LL_FLOW_INLINE},
    {"Row.Aside", LL_PLACE_ASIDE, LL_FLOW_BLOCK},
    {"RowAside", LL_PLACE_ASIDE, LL_FLOW_BLOCK},
    {"SyntaxHighlighter", LL_PLACE_CODE, LL_FLOW_BLOCK},
    {"TeX", LL_PLACE_MATH, LL_FLOW_BLOCK},
    {"a", 0, LL_FLOW_INLINE},
    {"abbr", 0, LL_FLOW_INLINE},
    {"b", 0, LL_FLOW_INLINE},
    {"cite", 0, LL_FLOW_INLINE},
    {"code", LL_PLACE_CODE, LL_FLOW_PLACEHOLDER},
    {"del", 0, LL_FLOW_INLINE},
    {"details", LL_PLACE_DETAILS, LL_FLOW_BLOCK},
    {"dfn", 0, LL_FLOW_INLINE},
    {"em", 0, LL_FLOW_INLINE},
    {"i", 0, LL_FLOW_INLINE},
    {"ins", 0, LL_FLOW_INLINE},
    {"kbd", 0, LL_FLOW_INLINE},
    {"mark", 0, LL_FLOW_INLINE},
    {"pre", LL_PLACE_CODE, LL_FLOW_BLOCK},
    {"q", 0, LL_FLOW_INLINE},
    {"s", 0, LL_FLOW_INLINE},
    {"samp", LL_PLACE_CODE, LL_FLOW_PLACEHOLDER},
    {"script", LL_PLACE_CODE, LL_FLOW_BLOCK},
    {"small", 0, LL_FLOW_INLINE},
    {"span", 0, LL_FLOW_INLINE},
    {"strong", 0, LL_FLOW_INLINE},
    {"style", LL_PLACE_CODE, LL_FLOW_BLOCK},
    {"sub", 0, LL_FLOW_INLINE},
    {"sup", 0, LL_FLOW_INLINE},
    {"svg", LL_PLACE_SVG, LL_FLOW_BLOCK},
    {"time", 0, LL_FLOW_INLINE},
    {"tspan", 0, LL_FLOW_INLINE},
    {"u", 0, LL_FLOW_INLINE},
    {"var", 0, LL_FLOW_INLINE},
};

/* Attributes of elements of the page that are seen; every other one is not. */
static const ll_view host_shown[] = {N("abbr"),
                                     N("alt"),
                                     N("aria-description"),
                                     N("aria-label"),
                                     N("aria-placeholder"),
                                     N("aria-roledescription"),
                                     N("aria-valuetext"),
                                     N("label"),
                                     N("placeholder"),
                                     N("summary"),
                                     N("title")};

static const ll_view host_looks[] = {N("defaultValue")};

/* Attributes of components and properties of objects, by what they hold. */
static const name_row properties[] = {
    {"accent", LL_USE_HIDDEN, 0},
    {"accept", LL_USE_HIDDEN, 0},
    {"achievements", LL_USE_SHOWN, 0},
    {"after", LL_USE_SHOWN, 0},
    {"align", LL_USE_HIDDEN, 0},
    {"alignmentBaseline", LL_USE_HIDDEN, 0},
    {"alt", LL_USE_SHOWN, 0},
    {"analogy", LL_USE_SHOWN, 0},
    {"animation", LL_USE_HIDDEN, 0},
    {"answer", LL_USE_SHOWN, 0},
    {"answers", LL_USE_SHOWN, 0},
    {"aria-controls", LL_USE_HIDDEN, 0},
    {"aria-current", LL_USE_HIDDEN, 0},
    {"aria-describedby", LL_USE_HIDDEN, 0},
    {"aria-description", LL_USE_SHOWN, 0},
    {"aria-expanded", LL_USE_HIDDEN, 0},
    {"aria-haspopup", LL_USE_HIDDEN, 0},
    {"aria-hidden", LL_USE_HIDDEN, 0},
    {"aria-label", LL_USE_SHOWN, 0},
    {"aria-labelledby", LL_USE_HIDDEN, 0},
    {"aria-live", LL_USE_HIDDEN, 0},
    {"aria-valuetext", LL_USE_SHOWN, 0},
    {"as", LL_USE_HIDDEN, 0},
    {"author", LL_USE_SHOWN, 0},
    {"authors", LL_USE_SHOWN, 0},
    {"autoComplete", LL_USE_HIDDEN, 0},
    {"backgroundColor", LL_USE_HIDDEN, 0},
    {"before", LL_USE_SHOWN, 0},
    {"bg", LL_USE_HIDDEN, 0},
    {"body", LL_USE_SHOWN, 0},
    {"border", LL_USE_HIDDEN, 0},
    {"borderColor", LL_USE_HIDDEN, 0},
    {"borderRadius", LL_USE_HIDDEN, 0},
    {"boxShadow", LL_USE_HIDDEN, 0},
    {"bullets", LL_USE_SHOWN, 0},
    {"buttonText", LL_USE_SHOWN, 0},
    {"caption", LL_USE_SHOWN, 0},
    {"captions", LL_USE_SHOWN, 0},
    {"category", LL_USE_SHOWN, 0},
    {"chart", LL_USE_CODE, 0},
    {"class", LL_USE_HIDDEN, 0},
    {"className", LL_USE_HIDDEN, 0},
    {"classNames", LL_USE_HIDDEN, 0},
    {"classes", LL_USE_HIDDEN, 0},
    {"clipPath", LL_USE_HIDDEN, 0},
    {"clipRule", LL_USE_HIDDEN, 0},
    {"code", LL_USE_CODE, 0},
    {"codeSnippet", LL_USE_CODE, 0},
    {"colab", LL_USE_HIDDEN, 0},
    {"color", LL_USE_HIDDEN, 0},
    {"colors", LL_USE_HIDDEN, 0},
    {"colour", LL_USE_HIDDEN, 0},
    {"command", LL_USE_CODE, 0},
    {"cons", LL_USE_SHOWN, 0},
    {"content", LL_USE_SHOWN, 0},
    {"crossOrigin", LL_USE_HIDDEN, 0},
    {"cursor", LL_USE_HIDDEN, 0},
    {"cx", LL_USE_HIDDEN, 0},
    {"cy", LL_USE_HIDDEN, 0},
    {"d", LL_USE_HIDDEN, 0},
    {"dangerouslySetInnerHTML", LL_USE_HIDDEN, 0},
    {"dataKey", LL_USE_HIDDEN, 0},
    {"definition", LL_USE_SHOWN, 0},
    {"description", LL_USE_SHOWN, 0},
    {"detail", LL_USE_SHOWN, 0},
    {"details", LL_USE_SHOWN, 0},
    {"diagram", LL_USE_CODE, 0},
    {"display", LL_USE_HIDDEN, 0},
    {"dominantBaseline", LL_USE_HIDDEN, 0},
    {"duration", LL_USE_SHOWN, 0},
    {"dx", LL_USE_HIDDEN, 0},
    {"dy", LL_USE_HIDDEN, 0},
    {"easing", LL_USE_HIDDEN, 0},
    {"emptyText", LL_USE_SHOWN, 0},
    {"encType", LL_USE_HIDDEN, 0},
    {"endpoint", LL_USE_HIDDEN, 0},
    {"equation", LL_USE_MATH, 0},
    {"example", LL_USE_SHOWN, 0},
    {"examples", LL_USE_SHOWN, 0},
    {"explanation", LL_USE_SHOWN, 0},
    {"eyebrow", LL_USE_SHOWN, 0},
    {"features", LL_USE_SHOWN, 0},
    {"file", LL_USE_HIDDEN, 0},
    {"filename", LL_USE_HIDDEN, 0},
    {"fill", LL_USE_HIDDEN, 0},
    {"fillOpacity", LL_USE_HIDDEN, 0},
    {"fillRule", LL_USE_HIDDEN, 0},
    {"fontFamily", LL_USE_HIDDEN, 0},
    {"fontSize", LL_USE_HIDDEN, 0},
    {"fontStyle", LL_USE_HIDDEN, 0},
    {"fontVariant", LL_USE_HIDDEN, 0},
    {"fontWeight", LL_USE_HIDDEN, 0},
    {"footer", LL_USE_SHOWN, 0},
    {"formula", LL_USE_MATH, 0},
    {"goal", LL_USE_SHOWN, 0},
    {"goals", LL_USE_SHOWN, 0},
    {"gradientTransform", LL_USE_HIDDEN, 0},
    {"gradientUnits", LL_USE_HIDDEN, 0},
    {"header", LL_USE_SHOWN, 0},
    {"heading", LL_USE_SHOWN, 0},
    {"headline", LL_USE_SHOWN, 0},
    {"height", LL_USE_HIDDEN, 0},
    {"hint", LL_USE_SHOWN, 0},
    {"href", LL_USE_HIDDEN, 0},
    {"htmlFor", LL_USE_HIDDEN, 0},
    {"icon", LL_USE_HIDDEN, 0},
    {"iconType", LL_USE_HIDDEN, 0},
    {"id", LL_USE_HIDDEN, 0},
    {"ids", LL_USE_HIDDEN, 0},
    {"image", LL_USE_HIDDEN, 0},
    {"inputMode", LL_USE_HIDDEN, 0},
    {"insight", LL_USE_SHOWN, 0},
    {"intuition", LL_USE_SHOWN, 0},
    {"items", LL_USE_SHOWN, 0},
    {"justify", LL_USE_HIDDEN, 0},
    {"katex", LL_USE_MATH, 0},
    {"key", LL_USE_HIDDEN, 0},
    {"label", LL_USE_SHOWN, 0},
    {"labels", LL_USE_SHOWN, 0},
    {"lang", LL_USE_HIDDEN, 0},
    {"language", LL_USE_HIDDEN, 0},
    {"latex", LL_USE_MATH, 0},
    {"layoutId", LL_USE_HIDDEN, 0},
    {"learnMore", LL_USE_SHOWN, 0},
    {"left", LL_USE_SHOWN, 0},
    {"leftLabel", LL_USE_SHOWN, 0},
    {"leftTitle", LL_USE_SHOWN, 0},
    {"legend", LL_USE_SHOWN, 0},
    {"lessonSlug", LL_USE_HIDDEN, 0},
    {"letterSpacing", LL_USE_HIDDEN, 0},
    {"lineHeight", LL_USE_HIDDEN, 0},
    {"locale", LL_USE_HIDDEN, 0},
    {"margin", LL_USE_HIDDEN, 0},
    {"markerEnd", LL_USE_HIDDEN, 0},
    {"markerMid", LL_USE_HIDDEN, 0},
    {"markerStart", LL_USE_HIDDEN, 0},
    {"math", LL_USE_MATH, 0},
    {"mermaid", LL_USE_CODE, 0},
    {"message", LL_USE_SHOWN, 0},
    {"moduleSlug", LL_USE_HIDDEN, 0},
    {"name", LL_USE_SHOWN, 0},
    {"nextSlug", LL_USE_HIDDEN, 0},
    {"nextTitle", LL_USE_SHOWN, 0},
    {"note", LL_USE_SHOWN, 0},
    {"notebook", LL_USE_HIDDEN, 0},
    {"notes", LL_USE_SHOWN, 0},
    {"objective", LL_USE_SHOWN, 0},
    {"objectives", LL_USE_SHOWN, 0},
    {"opacity", LL_USE_HIDDEN, 0},
    {"overflow", LL_USE_HIDDEN, 0},
    {"padding", LL_USE_HIDDEN, 0},
    {"path", LL_USE_HIDDEN, 0},
    {"placeholder", LL_USE_SHOWN, 0},
    {"placeholderText", LL_USE_SHOWN, 0},
    {"placement", LL_USE_HIDDEN, 0},
    {"preserveAspectRatio", LL_USE_HIDDEN, 0},
    {"problem", LL_USE_SHOWN, 0},
    {"pros", LL_USE_SHOWN, 0},
    {"publishedAt", LL_USE_HIDDEN, 0},
    {"question", LL_USE_SHOWN, 0},
    {"questions", LL_USE_SHOWN, 0},
    {"quote", LL_USE_SHOWN, 0},
    {"r", LL_USE_HIDDEN, 0},
    {"reason", LL_USE_SHOWN, 0},
    {"ref", LL_USE_HIDDEN, 0},
    {"references", LL_USE_SHOWN, 0},
    {"rel", LL_USE_HIDDEN, 0},
    {"right", LL_USE_SHOWN, 0},
    {"rightLabel", LL_USE_SHOWN, 0},
    {"rightTitle", LL_USE_SHOWN, 0},
    {"rx", LL_USE_HIDDEN, 0},
    {"ry", LL_USE_HIDDEN, 0},
    {"selector", LL_USE_HIDDEN, 0},
    {"slug", LL_USE_HIDDEN, 0},
    {"slugs", LL_USE_HIDDEN, 0},
    {"snippet", LL_USE_CODE, 0},
    {"snippets", LL_USE_CODE, 0},
    {"solution", LL_USE_SHOWN, 0},
    {"src", LL_USE_HIDDEN, 0},
    {"srcSet", LL_USE_HIDDEN, 0},
    {"stackId", LL_USE_HIDDEN, 0},
    {"steps", LL_USE_SHOWN, 0},
    {"stopColor", LL_USE_HIDDEN, 0},
    {"stroke", LL_USE_HIDDEN, 0},
    {"strokeDasharray", LL_USE_HIDDEN, 0},
    {"strokeLinecap", LL_USE_HIDDEN, 0},
    {"strokeLinejoin", LL_USE_HIDDEN, 0},
    {"strokeOpacity", LL_USE_HIDDEN, 0},
    {"strokeWidth", LL_USE_HIDDEN, 0},
    {"style", LL_USE_HIDDEN, 0},
    {"styles", LL_USE_HIDDEN, 0},
    {"subheading", LL_USE_SHOWN, 0},
    {"subtitle", LL_USE_SHOWN, 0},
    {"subtitleText", LL_USE_SHOWN, 0},
    {"summary", LL_USE_SHOWN, 0},
    {"tabIndex", LL_USE_HIDDEN, 0},
    {"tagline", LL_USE_SHOWN, 0},
    {"takeaway", LL_USE_SHOWN, 0},
    {"takeaways", LL_USE_SHOWN, 0},
    {"term", LL_USE_SHOWN, 0},
    {"tex", LL_USE_MATH, 0},
    {"text", LL_USE_SHOWN, 0},
    {"textAnchor", LL_USE_HIDDEN, 0},
    {"textTransform", LL_USE_HIDDEN, 0},
    {"tip", LL_USE_SHOWN, 0},
    {"title", LL_USE_SHOWN, 0},
    {"tooltip", LL_USE_SHOWN, 0},
    {"transform", LL_USE_HIDDEN, 0},
    {"updatedAt", LL_USE_HIDDEN, 0},
    {"url", LL_USE_HIDDEN, 0},
    {"variant", LL_USE_HIDDEN, 0},
    {"viewBox", LL_USE_HIDDEN, 0},
    {"warning", LL_USE_SHOWN, 0},
    {"whiteSpace", LL_USE_HIDDEN, 0},
    {"width", LL_USE_HIDDEN, 0},
    {"x", LL_USE_HIDDEN, 0},
    {"x1", LL_USE_HIDDEN, 0},
    {"x2", LL_USE_HIDDEN, 0},
    {"xAxisId", LL_USE_HIDDEN, 0},
    {"xLabel", LL_USE_SHOWN, 0},
    {"xmlns", LL_USE_HIDDEN, 0},
    {"y", LL_USE_HIDDEN, 0},
    {"y1", LL_USE_HIDDEN, 0},
    {"y2", LL_USE_HIDDEN, 0},
    {"yAxisId", LL_USE_HIDDEN, 0},
    {"yLabel", LL_USE_SHOWN, 0},
};

/* Functions whose arguments are seen when the result is, and those that show a text. */
static const ll_view argument_keepers[] = {
    N("Map"),         N("Set"),     N("String"),  N("concat"),     N("entries"), N("fill"),
    N("filter"),      N("flatMap"), N("forEach"), N("forwardRef"), N("freeze"),  N("from"),
    N("fromEntries"), N("join"),    N("keys"),    N("map"),        N("memo"),    N("of"),
    N("push"),        N("reduce"),  N("reverse"), N("slice"),      N("sort"),    N("useCallback"),
    N("useMemo"),     N("values")};

static const ll_view argument_shown[] = {N("alert"), N("confirm"), N("fillText"), N("strokeText"),
                                         N("useState")};

/* Functions of the browser that are named like those of useState, but show nothing. */
static const ll_view no_setters[] = {N("setAttribute"), N("setInterval"), N("setItem"),
                                     N("setProperty"),  N("setTimeout"),  N("setValueAtTime")};

/* Functions that give back the classes they are given. */
static const ll_view class_keepers[] = {
    N("String"), N("classNames"), N("classnames"), N("clsx"), N("cn"), N("concat"), N("cva"),
    N("cx"),     N("filter"),     N("join"),       N("trim"), N("tv"), N("twJoin"), N("twMerge")};

/* Functions that can give back the elements they are given. */
static const ll_view element_keepers[] = {N("concat"), N("filter"),  N("flatMap"),
                                          N("from"),   N("map"),     N("reverse"),
                                          N("slice"),  N("toArray"), N("useMemo")};

/* Functions that make a component of a function. */
static const ll_view component_makers[] = {
    N("assign"), /* Object.assign(function, { Body, Side }) */
    N("forwardRef"),
    N("memo"),
    N("observer"),
};

/* Ends of longer names that are never seen. */
static const ll_view hidden_ends[] = {N("Class"), N("ClassName"), N("ClassNames"), N("Classes"),
                                      N("Color"), N("Colors"),    N("Href"),       N("Icon"),
                                      N("Id"),    N("Key"),       N("Path"),       N("Slug"),
                                      N("Style"), N("Styles"),    N("URL"),        N("Url")};

/* Ends of longer names that hold code samples. */
static const ll_view code_ends[] = {N("Code"), N("Snippet"), N("Snippets")};

/* Ends of the names of elements that draw. */
static const ll_view drawing_ends[] = {N("Chart"), N("Diagram"),   N("Flow"),
                                       N("Graph"), N("Flowchart"), N("Mermaid")};

/* Languages of programs, data and terminals, in small letters. */
static const ll_view languages[] = {
    N("asm"),        N("bash"),       N("c"),        N("c#"),         N("c++"),        N("clojure"),
    N("console"),    N("cpp"),        N("csharp"),   N("css"),        N("cuda"),       N("dart"),
    N("diff"),       N("docker"),     N("elixir"),   N("dockerfile"), N("go"),         N("golang"),
    N("graphql"),    N("haskell"),    N("html"),     N("http"),       N("ini"),        N("java"),
    N("javascript"), N("js"),         N("json"),     N("jsx"),        N("julia"),      N("kotlin"),
    N("latex"),      N("lua"),        N("makefile"), N("matlab"),     N("mermaid"),    N("perl"),
    N("php"),        N("powershell"), N("py"),       N("python"),     N("r"),          N("ruby"),
    N("rust"),       N("scala"),      N("scss"),     N("sh"),         N("shell"),      N("sql"),
    N("swift"),      N("toml"),       N("ts"),       N("tsx"),        N("typescript"), N("xml"),
    N("yaml"),       N("yml"),        N("zsh")};

static bool is_name(const name_row *row, ll_view name) {
    return name.len < NAME_MOST && memcmp(row->name, name.ptr, name.len) == 0 &&
           row->name[name.len] == '\0';
}

/* The row of a name, or NULL. Halving takes no jumps, which would be guessed wrong. */
static const name_row *find(const name_row *rows, size_t count, ll_view name) {
    char first[8] = {0};
    memcpy(first, name.ptr, name.len < sizeof first ? name.len : sizeof first);
    uint64_t key = ll_eight_ordered(first);
    const name_row *row = rows;
    for (size_t left = count, half; left > 1; left -= half) {
        half = left / 2;
        row += ll_eight_ordered(row[half - 1].name) < key ? half : 0;
    }
    for (; row < rows + count && ll_eight_ordered(row->name) == key; row++)
        if (is_name(row, name))
            return row;
    return NULL;
}

#define FIND(rows, name) find((rows), sizeof(rows) / sizeof *(rows), (name))

static bool holds(const ll_view *list, size_t count, ll_view name) {
    for (size_t i = 0; i < count; i++)
        if (ll_view_equal(name, list[i]))
            return true;
    return false;
}

#define HOLDS(list, name) holds((list), sizeof(list) / sizeof *(list), (name))

uint8_t ll_name_element(ll_view name, ll_flow *flow) {
    const name_row *row = FIND(elements, name);
    *flow = row ? (ll_flow)row->flow : name.len == 0 ? LL_FLOW_INLINE : LL_FLOW_BLOCK;
    return row ? row->says : 0;
}

bool ll_name_is_fragment(ll_view name) {
    return name.len == 0 || ll_view_equal(name, LL_VIEW("Fragment")) ||
           ll_view_equal(name, LL_VIEW("React.Fragment"));
}

static bool has_end(const ll_view *ends, size_t count, ll_view name) {
    for (size_t i = 0; i < count && name.len > 0; i++)
        if (name.ptr[name.len - 1] == ends[i].ptr[ends[i].len - 1] && ll_view_ends(name, ends[i]))
            return true;
    return false;
}

#define HAS_END(ends, name) has_end((ends), sizeof(ends) / sizeof *(ends), (name))

bool ll_name_draws(ll_view element) {
    return HAS_END(drawing_ends, element);
}

bool ll_name_is_language(ll_view value) {
    char lower[NAME_MOST];
    if (value.len > sizeof lower)
        return false;
    for (size_t i = 0; i < value.len; i++)
        lower[i] = ll_to_lower(value.ptr[i]);
    value.ptr = lower;
    return HOLDS(languages, value);
}

static bool is_handler(ll_view name) {
    return name.len > 2 && name.ptr[0] == 'o' && name.ptr[1] == 'n' && ll_is_upper(name.ptr[2]);
}

ll_use ll_name_property(ll_view name) {
    const name_row *row = FIND(properties, name);
    if (row)
        return (ll_use)row->says;
    if (is_handler(name))
        return LL_USE_NONE;
    if (ll_view_starts(name, LL_VIEW("data-")) || HAS_END(hidden_ends, name))
        return LL_USE_HIDDEN;
    return HAS_END(code_ends, name) ? LL_USE_CODE : LL_USE_LOOKS;
}

ll_use ll_name_attribute(ll_view name, bool host) {
    if (is_handler(name))
        return LL_USE_NONE;
    if (host && HOLDS(host_shown, name))
        return LL_USE_SHOWN;
    if (host)
        return HOLDS(host_looks, name) ? LL_USE_LOOKS : LL_USE_HIDDEN;
    if (ll_view_equal(name, LL_VIEW("name")))
        return LL_USE_LOOKS; /* of an icon or a field as often as of a thing */
    return ll_name_property(name);
}

ll_use ll_name_variable(ll_view name) {
    const name_row *row = FIND(properties, name);
    bool hidden = HAS_END(hidden_ends, name) || (row && row->says == LL_USE_HIDDEN);
    return hidden ? LL_USE_HIDDEN : LL_USE_LOOKS;
}

/* setStatus, but not setAttribute. */
static bool is_setter(ll_view callee) {
    return callee.len > 3 && ll_view_starts(callee, LL_VIEW("set")) && ll_is_upper(callee.ptr[3]) &&
           !HOLDS(no_setters, callee);
}

ll_use ll_name_arguments(ll_view callee, ll_use around) {
    if (HOLDS(argument_keepers, callee))
        return around == LL_USE_NONE ? LL_USE_LOOKS : around;
    bool shown = HOLDS(argument_shown, callee) || is_setter(callee);
    return shown ? LL_USE_LOOKS : LL_USE_HIDDEN;
}

bool ll_name_is_statement(ll_view callee) {
    static const char *const keywords[] = {"await",  "catch", "for",    "if",   "of",    "return",
                                           "switch", "throw", "typeof", "void", "while", "yield"};
    return LL_VIEW_IS_ONE_OF(callee, keywords);
}

bool ll_name_keeps_classes(ll_view callee) {
    return HOLDS(class_keepers, callee);
}

bool ll_name_keeps_elements(ll_view callee) {
    return HOLDS(element_keepers, callee) || HOLDS(component_makers, callee);
}

bool ll_name_makes_component(ll_view callee) {
    return HOLDS(component_makers, callee);
}

/* Sorted. */
static const char *const plain_blocks[] = {
    "",
    "ComparisonRow",
    "ConceptBlock",
    "ConstraintBlock",
    "ExternalLink",
    "Fragment",
    "GradientCard",
    "InsightBlock",
    "LessonHeader",
    "LessonLayout",
    "LessonLink",
    "Link",
    "ModuleCompleteBlock",
    "NextStepBlock",
    "ObjectiveBlock",
    "PhaseCard",
    "React.Fragment",
    "ReferencesBlock",
    "Row",
    "Row.Aside",
    "Row.Content",
    "RowAside",
    "RowContent",
    "SectionHeader",
    "StepList",
    "SummaryBlock",
    "TipBlock",
    "TryThisBlock",
    "WarningBlock",
};

bool ll_lesson_is_block(ll_view name) {
    return LL_VIEW_IS_ONE_OF(name, plain_blocks);
}
