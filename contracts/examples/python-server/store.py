"""The resources that the server stores: services with their functions, triggers, versions and aliases."""

import copy
import io
import itertools
import secrets
import uuid
import zipfile
from dataclasses import dataclass, field
from datetime import datetime, timezone

from crc64 import crc64
from errors import ApiError
from validate import unzip

_revisions = itertools.count(1)


def now():
    """UTC in the format of the examples in the source. This server uses whole seconds."""
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000+0000")


@dataclass
class Resource:
    """The common part of all resources. `fields` are the fields that the client sent."""

    fields: dict
    created: str = field(default_factory=now)
    modified: str = ""
    etag: str = ""

    def __post_init__(self):
        self.modified = self.created
        self._set_etag()

    def change(self, fields):
        self.fields = {**self.fields, **fields}
        self.modified = max(now(), self.modified)
        self._set_etag()

    def to_body(self):
        return {**self.fields, "createdTime": self.created, "lastModifiedTime": self.modified}

    def _set_etag(self):
        self.etag = f'"{next(_revisions):x}-{secrets.token_hex(4)}"'


@dataclass
class Function(Resource):
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    code: bytes = b""
    checksum: str = ""
    triggers: dict = field(default_factory=dict)

    def put_code(self, code):
        self.code = unzip(code["zipFile"]) if "zipFile" in code else to_object(code)
        self.checksum = crc64(self.code)

    def to_body(self):
        return {
            **super().to_body(),
            "functionId": self.id,
            "codeSize": len(self.code),
            "codeChecksum": self.checksum,
        }

    def freeze(self):
        """Returns a copy for a version, without triggers. Later changes do not affect the copy."""
        frozen = copy.copy(self)
        frozen.triggers = {}
        return frozen


@dataclass
class Trigger(Resource):
    id: str = field(default_factory=lambda: str(uuid.uuid4()))

    def to_body(self):
        return {**super().to_body(), "triggerId": self.id}


def to_object(code):
    """Returns an archive in place of an object in the storage service, which this server does not have."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        entry = zipfile.ZipInfo("source.txt")
        archive.writestr(entry, f"{code['ossBucketName']}/{code['ossObjectName']}\n")
    return buffer.getvalue()


@dataclass
class Version(Resource):
    """A service at the time of its publication."""

    service: "Service" = None
    functions: dict = field(default_factory=dict)


@dataclass
class Service(Resource):
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    functions: dict = field(default_factory=dict)
    versions: dict = field(default_factory=dict)
    aliases: dict = field(default_factory=dict)
    last_version: int = 0

    def to_body(self):
        return {**super().to_body(), "serviceId": self.id}

    def publish(self, fields):
        self.last_version += 1
        version_id = str(self.last_version)
        functions = {name: function.freeze() for name, function in self.functions.items()}
        version = Version({"versionId": version_id, **fields}, service=copy.copy(self), functions=functions)
        self.versions[version_id] = version
        return version

    def find_version(self, qualifier):
        """Returns the version of a qualifier, which may be an alias. Returns None for LATEST and without a qualifier."""
        if qualifier is None or qualifier == "LATEST":
            return None
        alias = self.aliases.get(qualifier)
        return find(self.versions, alias.fields["versionId"] if alias else qualifier, "VersionNotFound")

    def at(self, qualifier):
        """Returns the service at a version, an alias or LATEST. Without a qualifier, returns the service itself."""
        version = self.find_version(qualifier)
        if version is None:
            return self
        frozen = copy.copy(version.service)
        frozen.functions = version.functions
        return frozen


def find(items, name, code):
    if name not in items:
        raise ApiError(code, f"{name} does not exist")
    return items[name]
