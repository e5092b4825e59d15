import { expect, test } from 'vitest'
import { fillPath, toPathNames, toPathPattern, toSegments } from './path-template.ts'

const qualified = '/services/{serviceName}.{qualifier}/functions/{functionName}'

test('a template is split into static text, names and pairs', () => {
  expect(toSegments(qualified)).toEqual([
    { kind: 'static', text: 'services' },
    { kind: 'pair', separator: '.', names: ['serviceName', 'qualifier'] },
    { kind: 'static', text: 'functions' },
    { kind: 'name', name: 'functionName' },
  ])
  expect(() => toSegments('/a/{b')).toThrow('/a/{b: segment {b must be static text, a name or a pair')
})

test('the names are listed in the order of the path', () => {
  expect(toPathNames(qualified)).toEqual(['serviceName', 'qualifier', 'functionName'])
  expect(toPathNames('/services')).toEqual([])
})

test('each name is replaced by its value', () => {
  expect(fillPath('/a/{x}/b/{y}', (name) => `<${name}>`)).toBe('/a/<x>/b/<y>')
})

test.each([
  ['/services/{serviceName}', '/services/a%2Fb', { serviceName: 'a%2Fb' }],
  ['/services/{serviceName}', '/services/a.b', { serviceName: 'a.b' }],
  ['/services/{serviceName}', '/services/a/functions', undefined],
  ['/services/{serviceName}', '/base/services/a', undefined],
  ['/services/{serviceName}', '/services/', undefined],
  [qualified, '/services/a.b.c/functions/f.g', { serviceName: 'a', qualifier: 'b.c', functionName: 'f.g' }],
  ['/a.b/{x}', '/aXb/1', undefined],
])('the pattern of %s reads the values of %s', (template, path, values) => {
  expect(toPathPattern(template).exec(path)?.groups).toEqual(values)
})

test('a prefix precedes the template', () => {
  expect(toPathPattern('/services/{serviceName}', '.*').exec('/base/services/a')?.groups).toEqual({ serviceName: 'a' })
})
