import { type FakeFault, type Row, rowOf, type State } from './fake-fc.ts'
import { type Case, named } from './fault-case.ts'
import { kinds } from './kinds.ts'
import { changeEntries } from './list-faults.ts'
import { beforeEach, onSuccess } from './operation-faults.ts'

const children = kinds.slice(1)
const parents = [
  {
    id: 'DeleteService',
    lists: 'ListServices',
    word: 'service',
    child: 'function',
    below: /^(\/services\/[^/]+)\/functions\//,
  },
  {
    id: 'DeleteFunction',
    lists: 'ListFunctions',
    word: 'function',
    child: 'trigger',
    below: /^(\/services\/[^/]+\/functions\/[^/]+)\/triggers\//,
  },
] as const

/** Faults of names with the same beginning, and of data that remains after a deletion. */
export const isolationFaults: readonly Case[] = [
  ...children.flatMap(({ create, list, remove, entries, nameField }): Case[] => [
    {
      name: `${create.id} concatenates the name and the name of its parent`,
      fault: {
        before: (request, state) => {
          if (request.operation !== create.id) return
          const joined = (key: string) => key.replaceAll(/\/(services|functions|triggers|aliases)\//g, '-')
          const key = `${request.path}/${String(JSON.parse(request.body)[nameField])}`
          const isTaken = [...state.keys()].some((other) => other !== key && joined(other) === joined(key))
          if (isTaken) request.body = '{'
        },
      },
      fails: named(create.id, 'parent-and-name-are-not-concatenated'),
    },
    {
      name: `${list.id} also lists children of parents whose names have the same beginning`,
      fault: onSuccess(list.id, (response, { path }, state) => {
        const parent = path.slice(0, -entries.length - 1)
        const found = [...state].filter(([key]) => {
          const [above, rest = '/'] = key.split(`/${entries}/`)
          return above?.startsWith(parent) && !above.includes('.') && !rest.includes('/')
        })
        response.body = { [entries]: found.map(([, row]) => row) }
      }),
      fails: named(list.id, 'list-excludes-similar-parents'),
    },
    {
      name: `${remove.id} deletes the same name under every parent`,
      fault: onSuccess(remove.id, (_, { path }, state) => {
        const ending = path.slice(path.lastIndexOf('/'))
        for (const key of [...state.keys()]) if (key.endsWith(`/${entries}${ending}`)) state.delete(key)
      }),
      fails: named(remove.id, 'delete-keeps-same-name-in-other-parents'),
    },
  ]),
  ...kinds.flatMap(({ update, remove, create, changes, idField }): Case[] => [
    {
      name: `${remove.id} deletes all names with the same beginning`,
      fault: onSuccess(remove.id, (_, { path }, state) => {
        for (const key of [...state.keys()]) if (key.startsWith(path)) state.delete(key)
      }),
      fails: named(remove.id, 'other-resources-are-unchanged'),
    },
    {
      name: `${update.id} changes all names with the same beginning`,
      fault: onSuccess(update.id, (_, { path }, state) => {
        for (const [key, row] of state) if (key.startsWith(path)) state.set(key, { ...row, ...changes })
      }),
      fails: named(update.id, 'other-resources-are-unchanged'),
    },
    ...(idField === undefined
      ? []
      : [
          {
            name: `${create.id} derives ids from names`,
            fault: onSuccess(create.id, (response, { path, body }, state) => {
              const name = String(Object.values(JSON.parse(body)).find((value) => String(value).startsWith('fct-')))
              rowOf(response)[idField] = name
              Object.assign(state.get(`${path}/${name}`) ?? {}, { [idField]: name })
            }),
            fails: named(create.id, 'recreated-resource-has-new-id'),
          },
        ]),
  ]),
  ...parents.flatMap(({ id, lists: listId, word, child, below }): Case[] => [
    {
      name: `${id} returns an error and deletes the resource`,
      fault: {
        alter: (response, { operation, path }, state) => {
          if (operation === id && response.status === 409) state.delete(path)
        },
      },
      fails: named(id, `${word}-with-${child}-is-rejected`),
    },
    {
      name: `${id} returns an error and removes the list entry`,
      fault: toHiding(id, listId),
      fails: named(id, `${word}-with-${child}-is-rejected`),
    },
    {
      name: `${id} also counts ${child}s of parents whose names have the same beginning`,
      fault: beforeEach(id, (request, state) => {
        const isFull = [...state.keys()].some((key) => below.exec(key)?.[1]?.startsWith(request.path))
        if (isFull) state.set(`${request.path}/${child}s/one`, {})
      }),
      fails: named(id, `delete-ignores-${child}s-of-similar-${word}`),
    },
    {
      name: `${id} counts rejected ${child}s`,
      fault: toLeak(id, `/${child}s`),
      fails: named(id, `${word}-without-${child}s-is-deleted`),
    },
  ]),
  {
    name: 'DeleteVersion deletes the number in every service',
    fault: onSuccess('DeleteVersion', (_, { path }, state) => {
      const number = path.slice(path.lastIndexOf('/') + 1)
      for (const key of [...state.keys()]) {
        if (key.endsWith(`/versions/${number}`) || key.endsWith(`.${number}`)) state.delete(key)
      }
    }),
    fails: named('DeleteVersion', 'delete-keeps-versions-of-other-services'),
  },
  {
    name: 'DeleteService leaves aliases for the next service of the same name',
    fault: toReturningAliases(),
    fails: named('DeleteService', 'recreated-service-has-no-old-aliases'),
  },
]

/** A resource whose deletion was rejected is not listed any more. */
function toHiding(remove: string, list: string): FakeFault {
  const hidden = new Set<unknown>()
  return {
    alter: (response, { operation, path }) => {
      if (operation === remove && response.status === 409) hidden.add(path.slice(path.lastIndexOf('/') + 1))
      if (operation !== list || response.status !== 200) return
      for (const entries of ['services', 'functions']) {
        changeEntries(response, entries, (rows) =>
          rows.filter(({ serviceName, functionName }) => !hidden.has(functionName ?? serviceName)),
        )
      }
    },
  }
}

/** A rejected creation counts forever. */
function toLeak(remove: string, collection: string): FakeFault {
  const full = new Set<string>()
  return {
    before: ({ operation, path }, state) => {
      if (operation === remove && full.has(path)) state.set(`${path}${collection}/one`, {})
    },
    alter: (response, { method, path }) => {
      const isRefused = method === 'POST' && path.endsWith(collection) && response.status === 409
      if (isRefused) full.add(path.slice(0, -collection.length))
    },
  }
}

/** A service is deleted with its versions. A new service of the same name has its aliases. */
function toReturningAliases(): FakeFault {
  const aliases = new Map<string, Row>()
  const take = (state: State, isTaken: (key: string) => boolean) => {
    for (const key of [...state.keys()]) if (isTaken(key)) state.delete(key)
  }
  return {
    before: ({ operation, path }, state) => {
      if (operation !== 'DeleteService') return
      for (const [key, row] of state) if (key.startsWith(`${path}/aliases/`)) aliases.set(key, row)
      take(state, (key) => key.startsWith(`${path}/`) || key.startsWith(`${path}.`))
    },
    alter: (response, { operation, body }, state) => {
      if (operation !== 'CreateService' || response.status !== 200) return
      const above = `/services/${String(JSON.parse(body).serviceName)}/`
      for (const [key, row] of aliases) if (key.startsWith(above)) state.set(key, row)
    },
  }
}
