import { quirk } from '../../core/quirk.ts'

const both = ['CreateFunction', 'UpdateFunction']

/** Where the pages leave out, or tell otherwise, how a call travels: paths, headers, wrappers, statuses. */
export const wireQuirks = [
  quirk({
    id: 'B1',
    operations: ['UpdateFunction'],
    says: 'The page of UpdateFunction has no method and no path, and does not say where its parameters go.',
    does: 'PUT /services/{serviceName}/functions/{functionName}; the names are in the path, X-Fc-* and If-Match are headers, functionUpdateFields is the body.',
    source: ['000:15', '003:21'],
    decision: 'It follows the path of CreateFunction and what FC 2016-08-15 does; real clients call the same address.',
  }),
  quirk({
    id: 'B2',
    operations: both,
    says: 'The request of UpdateFunction has InstanceConcurrency; the same page returns instanceConcurrency, as CreateFunction does everywhere.',
    does: 'UpdateFunction takes both spellings, and InstanceConcurrency wins where both are sent. Every response has instanceConcurrency.',
    source: ['000:106', '000:115', '000:329', '000:419', '003:112', '003:290'],
    decision: 'The SDK really sends the capital letter; a client that copies a response back sends the small one.',
  }),
  quirk({
    id: 'B13',
    operations: both,
    says: 'X-Fc-Trace-Id equals the parameter requestId of the response, but no response table or sample has requestId.',
    does: 'The header is taken. A success body has no requestId: the id of a call stands in the response header X-Fc-Request-Id.',
    source: ['000:176', '003:180'],
    decision: 'The header is what clients read; a field that no table has is not invented.',
  }),
  quirk({
    id: 'B14',
    operations: both,
    says: 'The change history adds X-Fc-Log-Type and X-Fc-Invocation-Type to the request; the request tables have neither.',
    does: 'The document has neither. A request that carries them is not refused, and they have no effect.',
    source: ['000:435', '000:436', '003:463', '003:464'],
    decision: 'The tables are the later state, and both headers belong to an invocation.',
  }),
  quirk({
    id: 'B15',
    operations: ['CreateFunction'],
    says: 'The change history adds X-Fc-Account-Id twice and deletes it once, all on one day; the table lists it.',
    does: 'X-Fc-Account-Id is an optional header.',
    source: ['003:461', '003:470', '003:475', '003:31'],
    decision: 'The table is the state of the page; the history has no order within the day.',
  }),
  quirk({
    id: 'B18',
    operations: both,
    says: 'The body parameter is not required, though function holds three required fields and functionUpdateFields is all that an update has.',
    does: 'The body is required; the body of an update may be an empty object.',
    source: ['003:36', '003:63', '003:68', '003:88', '000:33'],
    decision: 'A request without a body could not name the function to create, and real clients always send one.',
    differs: { '003:36': ['required'], '000:33': ['required'] },
  }),
  quirk({
    id: 'B26',
    operations: both,
    says: 'No status is documented, error codes are only linked, and the table draws the response as an object of headers and a body while the sample is the body alone.',
    does: 'Success is 200 with the body alone, and ETag is an HTTP header. Error codes and their statuses are those that real servers respond with.',
    source: ['000:183', '000:425', '003:187', '003:441'],
    decision: 'It is what the SDK reads; the drawn object is the shape of the SDK, not of the wire.',
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
    says: 'If-Match takes a value that is returned in responses, where it is called ETag; only the page of UpdateFunction has If-Match.',
    does: 'UpdateFunction compares If-Match with the ETag of the stored function. CreateFunction has no If-Match.',
    source: ['000:20', '000:184'],
    decision:
      'The text names CreateFunction and UpdateFunction as the source of the value, and ETag is all that both response.',
  }),
  quirk({
    id: 'X1',
    operations: both,
    says: 'The fields stand in a parameter called function (CreateFunction) or functionUpdateFields (UpdateFunction).',
    does: 'The body is the bare object of these fields; no wrapper is sent or expected.',
    source: ['003:36', '000:33'],
    decision: 'The SDK sends the fields at the top level; the name of the parameter is a name in the SDK only.',
  }),
  quirk({
    id: 'X2',
    operations: both,
    says: 'Neither page shows the body of an error.',
    does: 'An error is an object of Code, Message and RequestId.',
    source: ['003:441', '000:425'],
    decision: 'These three are what the SDK reads from a response that is no success.',
  }),
]
