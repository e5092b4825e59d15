import type { Places } from '../core/places.ts'

/** Where the tables of page 004 stand in the document. */
export const places: Places = {
  owners: {
    Code: '#/components/schemas/Code',
    Error: '#/components/schemas/Error',
    Function: '#/components/schemas/Function',
    FunctionResponse: '#/components/schemas/FunctionResponse',
    FunctionUpdateFields: '#/components/schemas/FunctionUpdateFields',
    'ListFunctions.response.200': '#/components/schemas/ListFunctionsResponse',
    'ListFunctions.response.200.functions': '#/components/schemas/FunctionResponse',
    'ListServices.response.200': '#/components/schemas/ListServicesResponse',
    'ListServices.response.200.services': '#/components/schemas/ServiceSummary',
    LogConfig: '#/components/schemas/LogConfig',
    MountPoint: '#/components/schemas/MountPoint',
    NASConfig: '#/components/schemas/NASConfig',
    NextToken: '#/components/schemas/NextToken',
    Service: '#/components/schemas/Service',
    ServiceResponse: '#/components/schemas/ServiceResponse',
    ServiceUpdateFields: '#/components/schemas/ServiceUpdateFields',
    VPCConfig: '#/components/schemas/VPCConfig',
  },
  rows: {},
}
