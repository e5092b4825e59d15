import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { isObject, type JsonObject, readObject } from '../core/assertions/expect-response.ts'
import type { Check } from '../core/check.ts'
import { check } from './fc.ts'

const { createService, updateService, getService } = api.operations

/** The settings name external resources. A target that verifies them may reject names that do not exist. */
const settings: readonly { readonly name: string; readonly fields: JsonObject; readonly quirk?: string }[] = [
  { name: 'role', fields: { role: 'acs:ram::1234567890:role/fc-test' } },
  { name: 'log-config', fields: { logConfig: { project: 'demo-project', logstore: 'demo-logstore' } } },
  {
    name: 'vpc-config',
    fields: { vpcConfig: { vpcId: 'vpc-demo', vSwitchIds: ['vsw-2', 'vsw-3', 'vsw-1'], securityGroupId: 'sg-demo' } },
  },
  {
    name: 'nas-config',
    quirk: 'W4',
    fields: {
      nasConfig: {
        userId: '10003',
        groupId: '10003',
        mountPoints: [
          { serverAddr: 'demo.cn-hangzhou.nas.aliyuncs.com:/second', mountDir: '/mnt/second' },
          { serverAddr: 'demo.cn-hangzhou.nas.aliyuncs.com:/first', mountDir: '/mnt/first' },
        ],
      },
    },
  },
]

const settingChecks: readonly Check[] = settings.flatMap(({ name, fields, quirk }) =>
  [createService, updateService].map((operation) =>
    check(`${name}-is-stored`, {
      operation,
      clause: `004 Definitions, ${operation === createService ? 'Service' : 'ServiceUpdateFields'}: ${Object.keys(fields).join(', ')}`,
      level: 'extended',
      ...(quirk !== undefined && { quirk }),
      async run(context) {
        const { target, fixture, profile } = context
        const isCreation = operation === createService
        const body = fixture.serviceBody(isCreation ? fields : {})
        const path = { serviceName: isCreation ? body.serviceName : await fixture.givenService() }
        const sent = await target.send(operation, isCreation ? { body } : { path: toPath(path), body: fields })
        if (sent.response.status === 400) {
          context.expectError(sent, api.dialect.codes.invalid)
          context.skip('the target rejects names of external resources that do not exist')
        }
        context.expectResponse(sent)
        const read = await target.send(getService, { path: toPath(path) })
        const stored = context.expectPresent(read)
        context.expectFields(read, profile === 'documented' ? stored : withTextIds(stored), fields, 'absent-fails')
      },
    }),
  ),
)

const others: readonly Check[] = [
  check('update-keeps-unnamed-settings', {
    operation: updateService,
    level: 'extended',
    clause: '004 Definitions, ServiceUpdateFields: role, logConfig, vpcConfig, nasConfig optional',
    async run(context) {
      const { target, fixture } = context
      const body = fixture.serviceBody(Object.assign({}, ...settings.map(({ fields }) => fields)))
      const created = await target.send(createService, { body })
      if (created.response.status === 400)
        context.skip('the target rejects names of external resources that do not exist')
      await context.given(Promise.resolve(created))
      const path = toPath(body)
      const before = readObject(await context.given(target.send(getService, { path })))
      const kept = Object.fromEntries(['role', 'logConfig', 'nasConfig'].map((field) => [field, before[field]]))
      const vpcConfig = { vpcId: 'vpc-other', vSwitchIds: ['vsw-4'], securityGroupId: 'sg-other' }
      await context.given(target.send(updateService, { path, body: { vpcConfig } }))
      const read = await target.send(getService, { path })
      context.expectFields(read, context.expectPresent(read), { ...kept, vpcConfig }, 'absent-fails')
    },
  }),
]

function toPath({ serviceName }: JsonObject) {
  return { serviceName: String(serviceName) }
}

/** NAS ids are strings in the source and integers on the wire (W4). Both forms are the same id. */
function withTextIds(body: JsonObject): JsonObject {
  const { nasConfig } = body
  if (!isObject(nasConfig)) return body
  return { ...body, nasConfig: { ...nasConfig, userId: String(nasConfig.userId), groupId: String(nasConfig.groupId) } }
}

/**
 * Checks of the settings of a service. Source: 004 CreateService, UpdateService; Definitions, Service and
 * ServiceUpdateFields.
 */
export const createServiceChecks: readonly Check[] = [...settingChecks, ...others]
