"""Where CSV files are read from: a folder or a zip archive, each file bounded and with its errors
as sentences.
"""

from __future__ import annotations

import contextlib
import io
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from model.exports.files import FILE_LIMIT, bounded, opened, too_large
from model.files import readable
from model.records.errors import DiaryError
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MEMBER_LIMIT = 1000  # files in an archive; more is no diary and slow to look through

_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 0x1


@dataclass(frozen=True)
class Source:
    """The files of a folder or archive by their lower-case names; hidden files are left out."""

    path: Path
    files: dict[str, Path | ZipInfo]
    archive: ZipFile | None = None

    def size(self, name: str) -> int:
        """Return how many bytes a file claims to have, unpacked."""
        file = self.files[name]
        return file.stat().st_size if isinstance(file, Path) else file.file_size

    def open(self, name: str) -> io.TextIOWrapper:
        """Open one file as text; what is wrong with it shows in `sentences` while it is read."""
        file = self.files[name]
        if isinstance(file, Path):
            with opened(file) as stream:
                data = bounded(stream, name)
        else:
            assert self.archive is not None
            with self.archive.open(file) as member:
                data = bounded(member, name)
        return io.TextIOWrapper(io.BytesIO(data.removeprefix(BOM_UTF8)), "utf-8", newline="")


@contextlib.contextmanager
def source_of(path: Path) -> Iterator[Source]:
    """Open a folder or a zip archive of CSV files."""
    with readable(path):
        if path.is_dir():
            yield Source(path, _by_name(path, _visible(path)))
            return
        with opened(path) as file, contextlib.closing(_archive(path, file)) as archive:
            yield Source(path, _members(path, archive), archive)


@contextlib.contextmanager
def sentences(name: str) -> Iterator[None]:
    """Raise DiaryError for whatever can be wrong with the bytes of a file."""
    import zipfile
    import zlib

    try:
        yield
    except UnicodeDecodeError as error:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError", "{file} is not UTF-8 text. Save it as 'CSV UTF-8' and try again."
            ),
            file=name,
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise DiaryError(
            QT_TRANSLATE_NOOP("DiaryError", "{file} is damaged within its archive."), file=name
        ) from error


def _visible(folder: Path) -> list[tuple[str, Path | ZipInfo]]:
    return [(item.name, item) for item in sorted(folder.iterdir()) if item.name[0] != "."]


def _archive(path: Path, file: BinaryIO) -> ZipFile:
    import zipfile

    if path.stat().st_size > FILE_LIMIT:
        raise too_large(path.name)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "{file} is not a folder and not a sound zip archive. Choose another file.",
            ),
            file=path.name,
        ) from error
    return archive


def _members(path: Path, archive: ZipFile) -> dict[str, Path | ZipInfo]:
    """Return the files of an archive that lie at its top or all in one folder."""
    infos = [info for info in archive.infolist() if not info.is_dir()]
    infos = [info for info in infos if not _hidden(PurePosixPath(info.filename))]
    places = {PurePosixPath(info.filename).parent for info in infos}
    if any(not _decent(info.filename) for info in infos):
        problem = QT_TRANSLATE_NOOP(
            "DiaryError", "{file} holds names that lead out of it and was not opened further."
        )
    elif len(infos) > MEMBER_LIMIT or len(places) > 1 or any(len(p.parts) > 1 for p in places):
        problem = QT_TRANSLATE_NOOP(
            "DiaryError",
            "{file} is no archive of a diary: its CSV files must lie side by side, at the top or"
            " in one folder.",
        )
    elif any(
        info.flag_bits & _ENCRYPTED or info.compress_type not in (_STORED, _DEFLATED)
        for info in infos
    ):
        problem = QT_TRANSLATE_NOOP(
            "DiaryError", "{file} is locked or packed in an unusual way. Unpack it to a folder."
        )
    elif sum(info.file_size for info in infos) > FILE_LIMIT:
        raise too_large(path.name)
    else:
        return _by_name(path, [(PurePosixPath(info.filename).name, info) for info in infos])
    raise DiaryError(problem, file=path.name)


def _hidden(name: PurePosixPath) -> bool:
    return name.name[:1] == "." or name.parts[:1] == ("__MACOSX",)


def _decent(name: str) -> bool:
    return not name.startswith("/") and not any(
        part == ".." or "\\" in part or ":" in part for part in name.split("/")
    )


def _by_name(path: Path, found: list[tuple[str, Path | ZipInfo]]) -> dict[str, Path | ZipInfo]:
    files = {name.lower(): file for name, file in found}
    if len(files) < len(found):
        raise DiaryError(
            QT_TRANSLATE_NOOP("DiaryError", "{file} holds two files of the same name."),
            file=path.name,
        )
    return files
