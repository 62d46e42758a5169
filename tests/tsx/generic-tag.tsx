export const Form = () => (
  <Select<string> value="one" onChange={(v) => v}>
    <Option<{ a: string; b: <T>(x: T) => T }> key="x" {...rest} />
    <Table.Row<Array<Map<string, 'q'>>>>row</Table.Row>
    <Plain < number > title='spaced' />
  </Select>
)
