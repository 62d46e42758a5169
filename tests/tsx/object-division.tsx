const a = {} / 2
const b = { valueOf() { return 4 } } / 2 / 1
const c = function () {} / 3
const d = `x${{} / 2}y` / 2
const e = class {} / 2
function f() {} /['"<]/.test('x')
{} /['"<]/.test('y')
const g = () => {}
/['"<]/.test('z')
export const h = <p>{[] / 2}</p>
