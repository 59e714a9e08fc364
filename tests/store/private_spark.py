"""A Spark of one's own: a driver in this process and two worker processes on this machine."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock


def java_home() -> Path | None:
    """Return the folder of a Java 17, which Spark 4.0 wants."""
    places = [Path(os.environ["JAVA_HOME"])] if "JAVA_HOME" in os.environ else []
    places += sorted(Path("/usr/lib/jvm").glob("*17*"))
    for place in places:
        release = place / "release"
        if release.is_file() and 'JAVA_VERSION="17' in release.read_text(encoding="utf-8"):
            return place
    return None


@contextmanager
def private_session(java: Path) -> Iterator[Any]:
    """Start Spark with two workers of one core and 1 GB each, give its session, stop it.

    SPARK_HOME is a folder of links, because workers write into it.
    """
    import pyspark
    from pyspark.sql import SparkSession

    folder = Path(tempfile.mkdtemp(prefix="mapapp-spark-"))
    for part in Path(pyspark.__file__).parent.iterdir():
        (folder / part.name).symlink_to(part)
    settings = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.local.dir": str(folder / "local"),
        "spark.sql.adaptive.enabled": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    environment = {"JAVA_HOME": str(java), "SPARK_HOME": str(folder), "SPARK_LOCAL_IP": "127.0.0.1"}
    try:
        with mock.patch.dict(os.environ, environment):
            builder = SparkSession.builder.master("local-cluster[2,1,1024]").config(map=settings)
            session = builder.getOrCreate()
            session.sparkContext.setLogLevel("OFF")
            try:
                yield session
            finally:
                gateway = session.sparkContext._gateway
                session.stop()
                gateway.shutdown()
                gateway.proc.stdin.close()
                gateway.proc.wait(60)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
