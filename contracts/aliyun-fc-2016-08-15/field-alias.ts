import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { FieldAlias } from '../core/http/field-alias.ts'
import { createFixture } from '../aliyun-fc/fixtures.ts'
import { fc } from './fc.ts'

const { createAlias, updateAlias } = aliyunFc20160815.operations

/** A4: the source has the field versionID, clients send versionId. */
export const fieldAlias: FieldAlias = {
  about: 'the field name of the version that requests are sent with',
  operations: [createAlias, updateAlias],
  fields: ['versionID', 'versionId'],
  async isAccepted(core, fields) {
    const fixture = createFixture(fc, core)
    const { serviceName, versionId } = await fixture.givenVersion()
    const { versionID: _, versionId: __, ...rest } = fixture.aliasBody(versionId)
    const body = { ...rest, ...Object.fromEntries(fields.map((name) => [name, versionId])) }
    const { response } = await core.target.send(createAlias, { path: { serviceName }, body })
    return response.status < 300
  },
}
