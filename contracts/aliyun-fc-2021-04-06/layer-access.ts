import { toCount } from '../../schemas/core/lib/count.ts'
import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { givenOne, givenSibling, newRequest, read } from '../checks/sample.ts'
import { type JsonObject, readObject } from '../core/assertions/expect-response.ts'
import { readEntries } from '../core/assertions/find-in-list.ts'
import { type Check, defineCheck } from '../core/check.ts'
import type { CoreContext } from '../core/context.ts'
import { type Path, toResourcePath } from '../core/resource-path.ts'
import { layerVersionSample as sample } from './account-samples.ts'
import { functionSample } from './samples.ts'

const { createLayerVersion, createFunction, listLayerVersions, listLayers, putLayerAcl, deleteLayerVersion } =
  aliyunFc20210406.operations

const core = { level: 'core' } as const

/** The access to layers, and layers that functions use. */
export const layerAccessChecks: readonly Check[] = [
  defineCheck('access-applies-to-all-versions', {
    ...core,
    operation: putLayerAcl,
    quirk: 'E5',
    clause: 'FC-DEF PutLayerACL, Query public; FC-DEF GetLayerVersion 200: acl',
    async run(context) {
      const one = await givenOne(context, sample)
      const second = await givenSibling(context, sample, one)
      const other = await givenOne(context, sample)
      const layerName = one.path.layerName ?? ''
      for (const [isPublic, acl] of [
        [true, 1],
        [false, 0],
        [true, 1],
      ] as const) {
        const path = { layerName }
        context.expectResponse(await context.target.send(putLayerAcl, { path, query: { public: isPublic } }))
        for (const [place, expected] of [
          [one.path, acl],
          [second, acl],
          [other.path, 0],
        ] as const) {
          const after = await read(context, sample, place)
          context.expectFields(after, context.expectPresent(after), { acl: expected }, 'absent-fails')
        }
        await expectListed(context, path, {}, { acl })
        const versions = await context.target.send(listLayerVersions, { path })
        for (const entry of readEntries(context.expectResponse(versions), 'layers')) {
          context.expectFields(versions, entry, { acl }, 'absent-fails')
        }
        await expectListed(context, path, { public: true }, isPublic ? { acl } : undefined)
      }
    },
  }),
  defineCheck('new-layer-is-private', {
    ...core,
    operation: createLayerVersion,
    quirk: 'E5',
    clause: 'FC-DEF CreateLayerVersion 200: acl; FC-DEF PutLayerACL, Query public',
    async run(context) {
      const { created, path } = await givenOne(context, sample)
      context.expectFields(created, context.expectResponse(created), { acl: 0 }, 'absent-fails')
      const { layerName = '' } = path
      await context.given(context.target.send(putLayerAcl, { path: { layerName }, query: { public: true } }))
      const later = await givenOne(context, sample, {}, { layerName })
      context.expectFields(later.created, context.expectResponse(later.created), { acl: 1 }, 'absent-fails')
    },
  }),
  defineCheck('official-layers-are-listed-alone', {
    ...core,
    operation: listLayers,
    quirk: 'E8',
    clause: 'FC-DEF ListLayers, Query official',
    async run(context) {
      const { input } = await givenOne(context, sample)
      await expectListed(context, input.path ?? {}, { official: true }, undefined)
    },
  }),
  defineCheck('function-keeps-its-deleted-layer', {
    operation: deleteLayerVersion,
    level: 'extended',
    quirk: 'E35',
    clause: 'observed: a function keeps the layer version that it uses (quirk E35)',
    async run(context) {
      if (context.profile === 'documented') context.skip('no source states what happens to a version in use')
      const { path } = await givenOne(context, sample)
      const after = readObject(await context.given(read(context, sample, path)))
      const layers = [String(after.arnV2)]
      const used = await newRequest(context, functionSample, { layers })
      const made = await context.target.send(createFunction, used)
      if (made.response.status === 400) context.skip('the target rejects the layer')
      context.expectResponse(made)
      const removed = await context.target.send(deleteLayerVersion, { path })
      if (removed.response.status >= 400) return context.note('the deletion of a layer version in use', 'rejected')
      const shown = await read(context, functionSample, toResourcePath(functionSample.resource, used) ?? {})
      context.expectFields(shown, context.expectPresent(shown), { layers }, 'absent-fails')
    },
  }),
]

/** The list of layers contains an entry with these values for this layer, or none. */
export async function expectListed(
  context: CoreContext,
  { layerName = '' }: Path,
  query: Readonly<Record<string, boolean>>,
  values: JsonObject | undefined,
) {
  const listed = await context.target.send(listLayers, { query: { prefix: layerName, ...query } })
  const entries = readEntries(context.expectResponse(listed), 'layers').filter((entry) => entry.layerName === layerName)
  const finding = {
    expected: `${values ? 'one entry' : 'no entry'} ${layerName}`,
    actual: toCount(entries.length, 'entry', 'entries'),
  }
  context.expectThat(entries.length === (values ? 1 : 0), finding, listed)
  if (values) context.expectFields(listed, entries[0], values, 'absent-fails')
}
