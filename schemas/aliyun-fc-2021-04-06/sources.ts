import type { Source } from '../core/source.ts'

export const updateFunctionReference: Source = {
  id: '000',
  title: 'Function Compute 2021-04-06, UpdateFunction',
  url: 'https://www.alibabacloud.com/help/en/fc/developer-reference/api-fc-open-2021-04-06-updatefunction',
  published: '2023-03-27',
  sha256: 'e99629895e488221c6d2bb17faab3f6946047e2cbff561201f3c8d023fd5e5fa',
}

export const createFunctionReference: Source = {
  id: '003',
  title: 'Function Compute 2021-04-06, CreateFunction',
  url: 'https://www.alibabacloud.com/help/en/fc/developer-reference/api-fc-open-2021-04-06-createfunction',
  published: '2024-04-18',
  sha256: '603aae44be80f9ae65051a2d36b4e113203bc934c8f4d533e6759983de525c91',
}

/** The machine-readable definition of all 66 operations. It governs the operations without a source of their own. */
export const definition: Source = {
  id: 'FC-DEF',
  title: 'FC-Open 2021-04-06, machine-readable API metadata',
  url: 'https://api.aliyun.com/meta/v1/products/FC-Open/versions/2021-04-06/api-docs.json',
  published: '2024-07-30',
  sha256: '79a65afcdc631e0bfdbd3be8980dea3931b691e90bc470e0e5d5dc65bda454cc',
  isDefinition: true,
}

export const sources = [updateFunctionReference, createFunctionReference, definition]
