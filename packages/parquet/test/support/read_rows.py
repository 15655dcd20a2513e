"""Prints the rows of a Parquet object, one JSON text a line, as `pyarrow.test.ts` wants them."""

import json
import sys
from datetime import datetime, timedelta, timezone

import pyarrow as pa
import pyarrow.parquet as pq

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def plain(value, of):
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return f"i:{value}"
    if isinstance(value, float):
        return f"i:{int(value)}" if value.is_integer() else value
    if isinstance(value, datetime):
        return f"i:{(value - EPOCH) // timedelta(milliseconds=1)}"
    if pa.types.is_map(of):
        return sorted(([key, item] for key, item in value), key=lambda pair: pair[0].encode("utf-16-be"))
    if pa.types.is_list(of):
        return [plain(item, of.value_type) for item in value]
    return {field.name: plain(value[field.name], field.type) for field in of}


table = pq.ParquetFile(sys.argv[1], page_checksum_verification=True).read()
for row in table.to_pylist():
    print(json.dumps({field.name: plain(row[field.name], field.type) for field in table.schema}))
