"""Words of the player in three languages: those of the page, and a few of its own."""

from __future__ import annotations

from typing import Final

from mapapp.labels import read_labels

__all__ = ["player_words"]

_SHARED: Final = (
    "time.play", "time.pause", "time.next_event", "time.previous_event", "time.next_step",
    "time.previous_step", "time.faster", "time.slower", "time.loop", "time.mode", "time.speed",
    "time.mode_moment", "time.mode_window", "time.mode_sofar", "time.jump", "time.go",
    "time.handle_from", "time.handle_to", "time.handle_at", "time.upto", "time.range",
    "time.no_dates", "count.shown", "app.close",
)  # fmt: skip
_OWN: Final[dict[str, tuple[str, str, str]]] = {
    "player.bar": ("Time player", "时间播放器", "時間播放器"),
    "player.axis": ("Time axis", "时间轴", "時間軸"),
    "player.legend": ("Legend: show or hide", "图例：显示或隐藏", "圖例：顯示或隱藏"),
    "player.speed": ("{length} a second", "每秒{length}", "每秒{length}"),
    "player.moment_hint": ("What was under way then", "当时正在发生的", "當時正在發生的"),
    "player.window_hint": (
        "What was under way in the last {length}",
        "此前{length}内的",
        "此前{length}內的",
    ),
    "player.sofar_hint": ("Everything up to then", "截至当时的全部", "截至當時的全部"),
    "player.undated": (
        "{n} always shown (no date)",
        "{n} 件无日期，始终显示",
        "{n} 件無日期，一直顯示",
    ),
    "player.unplaced": ("{n} not on the map", "{n} 件不在地图上", "{n} 件不在地圖上"),
    "player.from": ("from {from}", "自{from}起", "自{from}起"),
    "player.until": ("until {to}", "至{to}", "至{to}"),
    "player.always": ("no date", "无日期", "無日期"),
    "player.at": (
        "{n} of {total} here",
        "此处第 {n} 件，共 {total} 件",
        "此處第 {n} 件，共 {total} 件",
    ),
    "player.untitled": ("Event {n}", "事件 {n}", "事件 {n}"),
    "player.next_here": ("Next one here", "此处下一件", "此處下一件"),
    "player.previous_here": ("Previous one here", "此处上一件", "此處上一件"),
    "player.jump_bad": (
        "Write a date as 2025-02-05 or 2025-02-05T09:00.",
        "请写成 2025-02-05 或 2025-02-05T09:00。",
        "請寫成 2025-02-05 或 2025-02-05T09:00。",
    ),
    "player.keys": (
        "Space: play or pause. Arrow keys: step. Shift and arrow keys: next event. "
        "Home, End: first and last. Plus and minus: speed. L: loop.",
        "空格：播放或暂停。方向键：步进。Shift 加方向键：下一事件。"
        "Home、End：首尾。加减号：速度。L：循环。",
        "空格：播放或暫停。方向鍵：步進。Shift 加方向鍵：下一事件。"
        "Home、End：首尾。加減號：速度。L：循環。",
    ),
}


def player_words() -> dict[str, dict[str, str]]:
    """Return the labels that the player's script needs: key → language → text."""
    known = read_labels()
    own = {
        key: dict(zip(("en", "zh_hans", "zh_hant"), texts, strict=True))
        for key, texts in _OWN.items()
    }
    return {**{key: known[key] for key in _SHARED}, **own}
