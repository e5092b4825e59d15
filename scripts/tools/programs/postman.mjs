// Converts the documents of the arguments to collections of Postman. Each request with a body must have a value.
import { readFile } from 'node:fs/promises'
import converter from 'openapi-to-postmanv2'

const toItems = ({ item = [] }) => item.flatMap((inner) => (inner.request ? [inner] : toItems(inner)))

for (const file of process.argv.slice(2)) {
  const data = await readFile(file, 'utf8')
  const items = await new Promise((resolve, reject) => {
    converter.convert({ type: 'string', data }, { requestParametersResolution: 'Example' }, (error, result) => {
      if (error || !result.result) reject(error ?? new Error(`${file}: ${result.reason}`))
      else resolve(toItems(result.output[0].data))
    })
  })
  for (const { name, request } of items) {
    const { method, body } = request
    const isEmpty = body?.mode === 'raw' && Object.keys(JSON.parse(body.raw || '{}')).length === 0
    if (['POST', 'PUT'].includes(method) && isEmpty) throw new Error(`${file}: ${name}: the body is empty`)
  }
}
