"""The errors of Function Compute. Source 004 lists the codes and their statuses under Responses of each operation."""

STATUS_OF = {
    "InvalidArgument": 400,
    "EntityTooLarge": 400,
    "AccessDenied": 403,
    "InvalidAccessKeyId": 403,
    "SignatureNotMatch": 403,
    "RequestTimeTooSkewed": 403,
    "ServiceNotFound": 404,
    "FunctionNotFound": 404,
    "TriggerNotFound": 404,
    "VersionNotFound": 404,
    "AliasNotFound": 404,
    # The sources do not state the response to an unknown path or an unsupported method. These are the statuses of HTTP.
    "PathNotSupported": 404,
    "MethodNotAllowed": 405,
    "ServiceAlreadyExists": 409,
    "FunctionAlreadyExists": 409,
    "TriggerAlreadyExists": 409,
    "AliasAlreadyExists": 409,
    "ServiceNotEmpty": 409,
    "FunctionNotEmpty": 409,
    "VersionPublishError": 409,
    "ConcurrentUpdateError": 409,
    # FC-DEF states this status of UpdateAlias and DeleteAlias.
    "PreconditionFailed": 412,
    "InternalServerError": 500,
}


class ApiError(Exception):
    """An error response. The version of the API determines its body."""

    def __init__(self, code, message, headers=None):
        super().__init__(message)
        self.code = code
        self.status = STATUS_OF[code]
        self.headers = headers or {}


def invalid(message):
    return ApiError("InvalidArgument", message)
