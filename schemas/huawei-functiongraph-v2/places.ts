import type { Places } from '../core/places.ts'

const model = (name: string) => `#/components/schemas/${name}`
const bodyOf = (part: string) =>
  `#/paths/~1{project_id}~1fgs~1functions~1{function_urn}~1${part}/put/requestBody/content`
const token = '#/components/securitySchemes/XAuthToken'

const statuses = [400, 401, 403, 404, 500]

/** The places of the tables of sources 001 and 002 in the document. */
export const places: Places = {
  owners: {
    'UpdateFunctionConfig.request': model('UpdateFunctionConfigRequest'),
    'UpdateFunctionConfig.request.FuncVpc': model('FuncVpc'),
    'UpdateFunctionConfig.request.MountConfig': model('MountConfig'),
    'UpdateFunctionConfig.request.MountUser': model('MountUser'),
    'UpdateFunctionConfig.request.FuncMount': model('FuncMount'),
    'UpdateFunctionConfig.request.StrategyConfig': model('StrategyConfig'),
    'UpdateFunctionConfig.request.CustomImage': model('CustomImage'),
    'UpdateFunctionConfig.request.FuncLogConfig': model('FuncLogConfig'),
    'UpdateFunctionConfig.request.NetworkControlConfig': model('NetworkControlConfig'),
    'UpdateFunctionConfig.request.VpcConfig': model('VpcConfig'),
    'UpdateFunctionConfig.response': model('FunctionConfig'),
    'UpdateFunctionConfig.response.FuncVpc': model('FuncVpcResponse'),
    'UpdateFunctionConfig.response.MountConfig': model('MountConfigResponse'),
    'UpdateFunctionConfig.response.MountUser': model('MountUserResponse'),
    'UpdateFunctionConfig.response.FuncMount': model('FuncMountResponse'),
    'UpdateFunctionConfig.response.StrategyConfig': model('StrategyConfigResponse'),
    'UpdateFunctionConfig.response.Dependency': model('Dependency'),
    'UpdateFunctionConfig.response.CustomImage': model('CustomImage'),
    'UpdateFunctionCode.request': model('UpdateFunctionCodeRequest'),
    'UpdateFunctionCode.request.FuncCode': model('FuncCode'),
    'UpdateFunctionCode.response': model('FunctionCode'),
    'UpdateFunctionCode.response.FuncCode': model('FuncCode'),
    'UpdateFunctionCode.response.StrategyConfig': model('StrategyConfigResponse'),
    'UpdateFunctionCode.response.Dependency': model('Dependency'),
    ...Object.fromEntries(
      ['UpdateFunctionConfig', 'UpdateFunctionCode'].flatMap((operation) =>
        statuses.map((status) => [`${operation}.response.${status}`, model('Error')]),
      ),
    ),
  },
  rows: {
    '001:52': token,
    '002:51': token,
    '001:62': bodyOf('config'),
    '002:61': bodyOf('code'),
  },
}
