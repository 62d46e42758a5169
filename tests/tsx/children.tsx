export default function Children() {
  return (
    <>
      it's "quoted" // no comment /* nor this */ & bare &amp; &mdash; `tick` ${'{'}hole{'}'}
      {/* comment */}
      {
        // line comment with <b> and 'quote
      }
      {...items}
      <a.b.c xlink:href="#a" data-x-y='one
        two' aria-label="back\slash" // comment in a tag
        /* another */ spread {...props} empty="" render={() => <i>in</i>}
      />
      <svg:rect x={1}/><this.Thing/><custom-element on-click={`t${<b/>}`} />
      < div >spaced</ div >
      <p
        title='a > b { c } <d>'
      >{cond ? <b>yes</b> : null}{' '}{a < b && <i/>}{list.map((x) => <li key={x}>{x}</li>)}</p >
      <Foo . Bar>dots</Foo.Bar>
      текст — <b>жирный</b>
    </>
  )
}
