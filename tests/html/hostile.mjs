// hostile.mjs FOLDER: writes a plan and a lesson in which every text that a page can show tries to be
// more than text. What a document can hold is written as it stands; `&#0;` and the like come out of
// the decoding of the lesson. structure.mjs wants each of `wants` on the page, as text.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import url from 'node:url';

const evil = `</script></title><img src=x onerror=alert(1)>&amp;&lt;"'\u202E<!--`;

export const wants = [
  `</script></title><img src=x onerror=alert(1)>`,
  `"><b id=evil>`,
  `'"><svg onload=alert(2)>`,
  '[U+202E]',
  '[U+2066]',
  '\uFFFD',
  '{{7*7}}${7*7}%s%v%u',
];

const plan = `# Lesson: ${evil} {{7*7}}\${7*7}%s%v%u

**Slug:** hostile
**Module:** 1.1 (${evil})
**Type:** BUILD

## Phase 2: Analyze

### Prerequisites Table

| Concept | Required Depth | Actual Depth | Source | Status | Reasoning |
|---|---|---|---|---|---|
| "><b id=evil> | DEVELOPED | MENTIONED | a (1.1.1) | OK | ${evil} |
| '"><svg onload=alert(2)> \u0001\u007F\uFFFE | DEVELOPED | \`</code><i>\` | a (1.1.1) | OK | x |

### Misconceptions Table

| Misconception | Why They'd Think This | Negative Example | Where to Address |
|---|---|---|---|
| Shuffled cards ${evil} | Habit | Halving works "><b id=evil> on shuffled lists too | Section ${evil} |
| Nothing of this is anywhere near | \u2066 | Completely different words "onmouseover="alert(3) | x |

### Examples Planned

| Example | Type | Purpose |
|---|---|---|
| Shuffled cards <script>alert(4)</script> | Positive </td></table> | ${evil} |

### Modalities Planned

| Modality | What Specifically | Why This Modality |
|---|---|---|
| Visual </th> | A diagram <iframe src="javascript:alert(5)"></iframe> | Seen at once |
| Interactive | \`</pre></mark>\` a slider | x |

## Phase 4: Design

### Lesson Outline

1. **Hook -- ${evil}** (Row + Aside)
   - Shuffled cards
2. **Explain: Order Matters </span></table>** (Row)
   - Halving works on sorted lists
3. **Explain: Nowhere "><b id=evil>** (Row)
   - Completely unrelated subject matter regarding volcanoes, glaciers, penguins, harbours

---

## Review — 2026-01-01 (Iteration 1/3)

### Summary
- Critical: 1
- Improvement: 4294967295
- Polish: 4294967295

### Verdict: NEEDS REVISION <script>alert(6)</script>

### Findings

#### [CRITICAL] — ${evil}

**Issue:** ${evil}

---

## Review — 2026-01-01 (${evil}, Iteration 2/3)

### Verdict: PASS </td>

### Iteration 1 Fix Verification

1. **${evil} (CRITICAL):** FIXED. Yes.
`;

const lesson = `// lessonlint-disable-next-line ${evil}
export function HostileLesson() {
  return (
    <LessonLayout>
      <div title="${evil.replaceAll('"', '&quot;')}">&#0;&#x202E;&#1; -- outside</div>
      <Row>
        <Row.Content>
          <LessonHeader title="</script></title><img src=x onerror=alert(1)>" description="x" />
          <SectionHeader title="&lt;/script&gt;&#0;&#x202E;&quot;&gt;&lt;b id=evil&gt;" />
          <p>Shuffled cards — and "&gt;&lt;b — word -- word</p>
          <details><summary>Why -- "?</summary>So.</details>
        </Row.Content>
      </Row>
      <Row>
        <Row.Content>
          <SectionHeader title={'Order Matters \\u0000\\u2066</span>'} />
          <p>Halving works on sorted lists — shuffled ones \u202E are -- different.</p>
          <p className="</pre>">\t\u0000 -- \`&lt;/code&gt;\`</p>
        </Row.Content>
      </Row>
      <Row>
        <Row.Content>
          <SectionHeader title="Unplanned </td></tr></table>" />
          <p>{"\u2028 -- \\u2028"}</p>
        </Row.Content>
      </Row>
    </LessonLayout>
  )
}
`;

if (process.argv[1] === url.fileURLToPath(import.meta.url)) {
  const folder = process.argv[2];
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'plan.md'), plan);
  fs.writeFileSync(path.join(folder, 'lesson.tsx'), lesson);
}
