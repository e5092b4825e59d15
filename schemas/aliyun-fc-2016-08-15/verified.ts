import { withoutObserved } from '../core/api.ts'
import { aliyunFc20160815 } from './api.ts'

/** What a back end of this API must have, and the suite therefore verifies: the operations of source 004. */
export const verifiedFc20160815 = withoutObserved(aliyunFc20160815)
