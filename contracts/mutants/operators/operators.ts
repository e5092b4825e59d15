import type { SiteKind } from '../sites/site.ts'
import { constraintOperators } from './constraints.ts'
import { errorOperators } from './errors.ts'
import { headerOperators } from './headers.ts'
import { listOperators } from './lists.ts'
import type { Operator } from './operator.ts'
import { parameterOperators } from './parameters.ts'
import { requestFieldOperators } from './request-fields.ts'
import { resourceOperators } from './resources.ts'
import { responseFieldOperators } from './response-fields.ts'
import { signatureOperators } from './signatures.ts'
import { successOperators } from './success.ts'

/** Every operator, by the kind of site that it breaks. */
export const operators: { readonly [Kind in SiteKind]: readonly Operator<Kind>[] } = {
  success: successOperators,
  header: headerOperators,
  'response field': responseFieldOperators,
  'request field': requestFieldOperators,
  parameter: parameterOperators,
  constraint: constraintOperators,
  error: errorOperators,
  resource: resourceOperators,
  list: listOperators,
  signature: signatureOperators,
}
