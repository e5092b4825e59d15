import { expect, test } from 'vitest'
import { compareLines, type Expected, readLines } from './expect-lines.ts'
import { aTag, sameAs } from './tests.ts'

const step = (name: string, parts: Record<string, Expected>) => ({ step: name, parts })
const tag = 'e87ddce2d7c39ef3d6427ebe929a5380'

test('lines are found among other output', () => {
  expect(readLines('Compiling…\n{"step":"a","status":200}\n{"other":1}\n')).toEqual([{ step: 'a', status: 200 }])
})

test('expected lines have no differences, in any order of fields', () => {
  const expected = [
    step('create', { etag: aTag, body: { name: 'a', list: [1, { on: true }] } }),
    step('get', { etag: sameAs('create', 'etag'), body: sameAs('create', 'body') }),
  ]
  const body = { list: [1, { on: true }], name: 'a' }
  const again = { name: 'a', list: [1, { on: true }] }
  const lines = [
    { step: 'create', body, etag: tag },
    { step: 'get', etag: tag, body: again },
  ]
  expect(compareLines(expected, lines)).toEqual([])
})

test.each<[string, unknown, string]>([
  ['a value that differs', { name: 'b', list: [1] }, 'create: body.name is "b", not "a"'],
  ['a field that is absent', { list: [1] }, 'create: body.name is absent, not "a"'],
  ['an additional field', { name: 'a', list: [1], more: null }, 'create: body.more is null, not absent'],
  ['a list of another length', { name: 'a', list: [1, 2] }, 'create: body.list is [1,2], not [1]'],
  ['an entry that differs', { name: 'a', list: ['1'] }, 'create: body.list[0] is "1", not 1'],
  ['a value that is not an object', 'a', 'create: body is "a", not {"name":"a","list":[1]}'],
])('%s is reported', (_, body, difference) => {
  const expected = [step('create', { body: { name: 'a', list: [1] } })]
  expect(compareLines(expected, [{ step: 'create', body }])).toEqual([difference])
})

test('a failed test is reported with its own text', () => {
  const expected = [step('create', { etag: aTag }), step('get', { etag: sameAs('create', 'etag') })]
  const lines = [
    { step: 'create', etag: '"quoted"' },
    { step: 'get', etag: 'other' },
  ]
  expect(compareLines(expected, lines)).toEqual([
    String.raw`create: etag is "\"quoted\"", not an ETag`,
    'get: etag is "other", not the etag of "create"',
  ])
})

test('missing, reordered and additional steps are reported', () => {
  const expected = [step('a', {}), step('b', {})]
  expect(compareLines(expected, [{ step: 'a' }])).toEqual(['b: the program ended before this step'])
  expect(compareLines(expected, [{ step: 'b' }, { step: 'b' }])).toEqual(['a: the program printed step "b" instead'])
  expect(compareLines(expected, [{ step: 'a' }, { step: 'b' }, { step: 'c' }])).toEqual([
    'c: not a step of the scenario',
  ])
})
