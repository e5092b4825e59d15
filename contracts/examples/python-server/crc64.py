"""CRC-64/XZ (ECMA, reflected), the checksum of the code of a function."""

POLYNOMIAL = 0xC96C5795D7870F42
MASK = 0xFFFFFFFFFFFFFFFF


def _entry(byte):
    for _ in range(8):
        byte = (byte >> 1) ^ (POLYNOMIAL if byte & 1 else 0)
    return byte


TABLE = tuple(_entry(byte) for byte in range(256))


def crc64(content):
    """Returns the checksum as an unsigned decimal number in a string."""
    value = MASK
    for byte in content:
        value = TABLE[(value ^ byte) & 0xFF] ^ (value >> 8)
    return str(value ^ MASK)
