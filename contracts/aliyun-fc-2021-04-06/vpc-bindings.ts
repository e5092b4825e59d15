import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { givenPath } from '../checks/sample.ts'
import { type Check, defineCheck } from '../core/check.ts'
import type { CoreContext } from '../core/context.ts'
import type { Path } from '../core/resource-path.ts'
import { serviceSample } from './samples.ts'

const { createVpcBinding, deleteVpcBinding, listVpcBindings } = aliyunFc20210406.operations

const core = { level: 'core' } as const
const [one, other] = ['vpc-8vbil23y4v3i6ngdmdx1d', 'vpc-2zeqr5f3f8i7z7g4k3m9w']

/** The VPCs that a service is bound to. */
export const vpcBindingChecks: readonly Check[] = [
  defineCheck('binding-is-listed-in-its-service-only', {
    ...core,
    operation: createVpcBinding,
    clause: 'FC-DEF CreateVpcBinding 200; FC-DEF ListVpcBindings 200: vpcIds',
    async run(context) {
      const [path, otherPath] = [await givenPath(context, serviceSample), await givenPath(context, serviceSample)]
      await bind(context, path, one)
      await expectBound(context, path, [one])
      await expectBound(context, otherPath, [])
      await bind(context, path, other)
      await bind(context, otherPath, other)
      await expectBound(context, path, [one, other])
      await expectBound(context, otherPath, [other])
    },
  }),
  defineCheck('repeated-binding-is-listed-once', {
    operation: createVpcBinding,
    level: 'extended',
    clause: 'observed: a VPC is bound once to a service',
    async run(context) {
      if (context.profile === 'documented') context.skip('no source states the response')
      const path = await givenPath(context, serviceSample)
      await bind(context, path, one)
      await context.target.send(createVpcBinding, { path, body: { vpcId: one } })
      await expectBound(context, path, [one])
    },
  }),
  defineCheck('only-the-named-binding-is-removed', {
    ...core,
    operation: deleteVpcBinding,
    clause: 'FC-DEF DeleteVpcBinding 200, Path; FC-DEF ListVpcBindings 200: vpcIds',
    async run(context) {
      const [path, otherPath] = [await givenPath(context, serviceSample), await givenPath(context, serviceSample)]
      for (const vpcId of [one, other]) await bind(context, path, vpcId)
      await bind(context, otherPath, one)
      context.expectResponse(await context.target.send(deleteVpcBinding, { path: { ...path, vpcId: one } }))
      await expectBound(context, path, [other])
      await expectBound(context, otherPath, [one])
    },
  }),
  defineCheck('service-without-bindings-has-no-list', {
    ...core,
    operation: listVpcBindings,
    clause: 'FC-DEF ListVpcBindings 200: vpcIds',
    async run(context) {
      await expectBound(context, await givenPath(context, serviceSample), [])
    },
  }),
]

async function bind(context: CoreContext, path: Path, vpcId: string) {
  await context.given(context.target.send(createVpcBinding, { path, body: { vpcId } }))
}

/** The service is bound to exactly these VPCs. */
async function expectBound(context: CoreContext, path: Path, vpcIds: readonly string[]) {
  const listed = await context.target.send(listVpcBindings, { path })
  const { vpcIds: shown } = context.expectResponse(listed)
  const actual = Array.isArray(shown) ? shown.map(String) : []
  const finding = { expected: `the VPCs ${vpcIds.join(', ')}`, actual: `the VPCs ${actual.join(', ')}` }
  context.expectThat(actual.toSorted().join() === vpcIds.toSorted().join(), finding, listed)
}
