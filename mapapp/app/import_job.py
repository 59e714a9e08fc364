"""One import in a thread of its own: a run of the app that begins anew does not cut it off."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from mapapp.errors import MapappError
from mapapp.importers.import_report import ImportReport, Reason, write_report_csv
from mapapp.importers.importing import Asked, import_file
from mapapp.importers.limits import Limits
from mapapp.store import DatasetInfo, Store

__all__ = ["ImportJob", "Told"]


@dataclass(frozen=True, slots=True)
class Told:
    """What is left of an import's report once its rows are stored: small, to be shown."""

    info: DatasetInfo
    is_new: bool
    """False where the same content was there already and nothing was done."""
    sentences: tuple[str, ...]
    """English; why the file was taken for what it was taken, and what was decided for all of it."""
    reasons: tuple[Reason, ...]
    csv: bytes
    """The report of every row; empty where nothing was done."""


class ImportJob:
    """An import that was begun; Streamlit is never touched from its thread."""

    def __init__(  # noqa: PLR0913, PLR0917 -- what an import needs, one argument each
        self,
        save: Callable[[Path], list[Path]],
        store: Store,
        asked: Asked,
        limits: Limits,
        fault: str,
        language: str,
    ) -> None:
        """Begin; `save` puts the files into a folder, `fault` is said of what nobody expected."""
        self._folder = TemporaryDirectory(prefix="mapapp-")
        self._save = save
        self._wanted = (store, asked, limits)
        self._language = language
        self.doing = "starting"
        self.share: float | None = None
        self.error: str | None = None
        self.told: Told | None = None
        """What became of it, once the dataset is there."""
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
                paths = self._save(Path(self._folder.name))
                report = import_file(paths, store, asked, limits=limits, progress=self._tell)
                self.told = self._kept(report)
        except MapappError as error:
            self.error = str(error)
        except Exception:
            logging.getLogger(__name__).exception("an import failed")
            self.error = fault

    def _tell(self, doing: str, share: float | None) -> None:
        self.doing, self.share = doing, share

    def _kept(self, report: ImportReport) -> Told:
        """Return what is shown of a report; the rows themselves are let go."""
        reasons: tuple[Reason, ...] = ()
        csv = b""
        if report.rows is not None:
            reasons = report.rows.reasons()
            path = Path(self._folder.name) / "report.csv"
            write_report_csv(path, report.rows, language=self._language)
            csv = path.read_bytes()
        sentences = (*report.recognised, *report.sentences)
        return Told(report.info, report.rows is not None, sentences, reasons, csv)
