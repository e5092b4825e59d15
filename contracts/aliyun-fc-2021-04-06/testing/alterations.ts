import type { Check } from '../../core/check.ts'
import { fitting } from '../../testing/detect.ts'
import { type FakeRequest, type FakeResponse, type Row, rowIn, type ServerFault } from '../../testing/fake-server.ts'
import { constraintChecks } from '../constraints.ts'

export type Change = (response: FakeResponse, request: FakeRequest, state: Map<string, Row>) => void

const methods = { CreateFunction: 'POST', UpdateFunction: 'PUT' } as const
export type Operation = keyof typeof methods

const isReading = ({ method, body }: FakeRequest) => method === 'PUT' && body === '{}'

export function on(operation: Operation, isFor: (response: FakeResponse) => boolean, change: Change): ServerFault {
  return {
    alter: (response, request, state) => {
      if (request.method === methods[operation] && !isReading(request) && isFor(response))
        change(response, request, state)
    },
  }
}

export const onSuccess = (operation: Operation, change: Change) => on(operation, ({ status }) => status < 300, change)
export const onRefusal = (operation: Operation, change: Change) => on(operation, ({ status }) => status >= 400, change)

/** Changes the row that a request is about. */
export const onRow = (operation: Operation, change: (row: Row, request: FakeRequest) => void) =>
  onSuccess(operation, (response, request, state) => {
    const row = rowIn(response)
    const stored = state.get(`demo/${String(row.functionName)}`)
    if (stored) change(stored, request)
    change(row, request)
  })

export function breakDown(response: FakeResponse): void {
  const RequestId = response.headers['X-Fc-Request-Id']
  Object.assign(response, { status: 500, body: { Code: 'InternalServerError', Message: 'it broke', RequestId } })
}

export const isConstraint = (operation: Operation, pattern: RegExp) => (check: Check) =>
  constraintChecks.includes(check) && fitting(operation, pattern)(check)
