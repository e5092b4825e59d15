import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findPoorNames } from './poor-names.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'names-'))
  await mkdir(join(folder, 'models'))
  await mkdir(join(folder, 'target'))
})
afterEach(() => rm(folder, { recursive: true }))

test.each([
  'inline_response_200',
  'InlineResponse2001',
  'Object1',
  'body0',
  'Variant512',
  'createInlineObject',
  'OneOf1',
])('%s is a poor name and is reported once with its file', async (name) => {
  await writeFile(join(folder, 'models', 'a.rs'), `struct ${name} {}\nfn f(x: ${name}) {}\n`)
  expect(await findPoorNames(folder)).toEqual([`${name} in ${join('models', 'a.rs')}`])
})

test('names of the document are not poor, and the output of compilers is ignored', async () => {
  await writeFile(join(folder, 'models', 'a.go'), 'type ServicePage struct{ JSON200 *MB512; Headers200 int }\n')
  await writeFile(join(folder, 'target', 'a.rs'), 'struct Object1 {}')
  expect(await findPoorNames(folder)).toEqual([])
})
