export function MonthsLesson() {
  return (
    <LessonLayout>
      <Row><Row.Content><p>April has thirty days.</Row.Content></Row>
    </LessonLayout>
  )
}
