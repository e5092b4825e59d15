export const event = { summary: 'An event in JSON', value: '{"key":"value"}' }

export const answer = { summary: 'What the function answered', value: 'hello world' }
