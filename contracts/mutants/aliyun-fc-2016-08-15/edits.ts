import { aliyunFc20160815 } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { createEdits } from '../edits.ts'

/** The tools that mutants of FC 2016-08-15 are made of. */
export const {
  instead,
  answers,
  success,
  refusal,
  every,
  row,
  list,
  entries,
  before,
  refuse,
  answering,
  giving,
  omitting,
  sending,
  taking,
  rewriting,
  dropping,
  filling,
  asking,
  ignoring,
  comparing,
  mending,
  shaping,
  refusing,
  recoding,
  numbering,
  stubbing,
} = createEdits(aliyunFc20160815)
