"""Numbers as they are written: digits, 一百二十, 1.2万, two hundred, สองร้อย."""

from __future__ import annotations

import re

__all__ = ["HAN_DIGITS", "han_number", "word_number", "year_of_digits"]

HAN_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {
    "两": 2,
    "俩": 2,
    "仨": 3,
}
_SMALL_UNITS = {"十": 10, "百": 100, "千": 1000, "廿": 20, "卅": 30}
_LARGE_UNITS = {"万": 10**4, "亿": 10**8}
_ENGLISH = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {
    word: 10 * tens
    for tens, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_ENGLISH |= {"a": 1, "an": 1, "dozen": 12, "couple": 2}
_ENGLISH_UNITS = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_THAI = {
    "ศูนย์": 0,
    "หนึ่ง": 1,
    "เอ็ด": 1,
    "สอง": 2,
    "ยี่": 2,
    "สาม": 3,
    "สี่": 4,
    "ห้า": 5,
    "หก": 6,
    "เจ็ด": 7,
    "แปด": 8,
    "เก้า": 9,
}
_THAI_UNITS = {"สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10**4, "แสน": 10**5, "ล้าน": 10**6}
_THAI_PIECE = re.compile("|".join([*_THAI, *_THAI_UNITS]))


def han_number(text: str) -> int | float | None:
    """Read a number in digits and Han signs: 5400, 1,303, 1.2万, 一百二十, 两千三, 3亿5千万."""
    plain = text.replace(",", "").replace(" ", "")
    if not plain or plain.count(".") > 1 or plain[0] == "." or plain[-1] == ".":
        return None
    if len(plain) > 1 and all(sign in HAN_DIGITS for sign in plain):
        return int("".join(str(HAN_DIGITS[sign]) for sign in plain))
    total: float = 0
    section: float = 0
    digits = ""
    scale = 1
    for sign in plain:
        if (sign.isdigit() and sign.isascii()) or sign == ".":
            digits += sign
        elif sign in HAN_DIGITS:
            digits = "" if sign == "〇" else str(HAN_DIGITS[sign])
            scale = 1 if sign == "〇" else scale
        elif sign in _SMALL_UNITS:
            unit = _SMALL_UNITS[sign]
            section += unit if unit in (20, 30) else (float(digits) if digits else 1) * unit
            digits, scale = "", unit
        elif sign in _LARGE_UNITS:
            unit = _LARGE_UNITS[sign]
            section += float(digits) if digits else 0
            total = (total + section) * unit if unit > 10**4 else total + (section or 1) * unit
            section, digits, scale = 0, "", unit
        else:
            return None
    if digits:
        short = (
            scale >= 100 and len(digits) == 1 and plain[-2] not in "〇" and not plain[-1].isdigit()
        )
        section += float(digits) * (scale // 10 if short else 1)
    return _tidy(total + section)


def word_number(text: str) -> int | float | None:
    """Read a number in English or Thai words, with digits among them: two hundred, 1.2 million."""
    if pieces := _THAI_PIECE.findall(text):
        return _thai_number(pieces, text)
    total: float = 0
    section: float = 0
    known = False
    for word in re.split(r"[\s-]+", text.lower().strip()):
        if word in ("and", ""):
            continue
        known = True
        if word in _ENGLISH_UNITS:
            unit = _ENGLISH_UNITS[word]
            if unit == 100:
                section = (section or 1) * unit
            else:
                total, section = total + (section or 1) * unit, 0
        elif word == "dozen":
            section = (section or 1) * 12
        elif word in _ENGLISH:
            section += _ENGLISH[word]
        elif re.fullmatch(r"\d[\d,]*(?:\.\d+)?", word):
            section += float(word.replace(",", ""))
        else:
            return None
    return _tidy(total + section) if known else None


def _thai_number(pieces: list[str], text: str) -> int | float | None:
    """Read Thai number words, each digit before its unit."""
    leading = re.match(r"\s*(\d[\d,]*(?:\.\d+)?)", text)
    total: float = 0
    digit: float | None = float(leading[1].replace(",", "")) if leading else None
    for piece in pieces:
        if piece in _THAI:
            digit = _THAI[piece]
        elif piece == "ล้าน":
            total, digit = (total + (digit if digit is not None else 0) or 1) * 10**6, None
        else:
            total += (1 if digit is None else digit) * _THAI_UNITS[piece]
            digit = None
    return _tidy(total + (digit or 0))


def year_of_digits(text: str) -> int | None:
    """Read a year in four digits, Arabic or Han: 2025, 二〇二五; a Buddhist one is led back."""
    signs = [str(HAN_DIGITS[sign]) if sign in HAN_DIGITS else sign for sign in text]
    if len(signs) != 4 or not all(sign.isdigit() for sign in signs):
        return None
    year = int("".join(signs))
    return year - 543 if 2400 <= year < 2700 else year


def _tidy(value: float) -> int | float:
    """Return a whole number as int."""
    return round(value) if abs(value - round(value)) < 1e-6 else round(value, 6)
