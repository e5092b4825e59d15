import { quirk } from '../../core/quirk.ts'

const both = ['CreateFunction', 'UpdateFunction']

/** Gaps and contradictions about HTTP: paths, headers, wrappers and statuses. */
export const wireQuirks = [
  quirk({
    id: 'B1',
    operations: ['UpdateFunction'],
    says: 'The source of UpdateFunction states neither method nor path, nor the location of its parameters.',
    does: 'PUT /services/{serviceName}/functions/{functionName}. The names are in the path, X-Fc-* and If-Match are headers, and functionUpdateFields is the body.',
    source: ['000:15', '003:21'],
    decision: 'The path follows CreateFunction and FC 2016-08-15. Real clients use the same path.',
  }),
  quirk({
    id: 'B2',
    operations: both,
    says: 'The request of UpdateFunction has InstanceConcurrency. Its response, and all tables of CreateFunction, have instanceConcurrency.',
    does: 'UpdateFunction accepts both field names. If both are present, InstanceConcurrency applies. Every response has instanceConcurrency.',
    source: ['000:106', '000:115', '000:329', '000:419', '003:112', '003:290'],
    decision: 'The SDK sends InstanceConcurrency. A client that sends a response back sends instanceConcurrency.',
  }),
  quirk({
    id: 'B13',
    operations: both,
    says: 'X-Fc-Trace-Id equals the parameter requestId of the response, but no response table or sample has requestId.',
    does: 'The header is accepted. The body of a success has no requestId. The id of the request is in the response header X-Fc-Request-Id.',
    source: ['000:176', '003:180'],
    decision: 'Clients read the header. No table has the field.',
  }),
  quirk({
    id: 'B14',
    operations: both,
    says: 'The change history adds X-Fc-Log-Type and X-Fc-Invocation-Type to the request, but the request tables have neither.',
    does: 'The document has neither header. A request with these headers is accepted, and the headers have no effect.',
    source: ['000:435', '000:436', '003:463', '003:464'],
    decision: 'The tables are newer than the change history, and both headers are for invocations.',
  }),
  quirk({
    id: 'B15',
    operations: ['CreateFunction'],
    says: 'The change history adds X-Fc-Account-Id twice and deletes it once, on the same day. The table contains it.',
    does: 'X-Fc-Account-Id is an optional header.',
    source: ['003:461', '003:470', '003:475', '003:31'],
    decision: 'The table is the current state. The history has no order within a day.',
  }),
  quirk({
    id: 'B18',
    operations: both,
    says: 'The body parameter is not required, but function has three required fields, and functionUpdateFields holds the complete update.',
    does: 'The body is required. The body of an update may be an empty object.',
    source: ['003:36', '003:63', '003:68', '003:88', '000:33'],
    decision: 'Without a body, CreateFunction has no function name. Real clients always send a body.',
    differs: { '003:36': ['required'], '000:33': ['required'] },
  }),
  quirk({
    id: 'B26',
    operations: both,
    says: 'No status is documented. Error codes are only linked. The table shows the response as an object with headers and body, but the sample is only the body.',
    does: 'A success is 200 with only the body, and ETag is an HTTP header. Error codes and their statuses are those of real servers.',
    source: ['000:183', '000:425', '003:187', '003:441'],
    decision:
      'The SDK reads this format. The object in the table is the return value of the SDK, not the HTTP response.',
    differs: {
      '003:187': ['place'],
      '003:188': ['place'],
      '003:193': ['place'],
      '000:183': ['place'],
      '000:184': ['place'],
      '000:189': ['place'],
    },
  }),
  quirk({
    id: 'B27',
    operations: both,
    says: 'If-Match has a value from a response, where it is named ETag. Only UpdateFunction has If-Match.',
    does: 'UpdateFunction compares If-Match with the ETag of the stored function. CreateFunction has no If-Match.',
    source: ['000:20', '000:184'],
    decision:
      'The text says that CreateFunction and UpdateFunction return the value. Both operations return only ETag.',
  }),
  quirk({
    id: 'X1',
    operations: both,
    says: 'The fields are in a parameter named function (CreateFunction) or functionUpdateFields (UpdateFunction).',
    does: 'The fields are at the top level of the body, without a wrapper.',
    source: ['003:36', '000:33'],
    decision: 'The SDK sends the fields at the top level. The parameter name exists only in the SDK.',
  }),
  quirk({
    id: 'X2',
    operations: both,
    says: 'No source documents the body of an error.',
    does: 'An error is an object with Code, Message and RequestId.',
    source: ['003:441', '000:425'],
    decision: 'The SDK reads these three fields from an error response.',
  }),
  quirk({
    id: 'X5',
    operations: both,
    says: 'Fields have one name each. An optional field may be absent.',
    does: 'The mock accepts names in another case, at every level. The exact name takes precedence, then the last variant. null stands for an absent value, and so does an optional object without its required fields. Names in maps stay. In strict mode, the mock rejects all of these.',
    source: ['003:36', '000:33'],
    decision: 'It is the same service as FC 2016-08-15 (W10), and clients of both versions send such bodies.',
  }),
]
