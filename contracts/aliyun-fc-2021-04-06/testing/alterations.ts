import type { Check } from '../../core/check.ts'
import { fitting } from '../../testing/detect.ts'
import { type FakeAnswer, type FakeRequest, type Row, rowIn, type ServerFault } from '../../testing/fake-server.ts'
import { constraintChecks } from '../constraints.ts'

export type Change = (answer: FakeAnswer, request: FakeRequest, state: Map<string, Row>) => void

const methods = { CreateFunction: 'POST', UpdateFunction: 'PUT' } as const
export type Operation = keyof typeof methods

const isReading = ({ method, body }: FakeRequest) => method === 'PUT' && body === '{}'

export function on(operation: Operation, isFor: (answer: FakeAnswer) => boolean, change: Change): ServerFault {
  return {
    alter: (answer, request, state) => {
      if (request.method === methods[operation] && !isReading(request) && isFor(answer)) change(answer, request, state)
    },
  }
}

export const onSuccess = (operation: Operation, change: Change) => on(operation, ({ status }) => status < 300, change)
export const onRefusal = (operation: Operation, change: Change) => on(operation, ({ status }) => status >= 400, change)

/** Changes the row that a request is about. */
export const onRow = (operation: Operation, change: (row: Row, request: FakeRequest) => void) =>
  onSuccess(operation, (answer, request, state) => {
    const row = rowIn(answer)
    const stored = state.get(`demo/${String(row.functionName)}`)
    if (stored) change(stored, request)
    change(row, request)
  })

export function breakDown(answer: FakeAnswer): void {
  const RequestId = answer.headers['X-Fc-Request-Id']
  Object.assign(answer, { status: 500, body: { Code: 'InternalServerError', Message: 'it broke', RequestId } })
}

export const isConstraint = (operation: Operation, pattern: RegExp) => (check: Check) =>
  constraintChecks.includes(check) && fitting(operation, pattern)(check)
