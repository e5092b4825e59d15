import { toTypes } from '../../../schemas/core/json-schema.ts'
import { toSample } from '../../../schemas/core/sample.ts'
import { headerOf } from '../response.ts'
import type { ParameterSite } from '../sites/site.ts'
import { type Kit, type Operator, operatorsOn } from './operator.ts'

type Change = (value: string, site: ParameterSite) => string | undefined

/** Maps the value of the parameter in requests that have it. The result undefined removes it. */
const mapWith =
  (change: Change): Operator<'parameter'>['wrap'] =>
  (site, { editRequest }) =>
    editRequest(site.operation.id, ({ query, request }) => {
      if (site.in === 'header') {
        const value = headerOf(request, site.name.toLowerCase())
        return value === undefined ? undefined : { headers: { [site.name.toLowerCase()]: change(value, site) } }
      }
      const value = query.get(site.name)
      if (value === null) return undefined
      const changed = change(value, site)
      if (changed === undefined) query.delete(site.name)
      else query.set(site.name, changed)
      return { query }
    })

const rejectWhere = (
  site: ParameterSite,
  kit: Kit,
  fits: (value: string) => boolean,
  code = kit.api.dialect.codes.invalid,
) =>
  kit.rejectCalls(
    site.operation.id,
    ({ query, request }) => {
      const value = site.in === 'header' ? headerOf(request, site.name.toLowerCase()) : query.get(site.name)
      return typeof value === 'string' && fits(value)
    },
    code,
  )

const isNumber = ({ node }: ParameterSite) => toTypes(node).some((type) => type === 'integer' || type === 'number')
const isIfMatch = ({ name }: ParameterSite) => name.toLowerCase() === 'if-match'
const isToken = ({ name }: ParameterSite) => /token$/i.test(name)
const isAccount = ({ name }: ParameterSite) => /account|date|security|content-md5|trace|checksum/i.test(name)

/** Operators on parameters in the query and in headers. */
export const parameterOperators = operatorsOn('parameter', {
  'ignore-parameter': {
    what: ({ name }) => `ignores ${name}`,
    appliesTo: (site) => !isAccount(site),
    wrap: mapWith(() => undefined),
  },
  'reject-parameter': {
    what: ({ name }) => `rejects every request with ${name}`,
    wrap: (site, kit) => rejectWhere(site, kit, () => true),
  },
  'fail-on-parameter': {
    what: ({ name }) => `returns 500 for every request with ${name}`,
    wrap: (site, kit) => rejectWhere(site, kit, () => true, kit.api.dialect.codes.internal),
  },
  'lower-case-parameter': {
    what: ({ name }) => `compares ${name} in lower case`,
    appliesTo: (site) =>
      !isNumber(site) &&
      !isIfMatch(site) &&
      !isToken(site) &&
      !isAccount(site) &&
      !site.node.enum &&
      !site.resource?.isCaseOpen,
    wrap: mapWith((value) => value.toLowerCase()),
  },
  'parameter-off-by-one': {
    what: ({ name }) => `uses a ${name} that is too high by one`,
    // Times in milliseconds have more digits.
    appliesTo: (site) => isNumber(site) && String(toSample(site.node)).length <= 6,
    wrap: mapWith((value) => (/^\d{1,6}$/.test(value) ? String(Number(value) + 1) : value)),
  },
  'accept-parameter-out-of-range': {
    what: ({ name }) => `accepts a ${name} above its limit`,
    appliesTo: (site) => isNumber(site) && site.node.maximum !== undefined,
    wrap: mapWith((value, { node: { maximum = 0 } }) => (Number(value) > maximum ? String(maximum) : value)),
  },
  'reject-parameter-limit': {
    what: ({ name }) => `rejects the highest ${name}`,
    appliesTo: (site) => isNumber(site) && site.node.maximum !== undefined,
    wrap: (site, kit) => rejectWhere(site, kit, (value) => Number(value) === site.node.maximum),
  },
  'fail-on-empty-parameter': {
    what: ({ name }) => `returns 500 if ${name} is empty`,
    appliesTo: (site) => !isAccount(site),
    wrap: (site, kit) => rejectWhere(site, kit, (value) => value === '', kit.api.dialect.codes.internal),
  },
  'fail-on-non-ascii-parameter': {
    what: ({ name }) => `returns 500 if ${name} contains other than ASCII characters`,
    appliesTo: (site) => site.in === 'query' && !isNumber(site),
    wrap: (site, kit) => rejectWhere(site, kit, (value) => /[^\0-\u007f]/.test(value), kit.api.dialect.codes.internal),
  },
  'ignore-wrong-tag': {
    what: ({ name }) => `accepts an ${name} of another state`,
    appliesTo: isIfMatch,
    wrap: mapWith(() => undefined),
  },
  'reject-correct-tag': {
    what: ({ name }) => `rejects a correct ${name}`,
    appliesTo: isIfMatch,
    wrap: mapWith(() => 'no-such-tag'),
  },
  'compare-start-of-tag': {
    what: ({ name }) => `compares only the first eight characters of ${name}`,
    appliesTo: (site) =>
      isIfMatch(site) && site.resource?.read?.method === 'get' && site.operation === site.resource.update,
    wrap: (site, { intercept }) =>
      intercept(site.operation.id, async ({ path, request }, { forward, send }) => {
        const sent = headerOf(request, 'if-match')
        if (sent === undefined) return await forward()
        const current = headerOf(await send('GET', path), 'etag')
        const isSimilar = current !== undefined && sent.slice(0, 8) === current.slice(0, 8)
        return await forward(isSimilar ? { headers: { 'if-match': current } } : undefined)
      }),
  },
})
