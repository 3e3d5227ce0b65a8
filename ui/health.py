"""Whether the server answers, for whoever watches over it."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from qa.archive import Archive


def health(archive: Archive) -> APIRouter:
    """GET /health, which says that all is well and how many documents there are."""
    router = APIRouter()

    @router.get("/health")
    def well() -> dict[str, Any]:
        return {"status": "ok", "documents": len(archive.documents)}

    return router
