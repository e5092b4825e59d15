import { type Row, rowOf } from './fake-fc.ts'
import { type Case, named } from './fault-case.ts'
import type { Kind } from './kinds.ts'
import { beforeEach, breakDown, onRefused, onSuccess } from './operation-faults.ts'

/** Faults of reading, updating and deleting one kind of resource. */
export function toKindFaults(kind: Kind): readonly Case[] {
  return [...toReadFaults(kind), ...toUpdateFaults(kind), ...toDeleteFaults(kind), ...toConditionFaults(kind)]
}

function toReadFaults({ read: { id }, nameField, changes }: Kind): readonly Case[] {
  const [field = ''] = Object.keys(changes)
  return [
    {
      name: `${id} returns another value each time`,
      fault: onSuccess(id, (response) => {
        rowOf(response)[field] = String(Math.random())
      }),
      fails: named(id, 'repeated-read-returns-the-same'),
    },
    {
      name: `${id} returns another ETag each time`,
      fault: onSuccess(id, (response) => {
        response.headers.ETag = String(Math.random())
      }),
      fails: named(id, 'unchanged-state-keeps-its-etag'),
    },
    {
      name: `${id} returns another name`,
      fault: onSuccess(id, (response) => {
        rowOf(response)[nameField] = 'another'
      }),
      fails: named(id, 'read-returns-the-named-resource'),
    },
  ]
}

function toUpdateFaults({ update: { id }, changes }: Kind): readonly Case[] {
  let updates = 0
  const again = () => {
    updates += 1
    return updates > 1
  }
  return [
    {
      name: `${id} does nothing`,
      fault: beforeEach(id, (request) => {
        request.body = '{}'
      }),
      fails: (check) =>
        check.operation === id &&
        /^(update-changes-only-.*|update-is-seen-in-list|update-moves-alias.*|update-replaces-code|checksum-is-crc64-of-.*)$/.test(
          check.name,
        ),
    },
    {
      name: `${id} returns an ETag of its own`,
      fault: onSuccess(id, (response) => {
        response.headers.ETag = 'first'
      }),
      fails: named(id, 'update-changes-etag'),
    },
    {
      name: `${id} returns an earlier time`,
      fault: onSuccess(id, (response) => {
        rowOf(response).lastModifiedTime = '2001-05-06T07:08:09.000+0000'
      }),
      fails: named(id, 'update-changes-last-modified-time'),
    },
    {
      name: `${id} changes the time of creation`,
      fault: onSuccess(id, (_, { path }, state) => {
        state.set(path, { ...state.get(path), createdTime: '2001-05-06T07:08:09.000+0000' })
      }),
      fails: named(id, 'update-keeps-id-name-and-creation-time'),
    },
    {
      name: `${id} changes all`,
      fault: onSuccess(id, (_, { path }, state) => {
        const above = path.replace(/[^/]+$/, '')
        for (const [key, row] of state) if (key.startsWith(above)) state.set(key, { ...row, ...changes })
      }),
      fails: named(id, 'other-resources-are-unchanged'),
    },
    {
      name: `${id} fails at the second update`,
      fault: onSuccess(id, (response) => {
        if (again()) breakDown(response)
      }),
      fails: named(id, 'repeated-update-has-same-result'),
    },
    {
      name: `${id} fails at an empty update and at null`,
      fault: {
        alter: (response, { operation, body }) => {
          if (operation === id && (body === '{}' || body.includes(':null'))) breakDown(response)
        },
      },
      fails: named(id, 'update-without-fields-is-handled', 'null-field-is-handled'),
    },
    {
      name: `${id} returns errors with 422`,
      fault: onRefused(id, (response) => {
        response.status = 422
      }),
      fails: named(
        id,
        'truncated-json-is-rejected',
        'non-json-body-is-rejected',
        'invalid-body-for-missing-resource-is-rejected',
      ),
    },
    {
      name: `${id} creates missing resources`,
      fault: onRefused(id, (response, { path }, state) => {
        if (response.status === 404) state.set(path, {})
      }),
      fails: named(id, 'update-does-not-create'),
    },
    {
      name: `${id} loses the code`,
      fault: onSuccess(id, (_, { path }, state) => {
        state.set(path, { ...state.get(path), codeChecksum: '1' })
      }),
      fails: named(id, 'update-without-code-keeps-code'),
    },
  ]
}

function toDeleteFaults({ create, remove: { id }, options }: Kind): readonly Case[] {
  const seen = new Set<string>()
  return [
    {
      name: `${id} does nothing`,
      fault: { keeps: true },
      fails: named(
        id,
        'deleted-resource-is-gone',
        'deleted-resource-is-not-listed',
        'second-delete-is-rejected',
        'concurrent-update-does-not-undo-delete',
      ),
    },
    {
      name: `${id} deletes all`,
      fault: onSuccess(id, (_, { path }, state) => {
        const above = path.replace(/[^/]+$/, '')
        for (const key of [...state.keys()]) if (key.startsWith(above)) state.delete(key)
      }),
      fails: named(id, 'other-resources-are-unchanged'),
    },
    {
      name: `${id} restores deleted resources`,
      fault: {
        store: (row: Row) => {
          const name = `${create.id} ${Object.values(row).find((value) => String(value).startsWith('fct-'))}`
          if (seen.has(name)) Object.assign(row, options)
          seen.add(name)
        },
      },
      fails: named(id, 'recreated-resource-is-new'),
    },
  ]
}

function toConditionFaults({ create, update, remove, entries }: Kind): readonly Case[] {
  const ids = [update.id, remove.id, ...(entries === 'services' ? ['PublishVersion'] : [])]
  const races: Case[] = [
    {
      name: `${create.id} accepts two concurrent requests`,
      fault: { overwrites: true },
      fails: named(create.id, 'concurrent-creates-yield-one-winner'),
    },
  ]
  return [
    ...races,
    ...ids.flatMap((id): Case[] => [
      {
        name: `${id} ignores If-Match`,
        fault: beforeEach(id, ({ headers }) => delete headers['if-match']),
        fails: named(id, 'unknown-etag-is-rejected', 'stale-etag-is-rejected', 'if-match-prevents-lost-update'),
      },
      {
        name: `${id} rejects every If-Match, and fails at quotation marks`,
        fault: {
          alter: (response, { operation, headers }) => {
            if (operation !== id || headers['if-match'] === undefined) return
            breakDown(response)
          },
        },
        fails: named(id, 'current-etag-is-accepted', 'quoted-etag-is-handled'),
      },
    ]),
  ]
}
