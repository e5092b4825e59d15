import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { download, expectDownload } from '../aliyun-fc/downloads.ts'
import { readDocumented } from '../checks/readings.ts'
import { findEntry, givenOne, givenSibling, read, toOwnKey, toShown } from '../checks/sample.ts'
import { expectCrc64 } from '../core/assertions/code-checksum.ts'
import { isObject, readObject } from '../core/assertions/expect-response.ts'
import { readEntries } from '../core/assertions/find-in-list.ts'
import { type Check, defineCheck } from '../core/check.ts'
import type { Input } from '../core/http/wire-request.ts'
import type { Path } from '../core/resource-path.ts'
import { layerVersionSample as sample } from './account-samples.ts'
import { toCode } from './samples.ts'
import { expectListed } from './layer-access.ts'

const { createLayerVersion, getLayerVersion, listLayerVersions, listLayers, deleteLayerVersion } =
  aliyunFc20210406.operations

const core = { level: 'core' } as const

/** Versions of layers. */
export const layerChecks: readonly Check[] = [
  defineCheck('versions-of-each-layer-start-at-1', {
    ...core,
    operation: createLayerVersion,
    clause: 'FC-DEF CreateLayerVersion 200: version, layerName',
    async run(context) {
      const one = await givenOne(context, sample)
      const other = await givenOne(context, sample)
      const later = await givenOne(context, sample, {}, one.input.path)
      for (const [{ created, input }, version] of [
        [one, 1],
        [other, 1],
        [later, 2],
      ] as const) {
        const expected = { version, layerName: input.path?.layerName }
        context.expectFields(created, context.expectResponse(created), expected, 'absent-fails')
      }
    },
  }),
  defineCheck('number-of-deleted-version-is-not-reused', {
    operation: createLayerVersion,
    level: 'extended',
    quirk: 'E35',
    clause: 'observed: the number of a deleted version is not used again (quirk E35)',
    async run(context) {
      if (context.profile === 'documented') context.skip('no source states the number of the next version')
      const one = await givenOne(context, sample)
      const path = await givenSibling(context, sample, one)
      await context.given(context.target.send(deleteLayerVersion, { path }))
      const { created } = await givenOne(context, sample, {}, one.input.path)
      context.expectFields(created, readObject(created), { version: 3 }, 'absent-fails')
    },
  }),
  defineCheck('size-and-checksum-match-the-code', {
    ...core,
    operation: createLayerVersion,
    clause: 'FC-DEF CreateLayerVersion 200: codesize, codeChecksum; FC-DEF GetLayerVersion 200: codeSize, codeChecksum',
    async run(context) {
      for (const text of ['the first code', 'other and longer code']) {
        const { bytes, zipFile } = toCode(text)
        const { created, path, input } = await givenOne(context, sample, { Code: { zipFile } })
        const after = await read(context, sample, path)
        const { entry, page } = await findEntry(context, sample, input, toOwnKey(sample, path))
        const shown = [
          [created, context.expectResponse(created), 'codesize'],
          [after, context.expectPresent(after), 'codeSize'],
          [page, entry ?? {}, 'codeSize'],
        ] as const
        for (const [exchange, body, field] of shown) {
          context.expectFields(exchange, body, { [field]: bytes.length }, 'absent-fails')
          expectCrc64(context, exchange, body.codeChecksum, bytes)
        }
      }
    },
  }),
  defineCheck('code-can-be-downloaded', {
    ...core,
    operation: getLayerVersion,
    quirk: 'E6',
    clause: 'FC-DEF GetLayerVersion 200: code',
    async run(context) {
      const { bytes, zipFile } = toCode('code of a layer')
      const { created, path } = await givenOne(context, sample, { Code: { zipFile } })
      for (const exchange of [await read(context, sample, path), created]) {
        const { code } = context.expectResponse(exchange)
        const { location, repositoryType } = isObject(code) ? code : {}
        const isOss = repositoryType === 'OSS'
        context.expectThat(isOss, { expected: 'repositoryType OSS', actual: String(repositoryType) }, exchange)
        if (typeof location !== 'string') {
          context.expectThat(false, { expected: 'a download URL in code.location', actual: String(location) }, exchange)
          continue
        }
        const file = await download(context, location)
        if (!file) return context.skip('the URL leads to another server, or the server is busy')
        expectDownload(context, exchange, file, bytes)
      }
    },
  }),
  ...[getLayerVersion, listLayerVersions, listLayers].map((operation) =>
    defineCheck('version-is-shown-as-created', {
      ...core,
      operation,
      clause: 'FC-DEF CreateLayerVersion 200; FC-DEF GetLayerVersion 200; FC-DEF ListLayers 200: layers',
      async run(context) {
        const { created, path, input } = await givenOne(context, sample)
        const { code: _, codesize: __, ...common } = readDocumented(created)
        const layerName = path.layerName ?? ''
        const exchange = await context.target.send(operation, toShowing(path)[operation.id] ?? {})
        const body = context.expectResponse(exchange)
        const entry = operation === getLayerVersion ? body : (readEntries(body, 'layers')[0] ?? {})
        context.expectFields(exchange, entry, { ...common, ...toShown(sample, input), layerName }, 'absent-fails')
        const arnV2 = String(entry.arnV2)
        const isNamed = arnV2.startsWith('acs:fc:') && arnV2.endsWith(`:layers/${layerName}/versions/${path.version}`)
        context.expectThat(isNamed, { expected: `acs:fc:…:layers/${layerName}/versions/1`, actual: arnV2 }, exchange)
        const isOss = isObject(entry.code) && entry.code.repositoryType === 'OSS'
        context.expectThat(isOss, { expected: 'repositoryType OSS', actual: JSON.stringify(entry.code) }, exchange)
      },
    }),
  ),
  defineCheck('list-shows-the-newest-version', {
    ...core,
    operation: listLayers,
    clause: 'FC-DEF ListLayers 200: layers, the latest version of each layer',
    async run(context) {
      const one = await givenOne(context, sample, { description: 'first' })
      await givenOne(context, sample, { description: 'second' }, one.input.path)
      await expectListed(context, one.input.path ?? {}, {}, { version: 2, description: 'second' })
    },
  }),
  defineCheck('list-starts-at-start-version', {
    ...core,
    operation: listLayerVersions,
    clause: 'FC-DEF ListLayerVersions, Query startVersion, limit; FC-DEF ListLayerVersions 200: nextVersion',
    async run(context) {
      const one = await givenOne(context, sample)
      const { path = {} } = one.input
      for (const _ of [2, 3, 4]) await givenOne(context, sample, {}, path)
      for (const [query, versions, nextVersion] of [
        [{}, [1, 2, 3, 4], undefined],
        [{ limit: 2 }, [1, 2], 3],
        [{ startVersion: 2 }, [2, 3, 4], undefined],
        [{ startVersion: 2, limit: 1 }, [2], 3],
        [{ startVersion: 3, limit: 2 }, [3, 4], undefined],
        [{ limit: 4 }, [1, 2, 3, 4], undefined],
        [{ startVersion: 5 }, [], undefined],
      ] as const) {
        const listed = await context.target.send(listLayerVersions, { path, query })
        const body = context.expectResponse(listed)
        const shown = readEntries(body, 'layers').map(({ version }) => Number(version))
        const finding = { expected: `the versions ${versions.join(', ')}`, actual: `the versions ${shown.join(', ')}` }
        context.expectThat(shown.join() === versions.join(), finding, listed)
        const next = { expected: `nextVersion ${nextVersion}`, actual: `nextVersion ${String(body.nextVersion)}` }
        context.expectThat((body.nextVersion ?? undefined) === nextVersion, next, listed)
      }
    },
  }),
]

/** Where each operation shows this version. */
function toShowing(path: Path): Readonly<Record<string, Input>> {
  const { layerName = '' } = path
  return {
    [getLayerVersion.id]: { path },
    [listLayerVersions.id]: { path: { layerName } },
    [listLayers.id]: { query: { prefix: layerName } },
  }
}
