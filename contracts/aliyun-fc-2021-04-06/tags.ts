import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { toCitation } from '../../schemas/core/source.ts'
import { givenPath } from '../checks/sample.ts'
import { type JsonObject, readObject } from '../core/assertions/expect-response.ts'
import { type Check, defineCheck } from '../core/check.ts'
import type { CoreContext } from '../core/context.ts'
import type { Input } from '../core/http/wire-request.ts'
import { serviceSample } from './samples.ts'

const { tagResource, untagResource, getResourceTags, deleteService } = aliyunFc20210406.operations

const core = { level: 'core' } as const
const first = { 'key one': 'value one', key2: 'zwei äöü 二' }

/** The tags of services. */
export const tagChecks: readonly Check[] = [
  defineCheck('tags-are-stored', {
    ...core,
    operation: tagResource,
    clause: 'FC-DEF TagResource, Body: tags; FC-DEF GetResourceTags 200: tags',
    async run(context) {
      const resourceArn = await givenTagged(context, first)
      await expectTags(context, resourceArn, first)
      const limits = { ['k'.repeat(64)]: 'v'.repeat(128), 'aKey:with/signs': 'A+B=%41' }
      await tag(context, resourceArn, limits)
      await expectTags(context, resourceArn, { ...first, ...limits })
    },
  }),
  defineCheck('tags-are-added-and-replaced', {
    ...core,
    operation: tagResource,
    clause: 'FC-DEF TagResource, Body: tags',
    async run(context) {
      const resourceArn = await givenTagged(context, first)
      await tag(context, resourceArn, { key2: 'another value', key3: 'third' })
      await expectTags(context, resourceArn, { ...first, key2: 'another value', key3: 'third' })
    },
  }),
  defineCheck('tags-belong-to-one-service', {
    ...core,
    operation: tagResource,
    clause: 'FC-DEF TagResource, Body: resourceArn; FC-DEF GetResourceTags, Query resourceArn',
    async run(context) {
      const [one, other] = [await givenTagged(context, first), await givenTagged(context, { other: 'service' })]
      await expectTags(context, one, first)
      await expectTags(context, other, { other: 'service' })
      await context.given(context.target.send(untagResource, { body: { resourceArn: one, all: true } }))
      await expectTags(context, other, { other: 'service' })
      await expectTags(context, one, {})
    },
  }),
  defineCheck('complete-name-of-service-is-accepted', {
    ...core,
    operation: tagResource,
    quirk: 'F1',
    clause: 'FC-DEF TagResource, Body: resourceArn; FC-DEF UntagResource, Body: resourceArn',
    async run(context) {
      const short = await givenTagged(context, first)
      const read = await context.given(context.target.send(getResourceTags, { query: { resourceArn: short } }))
      const complete = String(readObject(read).resourceArn)
      const isComplete = complete.startsWith('acs:') && complete.endsWith(`:${short}`)
      context.expectThat(isComplete, { expected: `acs:fc:…:${short}`, actual: complete }, read)
      await tag(context, complete, { added: 'by the complete name' })
      await expectTags(context, complete, { ...first, added: 'by the complete name' })
      await expectTags(context, short, { ...first, added: 'by the complete name' })
    },
  }),
  defineCheck('only-named-tags-are-removed', {
    ...core,
    operation: untagResource,
    clause: 'FC-DEF UntagResource, Body: tagKeys',
    async run(context) {
      const resourceArn = await givenTagged(context, { ...first, key3: 'third' })
      await untag(context, { resourceArn, tagKeys: ['key2', 'no such key'] })
      await expectTags(context, resourceArn, { 'key one': 'value one', key3: 'third' })
      await untag(context, { resourceArn, tagKeys: ['key one', 'key3'] })
      await expectTags(context, resourceArn, {})
    },
  }),
  defineCheck('all-tags-are-removed', {
    ...core,
    operation: untagResource,
    clause: 'FC-DEF UntagResource, Body: all',
    async run(context) {
      const resourceArn = await givenTagged(context, { ...first, key3: 'third' })
      await untag(context, { resourceArn, all: true })
      await expectTags(context, resourceArn, {})
    },
  }),
  defineCheck('named-keys-win-over-all', {
    ...core,
    operation: untagResource,
    quirk: 'F4',
    clause: 'FC-DEF UntagResource, Body: tagKeys, all (all is ignored if there are keys)',
    async run(context) {
      const resourceArn = await givenTagged(context, first)
      await untag(context, { resourceArn, tagKeys: ['key2'], all: true })
      await expectTags(context, resourceArn, { 'key one': 'value one' })
      await untag(context, { resourceArn, tagKeys: ['key one'], all: false })
      await expectTags(context, resourceArn, {})
    },
  }),
  defineCheck('service-without-tags-has-no-tags', {
    ...core,
    operation: getResourceTags,
    clause: 'FC-DEF GetResourceTags 200: tags',
    async run(context) {
      const { serviceName } = await givenPath(context, serviceSample)
      await expectTags(context, `services/${serviceName}`, {})
    },
  }),
  defineCheck('recreated-service-has-no-tags', {
    ...core,
    operation: deleteService,
    clause: 'FC-DEF DeleteService 204; FC-DEF GetResourceTags 200: tags',
    async run(context) {
      const resourceArn = await givenTagged(context, first)
      const serviceName = resourceArn.slice('services/'.length)
      await context.given(context.target.send(deleteService, { path: { serviceName } }))
      await context.given(context.target.send(aliyunFc20210406.operations.createService, { body: { serviceName } }))
      await expectTags(context, resourceArn, {})
    },
  }),
  ...[
    { operation: tagResource, toInput: (resourceArn: string): Input => ({ body: { resourceArn, tags: first } }) },
    { operation: untagResource, toInput: (resourceArn: string): Input => ({ body: { resourceArn, all: true } }) },
    { operation: getResourceTags, toInput: (resourceArn: string): Input => ({ query: { resourceArn } }) },
  ].flatMap(({ operation, toInput }) => [
    defineCheck('missing-service-is-rejected', {
      ...core,
      operation,
      quirk: 'F19',
      clause: `${toCitation(operation.source)}, resourceArn (the status and its code are observed: quirk F19)`,
      async run(context) {
        context.expectError(
          await context.target.send(operation, toInput(`services/${context.name()}`)),
          'ServiceNotFound',
        )
      },
    }),
    defineCheck('name-of-other-resource-is-rejected', {
      ...core,
      operation,
      clause: `${toCitation(operation.source)}, resourceArn: only services have tags`,
      async run(context) {
        const resourceArn = await givenTagged(context, first)
        for (const other of [`${resourceArn}/functions/f`, 'layers/demo', 'x']) {
          context.expectError(await context.target.send(operation, toInput(other)), 'InvalidArgument')
        }
        await expectTags(context, resourceArn, first)
      },
    }),
  ]),
]

/** A new service with these tags. Returns its short name. */
export async function givenTagged(context: CoreContext, tags: JsonObject): Promise<string> {
  const { serviceName } = await givenPath(context, serviceSample)
  const resourceArn = `services/${serviceName}`
  await tag(context, resourceArn, tags)
  return resourceArn
}

async function tag(context: CoreContext, resourceArn: string, tags: JsonObject) {
  await context.given(context.target.send(tagResource, { body: { resourceArn, tags } }))
}

async function untag(context: CoreContext, body: JsonObject) {
  context.expectResponse(await context.target.send(untagResource, { body }))
}

/** The service has exactly these tags. */
async function expectTags(context: CoreContext, resourceArn: string, tags: JsonObject) {
  const read = await context.target.send(getResourceTags, { query: { resourceArn } })
  const { resourceArn: name, tags: shown = {} } = context.expectResponse(read)
  const isNamed = typeof name === 'string' && name.endsWith(resourceArn)
  context.expectThat(isNamed, { expected: `resourceArn …${resourceArn}`, actual: String(name) }, read)
  const toText = (map: object) => JSON.stringify(Object.entries(map ?? {}).toSorted())
  const finding = { expected: `the tags ${toText(tags)}`, actual: `the tags ${toText(shown as object)}` }
  context.expectThat(toText(tags) === toText(shown as object), finding, read)
}
