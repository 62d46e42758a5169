/* What the names of elements, attributes, properties and functions say about the text in them. */
#include "lesson/parse.h"

#define N(name) LL_VIEW_INIT(name)

/* What a name says. Lists of such rows are sorted by the bytes of the names. */
typedef struct name_row {
    ll_view name;
    uint8_t use;  /* ll_use */
    uint8_t flow; /* ll_flow, of elements */
} name_row;

/* Elements that continue a line of text or stand in it as one character, and those whose content
 * is code or maths. */
static const name_row elements[] = {
    {N("BlockMath"), LL_USE_MATH, LL_FLOW_BLOCK},
    {N("CodeBlock"), LL_USE_CODE, LL_FLOW_BLOCK},
    {N("CodeEditor"), LL_USE_CODE, LL_FLOW_BLOCK},
    {N("ExternalLink"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("Fragment"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("Highlight"), LL_USE_CODE, LL_FLOW_BLOCK},
    {N("InlineMath"), LL_USE_MATH, LL_FLOW_PLACEHOLDER},
    {N("Katex"), LL_USE_MATH, LL_FLOW_BLOCK},
    {N("Latex"), LL_USE_MATH, LL_FLOW_BLOCK},
    {N("LessonLink"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("Link"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("Math"), LL_USE_MATH, LL_FLOW_BLOCK},
    {N("Mermaid"), LL_USE_CODE, LL_FLOW_BLOCK},
    {N("MermaidDiagram"), LL_USE_CODE, LL_FLOW_BLOCK},
    {N("React.Fragment"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("SyntaxHighlighter"), LL_USE_CODE, LL_FLOW_BLOCK},
    {N("TeX"), LL_USE_MATH, LL_FLOW_BLOCK},
    {N("a"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("abbr"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("b"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("cite"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("code"), LL_USE_CODE, LL_FLOW_PLACEHOLDER},
    {N("del"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("dfn"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("em"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("i"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("ins"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("kbd"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("mark"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("pre"), LL_USE_CODE, LL_FLOW_BLOCK},
    {N("q"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("s"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("samp"), LL_USE_CODE, LL_FLOW_PLACEHOLDER},
    {N("script"), LL_USE_CODE, LL_FLOW_BLOCK},
    {N("small"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("span"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("strong"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("style"), LL_USE_CODE, LL_FLOW_BLOCK},
    {N("sub"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("sup"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("time"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("tspan"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("u"), LL_USE_SHOWN, LL_FLOW_INLINE},
    {N("var"), LL_USE_SHOWN, LL_FLOW_INLINE},
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
    {N("accent"), LL_USE_HIDDEN, 0},
    {N("accept"), LL_USE_HIDDEN, 0},
    {N("achievements"), LL_USE_SHOWN, 0},
    {N("after"), LL_USE_SHOWN, 0},
    {N("align"), LL_USE_HIDDEN, 0},
    {N("alignmentBaseline"), LL_USE_HIDDEN, 0},
    {N("alt"), LL_USE_SHOWN, 0},
    {N("analogy"), LL_USE_SHOWN, 0},
    {N("animation"), LL_USE_HIDDEN, 0},
    {N("answer"), LL_USE_SHOWN, 0},
    {N("answers"), LL_USE_SHOWN, 0},
    {N("aria-controls"), LL_USE_HIDDEN, 0},
    {N("aria-current"), LL_USE_HIDDEN, 0},
    {N("aria-describedby"), LL_USE_HIDDEN, 0},
    {N("aria-description"), LL_USE_SHOWN, 0},
    {N("aria-expanded"), LL_USE_HIDDEN, 0},
    {N("aria-haspopup"), LL_USE_HIDDEN, 0},
    {N("aria-hidden"), LL_USE_HIDDEN, 0},
    {N("aria-label"), LL_USE_SHOWN, 0},
    {N("aria-labelledby"), LL_USE_HIDDEN, 0},
    {N("aria-live"), LL_USE_HIDDEN, 0},
    {N("aria-valuetext"), LL_USE_SHOWN, 0},
    {N("as"), LL_USE_HIDDEN, 0},
    {N("author"), LL_USE_SHOWN, 0},
    {N("authors"), LL_USE_SHOWN, 0},
    {N("autoComplete"), LL_USE_HIDDEN, 0},
    {N("backgroundColor"), LL_USE_HIDDEN, 0},
    {N("before"), LL_USE_SHOWN, 0},
    {N("bg"), LL_USE_HIDDEN, 0},
    {N("body"), LL_USE_SHOWN, 0},
    {N("border"), LL_USE_HIDDEN, 0},
    {N("borderColor"), LL_USE_HIDDEN, 0},
    {N("borderRadius"), LL_USE_HIDDEN, 0},
    {N("boxShadow"), LL_USE_HIDDEN, 0},
    {N("bullets"), LL_USE_SHOWN, 0},
    {N("buttonText"), LL_USE_SHOWN, 0},
    {N("caption"), LL_USE_SHOWN, 0},
    {N("captions"), LL_USE_SHOWN, 0},
    {N("category"), LL_USE_SHOWN, 0},
    {N("chart"), LL_USE_CODE, 0},
    {N("class"), LL_USE_HIDDEN, 0},
    {N("className"), LL_USE_HIDDEN, 0},
    {N("classNames"), LL_USE_HIDDEN, 0},
    {N("classes"), LL_USE_HIDDEN, 0},
    {N("clipPath"), LL_USE_HIDDEN, 0},
    {N("clipRule"), LL_USE_HIDDEN, 0},
    {N("code"), LL_USE_CODE, 0},
    {N("codeSnippet"), LL_USE_CODE, 0},
    {N("colab"), LL_USE_HIDDEN, 0},
    {N("color"), LL_USE_HIDDEN, 0},
    {N("colors"), LL_USE_HIDDEN, 0},
    {N("colour"), LL_USE_HIDDEN, 0},
    {N("command"), LL_USE_CODE, 0},
    {N("cons"), LL_USE_SHOWN, 0},
    {N("content"), LL_USE_SHOWN, 0},
    {N("crossOrigin"), LL_USE_HIDDEN, 0},
    {N("cursor"), LL_USE_HIDDEN, 0},
    {N("cx"), LL_USE_HIDDEN, 0},
    {N("cy"), LL_USE_HIDDEN, 0},
    {N("d"), LL_USE_HIDDEN, 0},
    {N("dangerouslySetInnerHTML"), LL_USE_HIDDEN, 0},
    {N("dataKey"), LL_USE_HIDDEN, 0},
    {N("definition"), LL_USE_SHOWN, 0},
    {N("description"), LL_USE_SHOWN, 0},
    {N("detail"), LL_USE_SHOWN, 0},
    {N("details"), LL_USE_SHOWN, 0},
    {N("diagram"), LL_USE_CODE, 0},
    {N("display"), LL_USE_HIDDEN, 0},
    {N("dominantBaseline"), LL_USE_HIDDEN, 0},
    {N("duration"), LL_USE_SHOWN, 0},
    {N("dx"), LL_USE_HIDDEN, 0},
    {N("dy"), LL_USE_HIDDEN, 0},
    {N("easing"), LL_USE_HIDDEN, 0},
    {N("emptyText"), LL_USE_SHOWN, 0},
    {N("encType"), LL_USE_HIDDEN, 0},
    {N("endpoint"), LL_USE_HIDDEN, 0},
    {N("equation"), LL_USE_MATH, 0},
    {N("example"), LL_USE_SHOWN, 0},
    {N("examples"), LL_USE_SHOWN, 0},
    {N("explanation"), LL_USE_SHOWN, 0},
    {N("eyebrow"), LL_USE_SHOWN, 0},
    {N("features"), LL_USE_SHOWN, 0},
    {N("file"), LL_USE_HIDDEN, 0},
    {N("filename"), LL_USE_HIDDEN, 0},
    {N("fill"), LL_USE_HIDDEN, 0},
    {N("fillOpacity"), LL_USE_HIDDEN, 0},
    {N("fillRule"), LL_USE_HIDDEN, 0},
    {N("fontFamily"), LL_USE_HIDDEN, 0},
    {N("fontSize"), LL_USE_HIDDEN, 0},
    {N("fontStyle"), LL_USE_HIDDEN, 0},
    {N("fontVariant"), LL_USE_HIDDEN, 0},
    {N("fontWeight"), LL_USE_HIDDEN, 0},
    {N("footer"), LL_USE_SHOWN, 0},
    {N("form"), LL_USE_HIDDEN, 0},
    {N("formula"), LL_USE_MATH, 0},
    {N("goal"), LL_USE_SHOWN, 0},
    {N("goals"), LL_USE_SHOWN, 0},
    {N("gradient"), LL_USE_HIDDEN, 0},
    {N("gradientTransform"), LL_USE_HIDDEN, 0},
    {N("gradientUnits"), LL_USE_HIDDEN, 0},
    {N("header"), LL_USE_SHOWN, 0},
    {N("heading"), LL_USE_SHOWN, 0},
    {N("headline"), LL_USE_SHOWN, 0},
    {N("height"), LL_USE_HIDDEN, 0},
    {N("hint"), LL_USE_SHOWN, 0},
    {N("href"), LL_USE_HIDDEN, 0},
    {N("htmlFor"), LL_USE_HIDDEN, 0},
    {N("icon"), LL_USE_HIDDEN, 0},
    {N("iconType"), LL_USE_HIDDEN, 0},
    {N("id"), LL_USE_HIDDEN, 0},
    {N("ids"), LL_USE_HIDDEN, 0},
    {N("image"), LL_USE_HIDDEN, 0},
    {N("inputMode"), LL_USE_HIDDEN, 0},
    {N("insight"), LL_USE_SHOWN, 0},
    {N("intuition"), LL_USE_SHOWN, 0},
    {N("items"), LL_USE_SHOWN, 0},
    {N("justify"), LL_USE_HIDDEN, 0},
    {N("katex"), LL_USE_MATH, 0},
    {N("key"), LL_USE_HIDDEN, 0},
    {N("label"), LL_USE_SHOWN, 0},
    {N("labels"), LL_USE_SHOWN, 0},
    {N("lang"), LL_USE_HIDDEN, 0},
    {N("language"), LL_USE_HIDDEN, 0},
    {N("latex"), LL_USE_MATH, 0},
    {N("layoutId"), LL_USE_HIDDEN, 0},
    {N("learnMore"), LL_USE_SHOWN, 0},
    {N("left"), LL_USE_SHOWN, 0},
    {N("leftLabel"), LL_USE_SHOWN, 0},
    {N("leftTitle"), LL_USE_SHOWN, 0},
    {N("legend"), LL_USE_SHOWN, 0},
    {N("lessonSlug"), LL_USE_HIDDEN, 0},
    {N("letterSpacing"), LL_USE_HIDDEN, 0},
    {N("lineHeight"), LL_USE_HIDDEN, 0},
    {N("locale"), LL_USE_HIDDEN, 0},
    {N("margin"), LL_USE_HIDDEN, 0},
    {N("markerEnd"), LL_USE_HIDDEN, 0},
    {N("markerMid"), LL_USE_HIDDEN, 0},
    {N("markerStart"), LL_USE_HIDDEN, 0},
    {N("mask"), LL_USE_HIDDEN, 0},
    {N("math"), LL_USE_MATH, 0},
    {N("mermaid"), LL_USE_CODE, 0},
    {N("message"), LL_USE_SHOWN, 0},
    {N("moduleSlug"), LL_USE_HIDDEN, 0},
    {N("name"), LL_USE_SHOWN, 0},
    {N("nextSlug"), LL_USE_HIDDEN, 0},
    {N("nextTitle"), LL_USE_SHOWN, 0},
    {N("note"), LL_USE_SHOWN, 0},
    {N("notebook"), LL_USE_HIDDEN, 0},
    {N("notes"), LL_USE_SHOWN, 0},
    {N("objective"), LL_USE_SHOWN, 0},
    {N("objectives"), LL_USE_SHOWN, 0},
    {N("opacity"), LL_USE_HIDDEN, 0},
    {N("overflow"), LL_USE_HIDDEN, 0},
    {N("padding"), LL_USE_HIDDEN, 0},
    {N("path"), LL_USE_HIDDEN, 0},
    {N("placeholder"), LL_USE_SHOWN, 0},
    {N("placeholderText"), LL_USE_SHOWN, 0},
    {N("placement"), LL_USE_HIDDEN, 0},
    {N("points"), LL_USE_HIDDEN, 0},
    {N("preserveAspectRatio"), LL_USE_HIDDEN, 0},
    {N("problem"), LL_USE_SHOWN, 0},
    {N("pros"), LL_USE_SHOWN, 0},
    {N("publishedAt"), LL_USE_HIDDEN, 0},
    {N("question"), LL_USE_SHOWN, 0},
    {N("questions"), LL_USE_SHOWN, 0},
    {N("quote"), LL_USE_SHOWN, 0},
    {N("r"), LL_USE_HIDDEN, 0},
    {N("reason"), LL_USE_SHOWN, 0},
    {N("ref"), LL_USE_HIDDEN, 0},
    {N("references"), LL_USE_SHOWN, 0},
    {N("rel"), LL_USE_HIDDEN, 0},
    {N("right"), LL_USE_SHOWN, 0},
    {N("rightLabel"), LL_USE_SHOWN, 0},
    {N("rightTitle"), LL_USE_SHOWN, 0},
    {N("rx"), LL_USE_HIDDEN, 0},
    {N("ry"), LL_USE_HIDDEN, 0},
    {N("selector"), LL_USE_HIDDEN, 0},
    {N("slug"), LL_USE_HIDDEN, 0},
    {N("slugs"), LL_USE_HIDDEN, 0},
    {N("snippet"), LL_USE_CODE, 0},
    {N("snippets"), LL_USE_CODE, 0},
    {N("solution"), LL_USE_SHOWN, 0},
    {N("sourceCode"), LL_USE_CODE, 0},
    {N("src"), LL_USE_HIDDEN, 0},
    {N("srcSet"), LL_USE_HIDDEN, 0},
    {N("stackId"), LL_USE_HIDDEN, 0},
    {N("starterCode"), LL_USE_CODE, 0},
    {N("steps"), LL_USE_SHOWN, 0},
    {N("stopColor"), LL_USE_HIDDEN, 0},
    {N("stroke"), LL_USE_HIDDEN, 0},
    {N("strokeDasharray"), LL_USE_HIDDEN, 0},
    {N("strokeLinecap"), LL_USE_HIDDEN, 0},
    {N("strokeLinejoin"), LL_USE_HIDDEN, 0},
    {N("strokeOpacity"), LL_USE_HIDDEN, 0},
    {N("strokeWidth"), LL_USE_HIDDEN, 0},
    {N("style"), LL_USE_HIDDEN, 0},
    {N("styles"), LL_USE_HIDDEN, 0},
    {N("subheading"), LL_USE_SHOWN, 0},
    {N("subtitle"), LL_USE_SHOWN, 0},
    {N("subtitleText"), LL_USE_SHOWN, 0},
    {N("summary"), LL_USE_SHOWN, 0},
    {N("tabIndex"), LL_USE_HIDDEN, 0},
    {N("tagline"), LL_USE_SHOWN, 0},
    {N("takeaway"), LL_USE_SHOWN, 0},
    {N("takeaways"), LL_USE_SHOWN, 0},
    {N("term"), LL_USE_SHOWN, 0},
    {N("tex"), LL_USE_MATH, 0},
    {N("text"), LL_USE_SHOWN, 0},
    {N("textAnchor"), LL_USE_HIDDEN, 0},
    {N("textTransform"), LL_USE_HIDDEN, 0},
    {N("tip"), LL_USE_SHOWN, 0},
    {N("title"), LL_USE_SHOWN, 0},
    {N("tooltip"), LL_USE_SHOWN, 0},
    {N("transform"), LL_USE_HIDDEN, 0},
    {N("transition"), LL_USE_HIDDEN, 0},
    {N("updatedAt"), LL_USE_HIDDEN, 0},
    {N("url"), LL_USE_HIDDEN, 0},
    {N("variant"), LL_USE_HIDDEN, 0},
    {N("viewBox"), LL_USE_HIDDEN, 0},
    {N("warning"), LL_USE_SHOWN, 0},
    {N("whiteSpace"), LL_USE_HIDDEN, 0},
    {N("width"), LL_USE_HIDDEN, 0},
    {N("x"), LL_USE_HIDDEN, 0},
    {N("x1"), LL_USE_HIDDEN, 0},
    {N("x2"), LL_USE_HIDDEN, 0},
    {N("xAxisId"), LL_USE_HIDDEN, 0},
    {N("xLabel"), LL_USE_SHOWN, 0},
    {N("xmlns"), LL_USE_HIDDEN, 0},
    {N("y"), LL_USE_HIDDEN, 0},
    {N("y1"), LL_USE_HIDDEN, 0},
    {N("y2"), LL_USE_HIDDEN, 0},
    {N("yAxisId"), LL_USE_HIDDEN, 0},
    {N("yLabel"), LL_USE_SHOWN, 0},
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
static const ll_view component_makers[] = {N("forwardRef"), N("memo"), N("observer")};

/* Ends of longer names that are never seen. */
static const ll_view hidden_ends[] = {N("Class"), N("ClassName"), N("ClassNames"), N("Classes"),
                                      N("Color"), N("Colors"),    N("Href"),       N("Icon"),
                                      N("Id"),    N("Key"),       N("Path"),       N("Slug"),
                                      N("Style"), N("Styles"),    N("URL"),        N("Url")};

/* By the first byte, which tells most names apart, then by all. */
static int compare(ll_view name, ll_view other) {
    int first = (unsigned char)name.ptr[0] - (unsigned char)other.ptr[0];
    return first ? first : ll_view_compare(name, other);
}

/* The row of a name, or NULL. */
static const name_row *find(const name_row *rows, size_t count, ll_view name) {
    size_t low = 0, high = name.len ? count : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(name, rows[middle].name);
        if (order == 0)
            return &rows[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
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

ll_use ll_name_element(ll_view name, ll_flow *flow) {
    const name_row *row = FIND(elements, name);
    *flow = row ? (ll_flow)row->flow : name.len == 0 ? LL_FLOW_INLINE : LL_FLOW_BLOCK;
    return row ? (ll_use)row->use : LL_USE_SHOWN;
}

bool ll_name_is_fragment(ll_view name) {
    return name.len == 0 || ll_view_equal(name, LL_VIEW("Fragment")) ||
           ll_view_equal(name, LL_VIEW("React.Fragment"));
}

static bool has_hidden_end(ll_view name) {
    for (size_t i = 0; i < sizeof hidden_ends / sizeof *hidden_ends; i++)
        if (ll_view_ends(name, hidden_ends[i]))
            return true;
    return false;
}

static bool is_handler(ll_view name) {
    return name.len > 2 && name.ptr[0] == 'o' && name.ptr[1] == 'n' && ll_is_upper(name.ptr[2]);
}

ll_use ll_name_property(ll_view name) {
    const name_row *row = FIND(properties, name);
    if (row)
        return (ll_use)row->use;
    if (is_handler(name))
        return LL_USE_NONE;
    bool hidden = ll_view_starts(name, LL_VIEW("data-")) || has_hidden_end(name);
    return hidden ? LL_USE_HIDDEN : LL_USE_LOOKS;
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
    bool hidden = has_hidden_end(name) || (row && row->use == LL_USE_HIDDEN);
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

bool ll_name_keeps_classes(ll_view callee) {
    return HOLDS(class_keepers, callee);
}

bool ll_name_keeps_elements(ll_view callee) {
    return HOLDS(element_keepers, callee) || HOLDS(component_makers, callee);
}

bool ll_name_makes_component(ll_view callee) {
    return HOLDS(component_makers, callee);
}
