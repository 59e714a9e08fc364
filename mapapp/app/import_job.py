"""One import in a thread of its own: a run of the app that begins anew does not cut it off."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from mapapp.errors import MapappError
from mapapp.importers.import_report import ImportReport, report_lines, write_report_csv
from mapapp.importers.importing import Asked, import_file
from mapapp.importers.limits import Limits
from mapapp.store import Store

__all__ = ["ImportJob"]


class ImportJob:
    """An import that was begun; Streamlit is never touched from its thread."""

    def __init__(
        self,
        save: Callable[[Path], list[Path]],
        store: Store,
        asked: Asked,
        limits: Limits,
        fault: str,
    ) -> None:
        """Begin; `save` puts the files into a folder, `fault` is said of what nobody expected."""
        self._folder = TemporaryDirectory(prefix="mapapp-")
        self._paths = save(Path(self._folder.name))
        self._wanted = (store, asked, limits)
        self.doing = ""
        self.share: float | None = None
        self.error: str | None = None
        self.name = ""
        """Of the dataset, once it is there."""
        self.text = ""
        """The report."""
        self.csv = b""
        """The report of every row; empty where nothing was done."""
        self._thread = threading.Thread(target=self._run, args=(fault,), daemon=True)
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """Whether it has come to its end, good or bad."""
        return not self._thread.is_alive()

    def _run(self, fault: str) -> None:
        """Import, and keep what became of it."""
        store, asked, limits = self._wanted
        try:
            with self._folder:
                report = import_file(self._paths, store, asked, limits=limits, progress=self._tell)
                self._keep(report)
        except MapappError as error:
            self.error = str(error)
        except Exception:
            logging.getLogger(__name__).exception("an import failed")
            self.error = fault

    def _tell(self, doing: str, share: float | None) -> None:
        self.doing, self.share = doing, share

    def _keep(self, report: ImportReport) -> None:
        self.name = report.info.name
        self.text = "\n".join(report_lines(report))
        if report.rows is not None:
            path = Path(self._folder.name) / "report.csv"
            write_report_csv(path, report.rows)
            self.csv = path.read_bytes()
