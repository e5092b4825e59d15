import { expect, test } from 'vitest'
import { manualClock, settableClock } from './clock.ts'

function create() {
  const base = manualClock(1000)
  const real = manualClock(5000)
  return { base, real, clock: settableClock(base, real.now) }
}

test('an unchanged clock follows the other clock', () => {
  const { base, clock } = create()
  base.advance(10)
  expect([clock.now(), clock.isTouched()]).toEqual([1010, false])
})

test('an advanced clock continues from there, and the time for signatures is also advanced', () => {
  const { base, real, clock } = create()
  clock.advance(100)
  base.advance(1)
  real.advance(2)
  expect([clock.now(), clock.authNow(), clock.isTouched()]).toEqual([1101, 5102, true])
})

test('a clock that was set also sets the time for signatures', () => {
  const { base, real, clock } = create()
  clock.advance(100)
  clock.set(70_000)
  base.advance(1)
  real.advance(2)
  expect([clock.now(), clock.authNow()]).toEqual([70_001, 70_002])
})

test('a released clock follows the other clock again', () => {
  const { clock } = create()
  clock.set(70_000)
  clock.advance(5)
  clock.release()
  expect([clock.now(), clock.authNow(), clock.isTouched()]).toEqual([1000, 5000, false])
})
