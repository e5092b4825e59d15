import { expect, test } from 'vitest'
import type { JsonObject } from './expect-reply.ts'
import type { Send } from './ledger.ts'
import { createLibrary, type Lending } from './lending.ts'

const send: Send = async () => {
  throw new Error('nothing is sent here')
}

function toLending(log: string[], left: readonly string[] = []): Lending {
  return {
    fixture: 'urn',
    async take(value): Promise<JsonObject> {
      log.push(`take ${value}`)
      return { was: value }
    },
    async giveBack(value, before) {
      log.push(`back ${value} ${before.was}`)
      return left
    },
  }
}

test('a thing is lent to one check at a time, and looked at once', async () => {
  const log: string[] = []
  const library = createLibrary(toLending(log), { urn: ['a'] })
  const first = await library.borrow('urn', send)
  const second = library.borrow('urn', send)
  let isLent = false
  void second.then(() => {
    isLent = true
  })
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(isLent).toBe(false)
  await first.giveBack()
  await (await second).giveBack()
  expect(log).toEqual(['take a', 'back a a', 'back a a'])
})

test('several things are lent at once', async () => {
  const library = createLibrary(toLending([]), { urn: ['a', 'b'] })
  const loans = await Promise.all([library.borrow('urn', send), library.borrow('urn', send)])
  expect(loans.map(({ value }) => value)).toEqual(['a', 'b'])
})

test('what could not be put back is named, and stays in the journal', async () => {
  const lines: string[] = []
  const journal = {
    made: ({ what }: { readonly what: string }) => void lines.push(`made ${what}`),
    gone: (what: string) => void lines.push(`gone ${what}`),
  }
  const library = createLibrary(toLending([], ['its text']), { urn: ['a'] }, journal)
  expect(await (await library.borrow('urn', send)).giveBack()).toEqual(['urn a: its text'])
  expect(lines).toEqual(['made urn a'])
})

test('one that cannot be seen is free for the next check, which sees it', async () => {
  let isHidden = true
  const lending: Lending = {
    ...toLending([]),
    async take() {
      if (isHidden) throw new Error('hidden')
      return {}
    },
  }
  const library = createLibrary(lending, { urn: ['a'] })
  await expect(library.borrow('urn', send)).rejects.toThrow('hidden')
  isHidden = false
  expect((await library.borrow('urn', send)).value).toBe('a')
})
