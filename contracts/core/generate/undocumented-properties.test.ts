import { expect, test } from 'vitest'
import { z } from 'zod'
import { findUndocumentedProperties } from './undocumented-properties.ts'

const schema = z.object({
  memorySize: z.int().optional(),
  tags: z.record(z.string(), z.string()).optional(),
  parts: z.array(z.object({ id: z.string().optional() })).optional(),
})

test.each([
  ['a documented property', { memorySize: 1 }, []],
  ['an undocumented property', { memorySize: 1, colour: 'red' }, ['/colour']],
  ['another case', { memorysize: 1 }, ['/memorysize (for memorySize)']],
  ['words separated in another way', { memory_size: 1 }, ['/memory_size (for memorySize)']],
  ['a missing letter', { memorSize: 1 }, ['/memorSize (for memorySize)']],
  ['a similar name beside the documented one', { memorySize: 1, memorysize: 1 }, ['/memorysize']],
  ['the keys of a map', { tags: { anything: 'x' } }, []],
  ['a property in a list', { parts: [{ id: 'a' }, { ids: 'b' }] }, ['/parts/1/ids (for id)']],
  ['a property that every object inherits', { constructor: 1 }, ['/constructor']],
])('%s', (_, value, undocumented) => {
  const found = findUndocumentedProperties(schema, value).map(({ pointer, meant }) =>
    meant ? `${pointer} (for ${meant})` : pointer,
  )
  expect(found).toEqual(undocumented)
})
