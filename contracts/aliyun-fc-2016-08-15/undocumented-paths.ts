import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Check } from '../core/check.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import { check } from './check.ts'
import { tolerances } from './tolerances.ts'

const { listServices } = aliyunFc20160815.operations

/** What no operation has is refused in some way. No page says how, so every refusal passes. */
export const undocumentedPathChecks: readonly Check[] = [
  check('unsupported-method-is-rejected', {
    operation: listServices,
    level: 'extended',
    clause: '004 Paths: no operation has this method (how it is refused is open)',
    async run(context) {
      const sent = await context.target.send(listServices, { method: 'PATCH', body: {} })
      expectTolerance(context, sent, tolerances.unsupportedMethod)
    },
  }),
  check('unknown-path-is-rejected', {
    operation: listServices,
    level: 'extended',
    clause: '004 Paths: no operation has this path (how it is refused is open)',
    async run(context) {
      const sent = await context.target.send(listServices, { rawPath: '/no-such-resources' })
      expectTolerance(context, sent, tolerances.unknownPath)
    },
  }),
]
