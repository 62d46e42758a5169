export function BrechungLesson() {
  return (
    <LessonLayout>
      <Row>
        <Row.Content>
          <SectionHeader title="Strahlen an einer Glasfläche" />
          <p>
            Trifft ein Lichtstrahl senkrecht auf eine dicke Glasfläche, so durchquert er das Fensterglas ungebrochen.
            Gleich stark geknickte Lichtstrahlen gibt es also nicht an jeder Fläche; geradlinig läuft der auftreffende
            Strahl völlig.
          </p>
        </Row.Content>
      </Row>
    </LessonLayout>
  )
}
