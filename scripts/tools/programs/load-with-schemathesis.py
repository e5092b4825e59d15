"""Loads the documents of the arguments, and resolves each operation."""

import sys

import schemathesis

for path in sys.argv[1:]:
    schema = schemathesis.openapi.from_path(path)
    operations = [result.ok() for result in schema.get_all_operations()]
    assert operations, path
