import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import { check } from './fc.ts'
import { tolerances } from './tolerances.ts'

const { deleteService, getService, listAliases, createService, deleteVersion } = aliyunFc20160815.operations

/** Deletion of services with versions and aliases (quirk W6), and of versions. */
export const deletionChecks: readonly Check[] = [
  check('service-with-version-is-handled', {
    operation: deleteService,
    level: 'core',
    clause: '004 DeleteService 204, 409 (quirk W6)',
    quirk: 'W6',
    async run(context) {
      const path = await context.fixture.givenVersion()
      const sent = await context.target.send(deleteService, { path })
      const isGone = expectTolerance(context, sent, tolerances.serviceWithVersions)
      const { serviceName } = path
      const read = await context.target.send(getService, { path: { serviceName } })
      if (isGone) context.expectAbsent(read)
      else context.expectPresent(read)
    },
  }),
  check('recreated-service-has-no-old-aliases', {
    operation: deleteService,
    level: 'core',
    clause: '004 DeleteService 204; 004 ListAliases 200 (quirk W6)',
    quirk: 'W6',
    async run(context) {
      const { serviceName } = await context.fixture.givenAlias()
      const path = { serviceName }
      const deleted = await context.target.send(deleteService, { path })
      if (deleted.response.status !== 204) return context.note('deleting a service that has an alias', 'rejected')
      await context.given(context.target.send(createService, { body: { serviceName } }))
      const sent = await context.target.send(listAliases, { path })
      const { aliases = [] } = context.expectResponse(sent)
      const isEmpty = aliases === null || (Array.isArray(aliases) && aliases.length === 0)
      context.expectThat(isEmpty, { expected: 'no aliases in the list', actual: JSON.stringify(aliases) }, sent)
    },
  }),
  check('delete-keeps-versions-of-other-services', {
    operation: deleteVersion,
    level: 'core',
    clause: '004 DeleteVersion, Path serviceName',
    async run({ fixture, target, given, name, expectPresent }) {
      const base = name()
      const [one, other] = [
        await fixture.givenVersion(await fixture.givenService({ serviceName: base })),
        await fixture.givenVersion(await fixture.givenService({ serviceName: `${base}2` })),
      ]
      await given(target.send(deleteVersion, { path: one }))
      const path = { serviceName: other.serviceName, qualifier: other.versionId }
      expectPresent(await target.send(getService, { path }))
    },
  }),
]
