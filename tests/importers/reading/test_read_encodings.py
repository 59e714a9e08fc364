"""Whatever a file was saved in, its letters are right, or its line is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from mapapp.importers.raw import RawTable
from mapapp.importers.reading import ImportRefusedError, read_file

TEXTS = {
    "utf-8": "Győr, Москва, 妙瓦底, แม่สอด",
    "utf-8-sig": "Győr, Москва, 妙瓦底, แม่สอด",
    "utf-16": "Győr, Москва, 妙瓦底, แม่สอด",
    "utf-16-le": "Mae Sot, São Paulo",
    "utf-16-be": "Mae Sot, São Paulo",
    "gb18030": "警方在缅甸妙瓦底逮捕诈骗嫌疑人",
    "big5": "警方在緬甸妙瓦底逮捕詐騙嫌疑人",
    "tis-620": "ตำรวจจับกุมผู้ต้องสงสัยในแม่สอด จังหวัดตาก",
    "cp1250": "Policja zatrzymała kilka osób w Łodzi podczas protestu przed ratuszem",
    "cp1251": "Полиция задержала несколько человек в Москве",
    "cp1252": "A polícia de São Paulo não há informações sobre vítimas",
    "cp1253": "Η αστυνομία συνέλαβε πολλούς ανθρώπους στην Αθήνα",
    "cp1254": "Polis İstanbul’da düzenlenen gösteride çok sayıda kişiyi gözaltına aldı",
    "cp1255": "המשטרה עצרה כמה אנשים בתל אביב",
    "cp1256": "اعتقلت الشرطة عدة أشخاص في القاهرة",
    "cp1257": "Policija Rīgā aizturēja vairākus cilvēkus protesta laikā pie ķīmijas rūpnīcas",
}
SHORT = {
    "gb18030": ("妙瓦底", "警方逮捕"),
    "big5": ("臺灣", "桃園"),
    "tis-620": ("แม่สอด", "เชียงใหม่"),
    "cp1250": ("Łódź", "Kraków"),
    "cp1251": ("Москва", "Киев"),
    "cp1252": ("São Paulo", "Curaçao"),
}


def read(folder: Path, content: bytes, encoding: str | None = None) -> RawTable:
    path = folder / "events.csv"
    path.write_bytes(content)
    return read_file(path, encoding=encoding)


@pytest.mark.parametrize("encoding", TEXTS)
def test_the_encoding_is_found_and_said(tmp_path: Path, encoding: str) -> None:
    text = f'id;date;notes\n1;2024-01-01;"{TEXTS[encoding]}"\n'
    raw = read(tmp_path, text.encode(encoding))
    assert raw.table["notes"].to_pylist() == [TEXTS[encoding]]
    assert raw.notes[0].startswith("The text is ")


@pytest.mark.parametrize("encoding", SHORT)
def test_a_few_names_of_towns_are_enough(tmp_path: Path, encoding: str) -> None:
    towns = SHORT[encoding]
    text = "".join(f"{n},2024-01-0{n},{town}\n" for n, town in enumerate(towns, start=1))
    raw = read(tmp_path, f"id,date,place\n{text}".encode(encoding))
    assert raw.table["place"].to_pylist() == list(towns)


def test_the_encoding_that_a_person_names_is_obeyed(tmp_path: Path) -> None:
    raw = read(tmp_path, "id,place\n1,ñandú\n".encode("cp1252"), encoding="windows-1251")
    assert raw.table["place"].to_pylist() == ["сandъ"]
    assert "Windows-1251, as you asked" in raw.notes[0]


def test_an_encoding_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    for name in ("klingon", "zlib", "base64", "\0"):
        with pytest.raises(ImportRefusedError, match="no encoding is called"):
            read(tmp_path, b"id,place\n1,x\n", encoding=name)


def test_bytes_that_are_no_text_are_refused_by_their_line(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match=r"line 3 is not text in UTF-8.*--encoding"):
        read(tmp_path, b"id,place\n1,x\n2,\xff\xfd\xfa\xf3\xa4\xac\x9d\x81\x8d\n")
    with pytest.raises(ImportRefusedError, match="line 2 is not text in Big5"):
        read(tmp_path, b"id,place\n1,\xff\xff\n", encoding="big5")


def test_a_zero_byte_is_refused_by_its_line(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="line 3 holds a zero byte"):
        read(tmp_path, b"id,place\n1,x\n2,a\0b\n")


def test_a_few_damaged_bytes_in_much_utf8_change_their_rows_only(tmp_path: Path) -> None:
    lines = [f"{n},Mae Sot ถนน {n}".encode() for n in range(2, 100)]
    lines[50] = lines[50][:-4] + b"\xff"
    raw = read(tmp_path, b"id,place\n" + b"\n".join(lines) + b"\n")
    assert [(note.row, note.field, note.reason) for note in raw.changed] == [
        (52, "place", "damaged_text")
    ]
    assert raw.table.num_rows == 98


def test_a_character_cut_by_a_block_is_still_utf8(tmp_path: Path) -> None:
    line = "x" * 4_000_000
    text = f"id,notes,more\n1,{line[:900_000]},é\n" + "2,界,é\n" * 700_000
    raw = read(tmp_path, text.encode())
    assert raw.notes[0] == "The text is UTF-8."
    assert raw.input_rows == 700_001
