import { perServer } from '../kit.ts'
import { dropHeader, headerOf, type MutableResponse, setHeader } from '../response.ts'
import type { HeaderSite } from '../sites/site.ts'
import { type Kit, operatorsOn } from './operator.ts'

const editHeader = (
  { operation, status, name }: HeaderSite,
  { editResponses }: Kit,
  edit: (response: MutableResponse, value: string) => void,
) =>
  editResponses(
    operation.id,
    (found) => (status === 'error' ? found >= 400 : found === status),
    (response) => {
      const value = headerOf(response, name.toLowerCase())
      if (value !== undefined) edit(response, value)
    },
  )

const toWhere = ({ status }: HeaderSite) => (status === 'error' ? 'in error responses' : `with ${status}`)
const isTag = ({ name }: HeaderSite) => name.toLowerCase() === 'etag'
/** Every response has these headers. Others depend on the request. */
const isId = (site: HeaderSite) => /request-id/i.test(site.name)

/** Operators on response headers. */
export const headerOperators = operatorsOn('header', {
  'drop-header': {
    what: (site) => `omits ${site.name} ${toWhere(site)}`,
    wrap: (site, kit) => editHeader(site, kit, (response) => dropHeader(response, site.name.toLowerCase())),
  },
  'rename-header': {
    what: (site) => `returns ${site.name} under another name ${toWhere(site)}`,
    wrap: (site, kit) =>
      editHeader(site, kit, (response, value) => {
        dropHeader(response, site.name.toLowerCase())
        setHeader(response, `X-Other-${site.name}`, value)
      }),
  },
  'header-in-other-case': {
    what: (site) => `returns ${site.name} in a case that some clients do not find ${toWhere(site)}`,
    profile: 'observed',
    appliesTo: (site) => site.observedName !== undefined,
    wrap: (site, kit) =>
      editHeader(site, kit, (response, value) => {
        dropHeader(response, site.name.toLowerCase())
        response.headers.push([site.name, value])
      }),
  },
  'empty-header': {
    what: (site) => `returns an empty ${site.name} ${toWhere(site)}`,
    wrap: (site, kit) => editHeader(site, kit, (response) => setHeader(response, site.name, '')),
  },
  'repeat-header': {
    what: (site) => `returns ${site.name} twice with different values ${toWhere(site)}`,
    wrap: (site, kit) =>
      editHeader(site, kit, (response, value) => {
        response.headers.push([site.name, `${value}-2`])
      }),
  },
  'constant-header': {
    what: (site) => `returns the same ${site.name} for every request ${toWhere(site)}`,
    appliesTo: (site) => isTag(site) || isId(site),
    wrap: (site, kit) =>
      perServer(() => {
        let first: string | undefined
        return editHeader(site, kit, (response, value) => {
          first ??= value
          setHeader(response, site.name, first)
        })
      }),
  },
  'previous-header': {
    what: (site) => `returns the ${site.name} of the previous response ${toWhere(site)}`,
    appliesTo: (site) => isTag(site) || isId(site),
    wrap: (site, kit) =>
      perServer(() => {
        let previous: string | undefined
        return editHeader(site, kit, (response, value) => {
          setHeader(response, site.name, previous ?? value)
          previous = value
        })
      }),
  },
  'unstable-tag': {
    what: (site) => `returns another ${site.name} for every request ${toWhere(site)}`,
    appliesTo: (site) => isTag(site) && site.operation.method === 'get',
    wrap: (site, kit) =>
      perServer(() => {
        let count = 0
        return editHeader(site, kit, (response, value) => {
          count += 1
          setHeader(response, site.name, `${value}${count}`)
        })
      }),
  },
  'tag-of-other-operations': {
    what: (site) => `returns another ${site.name} than other operations ${toWhere(site)}`,
    appliesTo: isTag,
    wrap: (site, kit) => editHeader(site, kit, (response, value) => setHeader(response, site.name, `x${value}`)),
  },
})
