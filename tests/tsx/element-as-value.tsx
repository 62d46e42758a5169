export const Tip = () => (
  <Card icon=<b/> header=<h3 className="x">Head {count}</h3> footer=<>one<i/>two</> wide>
    body
  </Card>
)
