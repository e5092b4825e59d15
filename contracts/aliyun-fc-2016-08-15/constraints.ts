import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Check } from '../core/check.ts'
import { toConstraintChecks } from '../core/generate/constraint-checks.ts'
import { toParameterChecks } from '../core/generate/parameter-checks.ts'
import { check } from './check.ts'
import { givenOne, type Kind } from './kind.ts'
import { kinds } from './kinds.ts'
import { versionResource } from './resources.ts'

const { publishVersion, getService, invokeFunction } = api.operations

/**
 * Where two truths of the page conflict, either reading passes, and no probe may insist on one: the description of an
 * alias as an object (A6), its weights as a text (A7), its version's spelling (A4), and the bare string of
 * PublishVersion (A9).
 */
const open = {
  alias: /-description-type-an-object$|-additionalVersionWeight-type-|versionI[dD]/,
  version: /-body-type-a-text$/,
  /** A25: no 400 is listed for InvokeFunction. */
  invocation: /^refuses-/,
} as const

/** The boundaries of every body: at them it is taken, just past them refused. */
export const constraintChecks: readonly Check[] = [
  ...kinds.flatMap((kind) => [...toCreateConstraints(kind), ...toUpdateConstraints(kind)]),
  ...toConstraintChecks({
    api,
    operation: publishVersion,
    check,
    base: async ({ fixture }) => ({ path: { serviceName: await fixture.givenService() }, body: {} }),
    read: getService,
    toPath: (input) => versionResource.toPath(input, { versionId: '1' }),
    except: open.version,
  }),
  ...toParameterChecks({
    api,
    operation: invokeFunction,
    check,
    base: async ({ fixture }) => ({ path: await fixture.givenFunction(), rawBody: '{}' }),
    except: open.invocation,
  }),
]

function toCreateConstraints(kind: Kind): readonly Check[] {
  const { create: operation, read, toPath } = kind
  return toConstraintChecks({
    api,
    operation,
    check,
    base: kind.request,
    read,
    toPath,
    ...(kind.entries === 'aliases' && { except: open.alias }),
  })
}

function toUpdateConstraints(kind: Kind): readonly Check[] {
  const { update: operation, read } = kind
  return toConstraintChecks({
    api,
    operation,
    check,
    async base(context) {
      const { path, update } = await givenOne(context, kind)
      return { path, body: update }
    },
    read,
    toPath: ({ path }) => path,
    leaves: 'what-was-there',
    ...(kind.entries === 'aliases' && { except: open.alias }),
  })
}
