"""The files that come with the pages: style sheets, scripts, fonts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from starlette.responses import Response
from starlette.staticfiles import StaticFiles

FOLDER = Path(__file__).parent / "static"
AT = "/ui"


class StaticFolder(StaticFiles):
    """The files of `FOLDER`; a browser asks each time whether they changed, so that an update is seen at once."""

    def __init__(self) -> None:
        super().__init__(directory=FOLDER)

    def file_response(self, *found: Any, **how: Any) -> Response:
        """The file, to be kept but asked for again."""
        response = super().file_response(*found, **how)
        response.headers["Cache-Control"] = "no-cache"
        return response
