// hostile.mjs FOLDER: writes documents whose names and texts hold what the formats use themselves (marks
// of XML, JSON, workflow commands, addresses), what they cannot hold, and characters of every width.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const evil = `50%, 100%25 a:b::error file=x,line=1::c ]]> <&> &amp; "' \\n \u0001\u001B[31m\uFFFE\u202E 漢字 e\u0301 👩‍🚀`;

const plan = (slug) => `# Lesson: Shuffled Cards ${evil}

**Slug:** ${slug}

### Prerequisites Table

| Concept | Required Depth | Actual Depth | Source | Status |
|---|---|---|---|---|
| ${evil} | DEVELOPED | MENTIONED | a (1.1.1) | OK |
| 漢字漢字 👩‍🚀 | APPLIED | NOT TAUGHT ${evil} | a (1.1.1) | OK |

### Misconceptions Table

| Misconception | Why They'd Think This | Negative Example | Where to Address |
|---|---|---|---|
| Nothing of ${evil} is anywhere near volcanoes and glaciers | ${evil} | Completely different harbours | x |
`;

const lesson = `// lessonlint-disable-next-line ${evil}
export function ShuffledCardsLesson() {
  return (
    <LessonLayout>
      <div title="50%, a:b &lt;&amp;&gt;">漢字 👩‍🚀 -- e\u0301 <b>outside</b>
      </div>
      <Row>
        <Row.Content>
          <SectionHeader title="Why 50%, a:b::c &lt;&amp;&gt; 漢字" />
          <p>漢字漢字漢字 👩‍🚀 -- \t% , : &lt;&amp;&gt; ]]&gt; &quot;&apos; word \u0001 — word</p>
          <details><summary>Why \u001B[31m -- ?</summary>So.</details>
        </Row.Content>
      </Row>
    </LessonLayout>
  )
}
`;

const many = `export function ManyLesson() {
  return (
    <LessonLayout>
      <Row>
        <Row.Content>
${'          <p>one -- two</p>\n'.repeat(1200)}        </Row.Content>
      </Row>
    </LessonLayout>
  )
}
`;

const slow = `id: x-slow
kind: text
severity: polish
reads: [plan]
title: "Found"
message: "Found \`{match}\`"
issue: It is there.
impact: It distracts.
fix: Take it out.
text:
  scopes: [plan.prose]
  pattern: '(a+)+$'
`;

const folder = process.argv[2];

// A name may hold any byte but two, also such as are no UTF-8.
function write(name, text) {
  const bytes = Buffer.isBuffer(name) ? name : Buffer.from(name);
  fs.writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), bytes]), text);
}

const printable = `a, b: 50% <&>'"\\é 漢字 👩‍🚀 #1?`;
const broken = Buffer.concat([Buffer.from('x\ny\t\u001B[31m::error::'), Buffer.from([0xff])]);
write(`${printable}.md`, plan('shuffled'));
write(`${printable}.tsx`, lesson);
write(Buffer.concat([broken, Buffer.from('.md')]), plan('broken').replaceAll('\n', '\r\n'));
write(Buffer.concat([broken, Buffer.from('.tsx')]), `\uFEFF${lesson.replaceAll('\n', '\r\n')}`);

fs.mkdirSync(path.join(folder, 'many'));
write('many/lesson.tsx', many);
fs.mkdirSync(path.join(folder, 'given-up/rules'), { recursive: true });
write('given-up/rules/x-slow.yaml', slow);
write('given-up/plan.md', `${plan('slow')}\nA card is ${'a'.repeat(60)}!\n`);
