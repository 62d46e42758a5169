const g1 = useCallback<<T>(x: T) => 'a'>(f)
const g2 = a < <i/>
const h1 = x ? y as string : <i/>
const h2 = x ? <A/> : y as 'b'
const h3 = (x as any)?.foo < 3 ? 'a' : 'b'
const h4 = { a: x as 'k', b: <i/>, c: y satisfies 'l' ? 'm' : 'n' }
const h5 = x as 'a' | 'b' && <i/>
const h6 = (x) as any as { a: 'b' } | [c: 'd', e?: 'f', ...g: 'h'[]]
const h7 = `${x as `t${'a'}`}` as const
const h8 = [x as string, <i/>] as const
const i1 = (a, b?: 'x', c = <i/>, { d, e: f = 'y' }: { d: 'z' } = {}, [g]: string[] = [], ...h: 'r'[]) => <b/>
const i2 = async x => <i/>
const i3 = async (x: 'a') => { return <i/> }
const i4 = x => y => ({ a: <i/> })
const i5 = (function () { return <i/> })()
const i6 = x ? (y) => <i/> : (z: 'q') => <b/>
const i7 = x ? y : (z): 'q' => <b/>
const i8 = x ? (a, b) : c
const i9 = x ? f(a) : 'b'
const j0 = x ? { a: 'b' } : { c: <i/> }
const j1 = x ? [a ? b : c] : d ? e : <i/>
const j2 = x ? async (y: 'a'): Promise<'b'> => <i/> : null
const j3 = x ? ({ y }: P) => <i/> : null
const j4 = x ? function (y: 'a'): 'b' { return <i/> } : class { y: 'c' = <b/> }
label: for (const x of y) { continue label }
outer: { break outer }
if (x) { } else if (y) /a'b/.test(z); else { }
try { <i/> } catch { <b/> } finally { <u/> }
try { } catch (e: unknown) { }
while (x) { }
/'re/.test(x)
do { } while (x) /'re2/.test(x)
switch (x) { case 'a': case y < z: { break } default: { <i/> } }
switch (x) { case (a): 'b'; case b ? 'c' : 'd': /e'f/; default: <i/> }
function assertX(x: unknown): asserts x is 'y' { return <i/> }
function assertY(x: unknown): asserts x { return <i/> }
function thisP(this: Window, x: 'y'): x is 'z' { return <i/> }
let t1: typeof x['y'], t2: keyof typeof x, t3: readonly 'a'[] = ['b'], t4: unique symbol, t5: -1 | 1 = 1, t6: import('x').Y<'z'>['w'] = 'v'
let t7: (a: 'b') => asserts a is 'c', t8: abstract new () => 'd', t9: new <T>(x: T) => 'e'
let u1: { (a: 'b'): 'c'; new (d: 'e'): 'f'; readonly [k: string]: 'g'; get h(): 'i'; set h(v: 'j'); k?(): 'l'; m?: 'n' }
let u2: A extends B ? C extends D ? 'a' : 'b' : 'c' = 'd'
let u3: { [K in keyof T as `x${K}`]+?: T[K] }, u4: [...'a'[], b?: 'c']
let u5 = <T,>(x: T extends 'a' ? 'b' : 'c'): T extends 'd' ? 'e' : 'f' => <i/>
let u6 = <T extends { a: 'b' } = { a: 'c' }>(x: T) => <i/>
let u7 = <T, U extends keyof T>(x: T) => <i/>
let u8 = async <T extends 'a'>(x: T) => <i/>
let u9 = x as (a: 'b') => 'c'
let v0 = (x as () => void)(<i/>)
let v1 = new Foo<'a'>, v2 = new Foo<'b'>(<i/>).bar<'c'>('d')
let v3 = a?.b<'c'>('d'), v4 = a!.b!<'e'>('f'), v5 = super.x<'g'>('h'), v6 = f<'a'>`b${<i/>}`
let v7 = import.meta.env, v8 = await import('x'), v9 = new.target
let w1 = a<b, w2 = c>d
let w3 = (a < b) > c
let w4 = a < b || c > d, w5 = a<b && c>(d)
let w6 = i < n ? '<' : '>'
let w7 = x /* c */ / /* d */ y / z, w8 = x++ / 2 / y--, w9 = x! / 2 / y
let x1 = typeof x === 'a' / 2, x2 = void 0 / 2, x3 = this / 2, x4 = null / 2, x5 = true / 2, x6 = super.y / 2
let x7 = x.return / 2, x8 = x?.typeof / 2, x9 = { in: 1 / 2, of: 2 / 3 }
let y1 = [1, 2] / 3, y2 = 'a' / 2, y3 = `b` / 2, y4 = /c/ / 2, y5 = 1 / 2, y6 = 1. / 2, y7 = .5 / 2, y8 = 0b1 / 2
let y9 = yield / 2
const of = 1, as = 2, type = 3, satisfies = 4, is = 5, from = 6, get = 7, async = 8, declare = 9, abstract = 10, namespace = 11, keyof = 12, infer = 13
of / 2; as / 2; type / 2; from / 2; async / 2; get < 3; type < 4; async < 5
type = 5
type
foo
declare
const zz = <i/>
abstract
class AA { x = <i/> }
interface
BB
{ }
async
function cc() { return <i/> }
namespace
DD
var x = 1
var y = <i/>
var obj = { async, get, set, type, get a() { return 'x' }, set a(v: 'y') { }, async b() { }, *c() { }, async *d() { }, get() { }, set() { }, async() { }, static() { }, [e]: 'z', [f + 'g']() { }, 'h'() { }, 1: 'i', 2() { }, ...j, get [k]() { return 'l' }, new() { }, class() { }, function() { }, if: /a'b/, return() { return /c'd/ }, typeof: <i/> }
var { a = 'b', c: { d = <i/> }, ...e } = f, [g = 'h', , i] = j
class C1 extends (foo(<i/>)) { }
class C2 extends foo<'a'>('b') { }
class C4 { 'use' = 1; 2 = 3; static = <i/>; get = <i/>; set; async; type = 'x'; readonly x; static async *a() { } static get b() { return 'c' } declare d: 'e'; override f(): 'g' { return <i/> } accessor h = 'i'; #j?: 'k'; l!: 'm'; n?; constructor(readonly o: 'p', private q?: 'r'); constructor() { } static { } [s]: 't'; [u]() { } *[v]() { } get [w]() { return 'x' } }
class C5<T> { a<U>(b: U): 'c' { return <i/> } d = <V,>(e: V) => <i/>; f: <W>(g: W) => 'h' = i; j?<X>(k: X): 'l'; m = a < b; n = f<'o'>('p') }
class C6 {
  a = 1
  b = 'c'
  d
  e: string
  'f' = <i/>
  @dec g
  @dec() h = 'i'
  @a.b.c('j') @k l() { return <i/> }
  m = () => { return 'n' }
  o = function () { }
  p = class { }
  ;[q] = 'r'
  s = { t: 'u' }
  ;*v() { }
  w = x as 'y'
  z = a satisfies 'b'
  static c = 'd'
  get
  e2() { return 'f' }
}
export class D1 { @Input() x: 'a' = 'b'; @Output('c') y = new E<'d'>() }
@A @B('c') @D({ e: <i/> })
export default class D2 { }
export = x
export import X = Y.Z
import fs = require('fs')
import type { A1 } from 'a'; import { type B1, type C1 as D3 } from 'b'; import type E1 from 'c'; import * as F1 from 'd'; import 'e'
import json from './x.json' with { type: 'json' }
export type { G1 } from 'f'; export type * from 'g'; export type * as H1 from 'h'
declare function dfn(x: 'a'): 'b'
declare const dc: 'a', dl: { b: 'c' }
declare namespace NS { let x: 'a'; function f(): 'b'; class C { d: 'e' } }
declare module 'x'
declare module "y" { export default x; export = z }
abstract class AC { abstract x: 'a'; abstract f(): 'b'; protected abstract readonly g: 'c' }
enum E2 { A = 1, B = A << 1, C = 'x'.length, 'D' = 2 }
const jsx1 = <A b={<C d={<E/>} />} {...{ f: <G/> }} h={`i${<J/>}`}>{...k}{/* l */}{ }{<M/>}{(() => { return <N/> })()}</A>
const jsx2 = <A>{a ? <B/> : <C/>}{b && <D/>}{c?.map((d) => (<E key={d}/>))}{`f`}{'g'}</A>
const jsx3 = cond ? <A/> : cond2 ? <B>x</B> : null
const jsx4 = <A<B<C>> d="e"/>, jsx5 = <A.B<'c'>></A.B>
const jsx6 = <a-b.c/>
const jsx7 = (<A/>) as B<'c'>
const jsx8 = <A/> as B, jsx9 = <A/> satisfies 'c'
const cmp1 = <A/> === <B/>, cmp2 = [<A/>, <B/>], cmp3 = <A/> || <B/>
export { x as default, y as 'string name' }
for (let i = 0, n = <i/>; i < n; i++, j--) { }
for (var k = 'a' in b) ; for (const [a, b] of Object.entries<'c'>(d)) { }
if (a < b) { } if (a<b>(c)) { } while (a > b) { }
return a < b ? <A/> : <B/>
async () => { for await (const x of y) <i/>; await <b/>; return await f<'a'>('b') }
a = b
++c
d = e
/f/g
var l1 = function <T>(x: T): 'a' { return <i/> }, l2 = class<T> { }, l3 = function* () { yield <i/>; yield* <b/> }
if (a) ; else <i/>
x = a ? b : c ? d : e
x = a ? (b, c) : (d)
x = a ? ((b: 'c') => d) : (e)
x = a ? b => c : d => <i/>
x = a ? [b] : { c: d }
x = a ?? b ?? <i/>
x = a?.[0]?.b?.<'c'>('d')
x = (-a) ** +b, y = ~c, z = !<i/>
x = a in b, y = a instanceof B
x = new (foo())<'a'>('b')
using res = <i/>
var html = a <!--b
