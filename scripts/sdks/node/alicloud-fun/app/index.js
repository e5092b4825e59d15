exports.handler = (_event, _context, callback) => callback(null, 'hello')
