import type { Places } from '../core/places.ts'

/** The places of the tables of source 004 in the document. */
export const places: Places = {
  owners: {
    'ListAliases.response.200': '#/components/schemas/AliasPage',
    'ListFunctions.response.200': '#/components/schemas/FunctionPage',
    'ListFunctions.response.200.functions': '#/components/schemas/FunctionResponse',
    'ListServices.response.200': '#/components/schemas/ServicePage',
    'ListServices.response.200.services': '#/components/schemas/ServiceSummary',
    'ListTriggers.response.200': '#/components/schemas/TriggerPage',
    'ListVersions.response.200': '#/components/schemas/VersionPage',
  },
  parameters: { 'header Host': '#/servers/0' },
  rows: {
    '004:244': '#/components/schemas/Alias/properties/aliasName',
    '004:247': '#/components/schemas/Alias/properties/versionId',
    '004:250': '#/components/schemas/Alias/properties/description',
    '004:253': '#/components/schemas/Alias/properties/additionalVersionWeight',
  },
}
