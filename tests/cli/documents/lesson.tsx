export function SortingCardsLesson() {
  return (
    <LessonLayout>
      <Row>
        <Row.Content>
          <SectionHeader title="Sorting a Hand" />
          <p>
            A sorted hand does not stay sorted when a card is put on top: a two laid on top of a hand
            of kings breaks the order at once. Comparing two cards already in order leaves both exactly
            where they lie, so not every comparison moves a card somewhere else.
          </p>
          <svg><text>2 5 7</text></svg>
          <code>while (i &gt; 0)</code>
        </Row.Content>
      </Row>
      <Row>
        <Row.Content>
          <SectionHeader title="Counting Comparisons" />
          <p>
            Twice the cards do not always take twice the comparisons: eight cards sorted by insertion
            may need four times the comparisons of four cards — count them.
          </p>
          <details>
            <summary>Why four times?</summary>
            <p>Each card passes more of the others.</p>
          </details>
        </Row.Content>
      </Row>
    </LessonLayout>
  )
}
