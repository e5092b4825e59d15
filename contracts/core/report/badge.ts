import type { Report } from './model.ts'

/** A badge in the endpoint format of shields.io. */
export function toBadge({ api, conclusion, counts, claims }: Report): object {
  const unsupported = claims.features.filter(({ status }) => status === 'unsupported').length
  const message = {
    conformant: unsupported > 0 ? `conformant without ${unsupported} features` : 'conformant',
    violations: `${counts.failed} violations`,
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
