import type { Check } from '../../core/check.ts'
import { fitting } from '../../testing/detect.ts'
import { type FakeRequest, type FakeResponse, parseRow, type Row, type ServerFault } from '../../testing/fake-server.ts'
import { constraintChecks } from '../constraints.ts'
import { urn } from './fake.ts'

export type Operation = 'UpdateFunctionConfig' | 'UpdateFunctionCode'
export type Change = (response: FakeResponse, request: FakeRequest, state: Map<string, Row>) => void

export const paths = { UpdateFunctionConfig: /config$/, UpdateFunctionCode: /code$/ } as const

/** The first requests of a run probe the access and read the function. */
export const isOfRun = ({ count }: FakeRequest) => count < 2

/** A change of settings to their present values reads a function. */
export const isReading = ({ path, body }: FakeRequest) =>
  paths.UpdateFunctionConfig.test(path) &&
  Object.keys(parseRow(body) ?? {}).length === 5 &&
  /"handler":"index.handler","timeout":30,"memory_size":128}/.test(body)

export function on(operation: Operation, isFor: (response: FakeResponse) => boolean, change: Change): ServerFault {
  return {
    alter: (response, request, state) => {
      if (paths[operation].test(request.path) && !isOfRun(request) && isFor(response)) change(response, request, state)
    },
  }
}

export const onSuccess = (operation: Operation, change: Change) => on(operation, ({ status }) => status < 300, change)
export const onRefusal = (operation: Operation, change: Change) => on(operation, ({ status }) => status >= 400, change)

export function breakDown(response: FakeResponse): void {
  Object.assign(response, { status: 500, body: { error_code: 'FSS.0500', error_msg: 'it broke' } })
}

export const isConstraint = (operation: Operation, pattern: RegExp) => (check: Check) =>
  constraintChecks.includes(check) && fitting(operation, pattern)(check)

export const toRow = (state: Map<string, Row>): Row => state.get(urn) ?? {}
