import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Check } from '../core/check.ts'
import { isObject } from '../core/assertions/expect-response.ts'
import { check } from './check.ts'

const {
  createTrigger,
  createAlias,
  deleteService,
  getAlias,
  getTrigger,
  listTriggers,
  listFunctions,
  listAliases,
  listVersions,
} = aliyunFc20160815.operations

/** What belongs to a service or a function is its own: it is found there, nowhere else, and not after it. */
export const parentScopingChecks: readonly Check[] = [
  check('same-trigger-name-for-two-functions', {
    operation: createTrigger,
    level: 'core',
    clause: '004 CreateTrigger 200, Path functionName',
    async run({ target, fixture, given, expectResponse, expectPresent }) {
      const one = await fixture.givenFunction()
      const other = await fixture.givenFunction(undefined, one.serviceName)
      const body = fixture.triggerBody()
      await given(target.send(createTrigger, { path: one, body }))
      expectResponse(await target.send(createTrigger, { path: other, body }))
      expectPresent(await target.send(getTrigger, { path: { ...other, triggerName: String(body.triggerName) } }))
    },
  }),
  check('same-name-in-two-services-is-accepted', {
    operation: createAlias,
    level: 'core',
    clause: '004 CreateAlias 200, Path serviceName',
    async run({ target, fixture, given, expectResponse, expectPresent }) {
      const one = await fixture.givenVersion()
      const other = await fixture.givenVersion()
      const body = fixture.aliasBody(one.versionId)
      await given(target.send(createAlias, { path: { serviceName: one.serviceName }, body }))
      const path = { serviceName: other.serviceName }
      const again = fixture.aliasBody(other.versionId, { aliasName: body.aliasName })
      expectResponse(await target.send(createAlias, { path, body: again }))
      expectPresent(await target.send(getAlias, { path: { ...path, aliasName: String(body.aliasName) } }))
    },
  }),
  check('list-is-scoped-to-parent', {
    operation: listTriggers,
    level: 'core',
    clause: '004 ListTriggers 200, Path functionName',
    async run({ target, fixture, expectResponse, expectThat }) {
      const { triggerName, serviceName } = await fixture.givenTrigger()
      const path = await fixture.givenFunction(undefined, serviceName)
      const sent = await target.send(listTriggers, { path })
      const { triggers } = expectResponse(sent)
      const names = Array.isArray(triggers) ? triggers.filter(isObject).map((item) => String(item.triggerName)) : []
      const finding = { expected: 'no trigger of another function', actual: `the triggers ${names.join(', ')}` }
      expectThat(!names.includes(triggerName), finding, sent)
    },
  }),
  check('deleted-parent-has-no-lists', {
    operation: deleteService,
    level: 'core',
    clause: '004 DeleteService 204; 004 ListFunctions 404; 004 ListVersions 404; 004 ListAliases 404',
    async run({ target, fixture, given, expectAbsent }) {
      const path = { serviceName: await fixture.givenService() }
      await given(target.send(deleteService, { path }))
      for (const operation of [listFunctions, listVersions, listAliases]) {
        expectAbsent(await target.send(operation, { path }))
      }
    },
  }),
]
