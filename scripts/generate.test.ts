import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { apis } from '../schemas/apis.ts'
import type { ApiWithQuirks } from '../schemas/core/api.ts'
import { defined } from '../schemas/core/provenance.ts'
import { enumOf } from '../schemas/core/wire.ts'
import { findDifferences, findStale } from './generate.ts'
import { renderBarrels } from './render/barrels.ts'
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

  test('gives YAML with the same meaning in YAML 1.1 and 1.2: no text becomes a date, a number or a boolean', async () => {
    const files = await render(apis)
    for (const [path, text] of files) {
      if (path.endsWith('.yaml')) expect(parse(text, { version: '1.1' }), path).toEqual(parse(text))
    }
  })

  test('marks what only the definition of the vendor states as defined, in every document', async () => {
    const [api] = apis
    if (!api) throw new Error('there is no API')
    const Extra = z.object({
      size: z.int().meta({ ...defined, description: 'Size in MB.' }),
      kind: enumOf(['a'], { defined: ['b'], observed: ['c'] }),
    })
    const files = await render([{ ...api, models: { ...api.models, Extra } }])
    for (const name of ['openapi.yaml', 'openapi-3.0.yaml']) {
      expect(parse(files.get(`${api.id}/${name}`) ?? '').components.schemas.Extra.properties, name).toMatchObject({
        size: { type: 'integer', description: 'Size in MB.', 'x-provenance': 'defined' },
        kind: { enum: ['a', 'b', 'c'], 'x-enum-provenance': { b: 'defined', c: 'observed' } },
      })
    }
    const list = files.get(`${api.id}/operations.md`) ?? ''
    expect(list).toContain("- `defined`: the vendor's machine-readable definition states the fact")
    expect(list).toContain('| `size` | integer | yes |  | defined | Size in MB. |')
    expect(list).toContain('one of a, b (defined), c (observed)')
  })

  test('shows the sources, and links each operation to its source', async () => {
    const files = await render(apis)
    for (const api of apis) {
      for (const name of ['openapi.yaml', 'openapi-3.0.yaml']) {
        const document = parse(files.get(`${api.id}/${name}`) ?? '')
        expect(document.info['x-sources']).toEqual(api.sources.map(({ anchors: _, ...source }) => source))
        const operations = Object.values<Record<string, { operationId: string; externalDocs: { url: string } }>>(
          document.paths,
        ).flatMap((item) => Object.values(item).filter(({ operationId }) => operationId !== undefined))
        expect(operations.length).toBeGreaterThan(1)
        for (const { operationId, externalDocs } of operations) {
          expect(externalDocs, operationId).toEqual({
            description: expect.stringMatching(/./),
            url: expect.stringMatching(/^https:\/\//),
          })
          expect(files.get(`${api.id}/operations.md`), operationId).toContain(`](${externalDocs.url})`)
        }
      }
    }
    const fc2016 = parse(files.get('aliyun-fc-2016-08-15/openapi.yaml') ?? '')
    expect(fc2016.paths['/services'].post.externalDocs.url).toBe(
      'https://help.aliyun.com/document_detail/52877.html#createservice',
    )
  })

  test('names the file and the operation of a schema that cannot be generated', async () => {
    const [api] = apis
    const [name = '', operation] = Object.entries(api?.operations ?? {})[0] ?? []
    if (!api || !operation) throw new Error('the first API has no operation')
    const broken: ApiWithQuirks = {
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
    await expect(render([{ ...api, models: { ...api.models, Broken: z.symbol() } }])).rejects.toThrow(
      /model Broken cannot be generated/,
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

test('the committed index files are current', async () => {
  const root = join(import.meta.dirname, '..')
  const barrels = await renderBarrels(root)
  expect([...barrels.keys()]).toContain('schemas/aliyun-fc-2016-08-15/operations/index.ts')
  expect(await findStale(barrels, root)).toEqual([])
})

test('an index lists the operations, models, handlers or checks of its folder, and nothing else', async () => {
  const root = await mkdtemp(join(tmpdir(), 'barrels-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const write = async (path: string, text: string) => {
    await mkdir(join(root, path, '..'), { recursive: true })
    await writeFile(join(root, path), text)
  }
  await write('schemas/an-api/api.ts', '')
  await write('schemas/an-api/operations/get-thing.ts', 'export const getThing = 1\nexport const other = 2\n')
  await write('schemas/an-api/operations/get-thing.test.ts', 'export const getThing = 1\n')
  await write('schemas/an-api/operations/shared.ts', 'export const helper = 1\n')
  await write('schemas/an-api/models/error.ts', 'export const ErrorModel = 1\nexport const A = 1\nexport const b = 1\n')
  await write('mocks/an-api/handlers/get-thing.ts', 'export const getThing: Handler = 1\n')
  await write(
    'contracts/an-api/one.ts',
    'export const oneChecks = []\nexport const oneCalls = []\nexport const a = 1\n',
  )
  await write('contracts/an-api/two.ts', 'export const twoChecks = []\n')
  await write('contracts/checks/three.ts', 'export const threeChecks = []\n')
  const barrels = await renderBarrels(root)
  const note = '// Generated by `npm run generate` from the files of this folder. Do not edit.\n'
  const getThing = `${note}import { getThing } from './get-thing.ts'\n\n`
  expect(Object.fromEntries(barrels)).toEqual({
    'schemas/an-api/operations/index.ts': `${getThing}export const operations = {\n  getThing,\n}\n`,
    'schemas/an-api/models/index.ts': `${note}import { ErrorModel, A } from './error.ts'\n\nexport const models = {\n  A,\n  Error: ErrorModel,\n}\n`,
    'mocks/an-api/handlers/index.ts': `${getThing}export const handlers = {\n  getThing,\n}\n`,
    'contracts/an-api/index.ts': `${note}import { oneChecks, oneCalls } from './one.ts'\nimport { twoChecks } from './two.ts'\n\nexport const specialChecks = [\n  ...oneChecks,\n  ...twoChecks,\n]\n\nexport const specialCalls = [\n  ...oneCalls,\n]\n`,
  })
  await write('schemas/an-api/operations/index.ts', 'old')
  await write('schemas/an-api/models/index.ts', barrels.get('schemas/an-api/models/index.ts') ?? '')
  expect(await findStale(barrels, root)).toEqual([
    { path: 'schemas/an-api/operations/index.ts', kind: 'stale' },
    { path: 'mocks/an-api/handlers/index.ts', kind: 'missing' },
    { path: 'contracts/an-api/index.ts', kind: 'missing' },
  ])
})

test('the committed files are current', async () => {
  expect(await findDifferences(await render(apis), join(import.meta.dirname, '..', 'generated'))).toEqual([])
})
