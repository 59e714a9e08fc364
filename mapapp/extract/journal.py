"""What was written to a record from drafts, so that it can be taken back byte for byte.

One JSON line a step, in `.mapapp/` beside the record's folder; rejected drafts and the reasons
are kept there too. Nothing of it is part of the record.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mapapp.extract.errors import ExtractError
from mapapp.filesystem import replace_folder_files, write_atomically

__all__ = ["Journal"]


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal of one record folder."""

    root: Path
    """The record's folder (geodata)."""

    @property
    def path(self) -> Path:
        """Return the journal's own file."""
        resolved = self.root.resolve()
        return resolved.parent / ".mapapp" / f"{resolved.name}-drafts.jsonl"

    def entries(self) -> list[dict[str, Any]]:
        """Return all steps, oldest first."""
        if not self.path.exists():
            return []
        try:
            lines = self.path.read_text(encoding="utf-8").splitlines()
            return [json.loads(line) for line in lines if line.strip()]
        except ValueError:
            raise ExtractError(f"{self.path}: not a journal of mapapp; move it away") from None

    def write(self, changes: Mapping[Path, bytes], rejected: list[dict[str, str]]) -> None:
        """Write all files and note how each was before; the note comes first, so none is lost."""
        entry = {
            "step": "write",
            "files": [
                {
                    "path": path.relative_to(self.root).as_posix(),
                    "before": _packed(path.read_bytes()) if path.exists() else None,
                    "after": _digest(content),
                }
                for path, content in changes.items()
            ],
            "rejected": rejected,
        }
        self._append(entry)
        replace_folder_files(changes)

    def undo(self) -> list[Path]:
        """Take the last step back; return the files that are as they were before it.

        Raises ExtractError where there is none, or a file was changed since.
        """
        entries = self.entries()
        last = next((at for at in reversed(range(len(entries))) if entries[at]["files"]), None)
        if last is None:
            raise ExtractError("nothing to undo: no drafts were written to this record")
        files = entries[last]["files"]
        changed = [item["path"] for item in files if not self._is_as_written(item)]
        if changed:
            raise ExtractError(f"{', '.join(changed)}: changed since it was written; undo by hand")
        for item in files:
            self._restore(item)
        self._replace([*entries[:last], *entries[last + 1 :]])
        return [self.root / item["path"] for item in files]

    def _is_as_written(self, item: Mapping[str, Any]) -> bool:
        """Whether a file is as the step left it, or was never reached by it."""
        path = self.root / item["path"]
        now = path.read_bytes() if path.exists() else None
        before = base64.b64decode(item["before"]) if item["before"] is not None else None
        return now == before or (now is not None and _digest(now) == item["after"])

    def _restore(self, item: Mapping[str, Any]) -> None:
        """Put one file back as it was; a folder that is empty then goes too."""
        path = self.root / item["path"]
        if item["before"] is not None:
            write_atomically(path, base64.b64decode(item["before"]))
        else:
            path.unlink(missing_ok=True)
            if path.parent != self.root and not any(path.parent.iterdir()):
                path.parent.rmdir()

    def _append(self, entry: Mapping[str, Any]) -> None:
        """Add one step."""
        self._replace([*self.entries(), entry])

    def _replace(self, entries: list[Any]) -> None:
        """Write the journal anew, in one step."""
        lines = (json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)
        write_atomically(self.path, "".join(lines).encode())


def _packed(content: bytes) -> str:
    """Return bytes as text."""
    return base64.b64encode(content).decode("ascii")


def _digest(content: bytes) -> str:
    """Return the SHA-256 of a file's content."""
    return hashlib.sha256(content).hexdigest()
