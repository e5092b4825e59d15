import { expect, test } from 'vitest'
import { manualClock, settableClock } from './clock.ts'

function create() {
  const base = manualClock(1000)
  const real = manualClock(5000)
  return { base, real, clock: settableClock(base, real.now) }
}

test('a clock that nobody touched runs with the other', () => {
  const { base, clock } = create()
  base.advance(10)
  expect([clock.now(), clock.isTouched()]).toEqual([1010, false])
})

test('a clock that was advanced runs on from there, and signatures are judged as much later', () => {
  const { base, real, clock } = create()
  clock.advance(100)
  base.advance(1)
  real.advance(2)
  expect([clock.now(), clock.authNow(), clock.isTouched()]).toEqual([1101, 5102, true])
})

test('a clock that was set shows that time to signatures too, wherever the real time is', () => {
  const { base, real, clock } = create()
  clock.advance(100)
  clock.set(70_000)
  base.advance(1)
  real.advance(2)
  expect([clock.now(), clock.authNow()]).toEqual([70_001, 70_002])
})

test('a clock that is released forgets all that was done to it', () => {
  const { clock } = create()
  clock.set(70_000)
  clock.advance(5)
  clock.release()
  expect([clock.now(), clock.authNow(), clock.isTouched()]).toEqual([1000, 5000, false])
})
