"""Our ES modules as one classic script, so that the page's policy can name a single hash.

Each module becomes a function that returns its exports; modules run once, in the order of their
imports, inside one function scope, so nothing becomes global:

    import {a, b as c} from './x.mjs';   →   const {a, b: c} = module_x;
    export function f() {…}              →   function f() {…}   …   return {f};

Exactly these forms are understood. Any other import or export raises BundleError, so that a
module which the browser would read differently can never slip through.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from mapapp.errors import MapappError

__all__ = ["BundleError", "bundle_modules"]

_IMPORT: Final = re.compile(
    r"^import \{(?P<names>[^{}]*)\} from '\./(?P<file>[a-z][a-z0-9_]*)\.mjs';$", re.MULTILINE
)
_EXPORT: Final = re.compile(
    r"^export (?P<what>(?:async )?function\*?|const|class) (?P<name>[A-Za-z_$][\w$]*)", re.MULTILINE
)
_LEFTOVER: Final = re.compile(r"^\s*(?:import|export)\b(?!\()", re.MULTILINE)
_NAME: Final = re.compile(r"([A-Za-z_$][\w$]*)(?:\s+as\s+([A-Za-z_$][\w$]*))?")


class BundleError(MapappError):
    """A module uses a form of import or export that the page's one script cannot hold."""


def bundle_modules(folder: Path, entry: str) -> str:
    """Return a script body in which `module_<entry>` holds the exports of `<entry>.mjs`.

    Raises BundleError for a missing module, a cycle, or a form that is not understood.
    """
    done: dict[str, str] = {}
    _add_module(folder, entry, done, ())
    return "\n".join(done.values())


def _add_module(folder: Path, name: str, done: dict[str, str], waiting: tuple[str, ...]) -> None:
    """Append `name` to `done` after everything it imports."""
    if name in waiting:
        raise BundleError(f"{name}.mjs: imports itself by way of {' → '.join(waiting)}")
    if name in done:
        return
    path = folder / f"{name}.mjs"
    if not path.is_file():
        wanted_by = f", imported by {waiting[-1]}.mjs" if waiting else ""
        raise BundleError(f"{name}.mjs: no such module in {folder.name}{wanted_by}")
    source = path.read_text(encoding="utf-8")
    for imported in _IMPORT.finditer(source):
        _add_module(folder, imported["file"], done, (*waiting, name))
    done[name] = wrap_module(name, source)


def wrap_module(name: str, source: str) -> str:
    """Return `const module_<name> = (() => {…})();` for one module's source."""
    exported = [found["name"] for found in _EXPORT.finditer(source)]
    body = _IMPORT.sub(_as_destructuring, source)
    body = _EXPORT.sub(lambda found: f"{found['what']} {found['name']}", body)
    _refuse_leftovers(name, body)
    exports = ", ".join(exported)
    return f"const module_{name} = (() => {{\n{body.strip()}\nreturn {{{exports}}};\n}})();"


def _as_destructuring(found: re.Match[str]) -> str:
    names = [part.strip() for part in found["names"].split(",") if part.strip()]
    parts = []
    for written in names:
        named = _NAME.fullmatch(written)
        if named is None:
            raise BundleError(f"import of {written!r} is not understood")
        parts.append(f"{named[1]}: {named[2]}" if named[2] else named[1])
    return f"const {{{', '.join(parts)}}} = module_{found['file']};"


def _refuse_leftovers(name: str, body: str) -> None:
    left = _LEFTOVER.search(body)
    if left is None:
        return
    line = body.count("\n", 0, left.end()) + 1
    raise BundleError(
        f"{name}.mjs:{line}: write imports as \"import {{a, b as c}} from './x.mjs';\" "
        "and exports as export function, const or class"
    )
