import { bounds } from '../bounds.ts'
import { checkOptions } from '../check-options.ts'
import { clearCoverage, toCoverage } from '../coverage.ts'
import type { EmulatorOptions } from '../emulator-options.ts'
import type { Endpoint } from '../endpoint.ts'
import type { InjectedFaults } from '../injected-faults/injected-faults.ts'
import { defaultNamespace, isNamespaceName, namespaceRule } from '../namespace-name.ts'
import type { Namespace, Namespaces } from '../namespaces.ts'
import { filterNames } from '../request-log/entry.ts'
import { createRequestExpectations } from '../request-log/request-expectations.ts'
import type { RequestLog } from '../request-log/request-log.ts'
import { readStateText, toStateText } from '../state-text/state-text.ts'
import { changeStates, dropAccount, readState, readStates, writeState } from '../store.ts'
import { findServed } from './check-served.ts'
import { createClockControls } from './clock-controls.ts'
import { ControlError } from './control-error.ts'
import type { Controls } from './controls.ts'
import { toResources } from './resources.ts'
import { toNamespaceName } from './scope.ts'
import { toSeeding } from './seeding.ts'
import { createSnapshots } from './snapshots.ts'

/** The parts of an emulator that the controls need. */
export interface Controlled {
  readonly emulator: EmulatorOptions
  readonly endpoints: readonly Endpoint[]
  readonly namespaces: Namespaces
  readonly requestLog: RequestLog
  readonly injectedFaults: InjectedFaults
}

export function createControls(controlled: Controlled): Controls {
  const { emulator, endpoints, namespaces, requestLog, injectedFaults } = controlled
  const open = (name: string = defaultNamespace): Namespace => namespaces.open(toName(name))
  const snapshots = createSnapshots(namespaces, open, emulator.mostSnapshots)
  const apis = emulator.mocks.map(({ api }) => api.id)
  const models = [...new Set(emulator.mocks.map(({ state }) => state))]

  return {
    health: () => ({ status: 'ok', apis }),
    ready: () => ({
      status: 'ready',
      apis,
      operations: endpoints.length,
      implemented: endpoints.filter(({ handler }) => handler).length,
      auth: emulator.auth?.mode ?? 'off',
      strict: emulator.strict ?? false,
      deterministic: emulator.deterministic !== undefined,
    }),
    reset(scope = {}) {
      const { account } = scope
      const name = toNamespaceName(scope) ?? defaultNamespace
      if (account === undefined) {
        namespaces.drop(toName(name))
        requestLog.clear(name)
        injectedFaults.clear({ namespace: name })
        return
      }
      const namespace = namespaces.find(toName(name))
      if (!namespace) return
      namespaces.update(
        namespace,
        [...namespace.states].map(([model, of]) => [model, dropAccount(of, account)] as const),
      )
    },
    resetAll() {
      namespaces.dropAll()
      requestLog.clear()
      injectedFaults.clear()
    },
    seed(seed, scope = {}) {
      const { account } = scope
      const namespace = open(toNamespaceName(scope))
      const states = [...toSeeding(emulator.mocks, seed, namespace)].map(([model, change]) => {
        const before = namespaces.statesOf(namespace, model)
        if (account === undefined) return [model, changeStates(before, change)] as const
        return [model, writeState(before, account, change(readState(before, account)))] as const
      })
      namespaces.update(namespace, states)
    },
    ...snapshots,
    fork(to, from) {
      const target = open(to)
      namespaces.replace(target, open(from).states)
    },
    requestLog(filter = {}) {
      checkOptions(filter, filterNames, 'requestLog')
      findServed(filter, endpoints)
      return requestLog.read(filter)
    },
    clearRequestLog: () => requestLog.clear(),
    requests: createRequestExpectations(requestLog, endpoints),
    outbox(scope = {}) {
      const namespace = open(toNamespaceName(scope))
      return models.flatMap((model) =>
        readStates(namespaces.statesOf(namespace, model), scope.account).flatMap(
          (root) => model.outbox?.read(root) ?? [],
        ),
      )
    },
    clearOutbox(scope = {}) {
      const { account } = scope
      const namespace = open(toNamespaceName(scope))
      const states = models.flatMap((model) => {
        const { outbox } = model
        if (!outbox) return []
        const before = namespaces.statesOf(namespace, model)
        if (account === undefined) return [[model, changeStates(before, outbox.clear)] as const]
        const root = readState(before, account)
        const cleared = outbox.clear(root)
        return cleared === root ? [] : [[model, writeState(before, account, cleared)] as const]
      })
      namespaces.update(namespace, states)
    },
    namespaces: () => [...new Set([defaultNamespace, ...namespaces.all().map(({ name }) => name)])],
    resources(scope = {}) {
      const namespace = open(toNamespaceName(scope))
      return models.flatMap((model) => toResources(model, namespaces.statesOf(namespace, model)))
    },
    coverage: () => toCoverage(endpoints),
    clearCoverage: () => clearCoverage(endpoints),
    clock: createClockControls(namespaces, open),
    faults: {
      list: injectedFaults.list,
      add: injectedFaults.add,
      clear(id) {
        const found = injectedFaults.clear(id === undefined ? {} : { id })
        if (!found && id !== undefined) throw new ControlError(`there is no fault ${id}`, 'missing')
      },
    },
    exportState: () => toStateText(namespaces.all()),
    importState(text) {
      const read = readStateText(text, models, (model) => namespaces.statesOf(open(), model).base)
      if (read.length > bounds.namespaces) throw new ControlError(`a state has at most ${bounds.namespaces} namespaces`)
      namespaces.dropAll()
      for (const { name, states, ticks } of read) namespaces.resume(name, states, ticks)
    },
    revision: namespaces.revision,
  }
}

function toName(name: string): string {
  if (!isNamespaceName(name)) throw new ControlError(`namespace: ${namespaceRule}`)
  return name
}
