import { expect, test } from 'vitest'
import { freshFunctions } from './fresh-functions.ts'
import { functionGraphClient } from './testing/client.ts'

test('a new mock has a function for each kind of code', () => {
  const { putConfig } = functionGraphClient()
  const kinds = freshFunctions.map(({ func_name = '', runtime, handler, timeout, memory_size }) => {
    const { status, body } = putConfig(func_name, { runtime, handler, timeout, memory_size })
    return [status, func_name, body.runtime, body.code_type, body.code_filename]
  })
  expect(kinds).toEqual([
    [200, 'fgsTest', 'Node.js18.15', 'zip', 'index.zip'],
    [200, 'test', 'Python3.9', 'inline', 'index.py'],
    [200, 'test_java', 'Java11', 'jar', 'test.jar'],
    [200, 'test_GPU', 'Custom', 'obs', 'bootstrap.zip'],
    [200, 'test_function', 'Custom Image', 'Custom-Image-Swr', undefined],
  ])
})

test('the archive of fgsTest holds index.js', () => {
  const [fgsTest] = freshFunctions
  expect(atob(fgsTest?.func_code?.file ?? '')).toContain('index.jsexports.handler = async (event) => event')
})
