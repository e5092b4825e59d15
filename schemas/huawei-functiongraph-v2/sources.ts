import type { Source } from '../core/source.ts'

export const metadataReference: Source = {
  id: '001',
  title: 'FunctionGraph v2, Modifying the Metadata of a Function',
  url: 'https://support.huaweicloud.com/intl/en-us/api-functiongraph/functiongraph_06_0111.html',
  published: '2024-11-07',
  sha256: 'c47099161b5207f5732ca770fc2542cf796053b356442ec082a3a7671aa91d07',
}

export const codeReference: Source = {
  id: '002',
  title: 'FunctionGraph v2, Modifying the Code of a Function',
  url: 'https://support.huaweicloud.com/intl/en-us/api-functiongraph/functiongraph_06_0110.html',
  published: '2024-11-07',
  sha256: '3a095e21fcfbc48810bf9025ac3e551b19284a9c0237e24fb5b1c3a3dd1ab4c7',
}

/** The API Explorer definitions of all 92 operations. They govern the operations without a source of their own. */
const definition: Source = {
  id: 'FG-DEF',
  title: 'FunctionGraph v2, API Explorer definitions',
  url: 'https://console.huaweicloud.com/apiexplorer/#/openapi/FunctionGraph',
  published: '2026-03-13',
  sha256: 'e28ef91efd9d6ab840d4996bfee8154a21f5c328f2b5d082b0cd2fab555fe094',
}

export const sources = [metadataReference, codeReference, definition]
