import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import type { Check } from '../core/check.ts'
import { toSignatureChecks } from '../core/signing/signature-checks.ts'
import { check } from './check.ts'

const { updateFunctionConfig, updateFunctionCode } = api.operations

/** Who may not call: the pages have the statuses 401 and 403, and say neither what they are for nor with which code. */
const refused = ['FSS.0401', 'FSS.0403']

/** The checks of AK/SK signatures; a run with a user token alone has nothing to sign. */
export const signatureChecks: readonly Check[] = toSignatureChecks({
  api,
  check,
  calls: [
    {
      operation: updateFunctionConfig,
      isExample: true,
      async arrange(context) {
        const path = await context.fixture.givenFunction()
        return { path, body: context.fixture.settings(path, { description: context.name() }) }
      },
    },
    {
      operation: updateFunctionCode,
      async arrange({ fixture, name }) {
        return { path: await fixture.givenFunction(), body: fixture.archive(name()) }
      },
    },
  ],
  refusals: { missing: refused, unknownKey: refused, mismatch: refused, skewed: refused },
})
