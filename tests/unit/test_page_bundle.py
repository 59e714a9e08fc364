"""The bundler: our ES modules as one script, and nothing else."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from mapapp.page.bundle import BundleError, bundle_modules, wrap_module
from mapapp.page.document import ASSETS
from tests.unit.test_javascript import find_node


def write(folder: Path, **modules: str) -> Path:
    for name, source in modules.items():
        (folder / f"{name}.mjs").write_text(source, encoding="utf-8")
    return folder


def run(script: str) -> str:
    node = find_node()
    assert node is not None
    done = subprocess.run(
        [node, "-e", script], capture_output=True, text=True, timeout=30, check=True
    )
    return done.stdout.strip()


def test_modules_run_once_in_the_order_of_their_imports(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        main="import {twice, LIMIT as most} from './sums.mjs';\n"
        "export const answer = twice(most);\n",
        sums="import {one} from './units.mjs';\nexport function twice(x) { return x * 2 * one; }\n"
        "export const LIMIT = 21;\n",
        units="export const one = 1;\n",
    )
    script = bundle_modules(folder, "main")
    assert run(f"{script}\nconsole.log(module_main.answer)") == "42"
    assert script.index("module_units") < script.index("module_sums") < script.index("module_main")


def test_names_of_one_module_do_not_reach_another(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        main="import {a} from './x.mjs';\nconst hidden = 1;\nexport const sum = a + hidden;\n",
        x="const hidden = 40;\nexport const a = hidden + 1;\n",
    )
    assert (
        run(f"{bundle_modules(folder, 'main')}\nconsole.log(module_main.sum, typeof hidden)")
        == "42 undefined"
    )


@pytest.mark.parametrize(
    "source",
    [
        "import x from './a.mjs';",
        "import * as x from './a.mjs';",
        "import {a} from '../a.mjs';",
        'import {a} from "./a.mjs";',
        "import './a.mjs';",
        "import {a} from 'https://cdn.example/a.mjs';",
        "export default function () {}",
        "export {a};",
        "export * from './a.mjs';",
        "export let a = 1;",
        "  import {a} from './a.mjs';",
    ],
)
def test_any_other_form_is_refused_with_its_line(source: str) -> None:
    with pytest.raises(BundleError, match=r"x\.mjs:2"):
        wrap_module("x", f"// first line\n{source}\n")


def test_a_missing_module_and_a_cycle_are_named(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match=r"b\.mjs: no such module.*imported by a\.mjs"):
        bundle_modules(write(tmp_path, a="import {b} from './b.mjs';\n"), "a")
    with pytest.raises(BundleError, match="imports itself"):
        bundle_modules(write(tmp_path, b="import {a} from './a.mjs';\n"), "a")


def test_the_words_import_and_export_in_a_comment_are_left_alone() -> None:
    assert "export" in wrap_module("x", "// we export nothing here\nconst a = 1;\n")


def test_every_module_of_the_page_is_part_of_its_script() -> None:
    script = bundle_modules(ASSETS, "main")
    for path in ASSETS.glob("*.mjs"):
        if not path.name.startswith(("plugin", "overview")):
            assert f"const module_{path.stem} = " in script, f"{path.name} is imported by nothing"


def test_no_module_is_longer_than_300_lines() -> None:
    long = [path.name for path in ASSETS.glob("*.*s*") if path.read_text("utf-8").count("\n") > 300]
    assert [name for name in long if name.endswith(".mjs")] == []
