import type { Places } from '../core/places.ts'

const created = '#/paths/~1services~1{serviceName}~1functions/post/responses/200'
const updated = '#/paths/~1services~1{serviceName}~1functions~1{functionName}/put/responses/200'

/**
 * Where the tables of pages 003 and 000 stand in the document. The pages draw a response's headers and body as two
 * fields of one object (quirk B26): these rows stand at the HTTP response instead.
 */
export const places: Places = {
  owners: {
    'CreateFunction.request.function': '#/components/schemas/CreateFunctionInput',
    'CreateFunction.response.body': '#/components/schemas/Function',
    'UpdateFunction.request.functionUpdateFields': '#/components/schemas/UpdateFunctionInput',
    'UpdateFunction.response.body': '#/components/schemas/Function',
  },
  rows: {
    '003:187': `${created}/headers`,
    '003:188': `${created}/headers/ETag`,
    '003:193': `${created}/content/application~1json/schema`,
    '000:183': `${updated}/headers`,
    '000:184': `${updated}/headers/ETag`,
    '000:189': `${updated}/content/application~1json/schema`,
  },
}
