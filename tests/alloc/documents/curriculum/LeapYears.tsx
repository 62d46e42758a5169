'use client'

import { LessonLayout, Row } from '@/components/layout'
import { YearStrip } from './widget'

const links = [{ label: 'really \u2014 a year', href: 'years.ipynb' }]

export function LeapYearsLesson() {
  return (
    <LessonLayout>
      <Row>
        <Row.Content>
          <LessonHeader title="Leap Years" description="Really four &mdash; or not" />
        </Row.Content>
      </Row>
      <Row>
        <Row.Content>
          <SectionHeader title="The Rule" />
          <p className={cn('text-sm', wide && 'wide')}>
            A year that can be divided by four is a leap year &mdash;
            really, <strong>1900</strong> -- February with day 28 — is not, in <code>y % 100</code>.
          </p>
          <details>
            <summary>Why?</summary>
            <p>It is the very same year. {links.map((x) => <a key={x.href} href="a.ipynb">{x.label}</a>)}</p>
          </details>
        </Row.Content>
        <p>lost</p>
      </Row>
      <div className="flex flex-row"><YearStrip /></div>
    </LessonLayout>
  )
}
