#!/usr/bin/env node
// The first file of the command. It must run on old versions of Node, so it uses old syntax only.
'use strict'

var required = /\d+(\.\d+)*/.exec(require('../../package.json').engines.node)[0]

function isOlder(version, minimum) {
  var found = version.split('.').map(Number)
  var wanted = minimum.split('.').map(Number)
  var index
  for (index = 0; index < wanted.length; index += 1) {
    if (found[index] !== wanted[index]) return found[index] < wanted[index]
  }
  return false
}

if (isOlder(process.versions.node, required)) {
  console.error('faas-contracts: Node ' + required + ' or newer is required, and this is Node ' + process.versions.node)
  process.exitCode = 3
} else {
  import('../scripts/cli.js')
}
