import type { Namespace, Namespaces } from '../namespaces.ts'
import { ControlError } from './control-error.ts'
import type { ClockControls, ClockReading } from './controls.ts'
import { latestTime, readTime } from './read-time.ts'
import { toNamespaceName } from './scope.ts'

export function createClockControls(
  namespaces: Namespaces,
  open: (name: string | undefined) => Namespace,
): ClockControls {
  function touch(name: string | undefined, change: (namespace: Namespace) => void): ClockReading {
    const namespace = open(name)
    change(namespace)
    namespaces.hold(namespace) // a changed clock is kept even if nothing is stored
    return toReading(namespace)
  }
  return {
    read: (scope) => toReading(open(toNamespaceName(scope))),
    set(to, scope) {
      const time = readTime('set', to)
      return touch(toNamespaceName(scope), ({ clock }) => clock.set(time))
    },
    advance(byMs, scope) {
      if (typeof byMs !== 'number' || !(byMs >= 0) || !Number.isInteger(byMs)) {
        throw new ControlError('advance: must be a whole number of milliseconds, 0 or more')
      }
      return touch(toNamespaceName(scope), ({ clock }) => {
        if (clock.now() + byMs > latestTime) throw new ControlError('advance: must not exceed the year 9999')
        clock.advance(byMs)
      })
    },
    release: (scope) => touch(toNamespaceName(scope), ({ clock }) => clock.release()),
  }
}

function toReading({ name, clock }: Namespace): ClockReading {
  return { namespace: name, now: new Date(clock.now()).toISOString(), touched: clock.isTouched() }
}
