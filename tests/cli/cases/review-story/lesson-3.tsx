import {
  ConstraintBlock,
  LessonHeader,
  LessonLayout,
  LessonLink,
  NextStepBlock,
  ObjectiveBlock,
  Row,
  SectionHeader,
  SummaryBlock,
  TipBlock,
} from "@/components/lessons";

function TrayDiagram() {
  return (
    <svg viewBox="0 0 200 40" role="img" aria-label="Ten trays with the letters in them">
      <rect x="2" y="2" width="16" height="36" />
      <text x="6" y="24">41</text>
    </svg>
  );
}

export function SortingTheMailLesson() {
  return (
    <LessonLayout>
      <Row>
        <Row.Content>
          <LessonHeader title="Sorting the Mail" description="Twelve letters, ten trays, no comparison." />
          <ObjectiveBlock>Sort numbers by their digits, the last digit first.</ObjectiveBlock>
          <ConstraintBlock items={["House numbers of at most three digits"]} />
        </Row.Content>
      </Row>

      <Row>
        <Row.Content>
          <SectionHeader title="Trays instead of Comparisons" />
          <p>
            Does sorting always mean comparing two letters with each other? The postman has twelve letters
            and ten trays—one for each digit. He drops every letter into the tray of its last digit. Twelve
            letters drop, and no letter is ever held against another one.
          </p>
          <TrayDiagram />
          <p>
            The last digit of a house number is its remainder by{" "}
            <InlineMath math="n \bmod 10" />, as you saw in{" "}
            <LessonLink slug="tens-and-ones">Tens and Ones</LessonLink>.
          </p>
        </Row.Content>
        <Row.Aside>
          <TipBlock title="Any Rack Will Do">Ten shoe boxes, or ten chairs, are a rack.</TipBlock>
        </Row.Aside>
      </Row>

      <Row>
        <Row.Content>
          <p>Now collect the letters, tray by tray, and do it once more for the tens.</p>
        </Row.Content>
      </Row>

      <Row>
        <Row.Content>
          <SectionHeader title="The Last Digit First" />
          <p>
            You do not have to begin with the first digit of the house number, although reading goes from left
            to right. Begin with the hundreds, and the tens pass tears the streets apart again: 310 lands
            before 120. So the ones come first, then the tens, and the hundreds at the very end.
          </p>
          <p>
            Each pass keeps what the one before it <strong>has done</strong> for letters of the same tray.
          </p>
        </Row.Content>
      </Row>

      <Row>
        <Row.Content>
          <SectionHeader title="What a Tray Remembers" />
          <p>
            Does a tray that holds two letters lose their order? Letters 41 and 21 share the tray of ones. Taken
            out from the bottom they leave in the order of their arrival—and that is no mess.
          </p>
          <details>
            <summary className="cursor-pointer">What if you take them out from the top?</summary>
            <p>Then every pass turns the order around, and the last pass spoils what the first one did.</p>
          </details>
          <button className="cursor-pointer rounded border px-3 py-1" onClick={() => window.print()}>
            Print the twelve letters
          </button>
        </Row.Content>
      </Row>

      <Row>
        <Row.Content>
          <SectionHeader title="Check: Three Letters" />
          <p>The letters 41, 21 and 30 are sorted by both digits. Which one lies on top?</p>
          <details>
            <summary className="cursor-pointer">Show answer</summary>
            <p>It is 21, since its tens digit is the lowest.</p>
          </details>
        </Row.Content>
      </Row>

      <Row>
        <Row.Content>
          <SummaryBlock
            items={[
              { headline: "Trays, no comparisons", description: "A letter goes where its digit says." },
              { headline: "The last digit first", description: "Each pass keeps the order of the one before." },
            ]}
          />
          <NextStepBlock href="/lesson/how-long" title="How Long It Takes" description="Counting the passes" />
        </Row.Content>
      </Row>
    </LessonLayout>
  );
}
