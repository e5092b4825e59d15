import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { toRequestFields } from '../../../schemas/core/fields.ts'
import { perServer } from '../kit.ts'
import type { BenignMutant, Wrap } from '../mutant.ts'
import {
  headerOf,
  type MutableResponse,
  readObject,
  readText,
  setHeader,
  setJson,
  setText,
  toObject,
} from '../response.ts'
import type { Subject } from '../sites/to-sites.ts'
import type { Kit } from './operator.ts'

/** A server that differs in all operations in a way that no source forbids. */
export interface BenignServer {
  readonly id: string
  readonly what: string
  readonly wrap: (kit: Kit, subject: Subject) => Wrap
  /** Settings that a user of this server sets. */
  readonly config?: BenignMutant['config']
}

export const benignServers: readonly BenignServer[] = [
  {
    id: 'other-entity-tags',
    what: 'returns entity tags in another form',
    wrap: (kit) =>
      kit.intercept(undefined, async ({ request }, { forward }) => {
        const sent = headerOf(request, 'if-match')
        const [, own] = /^"?tag:([^"]*)"?$/.exec(sent ?? '') ?? []
        const headers = own === undefined ? undefined : { 'if-match': decode(own) }
        const response = await forward(headers && { headers })
        const tag = headerOf(response, 'etag')
        if (tag !== undefined) setHeader(response, 'ETag', `"tag:${encode(tag)}"`)
        return response
      }),
  },
  {
    id: 'opaque-page-tokens',
    what: 'returns page tokens that are not names',
    wrap: (kit, { resources }) =>
      kit.intercept(undefined, async ({ operation, query }, { forward }) => {
        const { paging } = resources.find(({ list }) => list && list.id === operation?.id) ?? {}
        if (!paging) return await forward()
        const sent = query.get(paging.token)
        if (sent?.startsWith('page:')) query.set(paging.token, decode(sent.slice(5)))
        const response = await forward({ query })
        const body = readObject(response)
        const token = body?.[paging.token]
        if (body && typeof token === 'string' && token !== '')
          setJson(response, { ...body, [paging.token]: `page:${encode(token)}` })
        return response
      }),
  },
  {
    id: 'ids-in-other-format',
    what: 'returns generated ids in another format',
    wrap: (kit, { resources }) =>
      kit.editAllResponses(undefined, (response) => {
        const fields = resources.flatMap(({ idField }) => idField ?? []).join('|')
        const ids = new RegExp(`"(${fields})":"([^"]+)"`, 'g')
        const toId = (_: string, field: string, id: string) =>
          `"${field}":"id-${createHash('sha1').update(id).digest('hex')}"`
        if (readObject(response)) setText(response, readText(response).replaceAll(ids, toId))
      }),
  },
  {
    id: 'slow-responses',
    what: 'waits before each response',
    wrap: (kit) =>
      kit.intercept(undefined, async (_, { forward }) => {
        await wait(1)
        return await forward()
      }),
  },
  {
    id: 'throttle-every-20th-request',
    what: 'rejects every twentieth request with 429 and asks for another attempt',
    wrap: (kit, { api }) =>
      perServer(() => {
        let count = 0
        return kit.intercept(undefined, async (_, { forward }) => {
          count += 1
          if (count % 20 !== 0) return await forward()
          const response: MutableResponse = { status: 429, headers: [['Retry-After', '0']], body: new Uint8Array() }
          setHeader(response, 'Content-Type', 'application/json')
          setHeader(response, api.dialect.requestIdHeader, `throttled-${count}`)
          setJson(
            response,
            api.dialect.toErrorBody({ code: 'Throttled', message: 'later', requestId: `throttled-${count}` }),
          )
          return response
        })
      }),
  },
  {
    id: 'reject-unknown-fields',
    what: 'rejects fields that it does not know',
    wrap: (kit) =>
      kit.intercept(undefined, async ({ operation, body }, { forward }) => {
        const sent = toObject(body)
        const known = operation && new Map(Object.entries(toRequestFields(operation)))
        const isUnknown = sent && known && known.size > 0 && Object.keys(sent).some((name) => !known.has(name))
        return await forward(isUnknown ? { bytes: Buffer.from('[') } : undefined)
      }),
  },
  {
    id: 'return-listed-property',
    what: 'returns an undocumented property that the settings list',
    wrap: (kit, { api }) =>
      kit.editObject(
        Object.values(api.operations).map(({ id }) => id),
        (body) => {
          if (Object.keys(body).length > 0) body.owner = 'team 7'
        },
      ),
    config: { allowUndocumented: ['*#/owner'] },
  },
  {
    id: 'lists-of-a-shared-account',
    what: 'lists resources of other users of the account',
    wrap: (kit, { resources }) =>
      perServer(() => {
        /** By list: the resource of another user, which nobody changes. */
        const theirs = new Map<string, unknown>()
        return kit.intercept(undefined, async ({ operation, query }, { forward }) => {
          const response = await forward()
          const listed = resources.find(({ list, parent }) => !parent && list && list.id === operation?.id)
          if (listed?.entries === undefined || !listed.paging) return response
          const { name, key, idField, entries: field, paging } = listed
          const isWhole = [paging.prefix, paging.token, paging.startKey].every((one) => !query.has(one ?? ''))
          const { [field]: entries, ...others } = readObject(response) ?? {}
          if (!isWhole || !Array.isArray(entries) || entries.length === 0 || entries.length >= 20) return response
          const id = idField === undefined ? {} : { [idField]: 'theirs' }
          const added = theirs.get(name) ?? { ...entries[0], [key]: '_theirs', ...id }
          theirs.set(name, added)
          setJson(response, { ...others, [field]: [added, ...entries] })
          return response
        })
      }),
  },
]

const encode = (text: string) => Buffer.from(text).toString('base64url')
const decode = (text: string) => Buffer.from(text, 'base64url').toString()
