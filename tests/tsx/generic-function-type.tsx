type F = <T>(x: T) => T
type Pair = { make: <A>(a: A) => <B>(b: B) => [A, B]; <C>(c: C): C; new <D>(d: D): D }
interface Box<T = 'box'> extends Readonly<Record<string, <U>(u: U) => T>> {
  <V>(v: V): V
  map<W>(f: <X extends W>(x: X) => 'mapped'): Box<W>
}
const apply: <T>(x: T) => T = (x) => x
function twice(f: <T>(x: T) => T, g?: <T>(x: T) => T): <T>(x: T) => T {
  return (x) => f(f(x))
}
export const Shown = () => <p title="after types">shown</p>
