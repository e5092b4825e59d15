import { expect, test } from 'vitest'
import { createThrottle, isThrottled } from './throttling.ts'

test('C02: requests are spread over the time that requestsPerSecond allows', async () => {
  const throttle = createThrottle(100)
  const start = performance.now()
  await Promise.all(Array.from({ length: 11 }, () => throttle.wait()))
  expect(performance.now() - start).toBeGreaterThan(95)
})

test('C02: the pause that a response states is kept, and a pause of over 30 seconds ends the attempts', async () => {
  const toResponse = (pause: string) => ({
    status: 503,
    headers: [['Retry-After', pause]] as const,
    body: new Uint8Array(),
  })
  const throttle = createThrottle()
  const start = performance.now()
  expect(throttle.pause('GetService', toResponse('1'), 1)).toBe(true)
  await throttle.wait()
  expect(performance.now() - start).toBeGreaterThan(990)
  expect(throttle.pause('GetService', toResponse('31'), 1)).toBe(false)
  expect(isThrottled({ status: 500 })).toBe(false)
})
