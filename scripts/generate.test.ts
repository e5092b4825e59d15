import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { apis } from '../schemas/apis.ts'
import type { Api } from '../schemas/core/api.ts'
import { findDifferences } from './generate.ts'
import { render } from './render/render.ts'

describe('render', () => {
  test('gives the same bytes twice, with LF line ends and a final line end', async () => {
    const [first, second] = [await render(apis), await render(apis)]
    expect([...second]).toEqual([...first])
    for (const [path, text] of first) {
      expect(text, path).not.toContain('\r')
      expect(text.endsWith('\n'), path).toBe(true)
    }
  })

  test('gives five files for each API', async () => {
    const files = await render(apis)
    const names = ['openapi-3.0.yaml', 'openapi.json', 'openapi.yaml', 'operations.md', 'types.ts']
    expect([...files.keys()]).toEqual(apis.flatMap(({ id }) => names.map((name) => `${id}/${name}`)))
  })

  test('gives YAML that readers of YAML 1.1 and of 1.2 read alike: no date, number or boolean out of a text', async () => {
    const files = await render(apis)
    for (const [path, text] of files) {
      if (path.endsWith('.yaml')) expect(parse(text, { version: '1.1' }), path).toEqual(parse(text))
    }
  })

  test('names the file and the operation of a schema that cannot be generated', async () => {
    const [api] = apis
    const [name = '', operation] = Object.entries(api?.operations ?? {})[0] ?? []
    if (!api || !operation) throw new Error('the first API has no operation')
    const broken: Api = {
      ...api,
      operations: {
        [name]: { ...operation, params: { ...operation.params, query: { when: z.map(z.string(), z.string()) } } },
      },
    }
    await expect(render([broken])).rejects.toThrow(
      /schemas\/aliyun-fc-2016-08-15\/operations\/[\w-]+\.ts: operation \w+ cannot be generated: Unknown zod object type/,
    )
  })

  test('names the model that cannot be generated', async () => {
    const [api] = apis
    if (!api) throw new Error('there is no API')
    await expect(render([{ ...api, models: { ...api.models, Odd: z.symbol() } }])).rejects.toThrow(
      /model Odd cannot be generated/,
    )
  })
})

test('names the resource and the operation that contradict each other', async () => {
  const [api] = apis
  if (!api) throw new Error('there is no API')
  const { getAlias: _, ...operations } = api.operations
  await expect(render([{ ...api, operations }])).rejects.toThrow(
    /resources\.ts:\n {2}resource alias: read, operation GetAlias: the API does not have this operation/,
  )
})

describe('findDifferences', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'generate-'))
  })
  afterEach(async () => await rm(folder, { recursive: true }))

  test('lists every stale, missing and orphaned file', async () => {
    await mkdir(join(folder, 'a'))
    await writeFile(join(folder, 'a', 'current'), 'text')
    await writeFile(join(folder, 'a', 'stale'), 'old')
    await writeFile(join(folder, 'orphan'), '')
    const files = new Map([
      ['a/current', 'text'],
      ['a/missing', 'text'],
      ['a/stale', 'new'],
    ])
    expect(await findDifferences(files, folder)).toEqual([
      { path: 'a/missing', kind: 'missing' },
      { path: 'a/stale', kind: 'stale' },
      { path: 'orphan', kind: 'orphaned' },
    ])
  })

  test('finds everything missing where the folder does not exist', async () => {
    expect(await findDifferences(new Map([['x', '']]), join(folder, 'none'))).toEqual([{ path: 'x', kind: 'missing' }])
  })
})

test('the committed files are current', async () => {
  expect(await findDifferences(await render(apis), join(import.meta.dirname, '..', 'generated'))).toEqual([])
})
