const a = handlers?.<string>('first')
const b = handlers.on?.<Map<string, number>>('second', () => <b>inside</b>)
const c = tag?.<'third'>(<i/>)
export const d = a?.[0]?.(<u>last</u>)
