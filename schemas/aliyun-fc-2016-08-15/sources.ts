import type { Source } from '../core/source.ts'

/** The English edition of the API specification: every operation and definition of this API. */
export const apiSpecification: Source = {
  id: '004',
  title: 'Function Compute 2016-08-15, API specification',
  url: 'https://help.aliyun.com/document_detail/52877.html',
  published: '2018-12-08',
  sha256: '71956aef306aa962b72c225e9ca160ce25b3773eb7f28c56f403907118231364',
  anchors: 'lower-case-name',
}

export const sources = [apiSpecification]
