import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Check } from '../core/check.ts'
import { isObject, type JsonObject } from '../core/expect-reply.ts'
import { check } from './check.ts'

const { createService, getService } = api.operations

/** The settings name things outside of the service; a target that looks them up may refuse what does not exist. */
const settings: readonly { readonly name: string; readonly fields: JsonObject; readonly quirk?: string }[] = [
  { name: 'role', fields: { role: 'acs:ram::1234567890:role/fc-test' } },
  { name: 'log-config', fields: { logConfig: { project: 'demo-project', logstore: 'demo-logstore' } } },
  {
    name: 'vpc-config',
    fields: { vpcConfig: { vpcId: 'vpc-demo', vSwitchIds: ['vsw-1', 'vsw-2'], securityGroupId: 'sg-demo' } },
  },
  {
    name: 'nas-config',
    quirk: 'W4',
    fields: {
      nasConfig: {
        userId: '10003',
        groupId: '10003',
        mountPoints: [{ serverAddr: 'demo.cn-hangzhou.nas.aliyuncs.com:/', mountDir: '/mnt/demo' }],
      },
    },
  },
]

const settingChecks: readonly Check[] = settings.map(({ name, fields, quirk }) =>
  check(`keeps-the-${name}`, {
    operation: createService,
    clause: `004 Definitions, Service: ${Object.keys(fields).join(', ')}`,
    level: 'extended',
    ...(quirk !== undefined && { quirk }),
    async run({ target, fixture, api, profile, expectReply, expectPresent, expectError, expectFields, skip }) {
      const body = fixture.serviceBody(fields)
      const created = await target.send(createService, { body })
      if (created.response.status === 400) {
        expectError(created, api.dialect.codes.invalid)
        skip('the target refuses what does not exist outside of it')
      }
      expectReply(created)
      const read = await target.send(getService, { path: { serviceName: String(body.serviceName) } })
      expectFields(
        read,
        profile === 'documented' ? expectPresent(read) : withTextIds(expectPresent(read)),
        fields,
        'absent-fails',
      )
    },
  }),
)

/** NAS ids are text on the page and integers on the wire (W4): either is the same id. */
function withTextIds(body: JsonObject): JsonObject {
  const { nasConfig } = body
  if (!isObject(nasConfig)) return body
  return { ...body, nasConfig: { ...nasConfig, userId: String(nasConfig.userId), groupId: String(nasConfig.groupId) } }
}

/** All checks of CreateService. Source: 004 CreateService; Definitions, Service and ServiceResponse. */
export const createServiceChecks: readonly Check[] = [...settingChecks]
