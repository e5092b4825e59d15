import type { Check } from '../core/check.ts'
import { type FakeFault, isCreated, type MutableResponse, type Request, type State } from './fake-fc.ts'

/** A fault, and the checks that must fail because of it. */
export interface Case {
  /** What the server does wrong. */
  readonly name: string
  readonly fault: FakeFault
  /** The checks that must fail. */
  readonly fails: (check: Check) => boolean
  /** The operation that the violation must name. Default: that of the check. */
  readonly blames?: string
}

/** The differences between create operations, for faults that apply to all of them. */
export interface CreationPlace {
  readonly operation: string
  /** Path of the collection and of one item. */
  readonly path: RegExp
  readonly item: RegExp
  /** The field with an id that the server generates, if any. */
  readonly id?: string
  readonly name: string
  readonly list: string
  /** An optional text field. */
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

/** Changes the responses of a rejected creation. */
export function onRefusal({ path }: CreationPlace, change: Change): FakeFault {
  return {
    alter: (response, request, state) => {
      if (path.test(request.path) && request.method === 'POST' && response.status >= 400)
        change(response, request, state)
    },
  }
}
