import { toCount } from '../../../schemas/core/lib/count.ts'
import type { Report } from './model.ts'

/** A badge in the endpoint format of shields.io. */
export function toBadge({ api, conclusion, counts, claims }: Report): object {
  const { features, unsupportedOperations = [] } = claims
  const unsupported = features.filter(({ status }) => status === 'unsupported').length
  const without = [
    ...(unsupported > 0 ? [toCount(unsupported, 'feature')] : []),
    ...(unsupportedOperations.length > 0 ? [toCount(unsupportedOperations.length, 'operation')] : []),
  ]
  const message = {
    conformant: without.length > 0 ? `conformant without ${without.join(' and ')}` : 'conformant',
    violations: toCount(counts.failed, 'violation'),
    'stale-known-failures': 'known failures out of date',
    'could-not-run': 'no verdict',
  }[conclusion]
  const color = {
    conformant: 'brightgreen',
    violations: 'red',
    'stale-known-failures': 'orange',
    'could-not-run': 'lightgrey',
  }[conclusion]
  return { schemaVersion: 1, label: api.id, message, color }
}
