/**
 * Hooks for Dredd, as the text of a CommonJS file. They replace each transaction by the call that causes its status and
 * skip transactions whose status no call can cause.
 */
export const dreddHooks = `const hooks = require('hooks')
const { base, calls } = require('./calls.json')

hooks.beforeEach((transaction) => {
  const { request, origin, expected } = transaction
  const call = calls.find(
    ({ method, template, status }) =>
      method === request.method && template === origin.resourceName && status === Number(expected.statusCode),
  )
  if (!call) {
    transaction.skip = true
    return
  }
  transaction.fullPath = base + call.path + (call.query ? '?' + call.query : '')
  // Dredd sends every optional header and expects every response header, including those of other cases
  for (const name of Object.keys(request.headers)) if (/^(if-match|x-fc-)/i.test(name)) delete request.headers[name]
  for (const name of Object.keys(expected.headers)) if (/^x-fc-(error|log)/i.test(name)) delete expected.headers[name]
  Object.assign(request.headers, call.headers)
  request.body = call.body === undefined ? '' : JSON.stringify(call.body)
})
`
