export function YearStrip() {
  return (
    <Row>
      <Row.Aside>
        <svg><text>2024</text></svg>
      </Row.Aside>
    </Row>
  )
}
