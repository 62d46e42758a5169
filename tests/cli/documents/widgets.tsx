import { HandWidget } from './HandWidget'

export function WidgetsLesson() {
  return (
    <LessonLayout>
      <Row>
        <Row.Content>
          <SectionHeader title="A Hand to Play With" />
        </Row.Content>
      </Row>
      <HandWidget />
    </LessonLayout>
  )
}
