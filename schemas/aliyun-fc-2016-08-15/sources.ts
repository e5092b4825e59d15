import type { Source } from '../core/source.ts'

/** The English edition of the API specification: the operations that a back end of this API must have. */
export const apiSpecification: Source = {
  id: '004',
  title: 'Function Compute 2016-08-15, API specification',
  url: 'https://help.aliyun.com/document_detail/52877.html',
  published: '2018-12-08',
  sha256: '71956aef306aa962b72c225e9ca160ce25b3773eb7f28c56f403907118231364',
  anchors: 'lower-case-name',
}

/** The package from npm. Clauses name its methods. */
export const nodeSdk: Source = {
  id: 'SDK-NODE',
  title: 'Function Compute SDK for Node.js (@alicloud/fc2 2.6.6)',
  url: 'https://github.com/aliyun/fc-nodejs-sdk',
  published: '2023-08-04',
  retrieved: '2026-11-30',
  sha256: 'd8b2b3e33b147a71e96016497fcf95662f9e1314d80c93bbd08f24f5a4218057',
}

/** The archive from Maven Central. Of the SDKs of this version, only this one has VPC bindings. Clauses name its methods. */
export const javaSdk: Source = {
  id: 'SDK-JAVA',
  title: 'Function Compute SDK for Java (aliyun-java-sdk-fc 1.8.25)',
  url: 'https://github.com/aliyun/fc-java-sdk',
  published: '2021-11-15',
  retrieved: '2026-11-30',
  sha256: '0cdafaaee04718f9dabe8357c33b3ee0117a4eadabedc7bdafad2552bce0cb61',
}

export const sources = [apiSpecification, nodeSdk, javaSdk]
