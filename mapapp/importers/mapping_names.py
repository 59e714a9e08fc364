"""What the columns of incident tables are called, in the languages that they come in.

English, Simplified and Traditional Chinese, Thai, Burmese, Spanish, French, German, Portuguese,
Indonesian, Russian, Ukrainian, Arabic; the likelier name first. Compared without case, spaces
and signs.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

__all__ = ["FIELDS", "fold_name", "is_script_without_spaces", "names_of", "names_of_areas"]

FIELDS: Final = {
    "id": "event id|incident id|id|uid|uuid|fid|objectid|record id|case id|case number|编号|編號|"
    "序号|序號|disno|dis no|data id|crime id|"
    "事件编号|案件编号|รหัส|ลำดับ|เลขที่|identifier|identificador|identifiant|kennung|ид|معرف",
    "geometry": "geometry|geom|the geom",
    "wkt": "wkt|geometry wkt|geom wkt|wkt geometry|geojson wkt|shape wkt",
    "position": "lat lon|latlon|lat long|latlng|lat lng|lon lat|coordinates|coordinate|coords|"
    "coord|"
    "position|gps|geo|geolocation|location coordinates|坐标|座標|经纬度|經緯度|พิกัด|coordenadas|"
    "coordonnées|koordinaten|koordinat|координаты|координати|إحداثيات",
    "lat": "latitude|lat|y|ylat|lat dd|decimal latitude|latitud|breite|breitengrad|lintang|纬度|"
    "緯度|"
    "ละติจูด|широта|خط العرض",
    "lon": "longitude|lon|long|lng|x|xlong|lon dd|long dd|decimal longitude|longitud|länge|"
    "längengrad|"
    "bujur|经度|經度|ลองจิจูด|ลองติจูด|довгота|долгота|خط الطول",
    "date": "event date|incident date|date of incident|date of event|start date|date start|date|"
    "datetime|"
    "date time|timestamp|start|start time|occurred on|occurred at|occurred|when|day of event|"
    "reported date|date reported|first seen|observed on|ts|日期|事件日期|发生日期|發生日期|时间|"
    "時間|发生时间|發生時間|"
    "开始日期|開始日期|วันที่|"
    "วันเกิดเหตุ|วันที่เกิดเหตุ|วันที่เริ่ม|fecha|fecha inicio|fecha del evento|date de l evenement|date "
    "début|datum|"
    "ereignisdatum|ရက်စွဲ|နေ့စွဲ|data|data do evento|tanggal|дата|дата события|дата події|التاريخ|تاريخ",
    "end": "end date|date end|enddate|end|until|date to|end time|结束日期|結束日期|结束时间|"
    "結束時間|截止日期|"
    "วันที่สิ้นสุด|สิ้นสุด|fecha fin|fecha final|date fin|enddatum|tanggal akhir|дата окончания|تاريخ "
    "الانتهاء",
    "time": "time|time of day|event time|incident time|clock|hour|时刻|時刻|เวลา|hora|heure|"
    "uhrzeit|время|час|发生时间|發生時間|အချိန်|"
    "jam|الوقت",
    "tz": "time zone|timezone|tz|utc offset|gmt offset|cz timezone|时区|時區|zona horaria|"
    "fuseau|zeitzone",
    "year": "start year|startyear|year|iyear|年|年份|ปี|año|ano|année|jahr|tahun|год|рік",
    "month": "start month|startmonth|month|imonth|月|月份|เดือน|mes|mês|mois|monat|bulan|"
    "месяц|місяць",
    "day": "start day|startday|day|iday|日|วัน|día|dia|jour|tag|hari|день",
    "end_year": "end year|endyear", "end_month": "end month|endmonth", "end_day": "end day|endday",
    "kind": "event type|eventtype|disaster type|attack type|event category|"
    "incident type|incident category|means of attack|attack method|method of attack|primary "
    "type|type of event|"
    "type of incident|type of occurrence|type of occurance|occurrence type|type|category|"
    "categories|kind|class|crime type|"
    "offense|类型|類型|类别|類別|事件类型|事件類型|ประเภท|ชนิด|ประเภทเหตุการณ์|tipo|tipo de evento|"
    "catégorie|"
    "typ|art|kategorie|categoria|categoría|jenis|kategori|тип|категория|категорія|အမျိုးအစား|نوع",
    "title": "title|headline|event|incident|event name|protest name|name|subject|heading|"
    "event text|label|what|标题|標題|题目|題目|"
    "事件|事件名称|"
    "名称|名稱|หัวข้อ|ชื่อ|ชื่อเหตุการณ์|เหตุการณ์|título|titulo|titre|titel|judul|название|заголовок|"
    "назва|ခေါင်းစဉ်|ဖြစ်ရပ်|العنوان|عنوان",
    "summary": "summary|description|desc|notes|note|details|narrative|text|remarks|comments|"
    "content|摘要|描述|说明|"
    "說明|内容|內容|备注|備註|详情|詳情|รายละเอียด|คำอธิบาย|หมายเหตุ|สรุป|descripción|descripcion|"
    "descrição|resumen|"
    "description de l evenement|beschreibung|deskripsi|keterangan|описание|опис|الوصف|وصف",
    "place": "place|location|place name|location name|facility name|asset name|site name|"
    "location description|place of incident|"
    "incident location|location of incident|loc|site|venue|town|city|village|address|locality|"
    "area|"
    "地点|地點|位置|地址|城市|地名|发生地点|發生地點|事发地点|สถานที่|สถานที่เกิดเหตุ|ที่เกิดเหตุ|"
    "จุดเกิดเหตุ|ที่อยู่|"
    "เมือง|lugar|ubicación|ubicacion|ciudad|lieu|ville|ort|stadt|local|cidade|lokasi|tempat|место|"
    "город|місце|місто|နေရာ|မြို့|ကျေးရွာ|المكان|الموقع",
    "country": "country|country name|country code|iso|iso2|iso3|nation|国家|國家|国别|國別|"
    "ประเทศ|país|pais|pays|"
    "land|negara|страна|країна|الدولة|البلد",
    "people": "total killed|toll|death toll|total deaths|total fatalities|total dead|killed "
    "total|fatality "
    "count|number dead|number of dead|number of deaths|deaths direct|"
    "deaths best|fatalities best|killed best|best estimate|best|"
    "fatalities|total deaths|deaths|killed|dead|people killed|number killed|death toll|people|"
    "persons|"
    "number of people|victims|casualties|crowd size|size mean|participants|number of "
    "participants|attendance|"
    "参与人数|参加人数|count|number|人数|人數|死亡人数|死亡人數|死亡|จำนวนคน|"
    "จำนวนผู้เสียชีวิต|"
    "ผู้เสียชีวิต|จำนวน|personas|muertos|víctimas|morts|victimes|tote|opfer|pessoas|mortos|korban|"
    "jumlah|"
    "погибшие|погибло|погибших|убито|загинуло|загиблих|သေဆုံးသူ|သေဆုံး|"
    "жертвы|количество|загиблі|عدد القتلى|عدد",
    "people_low": "minimum people killed|min people killed|minimum killed|killed minimum|"
    "minimum fatalities|reported minimum|minimum deaths|deaths minimum|minimum|crowd low "
    "estimate|size low|crowd size low|estimate low|"
    "deaths low|fatalities low|killed low|low estimate|low|deaths min|min deaths|"
    "minimum deaths|fatalities min|min killed|killed min|最低死亡人数",
    "people_high": "maximum people killed|max people killed|maximum killed|killed maximum|"
    "maximum fatalities|reported maximum|deaths maximum|maximum|crowd high estimate|crow high "
    "estimate|size high|crowd size high|estimate high|"
    "deaths high|fatalities high|killed high|high estimate|high|deaths max|"
    "max deaths|"
    "maximum deaths|fatalities max|max killed|killed max|最高死亡人数",
    "injured": "total wounded|total injured|injury count|injuries direct|number of injured|"
    "injured|wounded|injuries|people injured|number injured|no injured|n injured|"
    "verletzte|受伤人数|受傷人數|受伤|受傷|ผู้บาดเจ็บ|บาดเจ็บ|"
    "heridos|blessés|feridos|раненые|ранено|раненых|поранені|поранено|поранених|ဒဏ်ရာရသူ|ဒဏ်ရာရ|الجرحى",
    "missing": "missing|people missing|number missing|no missing|vermisste|失踪人数|失蹤人數|失踪|"
    "失蹤|"
    "ผู้สูญหาย|สูญหาย|desaparecidos|disparus|пропавшие|зниклі|المفقودون",
    "actors": "actors|actor|actor name|actor1|perpetrators|perpetrator|perpetrator name|armed "
    "group|"
    "group name|responsible party|group|organisation|organization|agency|who|"
    "suspect|party|faction|factions|"
    "行为者|行為者|人物|机构|機構|组织|組織|ผู้กระทำ|หน่วยงาน|กลุ่ม|actores|acteurs|akteure|atores|"
    "pelaku|"
    "участники|организация|الجهة",
    "source": "source|sources|publisher|source name|media|news source|outlet|来源|來源|出处|出處|"
    "媒体|媒體|"
    "ที่มา|แหล่งที่มา|แหล่งข่าว|fuente|fuentes|quelle|fonte|sumber|источник|джерело|သတင်းရင်းမြစ်|المصدر|مصدر",
    "source_url": "url|source url|link|source link|links|website|web|href|链接|連結|網址|网址|"
    "ลิงก์|ลิงค์|enlace|"
    "lien|tautan|ссылка|посилання|الرابط|رابط",
    "radius_m": "radius m|gps precision|gps accuracy|location precision|radius|radius metres|"
    "radius meters|accuracy|accuracy m|accuracy meters|"
    "uncertainty|"
    "uncertainty m|precision m|position accuracy|coordinate uncertainty in meters|误差|誤差|精度|"
    "半径|半徑",
    "place_precision": "location precision|location accuracy|place precision|place accuracy|"
    "geo precision|geoprecision|geolocation precision|geolocation accuracy|coordinate precision|"
    "coordinate accuracy|spatial precision|spatial accuracy|location certainty|"
    "location confidence|geocoding quality|geocode quality|precision|accuracy|precision level|"
    "位置精度|定位精度|地点精度|坐标精度|精度|ความแม่นยำของตำแหน่ง|precisión|précision|"
    "genauigkeit|точность",
    "date_precision": "date precision|date accuracy|time precision|temporal precision|"
    "date certainty|date confidence|date quality|event date precision|日期精度|时间精度|時間精度|"
    "ความแม่นยำของวันที่",
    "radius_km": "radius km|accuracy km|uncertainty km|precision km|error km",
}  # fmt: skip
"""Field → names, in the order in which fields choose their columns."""
AREAS: Final = (
    "township|municipality|commune|settlement|ward|neighborhood|neighbourhood|city or county|"
    "county|"
    "district|admin3|admin 3|admin2|admin 2|province|governorate|state|admin1|admin 1|region|"
    "subregion|区县|區縣|区|區|县|縣|市|城区|省|省份|อำเภอ|ตำบล|จังหวัด|municipio|departamento|"
    "provincia|"
    "département|landkreis|bundesland|kabupaten|kecamatan|provinsi|район|область"
)
"""Names of columns of areas, the smaller first: the place where no column says more."""


def fold_name(name: str) -> str:
    """Return a column's name as it is compared: words in small letters, one space between."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", unicodedata.normalize("NFKC", name))
    return " ".join(re.sub(r"[\W_]+", " ", _keep_marks(spaced).casefold()).split())


def _keep_marks(text: str) -> str:
    """Return text whose combining vowels (Thai, Burmese, Arabic) do not count as signs."""
    return "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Mc"))


@cache
def names_of(field: str) -> tuple[str, ...]:
    """Return the folded names of a field, the likelier first."""
    return tuple(fold_name(name) for name in FIELDS[field].split("|"))


@cache
def names_of_areas() -> tuple[str, ...]:
    """Return the folded names of areas, the smaller first."""
    return tuple(fold_name(name) for name in AREAS.split("|"))


def is_script_without_spaces(text: str) -> bool:
    """Whether words of such a text are not parted by spaces, as in Chinese and Thai."""
    return bool(re.search(r"[\u0e00-\u0e7f\u1000-\u109f\u3400-\u9fff]", text))
