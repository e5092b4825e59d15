import { expect, test } from 'vitest'
import { html, raw } from './html.ts'

const hostile = `<script>alert("1")</script>&'`

test('text is escaped in elements and attributes', () => {
  expect(html`<a title="${hostile}">${hostile}</a>`.text).toBe(
    '<a title="&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;&#38;&#39;">&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;&#38;&#39;</a>',
  )
})

test('HTML in a template is kept, and text inside it is escaped once', () => {
  expect(html`<ul>${['<', '>'].map((text) => html`<li>${text}</li>`)}</ul>`.text).toBe(
    '<ul><li>&#60;</li><li>&#62;</li></ul>',
  )
  expect(html`${raw('<br>')}${undefined}${0}`.text).toBe('<br>0')
})

test('an object that only looks like HTML is not trusted', () => {
  const plain = { text: '<b>' } as never // a value from JSON
  expect(() => html`${plain}`.text).toThrow(TypeError)
})
