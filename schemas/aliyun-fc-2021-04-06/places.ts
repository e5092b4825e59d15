import type { Places } from '../core/places.ts'

const created = '#/paths/~1services~1{serviceName}~1functions/post/responses/200'
const updated = '#/paths/~1services~1{serviceName}~1functions~1{functionName}/put/responses/200'

/**
 * The places of the tables of sources 003 and 000, and of some rows of FC-DEF, in the document. The sources show headers and body of a response as two
 * fields of one object (quirk B26). Their rows have their place at the HTTP response.
 */
export const places: Places = {
  owners: {
    Error: '#/components/schemas/DefinedError',
    'CreateFunction.request.function': '#/components/schemas/CreateFunctionInput',
    'CreateFunction.response.body': '#/components/schemas/Function',
    'UpdateFunction.request.functionUpdateFields': '#/components/schemas/UpdateFunctionInput',
    'UpdateFunction.response.body': '#/components/schemas/Function',
  },
  parameters: { 'FC-DEF host AccountID': '#/servers/0/variables/accountId' },
  rows: {
    'FC-DEF UpdateService headers': '#/paths/~1services~1{serviceName}/put/responses/200/headers/ETag',
    '003:187': `${created}/headers`,
    '003:188': `${created}/headers/ETag`,
    '003:193': `${created}/content/application~1json/schema`,
    '000:183': `${updated}/headers`,
    '000:184': `${updated}/headers/ETag`,
    '000:189': `${updated}/content/application~1json/schema`,
  },
}
