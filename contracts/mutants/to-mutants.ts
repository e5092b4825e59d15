import { createEdits } from './edits.ts'
import type { BenignMutant, Mutant } from './mutant.ts'
import { benignOperators } from './operators/benign.ts'
import { benignServers } from './operators/benign-servers.ts'
import type { Operator } from './operators/operator.ts'
import { operators } from './operators/operators.ts'
import type { SiteKind, Sites } from './sites/site.ts'
import { type Subject, toSites } from './sites/to-sites.ts'

/** Every mutant of an API: each operator at each site that it can break. */
export function toMutants(subject: Subject): readonly Mutant[] {
  const kit = createEdits(subject.api)
  const sites = toSites(subject)
  const toMutantsOf = <Kind extends SiteKind>(kind: Kind): Mutant[] =>
    operators[kind].flatMap((operator) =>
      sites[kind]
        // No source forbids a change of what no source states.
        .filter((site) => site.provenance !== 'inferred' && (operator.appliesTo?.(site) ?? true))
        .map((site) => toMutant(operator, site, kit)),
    )
  return (Object.keys(operators) as SiteKind[]).flatMap((kind) => toMutantsOf(kind))
}

function toMutant<Kind extends SiteKind>(
  operator: Operator<Kind>,
  site: Sites[Kind],
  kit: Parameters<Operator<Kind>['wrap']>[1],
): Mutant {
  const { operation, alsoNamed, clause, provenance } = site
  return {
    id: `${operator.id} @ ${site.id}`,
    operator: operator.id,
    kind: operator.kind,
    operation: operation.id,
    alsoNamed,
    what: `${operation.id} ${operator.what(site)}`,
    clause,
    profile: operator.profile ?? (provenance === 'inferred' ? 'observed' : provenance),
    wrap: operator.wrap(site, kit),
    ...(operator.auth && { auth: true }),
  }
}

/** Servers that differ from the mock in ways that no source forbids. */
export function toBenignMutants(subject: Subject): readonly BenignMutant[] {
  const kit = createEdits(subject.api)
  const ofOperations = benignOperators.flatMap((operator) =>
    toSites(subject).success.map((site) => ({
      id: `${operator.id} @ ${site.id}`,
      operator: operator.id,
      operation: site.operation.id,
      what: `${site.operation.id} ${operator.what(site)}`,
      wrap: operator.wrap(site, kit),
    })),
  )
  const ofServers = benignServers.map((server) => ({
    ...{ ...server, operator: server.id, operation: 'every operation' },
    wrap: server.wrap(kit, subject),
  }))
  return [...ofOperations, ...ofServers]
}
