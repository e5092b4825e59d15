import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import { toCitation } from '../../schemas/core/source.ts'
import { toFcChecks } from '../aliyun-fc/checks.ts'
import { toFc } from '../aliyun-fc/fc.ts'
import { rules } from './rules.ts'
import { aliasSample, functionSample, serviceSample, toCode, triggerSample, versionSample } from './samples.ts'
import { tolerances } from './tolerances.ts'

const { publishServiceVersion, listServiceVersions, deleteServiceVersion, ...same } = aliyunFc20210406.operations

const operations = {
  ...same,
  publishVersion: publishServiceVersion,
  listVersions: listServiceVersions,
  deleteVersion: deleteServiceVersion,
}

/** FC 2021-04-06 for the checks of both API versions. */
const fc = toFc({
  operations,
  samples: {
    service: serviceSample,
    function: functionSample,
    trigger: triggerSample,
    version: versionSample,
    alias: aliasSample,
  },
  tolerances: { ...tolerances, wrongTag: rules.tolerances.wrongTag },
  toCode,
  toVersion: (versionId) => ({ versionId }),
  toId: Number,
  toOwnSpec: ({ quirk: _, clause, ...spec }) => ({ ...spec, clause: toOwnClause(clause, spec.operation) }),
})

/**
 * The clauses of the same operations in the sources of this version. What source 004 states in its definitions has its
 * place at the operations.
 */
function toOwnClause(clause: string, operation: Operation): string {
  if (clause.startsWith('observed')) return clause
  const parts = clause.split('; ').flatMap((part) => {
    const [, name = '', rest = ''] = /^(?:004|003|000|FC-DEF) (\w+)(.*)$/.exec(part) ?? []
    const own = Object.entries(operations).find(([key, { id }]) => key === toKey(name) || id === name)?.[1]
    return own ? [`${toCitation(own.source)}${toOwnPlace(rest)}`] : []
  })
  return parts.length > 0 ? [...new Set(parts)].join('; ') : toCitation(operation.source)
}

function toKey(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** A qualifier is in the query. The quirks are those of source 004. */
function toOwnPlace(text: string): string {
  return text.replace('Path qualifier', 'Query qualifier').replace(/ \([^()]*quirk [^()]*\)/g, '')
}

export const sharedChecks = toFcChecks(fc)
