import { expect, test } from 'vitest'
import { readFunctionSeeds, seedFunctions } from './seed.ts'
import { emptyState, getFunction, putFunction } from './state.ts'
import { readUrn } from './urn.ts'

const least = { runtime: 'Python3.9', timeout: 3, handler: 'index.handler', memory_size: 128 } as const
const mine = 'urn:fss:cn-north-4:7aad:function:default:f'
const theirs = 'urn:fss:eu-west-101:8bbe:function:default:f'

const find = (state: typeof emptyState, urn: string) => {
  const parts = readUrn(urn)
  return parts && getFunction(state, parts)
}

test('every project in every region has a function with only a name, in the package default', () => {
  const state = seedFunctions(emptyState, [{ ...least, func_name: 'f' }])
  expect(find(state, mine)).toMatchObject({ settings: { timeout: 3 }, code: { type: 'inline' }, versions: [] })
  expect(find(state, theirs)).toBe(find(state, mine))
  expect(find(state, mine.replace('default', 'other'))).toBeUndefined()
  expect(find(state, `${mine}f`)).toBeUndefined()
})

test('a function with a package is in that package', () => {
  const state = seedFunctions(emptyState, [{ ...least, func_name: 'f', package: 'other' }])
  expect(find(state, mine)).toBeUndefined()
  expect(find(state, mine.replace('default', 'other'))).toBeDefined()
})

test('a function with a URN exists only for its project and region, and takes precedence over the shared one', () => {
  const state = seedFunctions(emptyState, [
    { ...least, func_name: 'f' },
    { ...least, func_urn: mine, timeout: 60 },
  ])
  expect(find(state, mine)?.settings.timeout).toBe(60)
  expect(find(state, theirs)?.settings.timeout).toBe(3)
})

test('a repeated seed replaces the function and the changes of projects', () => {
  const first = seedFunctions(emptyState, [
    { ...least, func_name: 'f' },
    { ...least, func_name: 'ff' },
  ])
  const cell = { current: first }
  for (const urn of [mine, `${mine}f`]) {
    const [parts, stored] = [readUrn(urn), find(first, urn)]
    if (parts && stored) putFunction(cell, parts, { ...stored, settings: { ...stored.settings, timeout: 60 } })
  }
  const state = seedFunctions(cell.current, [{ ...least, func_name: 'f', timeout: 90 }])
  expect(find(state, mine)?.settings.timeout).toBe(90)
  expect(find(state, `${mine}f`)?.settings.timeout, 'another name').toBe(60)
})

test('code, dependencies, versions and aliases are kept', () => {
  const versions = ['v20191025-153727']
  const aliases = { release: 'v20191025-153727', newest: 'latest' }
  const code = { code_type: 'obs' as const, code_url: 'https://a/b.zip', depend_version_list: ['d1'] }
  const state = seedFunctions(emptyState, [{ ...least, func_name: 'f', ...code, versions, aliases }])
  expect(find(state, mine)).toMatchObject({
    code: { type: 'obs', link: 'https://a/b.zip' },
    dependVersions: ['d1'],
    versions,
    aliases,
  })
})

test('seeds are JSON', () => {
  const seeds = [{ ...least, func_name: 'f' }]
  expect(readFunctionSeeds(JSON.parse(JSON.stringify(seeds)))).toEqual(seeds)
})

test.each<[string, unknown, string]>([
  ['no list of functions', { f: least }, 'must be a list of functions'],
  ['an unknown field', [{ ...least, func_name: 'f', runtme: 'Go1.x' }], 'f: function: must not have runtme'],
  ['an invalid setting', [{ ...least, func_urn: mine, memory_size: 1 }], `${mine}: memory_size: must be one of`],
  ['no settings', [{ ...least, func_name: 'f' }, {}], '[1]: runtime: must be present; '],
  ['a name that is not a string', [{ ...least, func_name: 1 }], '[0]: func_name: must be a string'],
  ['nothing', [null], '[0]: function: must be an object'],
])('a seed with %s is rejected with the names of the function and the field', (_, part, message) => {
  expect(() => readFunctionSeeds(part)).toThrow(TypeError)
  expect(() => readFunctionSeeds(part)).toThrow(message)
})

test.each<[string, object, string]>([
  ['neither name nor URN', { func_name: undefined }, 'a function: func_urn or func_name must be present'],
  ['a broken URN', { func_urn: 'f' }, 'f: must have the form urn:fss:{region}:'],
  ['a URN with a version', { func_urn: `${mine}:latest` }, `${mine}:latest: must have the form urn:fss:`],
  ['a name with a colon', { func_name: 'f:latest' }, 'f:latest: must have the form'],
  ['an empty name', { func_name: '' }, ': must have the form'],
  ['broken code', { func_code: { file: '%' } }, 'f: func_code.file: must be base64'],
  ['no code URL', { code_type: 'obs' }, 'f: code_url: must be present'],
  ['broken user data', { user_data: '[]' }, 'f: user_data: must be a JSON object'],
  ['an alias without its version', { aliases: { a: 'v1' } }, 'f: aliases.a: must be one of the versions, or latest'],
])('%s is rejected with the name of the function', (_, fields, message) => {
  expect(() => seedFunctions(emptyState, [{ ...least, func_name: 'f', ...fields }])).toThrow(message)
})
