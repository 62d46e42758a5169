#!/usr/bin/env node
'use client'
import React, { type FC, useState as state } from 'react'
import type { Props as P } from './props'
export * as all from './all'
export { default as Other, type P } from './other'
export type { P as Q } from './q'

let x: number = 1_000.5e-3, y = 0xFF_FFn, z!: string
const less = x < y, more = x > y, both = x < y && y > z
const chain = x! < y, post = x++ < 3, shifted = x << 2 >> 1 >>> 3
const cmp = f(a < b, c > d)
const call = f<string>('a'), made = new Map<string, 'v'>(), tagged = css<Props>`color: ${(p) => p.c < 3 ? 'a' : "b"};`
const inst = f<string>
const nested = `a${`b${`c${x}`}`}` + `$` + `$$ \` \${`
const generic = <T,>(v: T) => <b>{v}</b>
const bounded = <T extends object>(v: T) => <b title='t'>text</b>
const constant = <const T,>(v: T) => <i/>
const attribute = <T extends="y">text</T>
const asserted = x as unknown as Map<string, 'k'>, sat = { a: <i/> } satisfies Record<string, 'r'>
const casted = (x as number) < y ? <i/> : <b/>
const typed = x as number < y
const cond = x ? (a) : (b), arrow = x ? (a: string): string => 'yes' : 'no'
const cond2 = x ? (): 'q' => <i/> : <b/>
const ret = (v: string): v is 'guard' => v === 'guard'
const fn = async <T,>(v: T): Promise<T | 'null'> => { await v; return <i/> && v }
const hof = (v: string): ((w: string) => 'z') => (w) => <b>{w}</b>
const hof2 = (v: string): (w: 'in') => 'out' => (w) => <b>{w}</b>
const union = (v): ('a' | 'b') => <b>union</b>
const opt = a?.b?.['c']?.(<i/>) ?? `t${a?.`x`}`, tern = a ?.5 : 1
const re = [/a[/]b/g, /\//, /[\]/]/u, x / y / z, (x) / 2, x[0] / 2]
const neg = x < -1 || x <= 2, not = !/a'/.test(x), ne = x != y, seq = x !== y
x ||= <i/>, y &&= 'a', z ??= `b`
x /= 2; y **= 3
for (const of of ofs) <i/>
for (const k in x) { delete x[k] }
for await (const k of <b/>) k
const { p = <i>default</i>, q: { r = 'deep' } = {}, ...rest }: P & { p: 'lit' } = props
const o = { if: 1, class: 'c', function: <i/>, return: <b/>, 'quoted': 1, [`computed`]: 2, async *gen() { yield <i/> }, get a() { return 'g' }, delete() {}, catch(e) { return e / 2 }, m<T>(v: T): T { return v }, type: 'x', as: 'y' }
enum Color { Red = 'red', Blue = `blue` }
const enum Size { A = 1 << 2 }
declare module 'mod' { export const x: 'in' }
declare global { interface Window { x: 'w' } }
namespace N.M { export const y = <i/> }
type Mapped = { readonly [K in keyof P]?: P[K] extends infer U ? 'yes' : "no" } & { -readonly [K in 'a']-?: `t${K}` }
type Long =
  | 'a'
  | { b: 'c'; d: () => 'e' }
  | typeof import('x')
type Cond<T> = T extends (infer U)[] ? <V>(v: V) => U : T extends 'x' ? 'y' : abstract new () => 'z'
const afterTypes = <p>after</p>
abstract class A<T = 'd'> extends B<T, 'e'> implements C<'f'>, D {
  static #count = 0
  private readonly name?: string = 'n'
  state: { a: 'b' } = { a: 'b' }
  declare x: 'y'
  handler = (e: Event): void => { e }
  icon = <i/>
  generic = <T,>(v: T) => <b>{v}</b>
  [key: string]: 'index'
  static { this.#count = <b/> ? 1 : 2 }
  constructor(private a: string, public b = 'c') { super() }
  get value(): 'v' { return 'v' }
  async *gen<T>(x: T): AsyncGenerator<'g'> { yield* x }
  abstract area(): 'number'
  if() { return <i/> }
  @dec() prop = 'p'
  @dec({ a: <i/> }) method() { return #count in this }
}
@component({ tag: 'x' })
export class Decorated {}
const K = class<T> extends A<T> { x = <i/> }
function over(a: 'a'): 'b'
function over(a: 'c'): { d: 'e' } {
  return <div/>
}
const last = function* named<T>(v: T): Generator<'g'> { yield <i/> }
const spread = [...x, <i/>, ...(<b/> as any)]
let fnType: new (a: 'a') => 'b' = K, other: (a: 'a') => <T>(b: T) => 'c' = fnType
const comma = (1, <i/>), voided = void <i/>, kind = typeof <b/>
throw <i/>
export default <T,>(props: T) => <main>default</main>
const curried = dual<
  <V>(value: V) => (self: HashSet<V>) => 'first',
  <V>(self: HashSet<V>, value: V) => 'second'
>(2, <i>curried</i>)
