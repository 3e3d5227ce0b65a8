"""Three real papers as a collection, small enough to be built in a moment and changed at will."""

from __future__ import annotations

import shutil
from pathlib import Path

from index.collection import Collection

MANIFEST = """languages = ["ru"]
editor = "О. Мозохин"
publication = "Сборник документов"
citation = "{title}"
source = "volume.txt"
reader = "volume"
[title]
ru = "Документы"
en = "Documents"
[examples]
ru = ["Что Крупская рассказала о Ленине?"]
en = []
"""

VOLUME = """№ 1
Письмо Н. К. Крупской Л. Д. Троцкому от 15 ноября 1924 г.

Дорогой Лев Давидович.
Я пишу, чтобы рассказать Вам, что приблизительно за месяц до смерти, просматривая Вашу книжку, Владимир Ильич остановился на том месте, где Вы даете характеристику Маркса и Ленина, и просил меня прочесть ему это место, слушал очень внимательно, потом еще раз просматривал сам.
И еще вот что хочу сказать: то отношение, которое сложилось у В.И. к Вам тогда, когда Вы приехали к нам в Лондон из Сибири, не изменилось у него до самой смерти.
Я желаю Вам, Лев Давидович, сил и здоровья и крепко обнимаю.
Н. Крупская
15/11/24
РГАНИ. Ф. 3. Оп. 62. Д. 178. Л. 24. Копия. Машинопись

№ 2
Письмо Л. Д. Троцкого И. М. Майскому от 27 марта 1926 г. об изъятии у издательства рукописи биографии В. И. Ленина

Тов. Майскому
Перечитав биографию Ленина, нашел ее крайне недостаточной. Прошу изъять ее у издательства, извинившись от моего имени.

27 марта 1926 г.
Л. Троцкий.
РГАНИ. Ф. 3. Оп. 62. Д. 181. Л. 63. Копия. Машинопись

№ 3
Выписка из протокола заседания Политбюро ЦК от 7 января 1929 г. о высылке Л. Д. Троцкого за антисоветскую работу за границу

Строго секретно
№ П59/17-рс
7 января 1929 г.
О Тр.
Выслать за границу за антисоветскую работу. СЕКРЕТАРЬ ЦК
РГАСПИ. Ф. 17. Оп. 171. Д. 159. Л. 8. Копия. Машинопись
""".replace("\n\n", "\n \n")
"""As the volume is set: an empty paragraph is a line with one space."""


def three_papers(folder: Path, *, manifest: str = MANIFEST, volume: str = VOLUME) -> Collection:
    """The three papers as a collection, written to the new folder `folder` and opened there."""
    folder.mkdir(exist_ok=True)
    (folder / "collection.toml").write_text(manifest, "utf-8")
    (folder / "volume.txt").write_text(volume, "utf-8")
    return Collection.open(folder)


def collection_of(tmp_path: Path, like: Collection, text: str) -> Path:
    """A collection's folder with the manifest of `like` and `text` as its source."""
    folder = tmp_path / "collection"
    folder.mkdir()
    shutil.copy(like.folder / "collection.toml", folder)
    (folder / like.manifest.source).write_text(text, encoding="utf-8", newline="")
    return folder
