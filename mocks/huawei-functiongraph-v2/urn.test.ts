import { expect, test } from 'vitest'
import { readUrn, toUrnText } from './urn.ts'

const text = 'urn:fss:cn-north-4:7aad:function:default:test'
const parts = { region: 'cn-north-4', projectId: '7aad', package: 'default', name: 'test' }

test('a URN has a region, a project, a package and a name', () => {
  expect(readUrn(text)).toEqual({ ...parts, qualifier: undefined })
})

test.each(['latest', 'v20191025-153727', 'release'])('a URN may end with a version or an alias: %s', (qualifier) => {
  expect(readUrn(`${text}:${qualifier}`)).toEqual({ ...parts, qualifier })
})

test('the URN of the function contains no version', () => {
  const qualified = { ...parts, qualifier: 'latest' }
  expect(toUrnText(qualified)).toBe(text)
})

test.each([
  ['nothing', ''],
  ['a bare name', 'test'],
  ['another service', text.replace('fss', 'obs')],
  ['another kind of resource', text.replace('function', 'trigger')],
  ['an empty region', text.replace('cn-north-4', '')],
  ['an empty project', text.replace('7aad', '')],
  ['an empty package', text.replace('default', '')],
  ['an empty name', text.replace('test', '')],
  ['no name', text.replace(':test', '')],
  ['an empty version', `${text}:`],
  ['too many parts', `${text}:latest:more`],
  ['capitals', text.toUpperCase()],
  ['text before it', ` ${text}`],
])('%s is not a function URN', (_, broken) => {
  expect(readUrn(broken)).toBeUndefined()
})
