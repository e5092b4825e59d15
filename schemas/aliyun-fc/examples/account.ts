/** The sample of FC-DEF GetAccountSettings. */
export const accountSettings = {
  summary: 'The settings of an account',
  value: { availableAZs: ['cn-hangzhou-f'], defaultRole: 'acs:ram::1234:role/aliyunfcdefaultrole' },
}

/** The sample of FC-DEF ListReservedCapacities has empty values. These are the examples of its fields. */
export const reservedCapacities = {
  summary: 'A page of subscriptions, with a token for the next page',
  value: {
    reservedCapacities: [
      {
        instanceId: 'fc-xxxx',
        cu: 15,
        deadline: '150000000',
        createdTime: '2020-04-03T05:57:28Z',
        lastModifiedTime: '2020-04-03T05:57:28Z',
        isRefunded: 'true',
      },
    ],
    nextToken: '8bj81uI8n',
  },
}
