import type { Check } from '../core/check.ts'
import { type MutableResponse, type FakeFault, isCreated, type Request, type State } from './fake-fc.ts'

/** One fault, and the checks that must fail on it. */
export interface Case {
  /** What the server does wrong. */
  readonly name: string
  readonly fault: FakeFault
  /** The checks that must fail. */
  readonly fails: (check: Check) => boolean
  /** The operation that the violation must name, where it is not the check's. */
  readonly blames?: string
}

/** What differs between the create operations, for the faults that all can have. */
export interface CreationPlace {
  readonly operation: string
  /** Path of the collection, and of one of its items. */
  readonly path: RegExp
  readonly item: RegExp
  /** The field with an id of the server's choice, where there is one. */
  readonly id?: string
  readonly name: string
  readonly list: string
  /** An optional field that holds a text. */
  readonly text: string
  readonly read: string
  readonly lists: string
}

/** The checks of an operation that have one of these names. */
export function named(operation: string, ...names: readonly string[]): Case['fails'] {
  return (check) => check.operation === operation && names.includes(check.name)
}

export type Change = (response: MutableResponse, request: Request, state: State) => void

/** Changes the responses of a successful creation. */
export function onCreate({ path }: CreationPlace, change: Change): FakeFault {
  return {
    alter: (response, request, state) => {
      if (path.test(request.path) && isCreated(response, request)) change(response, request, state)
    },
  }
}

/** Changes the responses of a refused creation. */
export function onRefusal({ path }: CreationPlace, change: Change): FakeFault {
  return {
    alter: (response, request, state) => {
      if (path.test(request.path) && request.method === 'POST' && response.status >= 400)
        change(response, request, state)
    },
  }
}
