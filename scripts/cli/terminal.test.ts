import { expect, test } from 'vitest'
import { createProgress } from './terminal.ts'

function start(isTTY: boolean) {
  const written: string[] = []
  let time = 0
  const stderr = { isTTY, columns: 12, write: (text: string | Uint8Array) => written.push(String(text)) > 0 }
  const progress = createProgress({ stderr, now: () => time })
  const stepAt = (ms: number) => {
    time = ms
    progress.step('a long name', 3)
  }
  return { written, progress, stepAt }
}

test('on a terminal, each step overwrites one line', () => {
  const { written, progress, stepAt } = start(true)
  stepAt(1)
  stepAt(2)
  progress.end()
  expect(written).toEqual(['\r\u001b[2K1/3 a long ', '\r\u001b[2K2/3 a long ', '\r\u001b[2K'])
})

test('without a terminal, the progress is a line every 20 seconds', () => {
  const { written, progress, stepAt } = start(false)
  for (const ms of [1, 20_000, 39_999]) stepAt(ms)
  progress.end()
  expect(written).toEqual(['2/3\n'])
})
