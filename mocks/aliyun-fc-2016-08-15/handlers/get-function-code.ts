import { dialect } from '../../../schemas/aliyun-fc-2016-08-15/dialect.ts'
import type { getFunctionCode as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/get-function-code.ts'
import { toCodeAddress } from '../../aliyun-fc/code-address.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findFunction, findQualified } from '../../aliyun-fc/lookup.ts'

/** For an alias, the code of its main version is returned. */
export const getFunctionCode: FcHandler<typeof operation> = ({ path, state, clock, origin, namespace, apiError }) => {
  const { service, versionId } = findQualified(state.current, path, apiError)
  const { functionName, code } = findFunction(service, path.functionName, apiError)
  const place = { namespace, service: service.serviceName, version: versionId, function: functionName }
  const url = toCodeAddress({ origin, basePath: dialect.basePath, now: clock.now() }, place, code)
  return { status: 200, body: { checksum: code.checksum, url } }
}
