
export function XLesson() {
  return (
    <LessonLayout>
      <Row><Row.Content><p>x</p></Row.Content></Row>
    </LessonLayout>
  )
}
